"""The registers of organisations and programmes as the rules know them."""

from dataclasses import fields
from typing import Any, TypeVar

from sqlalchemy import Connection, Table, select

from data_access.tables import organisation, programme
from progress.money.registry import Organisation, Programme, Registry

Entry = TypeVar("Entry", Organisation, Programme)


def registry(conn: Connection) -> Registry:
    """Everything that is registered, in the order of ids."""
    return Registry(
        _entries(conn, organisation, Organisation), _entries(conn, programme, Programme)
    )


def _entries(conn: Connection, table: Table, entry: type[Entry]) -> tuple[Entry, ...]:
    names = [field.name for field in fields(entry)]
    lists = {field.name for field in fields(entry) if field.default == ()}
    columns = [table.c[name] for name in names]
    result = []
    for row in conn.execute(select(*columns).order_by(*table.primary_key)):
        values: dict[str, Any] = dict(zip(names, row, strict=True))
        result.append(entry(**values | {name: tuple(values[name] or ()) for name in lists}))
    return tuple(result)
