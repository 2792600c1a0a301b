"""Which release each exported row comes from."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, select

from data_access.questions.stored import stored_rows
from data_access.records import COMMITMENT, RECORDS
from data_access.tables import commitment, release


def labels_by_id(conn: Connection) -> Mapping[int, str]:
    """The label of every release by its id."""
    return {row.release_id: row.label for row in conn.execute(select(release))}


def release_labels(conn: Connection, what: str) -> Mapping[tuple[Any, ...], str]:
    """The key of a row → the label of its release, for what is read as the newest of its key."""
    labels = labels_by_id(conn)
    if what == COMMITMENT.kind:
        rows = conn.execute(select(commitment.c.commitment_id, commitment.c.release_id))
        return {(row.commitment_id,): labels[row.release_id] for row in rows}
    record = RECORDS[what]
    return {
        tuple(row[name] for name in record.key): labels[row["release_id"]]
        for row in stored_rows(conn, record)
    }
