"""What a file changes of a record: what it speaks of, and every field that an import compares.

One rule for all kinds of file: a row of the store is missing from a file only where the file speaks
of its place, and of its year or source where the record says so (`Record.scope`).
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from sqlalchemy import Connection, Table

from data_access.imports.differences import Values
from data_access.imports.draft import Rows
from data_access.questions.newest import newest
from data_access.records import Record

MUNICIPALITY = "municipality_code"

Row = Mapping[Any, Any]
Stored = Callable[[Connection], Iterable[Row]]


def values_of(record: Record, rows: Iterable[Row]) -> dict[str, Values]:
    """What is compared of rows, by their keys."""
    compared = record.compared
    return {record.key_of(row): tuple(row[name] for name in compared) for row in rows}


def held_of(
    record: Record, rows: Rows, stored: Stored
) -> Callable[[Connection], Mapping[str, Values]]:
    """Finds what is compared of the rows in the store that a file with these rows speaks of."""
    speaks_of = spoken_of(record, rows)

    def held(conn: Connection) -> Mapping[str, Values]:
        return values_of(record, filter(speaks_of, stored(conn)))

    return held


def newest_of(table: Table, record: Record, rows: Rows) -> Stored:
    """Finds the rows of the table that hold now; those of the municipalities in the file alone,
    where they are part of the key."""
    keys = tuple(table.c[name] for name in record.key)
    where = None
    if MUNICIPALITY in record.key:
        where = table.c[MUNICIPALITY].in_({row[MUNICIPALITY] for row in rows})
    return lambda conn: conn.execute(newest(table, *keys, where=where)).mappings()


def spoken_of(record: Record, rows: Rows) -> Callable[[Row], bool]:
    """Whether a file with these rows speaks of a row of the store.

    It has a row with its key, or with its value in each field of the record's scope. A value that
    the store does not know shuts nothing out.
    """
    keys = {record.key_of(row) for row in rows}
    scope = {name: {value for row in rows for value in _spread(row[name])} for name in record.scope}

    def speaks_of(row: Row) -> bool:
        if record.key_of(row) in keys:
            return True
        return all(
            not (values := _spread(row[name])) or not named.isdisjoint(values)
            for name, named in scope.items()
        )

    return speaks_of


def _spread(value: object) -> tuple[object, ...]:
    """The values of a list, or the single value; none where nothing is known."""
    if isinstance(value, list | tuple):
        return tuple(value)
    return () if value is None or value == "" else (value,)
