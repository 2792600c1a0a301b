"""Puts many rows into a table at once, past SQLAlchemy's work on each row where it adds nothing."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Double, Integer, Table, Text, insert

MANY = 1000
"""From here on the way past the row-by-row work is worth it."""

AS_THEY_ARE = (Integer, Double, Text)
"""Types whose values the drivers take as they are."""


def insert_rows(conn: Connection, table: Table, rows: Sequence[dict[str, Any]]) -> int:
    """Inserts rows that all have the same columns; their number."""
    if not rows:
        return 0
    plain = all(isinstance(table.c[name].type, AS_THEY_ARE) for name in rows[0])
    if len(rows) < MANY or not plain:
        conn.execute(insert(table), rows)
        return len(rows)
    statement = insert(table).compile(dialect=conn.dialect, column_keys=list(rows[0]))
    order = getattr(statement, "positiontup", None)
    if order is None:
        conn.exec_driver_sql(str(statement), list(rows))
    else:
        conn.exec_driver_sql(str(statement), [tuple(row[name] for name in order) for row in rows])
    return len(rows)
