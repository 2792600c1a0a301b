"""Imports exchange rates (kronor per unit of a currency) and the price index."""

from decimal import Decimal
from typing import Any

from data_access.imports.cells import RowCells
from data_access.imports.draft import Options
from data_access.imports.drafts import importer
from data_access.imports.fields import read_fields
from data_access.records import EXCHANGE_RATE, PRICE_INDEX
from data_access.records.money import INDEX_BASE, KRONA
from data_access.tables import exchange_rate, price_index
from progress.i18n import say


def _rate(cells: RowCells, options: Options) -> dict[str, Any]:
    cells.word("quote_currency", (KRONA,))
    row = read_fields(EXCHANGE_RATE, cells, options, but=("currency", "sek_per_unit"))
    return row | {"currency": currency_of(cells), "sek_per_unit": positive(cells, "rate")}


def _index(cells: RowCells, options: Options) -> dict[str, Any]:
    cells.word("base", (INDEX_BASE,))
    row = read_fields(PRICE_INDEX, cells, options, but=("value",))
    return row | {"value": positive(cells, "value")}


def currency_of(cells: RowCells) -> str | None:
    """A currency's three capital letters, other than the krona itself."""
    text = cells.text("base_currency")
    if len(text) == 3 and text.isascii() and text.isalpha() and text.isupper() and text != KRONA:
        return text
    cells.problem("base_currency", say("import.currencys_three_capital_letters_as_eur"))
    return None


def positive(cells: RowCells, column: str) -> Decimal | None:
    """An exact number above zero."""
    value = cells.amount(column, required=True)
    if value is not None and value == 0:
        cells.problem(column, say("import.number_above_zero"))
        return None
    return value


check_exchange_rates = importer(EXCHANGE_RATE, exchange_rate, _rate)
check_price_index = importer(PRICE_INDEX, price_index, _index)
