"""Imports exchange rates (kronor per unit of a currency) and the price index."""

from collections.abc import Callable, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

from sqlalchemy import Table

from data_access.imports.cells import RowCells
from data_access.imports.comparing import held_of, newest_of, values_of
from data_access.imports.fields import read_fields, read_rows
from data_access.imports.frame import Draft, Options, Problems, StoreFacts
from data_access.records import EXCHANGE_RATE, PRICE_INDEX, Record
from data_access.tables import exchange_rate, price_index

INDEX_BASE = "1980=100"
"""Figures of another base year cannot stand in the same index."""

KRONA = "SEK"


def check_exchange_rates(
    files: Sequence[Path], facts: StoreFacts, options: Options, problems: Problems
) -> Draft | None:
    """Rates by currency and year, or None with the problems named."""

    def read(cells: RowCells) -> dict[str, Any]:
        cells.word("quote_currency", (KRONA,))
        row = read_fields(EXCHANGE_RATE, cells, options, but=("currency", "sek_per_unit"))
        return row | {"currency": currency_of(cells), "sek_per_unit": positive(cells, "rate")}

    return _draft(EXCHANGE_RATE, exchange_rate, files, facts, problems, read)


def check_price_index(
    files: Sequence[Path], facts: StoreFacts, options: Options, problems: Problems
) -> Draft | None:
    """Index values by year, or None with the problems named."""

    def read(cells: RowCells) -> dict[str, Any]:
        cells.word("base", (INDEX_BASE,))
        row = read_fields(PRICE_INDEX, cells, options, but=("value",))
        return row | {"value": positive(cells, "value")}

    return _draft(PRICE_INDEX, price_index, files, facts, problems, read)


def _draft(
    record: Record,
    table: Table,
    files: Sequence[Path],
    facts: StoreFacts,
    problems: Problems,
    read: Callable[[RowCells], dict[str, Any]],
) -> Draft | None:
    rows = read_rows(record, files, facts, problems, read)
    if problems:
        return None
    years = [row["year"] for row in rows]
    return Draft(
        rows=len(rows),
        inserts=((table, rows),),
        values=values_of(record, rows),
        compared=record.compared,
        held=held_of(record, rows, newest_of(table, record, rows)),
        years=(min(years), max(years)),
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
