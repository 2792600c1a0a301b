"""Rows of a table as JSON and back: how rows that were taken out or renewed are kept."""

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import Column, Date, Table

from data_access.columns import Exact, Instant

Row = Mapping[Any, Any]


def to_json(row: Row) -> dict[str, Any]:
    """A row's values as JSON knows them: days and exact amounts become texts."""
    return {str(name): _plain(value) for name, value in row.items()}


def from_json(table: Table, row: Mapping[str, Any]) -> dict[str, Any]:
    """The row again, equal to the one that `to_json` was given; columns that are gone are left."""
    return {name: _typed(table.c[name], value) for name, value in row.items() if name in table.c}


def _plain(value: Any) -> Any:
    if isinstance(value, date):  # a moment is one too
        return value.isoformat()
    return f"{value:f}" if isinstance(value, Decimal) else value


def _typed(column: Column[Any], value: Any) -> Any:
    if not isinstance(value, str):
        return value
    match column.type:
        case Exact():
            return Decimal(value)
        case Instant():
            return datetime.fromisoformat(value)
        case Date():
            return date.fromisoformat(value)
        case _:
            return value
