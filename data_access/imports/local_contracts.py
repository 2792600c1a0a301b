"""Imports how many have signed cities' local climate contracts, exactly or about."""

import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from data_access.imports.cells import RowCells
from data_access.imports.frame import Draft, Options, Problems, Rows, StoreFacts
from data_access.imports.tables import Once, check_no_example, held_of, rows_of, summary
from data_access.tables import local_contract

KIND = "local-contracts"
REQUIRED = ("municipality_code", "at", "signatories", "source_title")
TEXTS = ("name", "note", "quote_sv", "section", "source_ref")
OPTIONAL = (*TEXTS, "approximate")
KEYS = ("municipality_code", "at")
COMPARED = ("signatories", "approximate")

COUNT = re.compile(
    r"(?P<about>cirka|circa|ca\.?|c:a|omkring|ungefär|runt|about|around|approx\.?|~)?\s*"
    r"(?P<count>\d{1,6})",
    re.IGNORECASE,
)


def check(
    files: Sequence[Path], facts: StoreFacts, options: Options, problems: Problems
) -> Draft | None:
    """The rows of one release, or None with the problems named."""
    rows: Rows = []
    once = Once("one number of a city for each time")
    for cells in rows_of(files, REQUIRED, OPTIONAL, facts, problems):
        check_no_example(cells, "source_title")
        count, approximate = _signatories(cells)
        row = {
            "municipality_code": cells.code(),
            "at": time_that_has_been(cells, "at", options, required=True),
            "signatories": count,
            "approximate": approximate,
            "source_title": cells.text("source_title", required=True),
            **{column: cells.text(column) for column in TEXTS},
        }
        once.check(cells, "at", (row["municipality_code"], row["at"]))
        rows.append(row)
    if problems:
        return None
    return Draft(
        rows=len(rows),
        inserts=((local_contract, rows),),
        values={_key(row): summary(row, COMPARED) for row in rows},
        compared=COMPARED,
        held=held_of(rows, local_contract, KEYS, _key, COMPARED),
    )


def time_that_has_been(
    cells: RowCells, column: str, options: Options, *, required: bool = False
) -> str:
    """A day, or as much of it as is known, no later than this year."""
    told = cells.partial_date(column)
    if not told and required:
        cells.problem(column, "a month or a day", "write it as 2023-11")
    if told[:4].isdigit() and int(told[:4]) > options.current_year:
        cells.problem(column, "a time that has been")
    return told


def _signatories(cells: RowCells) -> tuple[int | None, bool]:
    """The number, and whether it is "about": by its own words, or by a column as we export it."""
    found = COUNT.fullmatch(cells.cell("signatories").strip())
    if found is None:
        cells.problem("signatories", "a number, with the word where it is about: 43 or cirka 40")
        return None, False
    about = cells.truth("approximate")
    if about is False and found["about"] is not None:
        cells.problem("approximate", "true, as the number says")
    return int(found["count"]), found["about"] is not None or about is True


def _key(row: Mapping[str, object]) -> str:
    return f"{row['municipality_code']} {row['at']}"
