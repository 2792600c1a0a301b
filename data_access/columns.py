"""The kinds of column the store is made of: exact amounts, moments, codes, enumerations."""

from collections.abc import Iterable
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    DateTime,
    ForeignKey,
    Integer,
    Numeric,
    Text,
    true,
)
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator, TypeEngine

FIRST_YEAR, LAST_YEAR = 1900, 2200
"""Years outside these are slips of the pen, whatever they count."""


class Exact(TypeDecorator[Decimal]):
    """An exact decimal: NUMERIC in PostgreSQL, text in SQLite (whose numbers would be rounded)."""

    impl = Numeric
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        if dialect.name == "sqlite":
            return dialect.type_descriptor(Text())
        return dialect.type_descriptor(Numeric(asdecimal=True))

    def process_bind_param(self, value: Decimal | None, dialect: Dialect) -> Any:
        if value is None:
            return None
        if not isinstance(value, Decimal | int) or not Decimal(value).is_finite():
            raise TypeError(f"an amount must be a finite Decimal, not {value!r}")
        return format(Decimal(value), "f") if dialect.name == "sqlite" else Decimal(value)

    def process_result_value(self, value: Any, _dialect: Dialect) -> Decimal | None:
        return None if value is None else Decimal(value)


class Instant(TypeDecorator[datetime]):
    """A moment, always with its time zone on the way in and in UTC on the way out."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise TypeError(f"a moment needs its time zone: {value!r}")
        moment = value.astimezone(UTC)
        return moment.replace(tzinfo=None) if dialect.name == "sqlite" else moment

    def process_result_value(self, value: datetime | None, _dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


def one_of(column: str, values: Iterable[str]) -> CheckConstraint:
    """The column holds one of these words (or nothing, where it may be empty)."""
    words = ", ".join(f"'{value}'" for value in sorted(values))
    return CheckConstraint(f"{column} IN ({words})", name=f"{column}_known")


def digits(column: str, length: int) -> CheckConstraint:
    """The column is a code of so many digits, leading zeros kept; SQL that both engines read."""
    return CheckConstraint(
        f"length({column}) = {length} AND length(rtrim({column}, '0123456789')) = 0",
        name=f"{column}_digits",
    )


def a_year(column: str) -> CheckConstraint:
    """A year from `FIRST_YEAR` to `LAST_YEAR`."""
    return CheckConstraint(
        f"{column} BETWEEN {FIRST_YEAR} AND {LAST_YEAR}", name=f"{column}_plausible"
    )


def a_rating(column: str) -> CheckConstraint:
    """A whole number from 1, the least, to 5."""
    return CheckConstraint(f"{column} BETWEEN 1 AND 5", name=f"{column}_rated")


def not_negative(column: str) -> CheckConstraint:
    """Zero or more."""
    return CheckConstraint(f"{column} >= 0", name=f"{column}_not_negative")


def amount_not_negative(column: str) -> CheckConstraint:
    """As `not_negative`, for an `Exact` column, which SQLite holds as text."""
    return CheckConstraint(f"CAST({column} AS REAL) >= 0", name=f"{column}_not_negative")


def paid_back(column: str, kind: str, kinds: Iterable[str]) -> CheckConstraint:
    """Zero or more, but for the kinds of amount that can be paid back."""
    words = ", ".join(f"'{word}'" for word in sorted(kinds))
    return CheckConstraint(
        f"CAST({column} AS REAL) >= 0 OR {kind} IN ({words})", name=f"{column}_paid_back"
    )


def share(column: str) -> CheckConstraint:
    """From 0 to 1."""
    return CheckConstraint(f"{column} BETWEEN 0 AND 1", name=f"{column}_share")


def text(name: str) -> Column[str]:
    """Text as published; empty where the source says nothing."""
    return Column(name, Text, nullable=False, server_default="")


def published() -> Column[bool]:
    """Whether everyone sees the row; else only the people of its `owner` do."""
    return Column("published", Boolean, nullable=False, server_default=true())


def owner() -> Column[str]:
    """The city's code or the agency's name in addresses; empty where it is nobody's draft."""
    return text("owner")


def municipality_code(*, nullable: bool = False, primary_key: bool = False) -> Column[str]:
    """The municipality that a row is about; NULL, where that may be, for none alone."""
    return Column(
        "municipality_code",
        Text,
        ForeignKey("municipality.code"),
        nullable=nullable,
        primary_key=primary_key,
    )


def release_id(*, primary_key: bool = False) -> Column[int]:
    """The release that a row came with."""
    return Column(
        "release_id",
        Integer,
        ForeignKey("release.release_id"),
        nullable=False,
        primary_key=primary_key,
        autoincrement=False,
    )


def sector_id() -> Column[int]:
    """A column for the sector that a row is of, part of the row's key."""
    return Column(
        "sector_id",
        Integer,
        ForeignKey("sector.sector_id"),
        primary_key=True,
        autoincrement=False,
    )


def source_id(*, nullable: bool = False) -> Column[str]:
    """Where a row comes from."""
    return Column("source_id", Text, ForeignKey("source.source_id"), nullable=nullable)


FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet takes for the beginning of a formula: such text has an apostrophe in CSV."""
