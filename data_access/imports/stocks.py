"""Imports stocks: what is outstanding at a time, such as a city's green bonds."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from data_access.imports.frame import Draft, Options, Problems, Rows, StoreFacts
from data_access.imports.tables import Once, held_of, rows_of, summary
from data_access.tables import stock

KIND = "stocks"
REQUIRED = ("municipality_code", "kind", "at", "total", "currency", "source_id")
OPTIONAL = ("issued", "note", "source_ref")
KINDS = ("green_bond",)
CURRENCIES = ("SEK", "EUR")
KEYS = ("municipality_code", "kind", "at")
COMPARED = ("issued", "total", "currency")


def check(
    files: Sequence[Path], facts: StoreFacts, _options: Options, problems: Problems
) -> Draft | None:
    """The rows of one release, or None with the problems named."""
    rows: Rows = []
    once = Once("each municipality, kind and date")
    for cells in rows_of(files, REQUIRED, OPTIONAL, facts, problems):
        row = {
            "municipality_code": cells.code(),
            "kind": cells.word("kind", KINDS),
            "at": cells.partial_date("at"),
            "issued": cells.amount("issued"),
            "total": cells.amount("total"),
            "currency": cells.word("currency", CURRENCIES),
            "note": cells.text("note"),
            "source_id": cells.word("source_id", facts.source_ids),
            "source_ref": cells.text("source_ref"),
        }
        if not row["at"]:
            cells.problem("at", "a date as 2023, 2023-05 or 2023-05-31")
        if row["total"] is None and row["issued"] is None:
            cells.problem("total", "an amount in total or in issued")
        once.check(cells, "at", (row["municipality_code"], row["kind"], row["at"]))
        rows.append(row)
    if problems:
        return None
    return Draft(
        rows=len(rows),
        inserts=((stock, rows),),
        values={key_of(row): summary(row, COMPARED) for row in rows},
        compared=COMPARED,
        held=held_of(rows, stock, KEYS, key_of, COMPARED),
    )


def key_of(row: Mapping[Any, Any]) -> str:
    """Municipality, kind and date in one text."""
    return f"{row['municipality_code']} {row['kind']} {row['at']}"
