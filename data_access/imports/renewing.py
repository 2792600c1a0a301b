"""Writes rows of tables that hold one row a key, and remembers what they took the place of."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Table, func, insert, select, update

from data_access.imports.draft import Rows
from data_access.row_json import to_json
from data_access.tables import replaced_row


def renew(conn: Connection, release_id: int, table: Table, rows: Rows) -> None:
    """Inserts the rows whose keys are new, and gives those that are known their new values."""
    names = [column.name for column in table.primary_key]
    before = {
        tuple(row[name] for name in names): dict(row)
        for row in conn.execute(select(table)).mappings()
    }
    fresh: Rows = []
    memory: list[tuple[list[Any], dict[str, Any] | None]] = []
    for row in rows:
        key = tuple(row[name] for name in names)
        known = before.get(key)
        memory.append((list(key), None if known is None else to_json(known)))
        if known is None:
            fresh.append(row)
        else:
            where = (table.c[name] == row[name] for name in names)
            conn.execute(update(table).where(*where).values(row))
    if fresh:
        conn.execute(insert(table), fresh)
    remember(conn, release_id, table, memory)


def remember(
    conn: Connection,
    release_id: int,
    table: Table,
    memory: Sequence[tuple[list[Any], dict[str, Any] | None]],
) -> None:
    """Keeps the rows as they were before an import, by their keys; None where there was none."""
    last = conn.scalar(
        select(func.max(replaced_row.c.number)).where(replaced_row.c.release_id == release_id)
    )
    rows = [
        {
            "release_id": release_id,
            "number": number,
            "table_name": table.name,
            "key": list(to_json(dict(enumerate(key))).values()),
            "before": before,
        }
        for number, (key, before) in enumerate(memory, start=(last or 0) + 1)
    ]
    if rows:
        conn.execute(insert(replaced_row), rows)
