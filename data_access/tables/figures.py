"""Yearly figures: inhabitants, emissions and indicators, each of one release."""

from sqlalchemy import JSON, Column, Double, ForeignKey, Index, Integer, Table, Text

from data_access.columns import (
    a_year,
    municipality_code,
    one_of,
    release_id,
    sector_id,
)
from data_access.records import EMISSION, INDICATOR, INDICATOR_VALUE, POPULATION
from data_access.records.sql import Release, record_table
from data_access.tables.base import metadata
from progress.emissions.series import Status

sector = Table(
    "sector",
    metadata,
    Column("sector_id", Integer, primary_key=True, autoincrement=False),
    Column("code", Text, nullable=False, unique=True),
)

population = record_table(
    "population",
    metadata,
    POPULATION,
    Index("ix_population_year", "year"),
    Index("ix_population_municipality_code", "municipality_code"),
    rowid=False,
)

emission = record_table(
    "emission",
    metadata,
    EMISSION,
    sector_id(),
    rowid=False,
)

emission_total = Table(
    "emission_total",
    metadata,
    release_id(primary_key=True),
    municipality_code(primary_key=True),
    Column("year", Integer, primary_key=True, autoincrement=False),
    Column("tonnes", Double, nullable=False),
    Column("status", Text, nullable=False),
    a_year("year"),
    one_of("status", Status),
    sqlite_with_rowid=False,
)
"""The sums of a release's values, written with them: see `data_access.derived.emission_totals`."""

emission_subsector = Table(
    "emission_subsector",
    metadata,
    release_id(primary_key=True),
    municipality_code(primary_key=True),
    sector_id(),
    Column("name", Text, primary_key=True),
    Column("tonnes", JSON, nullable=False),
)
"""What a sector is made of, by the publisher's own names, where a release says so: tonnes by year,
which are read together and never added to anything."""

own_series = Table(
    "own_series",
    metadata,
    release_id(primary_key=True),
    municipality_code(),
    # A file of forecasts alone continues another release; a series of its own continues none.
    Column("continues_id", Integer, ForeignKey("release.release_id")),
    Index("ix_own_series_municipality_code", "municipality_code"),
)
"""Whose figures a release of the kind own-series holds. Its values stand in `emission`."""

national_emission = Table(
    "national_emission",
    metadata,
    release_id(primary_key=True),
    Column("year", Integer, primary_key=True, autoincrement=False),
    sector_id(),
    Column("tonnes", Double, nullable=False),
    Column("status", Text, nullable=False),
    a_year("year"),
    one_of("status", Status),
    sqlite_with_rowid=False,
)

indicator = record_table("indicator", metadata, INDICATOR, release=Release.NONE)

indicator_value = record_table(
    "indicator_value",
    metadata,
    INDICATOR_VALUE,
    Index("ix_indicator_value_indicator_id", "indicator_id"),
    rowid=False,
)
