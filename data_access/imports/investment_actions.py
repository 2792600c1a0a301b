"""Imports the rows of cities' investment plans. Ranges stay ranges; unknown is not zero."""

from collections.abc import Mapping
from typing import Any

from data_access.imports.cells import RowCells
from data_access.imports.draft import Options
from data_access.imports.drafts import importer
from data_access.imports.fields import read_fields
from data_access.imports.tables import check_no_example
from data_access.records import INVESTMENT_ACTION
from data_access.tables import investment_action
from progress.i18n import say
from progress.money.funding import PAYERS

AMOUNTS = ("cost_low", "cost_high", "opex_per_year", "secured")
IN_SWEDISH = {
    "kommun": "municipality",
    "kommunen": "municipality",
    "regionen": "region",
    "stat": "state",
    "staten": "state",
    "privat": "private",
    "näringslivet": "private",
    "annan": "other",
}
"""Who pays, as people write it → our word."""

CURRENCIES = INVESTMENT_ACTION.field("cost_currency").words
READ_HERE = frozenset({*AMOUNTS, "cost_currency", "payer"})
"""Fields of which more than one cell decides."""

RANGES = (
    ("cost_low", "cost_high"),
    ("reduction_low_t", "reduction_high_t"),
    ("sink_low_t", "sink_high_t"),
    ("start_year", "end_year"),
)


def _row(cells: RowCells, options: Options) -> dict[str, Any]:
    row = read_fields(INVESTMENT_ACTION, cells, options, but=READ_HERE)
    row |= {"payer": payer(cells), **costs(cells)}
    check_no_example(cells, "action_id")
    check_ranges(cells, row)
    return row


def costs(cells: RowCells) -> dict[str, Any]:
    """Both ends of the cost, the running cost, what is secured, and their currency.

    A range in one cell (`10–20 Mkr`) gives both ends. The currency is the column's, else the one
    that the amounts name.
    """
    low, high, opex, secured = (cells.money(column) for column in AMOUNTS)
    if low is not None and high is None and low.low != low.high:
        high = low
    named = cells.word("cost_currency", CURRENCIES, "")
    said = {amount.currency for amount in (low, high, opex, secured) if amount is not None}
    currencies = {named or "", *said} - {""}
    if len(currencies) > 1:
        cells.problem("cost_currency", say("import.one_currency_for_rows_amounts"))
    if opex is not None and opex.low != opex.high:
        cells.problem(
            "opex_per_year", say("import.single_amount"), say("import.write_range_in_opex_text")
        )
    if secured is not None and secured.low != secured.high:
        cells.problem("secured", say("import.single_amount"), say("import.write_what_is_certain"))
    return {
        "cost_low": None if low is None else low.low,
        "cost_high": None if high is None else high.high,
        "opex_per_year": None if opex is None else opex.low,
        "secured": None if secured is None else secured.low,
        "cost_currency": min(currencies, default="") if named is not None else None,
    }


def payer(cells: RowCells) -> str | None:
    """Who pays, in our word or the Swedish one; empty where it is not told."""
    said = cells.cell("payer").lower()
    if said in IN_SWEDISH:
        return IN_SWEDISH[said]
    return said if said in PAYERS else cells.word("payer", (*PAYERS, *IN_SWEDISH), "")


def check_ranges(cells: RowCells, row: Mapping[str, Any]) -> None:
    """A range does not end before it begins, what is secured is within it, and both have a
    currency."""
    for low, high in RANGES:
        if row[low] is not None and row[high] is not None and row[low] > row[high]:
            cells.problem(high, say("import.at_least_as_in", least=row[low], column=low))
    if row["cost_low"] is not None and row["cost_currency"] == "":
        cells.problem("cost_currency", say("import.currency_for_cost"))
    elif row["secured"] is not None and row["cost_currency"] == "":
        cells.problem("cost_currency", say("import.currency_for_what_is_secured"))
    cost, secured = row["cost_high"], row["secured"]
    if cost is not None and secured is not None and secured > cost:
        todo = say("import.count_only_what_pays_for_this")
        cells.problem("secured", say("import.at_most_cost", cost=cost), todo)


check = importer(INVESTMENT_ACTION, investment_action, _row)
