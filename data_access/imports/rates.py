"""Imports exchange rates (kronor per unit of a currency) and the price index."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from pathlib import Path

from sqlalchemy import Connection

from data_access.imports.cells import RowCells
from data_access.imports.frame import Draft, Options, Problems, Rows, StoreFacts, Values
from data_access.imports.tables import Once, rows_of
from data_access.questions.newest import newest
from data_access.tables import exchange_rate, price_index

RATE_REQUIRED = ("year", "base_currency", "quote_currency", "rate", "rate_kind")
RATE_OPTIONAL = ("note", "source_id", "source_ref")
RATE_KINDS = ("annual_mean", "mean_part_year")
INDEX_REQUIRED = ("year", "base", "value")
INDEX_OPTIONAL = ("index_name", "kind", "note", "source_id", "source_ref")
INDEX_BASE = "1980=100"
"""Figures of another base year cannot stand in the same index."""

KRONA = "SEK"


def check_exchange_rates(
    files: Sequence[Path], facts: StoreFacts, _options: Options, problems: Problems
) -> Draft | None:
    """Rates by currency and year, or None with the problems named."""
    rows: Rows = []
    once = Once("each currency and year")
    for cells in rows_of(files, RATE_REQUIRED, RATE_OPTIONAL, facts, problems):
        year = cells.year("year", required=True)
        currency = currency_of(cells)
        cells.word("quote_currency", (KRONA,))
        rate = positive(cells, "rate")
        kind = cells.word("rate_kind", RATE_KINDS)
        if year is None or currency is None or rate is None or kind is None:
            continue
        once.check(cells, "year", (currency, year))
        rows.append(
            {
                "currency": currency,
                "year": year,
                "sek_per_unit": rate,
                "kind": kind,
                "source_ref": cells.text("source_ref"),
            }
        )
    if problems:
        return None
    return Draft(
        rows=len(rows),
        inserts=((exchange_rate, rows),),
        values={f"{row['currency']} {row['year']}": (row["sek_per_unit"],) for row in rows},
        held=held_rates,
        years=years_of(rows),
    )


def check_price_index(
    files: Sequence[Path], facts: StoreFacts, _options: Options, problems: Problems
) -> Draft | None:
    """Index values by year, or None with the problems named."""
    rows: Rows = []
    once = Once("each year")
    for cells in rows_of(files, INDEX_REQUIRED, INDEX_OPTIONAL, facts, problems):
        year = cells.year("year", required=True)
        cells.word("base", (INDEX_BASE,))
        value = positive(cells, "value")
        if year is None or value is None:
            continue
        once.check(cells, "year", (year,))
        rows.append({"year": year, "value": value})
    if problems:
        return None
    return Draft(
        rows=len(rows),
        inserts=((price_index, rows),),
        values={str(row["year"]): (row["value"],) for row in rows},
        held=held_index,
        years=years_of(rows),
    )


def currency_of(cells: RowCells) -> str | None:
    """A currency's three capital letters, other than the krona itself."""
    text = cells.text("base_currency")
    if len(text) == 3 and text.isascii() and text.isalpha() and text.isupper() and text != KRONA:
        return text
    cells.problem("base_currency", "a currency's three capital letters, as EUR")
    return None


def positive(cells: RowCells, column: str) -> Decimal | None:
    """An exact number above zero."""
    value = cells.amount(column, required=True)
    if value is not None and value == 0:
        cells.problem(column, "a number above zero")
        return None
    return value


def years_of(rows: Rows) -> tuple[int, int]:
    """First and last year."""
    years = [row["year"] for row in rows]
    return min(years), max(years)


def held_rates(conn: Connection) -> Mapping[str, Values]:
    """Rates by currency and year as the store has them."""
    table = exchange_rate.c
    found = conn.execute(newest(exchange_rate, table.currency, table.year))
    return {f"{row.currency} {row.year}": (row.sek_per_unit,) for row in found}


def held_index(conn: Connection) -> Mapping[str, Values]:
    """Index values by year as the store has them."""
    found = conn.execute(newest(price_index, price_index.c.year))
    return {str(row.year): (row.value,) for row in found}
