"""Which release each exported row comes from."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, select

from data_access.questions.newest import newest
from data_access.tables import (
    commitment,
    event,
    goal,
    grant,
    indicator_value,
    investment_action,
    release,
)

_KEYS = {
    "events": (event, ("event_id",)),
    "goals": (goal, ("goal_id",)),
    "grants": (grant, ("grant_id",)),
    "indicators": (indicator_value, ("indicator_id", "municipality_code", "year")),
    "investment-actions": (investment_action, ("municipality_code", "action_id")),
}


def release_labels(conn: Connection, what: str) -> Mapping[tuple[Any, ...], str]:
    """The key of a row → the label of its release, for what is read as the newest of its key."""
    labels = {row.release_id: row.label for row in conn.execute(select(release))}
    if what == "commitments":
        rows = conn.execute(select(commitment.c.commitment_id, commitment.c.release_id))
        return {(row.commitment_id,): labels[row.release_id] for row in rows}
    table, names = _KEYS[what]
    found = conn.execute(newest(table, *(table.c[name] for name in names))).mappings()
    return {tuple(row[name] for name in names): labels[row["release_id"]] for row in found}
