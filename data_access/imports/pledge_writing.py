"""Writes commitments and activities: known ones are renewed, and each dated status is kept."""

from collections.abc import Callable
from datetime import UTC, datetime

from sqlalchemy import Connection, Table, insert, select, update

from data_access.imports.frame import Rows


def writer(
    table: Table, status_table: Table, key: str, rows: Rows, statuses: Rows
) -> Callable[[Connection, int], None]:
    """A write that inserts or renews `rows` by `key` and adds `statuses`, one for each day."""

    def write(conn: Connection, release_id: int) -> None:
        known = set(conn.scalars(select(table.c[key])))
        for row in rows:
            row["release_id"] = release_id
            if row[key] in known:
                conn.execute(update(table).where(table.c[key] == row[key]).values(row))
        fresh = [row for row in rows if row[key] not in known]
        if fresh:
            conn.execute(insert(table), fresh)
        add_statuses(conn, status_table, key, statuses)

    return write


def add_statuses(conn: Connection, table: Table, key: str, statuses: Rows) -> int:
    """Adds the statuses of days that the store has none of; how many. None is ever changed."""
    held = {(row[0], row[1]) for row in conn.execute(select(table.c[key], table.c.status_date))}
    now = datetime.now(UTC)
    fresh = [
        {**status, "recorded": now}
        for status in statuses
        if (status[key], status["status_date"]) not in held
    ]
    if fresh:
        conn.execute(insert(table), fresh)
    return len(fresh)
