"""A record's table: its columns and checks, as its fields say."""

from collections.abc import Iterator
from enum import Enum, auto
from typing import Any

from sqlalchemy import (
    JSON,
    Boolean,
    CheckConstraint,
    Column,
    Date,
    Double,
    ForeignKey,
    Integer,
    MetaData,
    Table,
    Text,
)
from sqlalchemy.schema import SchemaItem
from sqlalchemy.types import TypeEngine

from data_access.columns import (
    Exact,
    a_rating,
    a_year,
    amount_not_negative,
    not_negative,
    one_of,
    release_id,
    share,
)
from data_access.records.field import TEXTS, Bound, Field, Kind, Record

_TYPES: dict[Kind, type[TypeEngine[Any]]] = {
    Kind.MUNICIPALITY: Text,
    Kind.COUNTY: Text,
    Kind.CONTRACT: Text,
    Kind.INDICATOR: Text,
    Kind.SOURCE: Text,
    Kind.DAY: Date,
    Kind.YEAR: Integer,
    Kind.COUNT: Integer,
    Kind.RATING: Integer,
    Kind.NUMBER: Double,
    Kind.AMOUNT: Exact,
    Kind.TRUTH: Boolean,
    Kind.LIST: JSON,
}
_REFERENCES = {
    Kind.MUNICIPALITY: "municipality.code",
    Kind.COUNTY: "county.code",
    Kind.CONTRACT: "contract.contract_id",
    Kind.INDICATOR: "indicator.indicator_id",
    Kind.SOURCE: "source.source_id",
}


class Release(Enum):
    """What a row knows of its release: its own rows in each, the one that renewed it, nothing."""

    IN_KEY = auto()
    LAST = auto()
    NONE = auto()


def record_table(
    name: str,
    metadata: MetaData,
    record: Record,
    *more: SchemaItem,
    release: Release = Release.IN_KEY,
    rowid: bool = True,
) -> Table:
    """The table of a record, with `more` columns, checks and indexes.

    Without `rowid` SQLite keeps them in the order of the key.
    """
    columns, checks = columns_and_checks(record)
    if release is Release.IN_KEY:
        columns.insert(0, release_id(primary_key=True))
    elif release is Release.LAST:
        columns.insert(len(record.key), release_id())
    if not rowid:
        # SQLite's own check takes a key that does not come first for empty columns.
        columns += [column for column in more if isinstance(column, Column)]
        columns.sort(key=lambda column: not column.primary_key)
    others = [item for item in more if rowid or not isinstance(item, Column)]
    table = Table(name, metadata, *columns, *checks, *others)
    if not rowid:
        table.dialect_options["sqlite"]["with_rowid"] = False
    return table


def columns_and_checks(record: Record) -> tuple[list[Column[Any]], list[CheckConstraint]]:
    """What a record's stored fields are in any table that has them."""
    return (
        [_column(field, field.name in record.key) for field in record.stored],
        [check for field in record.stored for check in _checks(field)],
    )


def _column(field: Field, in_key: bool) -> Column[Any]:
    references = _REFERENCES.get(field.kind)
    known = field.filled or in_key
    empty = "" if field.kind in TEXTS and not known and field.nothing is not None else None
    return Column(
        field.name,
        Text if field.kind in TEXTS else _TYPES[field.kind],
        *([ForeignKey(references)] if references else []),
        nullable=not known and empty is None,
        server_default=empty,
        primary_key=in_key,
        autoincrement=False if in_key else "auto",
    )


def _checks(field: Field) -> Iterator[CheckConstraint]:
    if field.kind is Kind.WORD and field.checked:
        yield one_of(field.name, field.words)
    elif field.kind is Kind.YEAR and field.checked:
        yield a_year(field.name)
    elif field.kind is Kind.RATING:
        yield a_rating(field.name)
    elif field.kind is Kind.AMOUNT:
        if field.bound is not Bound.SIGNED:
            yield amount_not_negative(field.name)
    elif field.kind is Kind.COUNT or field.bound is Bound.NOT_NEGATIVE:
        yield not_negative(field.name)
    elif field.bound is Bound.SHARE:
        yield share(field.name)
