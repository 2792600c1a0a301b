"""Imports the rows of cities' investment plans. Ranges stay ranges; unknown is not zero."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from data_access.imports.cells import RowCells
from data_access.imports.frame import Draft, Options, Problems, Rows, StoreFacts
from data_access.imports.tables import Once, check_no_example, held_of, rows_of, source_of, summary
from data_access.tables import investment_action
from progress.money.funding import PAYERS

KIND = "investment-actions"
REQUIRED = ("municipality_code", "action_id", "row_level", "title")
TEXTS = (
    "field",
    "sector",
    "responsible",
    "cost_text",
    "opex_text",
    "reduction_text",
    "sink_text",
    "shared_effect_group",
    "funding_source_text",
    "quality_flag",
    "note",
    "section",
)
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

RATINGS = ("co_benefits", "feasibility")
HIGHEST_RATING = 5
TONNES = ("reduction_low_t", "reduction_high_t", "sink_low_t", "sink_high_t")
CURRENCIES = ("SEK", "EUR", "")
WORDS = {
    "cost_kind": ("capex", "opex", "total", "unknown", ""),
    "cost_period": ("total", "per_year", "unknown", ""),
    "reduction_period": ("annual", "cumulative", "by2030", "unknown", ""),
    "sink_period": ("annual", "cumulative", "by2030", "unknown", ""),
}
LEVELS = ("action", "portfolio", "programme_total", "scenario", "rejected")
OPTIONAL = (
    *TEXTS,
    *AMOUNTS,
    *TONNES,
    *WORDS,
    *RATINGS,
    "payer",
    "cost_currency",
    "start_year",
    "end_year",
    "stakeholders",
    "source_id",
    "source_line",
)
RANGES = (
    ("cost_low", "cost_high"),
    ("reduction_low_t", "reduction_high_t"),
    ("sink_low_t", "sink_high_t"),
    ("start_year", "end_year"),
)
KEYS = ("municipality_code", "action_id")
COMPARED = ("row_level", "cost_low", "cost_high", "cost_currency", "payer", "secured", *TONNES)


def check(
    files: Sequence[Path], facts: StoreFacts, options: Options, problems: Problems
) -> Draft | None:
    """The rows of one release, or None with the problems named."""
    rows: Rows = []
    once = Once("each municipality and action")
    for cells in rows_of(files, REQUIRED, OPTIONAL, facts, problems):
        row: dict[str, Any] = {
            "municipality_code": cells.code(),
            "action_id": cells.text("action_id", required=True),
            "row_level": cells.word("row_level", LEVELS),
            "title": cells.prose("title", required=True),
            **{column: cells.prose(column) for column in TEXTS},
            **{column: cells.number(column) for column in TONNES},
            **{
                column: cells.word(column, words, "")
                for column, words in WORDS.items()
                if column != "cost_currency"
            },
            "payer": payer(cells),
            **{column: rating(cells, column) for column in RATINGS},
            **costs(cells),
            "start_year": cells.year("start_year"),
            "end_year": cells.year("end_year"),
            "source_id": source_of(cells, facts, options),
        }
        check_no_example(cells, "action_id")
        check_ranges(cells, row)
        once.check(cells, "action_id", (row["municipality_code"], row["action_id"]))
        rows.append(row)
    if problems:
        return None
    return Draft(
        rows=len(rows),
        inserts=((investment_action, rows),),
        values={key_of(row): summary(row, COMPARED) for row in rows},
        compared=COMPARED,
        held=held_of(rows, investment_action, KEYS, key_of, COMPARED),
    )


def costs(cells: RowCells) -> dict[str, Any]:
    """Both ends of the cost, the running cost, what is secured, and their currency.

    A range in one cell (`10–20 Mkr`) gives both ends. The currency is the column's, else the one
    that the amounts name.
    """
    low, high, opex, secured = (cells.money(column) for column in AMOUNTS)
    if low is not None and high is None and low.low != low.high:
        high = low
    named = cells.word("cost_currency", CURRENCIES, "")
    said = {found.currency for found in (low, high, opex, secured) if found is not None}
    currencies = {named or "", *said} - {""}
    if len(currencies) > 1:
        cells.problem("cost_currency", "one currency for a row's amounts")
    if opex is not None and opex.low != opex.high:
        cells.problem("opex_per_year", "a single amount", "write the range in opex_text")
    if secured is not None and secured.low != secured.high:
        cells.problem("secured", "a single amount", "write what is certain")
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


def rating(cells: RowCells, column: str) -> int | None:
    """A rating from 1 to 5; None where the cell is empty."""
    value = cells.whole(column)
    if value is not None and not 1 <= value <= HIGHEST_RATING:
        cells.problem(column, f"a whole number from 1 to {HIGHEST_RATING}")
        return None
    return value


def check_ranges(cells: RowCells, row: Mapping[str, Any]) -> None:
    """A range does not end before it begins, what is secured is within it, and both have a
    currency."""
    for low, high in RANGES:
        if row[low] is not None and row[high] is not None and row[low] > row[high]:
            cells.problem(high, f"at least {row[low]}, as in {low}")
    if row["cost_low"] is not None and row["cost_currency"] == "":
        cells.problem("cost_currency", "a currency for the cost")
    elif row["secured"] is not None and row["cost_currency"] == "":
        cells.problem("cost_currency", "a currency for what is secured")
    cost, secured = row["cost_high"], row["secured"]
    if cost is not None and secured is not None and secured > cost:
        todo = "count only what pays for this action, or correct its cost"
        cells.problem("secured", f"at most the cost, {cost}", todo)


def key_of(row: Mapping[Any, Any]) -> str:
    """Municipality and action in one text."""
    return f"{row['municipality_code']} {row['action_id']}"
