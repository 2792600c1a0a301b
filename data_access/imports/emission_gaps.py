"""Imports the tables of what is left to cut from cities' plans. Figures stay as printed."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from data_access.imports.frame import Draft, Options, Problems, Rows, StoreFacts
from data_access.imports.tables import Once, held_of, rows_of, summary
from data_access.tables import emission_gap

KIND = "emission-gaps"
REQUIRED = ("municipality_code", "basis", "sector", "unit", "gap", "source_id")
YEARS = ("baseline_year", "latest_year")
FIGURES = (
    "baseline",
    "latest",
    "target_level",
    "target_reduction",
    "existing_strategies_reduction",
    "gap",
    "action_plan_reduction",
    "remaining_after_actions",
    "residual",
)
TEXTS = ("scope", "quality_flag", "note", "section")
SHOWN_ELSEWHERE = ("city", "target_reduction_pct", "residual_pct", "source_line")
OPTIONAL = (*YEARS, *FIGURES, *TEXTS, *SHOWN_ELSEWHERE)
UNITS = ("t CO2e", "kt CO2e")
KEYS = ("municipality_code", "basis", "sector")
COMPARED = ("unit", "gap", "action_plan_reduction", "quality_flag")


def check(
    files: Sequence[Path], facts: StoreFacts, _options: Options, problems: Problems
) -> Draft | None:
    """The rows of one release, or None with the problems named."""
    rows: Rows = []
    once = Once("each municipality, basis and sector")
    optional = tuple(column for column in OPTIONAL if column not in REQUIRED)
    for cells in rows_of(files, REQUIRED, optional, facts, problems):
        row = {
            "municipality_code": cells.code(),
            "basis": cells.text("basis", required=True),
            "sector": cells.text("sector", required=True),
            "unit": cells.word("unit", UNITS),
            **{column: cells.year(column) for column in YEARS},
            **{column: cells.number(column) for column in FIGURES},
            **{column: cells.text(column) for column in TEXTS},
            "source_id": cells.word("source_id", facts.source_ids),
        }
        once.check(cells, "sector", (row["municipality_code"], row["basis"], row["sector"]))
        rows.append(row)
    if problems:
        return None
    return Draft(
        rows=len(rows),
        inserts=((emission_gap, rows),),
        values={key_of(row): summary(row, COMPARED) for row in rows},
        compared=COMPARED,
        held=held_of(rows, emission_gap, KEYS, key_of, COMPARED),
    )


def key_of(row: Mapping[Any, Any]) -> str:
    """Municipality, basis and sector in one text."""
    return f"{row['municipality_code']} {row['basis']}: {row['sector']}"
