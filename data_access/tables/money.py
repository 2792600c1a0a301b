"""Money: investment plans, grants and their places, stocks, rates. Amounts are exact."""

from sqlalchemy import (
    JSON,
    Column,
    Double,
    ForeignKeyConstraint,
    Index,
    Integer,
    Table,
    Text,
)

from data_access.columns import (
    Exact,
    a_rating,
    a_year,
    amount_not_negative,
    municipality_code,
    one_of,
    release_id,
    source_id,
    text,
)
from data_access.records import GRANT
from data_access.records.sql import record_table
from data_access.tables.base import metadata
from progress.money.funding import PAYERS

investment_action = Table(
    "investment_action",
    metadata,
    release_id(primary_key=True),
    municipality_code(primary_key=True),
    Column("action_id", Text, primary_key=True),
    Column("row_level", Text, nullable=False),
    Column("title", Text, nullable=False),
    text("field"),
    text("sector"),
    text("responsible"),
    Column("cost_low", Exact),
    Column("cost_high", Exact),
    text("cost_currency"),
    text("cost_kind"),
    text("cost_period"),
    text("cost_text"),
    Column("opex_per_year", Exact),
    text("opex_text"),
    Column("reduction_low_t", Double),
    Column("reduction_high_t", Double),
    text("reduction_period"),
    text("reduction_text"),
    Column("sink_low_t", Double),
    Column("sink_high_t", Double),
    text("sink_period"),
    text("sink_text"),
    text("shared_effect_group"),
    text("funding_source_text"),
    Column("start_year", Integer),
    Column("end_year", Integer),
    text("quality_flag"),
    text("note"),
    source_id(),
    text("section"),
    text("payer"),
    Column("secured", Exact),
    Column("co_benefits", Integer),
    Column("feasibility", Integer),
    one_of("row_level", ("action", "portfolio", "programme_total", "scenario", "rejected")),
    one_of("cost_kind", ("capex", "opex", "total", "unknown", "")),
    one_of("cost_period", ("total", "per_year", "unknown", "")),
    one_of("reduction_period", ("annual", "cumulative", "by2030", "unknown", "")),
    one_of("sink_period", ("annual", "cumulative", "by2030", "unknown", "")),
    amount_not_negative("cost_low"),
    amount_not_negative("cost_high"),
    amount_not_negative("opex_per_year"),
    one_of("payer", PAYERS),
    amount_not_negative("secured"),
    a_rating("co_benefits"),
    a_rating("feasibility"),
    a_year("start_year"),
    a_year("end_year"),
    Index("ix_investment_action_municipality_code", "municipality_code"),
)

# Quoted by SQLAlchemy: `grant` is a word of SQL.
grant = record_table(
    "grant",
    metadata,
    GRANT,
    Index("ix_grant_beneficiary_municipality_code", "beneficiary_municipality_code"),
    # Its key begins with the release, and the newest row of an id is asked for without one.
    Index("ix_grant_grant_id", "grant_id"),
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

stock = Table(
    "stock",
    metadata,
    release_id(primary_key=True),
    municipality_code(primary_key=True),
    Column("kind", Text, primary_key=True),
    Column("at", Text, primary_key=True),
    Column("issued", Exact),
    Column("total", Exact),
    Column("currency", Text, nullable=False),
    text("note"),
    source_id(),
    text("source_ref"),
    one_of("kind", ("green_bond",)),
    amount_not_negative("issued"),
    amount_not_negative("total"),
)

# What a plan says is left to cut, sector by sector in the plan's own words, in the unit it prints.
emission_gap = Table(
    "emission_gap",
    metadata,
    release_id(primary_key=True),
    municipality_code(primary_key=True),
    Column("basis", Text, primary_key=True),
    Column("sector", Text, primary_key=True),
    text("scope"),
    Column("unit", Text, nullable=False),
    Column("baseline_year", Integer),
    Column("baseline", Double),
    Column("latest_year", Integer),
    Column("latest", Double),
    Column("target_level", Double),
    Column("target_reduction", Double),
    Column("existing_strategies_reduction", Double),
    Column("gap", Double),
    Column("action_plan_reduction", Double),
    Column("remaining_after_actions", Double),
    Column("residual", Double),
    text("quality_flag"),
    text("note"),
    source_id(),
    text("section"),
    one_of("unit", ("t CO2e", "kt CO2e")),
    a_year("baseline_year"),
    a_year("latest_year"),
)

# All grants folded for the portfolio, for the state of the store that the key names.
grant_cells = Table(
    "grant_cells",
    metadata,
    Column("state", Text, primary_key=True),
    Column("payload", JSON, nullable=False),
)

exchange_rate = Table(
    "exchange_rate",
    metadata,
    release_id(primary_key=True),
    Column("currency", Text, primary_key=True),
    Column("year", Integer, primary_key=True, autoincrement=False),
    Column("sek_per_unit", Exact, nullable=False),
    Column("kind", Text, nullable=False),
    text("source_ref"),
    a_year("year"),
    amount_not_negative("sek_per_unit"),
)

price_index = Table(
    "price_index",
    metadata,
    release_id(primary_key=True),
    Column("year", Integer, primary_key=True, autoincrement=False),
    Column("value", Exact, nullable=False),
    a_year("year"),
    amount_not_negative("value"),
)
