"""Writes commitments and activities: known ones are renewed, and each dated status is kept."""

from collections.abc import Callable
from datetime import UTC, datetime

from sqlalchemy import Connection, Table, delete, insert, select, update

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
        now = datetime.now(UTC)
        for status in statuses:
            same_day = (
                status_table.c[key] == status[key],
                status_table.c.status_date == status["status_date"],
            )
            conn.execute(delete(status_table).where(*same_day))
        if statuses:
            conn.execute(insert(status_table), [{**status, "recorded": now} for status in statuses])

    return write
