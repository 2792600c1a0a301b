"""Money: investment plans, grants and their places, stocks, rates. Amounts are exact."""

from typing import Any

from sqlalchemy import (
    Column,
    ForeignKeyConstraint,
    Index,
    LargeBinary,
    Table,
    Text,
    text,
)

from data_access.columns import (
    municipality_code,
    paid_back,
    release_id,
)
from data_access.records import (
    EMISSION_GAP,
    EXCHANGE_RATE,
    GRANT,
    INVESTMENT_ACTION,
    PRICE_INDEX,
    STOCK,
)
from data_access.records.sql import record_table
from data_access.records.words import PAID_BACK_KINDS
from data_access.tables.base import metadata

investment_action = record_table(
    "investment_action",
    metadata,
    INVESTMENT_ACTION,
    Index("ix_investment_action_municipality_code", "municipality_code"),
)


def of_rows_with(column: str) -> dict[str, Any]:
    """An index of the rows whose text is not empty."""
    there = text(f"{column} <> ''")
    return {"sqlite_where": there, "postgresql_where": there}


# Quoted by SQLAlchemy: `grant` is a word of SQL.
grant = record_table(
    "grant",
    metadata,
    GRANT,
    paid_back("amount", "amount_kind", PAID_BACK_KINDS),
    Index("ix_grant_beneficiary_municipality_code", "beneficiary_municipality_code"),
    # Its key begins with the release, and the newest row of an id is asked for without one.
    Index("ix_grant_grant_id", "grant_id"),
    # Few rows name another one, and those with a case are asked for by it.
    Index("ix_grant_same_as", "same_as", **of_rows_with("same_as")),
    Index("ix_grant_case_number", "case_number", "source_id", **of_rows_with("case_number")),
)

grant_place = Table(
    "grant_place",
    metadata,
    release_id(primary_key=True),
    Column("grant_id", Text, primary_key=True),
    municipality_code(primary_key=True),
    ForeignKeyConstraint(["release_id", "grant_id"], ["grant.release_id", "grant.grant_id"]),
    Index("ix_grant_place_municipality_code", "municipality_code"),
    sqlite_with_rowid=False,
)

grant_column = Table(
    "grant_column",
    metadata,
    release_id(primary_key=True),
    Column("name", Text, primary_key=True),
    Column("data", LargeBinary, nullable=False),
)
"""The grants of a release column by column: see `data_access.derived.grant_columns`."""

stock = record_table("stock", metadata, STOCK)

# What a plan says is left to cut, sector by sector in the plan's own words, in the unit it prints.
emission_gap = record_table("emission_gap", metadata, EMISSION_GAP)

exchange_rate = record_table("exchange_rate", metadata, EXCHANGE_RATE)

price_index = record_table("price_index", metadata, PRICE_INDEX)
