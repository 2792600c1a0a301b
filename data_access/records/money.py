"""The fields of stocks, of what plans say is left to cut, of exchange rates and prices."""

from data_access.records.field import Field, Kind, Record, named
from data_access.records.shared import (
    MUNICIPALITY,
    NOTE,
    QUALITY,
    SECTION,
    SOURCE,
    SOURCE_REF,
    YEAR,
)

KRONA = "SEK"
INDEX_BASE = "1980=100"
"""Figures of another base year cannot stand in the same index."""

TEXT_NOTE = named(NOTE, kind=Kind.TEXT)
NAMED_SOURCE = named(SOURCE, needed=True)

STOCK = Record(
    "stocks",
    (
        MUNICIPALITY,
        Field(
            "kind",
            Kind.WORD,
            "what is outstanding",
            words=("green_bond",),
            headers=("Slag",),
            needed=True,
            filled=True,
        ),
        Field("at", Kind.TIME, "when; may be a part of a date", headers=("När",), needed=True),
        Field(
            "issued",
            Kind.AMOUNT,
            "what was new then",
            unit="currency of the row",
            headers=("Nytt",),
        ),
        Field(
            "total",
            Kind.AMOUNT,
            "what was out",
            unit="currency of the row",
            headers=("Utestående",),
            needed=True,
        ),
        Field(
            "currency",
            Kind.WORD,
            "currency, ISO 4217",
            words=("SEK", "EUR"),
            checked=False,
            headers=("Valuta",),
            needed=True,
            filled=True,
        ),
        TEXT_NOTE,
        NAMED_SOURCE,
        SOURCE_REF,
    ),
    key=("municipality_code", "kind", "at"),
    scope=("municipality_code", "kind"),
)


def _figure(name: str, meaning: str, *, needed: bool = False) -> Field:
    return Field(name, Kind.NUMBER, meaning, unit="unit of the row", needed=needed)


EMISSION_GAP = Record(
    "emission-gaps",
    (
        MUNICIPALITY,
        Field(
            "basis", Kind.TEXT, "the target that the table is made for", needed=True, filled=True
        ),
        Field(
            "sector",
            Kind.TEXT,
            "sector as the plan has it",
            headers=("Sektor",),
            needed=True,
            filled=True,
        ),
        Field("scope", Kind.TEXT, "what the table covers"),
        Field(
            "unit",
            Kind.WORD,
            "unit of the figures",
            words=("t CO2e", "kt CO2e"),
            headers=("Enhet",),
            needed=True,
            filled=True,
        ),
        Field("baseline_year", Kind.YEAR, "base year"),
        _figure("baseline", "emissions in the base year"),
        Field("latest_year", Kind.YEAR, "newest year"),
        _figure("latest", "emissions in the newest year"),
        _figure("target_level", "level aimed at"),
        _figure("target_reduction", "reduction aimed at"),
        _figure("existing_strategies_reduction", "reduction of existing strategies"),
        _figure("gap", "what is left to cut", needed=True),
        _figure("action_plan_reduction", "reduction of the plan's actions"),
        _figure("remaining_after_actions", "what remains after the actions"),
        _figure("residual", "what is to remain"),
        named(QUALITY, kind=Kind.TEXT),
        TEXT_NOTE,
        NAMED_SOURCE,
        SECTION,
        *(
            Field(name, Kind.TEXT, stored=False)
            for name in ("city", "target_reduction_pct", "residual_pct", "source_line")
        ),
    ),
    key=("municipality_code", "basis", "sector"),
    scope=("municipality_code",),
)

EXCHANGE_RATE = Record(
    "exchange-rates",
    (
        Field(
            "currency",
            Kind.TEXT,
            "currency, ISO 4217",
            columns=("base_currency",),
            needed=True,
            filled=True,
        ),
        YEAR,
        Field(
            "sek_per_unit",
            Kind.AMOUNT,
            "kronor for one unit",
            unit="SEK",
            columns=("rate",),
            needed=True,
            filled=True,
        ),
        Field(
            "kind",
            Kind.WORD,
            "what mean it is",
            words=("annual_mean", "mean_part_year"),
            checked=False,
            columns=("rate_kind",),
            needed=True,
            filled=True,
        ),
        SOURCE_REF,
        Field(
            "quote_currency",
            Kind.WORD,
            "currency that the rate is told in",
            words=(KRONA,),
            stored=False,
            needed=True,
            open=True,
        ),
        Field("note", Kind.TEXT, stored=False),
        Field("source_id", Kind.TEXT, stored=False),
    ),
    key=("currency", "year"),
    scope=("currency", "year"),
)

PRICE_INDEX = Record(
    "price-index",
    (
        YEAR,
        Field(
            "value",
            Kind.AMOUNT,
            "consumer price index",
            unit=INDEX_BASE,
            headers=("Index",),
            needed=True,
            filled=True,
        ),
        Field(
            "base",
            Kind.WORD,
            "year whose prices are 100",
            words=(INDEX_BASE,),
            stored=False,
            needed=True,
            open=True,
        ),
        *(
            Field(name, Kind.TEXT, stored=False)
            for name in ("index_name", "kind", "note", "source_id", "source_ref")
        ),
    ),
    key=("year",),
    scope=("year",),
)
