"""Goals and promises as frames, each as every release gave it, with the year since it is known."""

from typing import Any

import pandas as pd
from sqlalchemy import Connection, Select, select

from data_access.frames.cache import cached
from data_access.tables import commitment, goal, release
from progress.known_from import known_from

_RELEASE = (release.c.edition, release.c.released, release.c.imported)
_GOALS = (
    select(goal.c.goal_id, goal.c.municipality_code, goal.c.target_year, *_RELEASE)
    .join(release, release.c.release_id == goal.c.release_id)
    .where(release.c.published)
    .order_by(goal.c.release_id, goal.c.goal_id)
)
_PROMISES = (
    select(commitment.c.commitment_id, *_RELEASE)
    .join(release, release.c.release_id == commitment.c.release_id)
    .where(release.c.published)
    .order_by(commitment.c.release_id, commitment.c.commitment_id)
)


def goals(conn: Connection) -> pd.DataFrame:
    """Columns: goal, municipality (code), target_year (NaN where none is told), known_from (year).

    A goal has one row for each release that holds it, the newest last.
    """
    return cached(conn, "goals", lambda conn: _frame(conn, _GOALS, "goal"))


def promises(conn: Connection) -> pd.DataFrame:
    """Columns: promise, known_from (year); one row for each release that holds it."""
    return cached(conn, "promises", lambda conn: _frame(conn, _PROMISES, "promise"))


def _frame(conn: Connection, question: Select[Any], kind: str) -> pd.DataFrame:
    rows = conn.execute(question).all()
    columns = {
        kind: [row[0] for row in rows],
        "known_from": [known_from(row.edition, row.released, row.imported) for row in rows],
    }
    if kind == "goal":
        columns |= {
            "municipality": [row.municipality_code for row in rows],
            "target_year": [row.target_year for row in rows],
        }
    return pd.DataFrame(columns).astype({"known_from": "int64"})
