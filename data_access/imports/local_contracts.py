"""Imports how many have signed cities' local climate contracts, exactly or about."""

import re
from typing import Any

from data_access.imports.cells import RowCells
from data_access.imports.draft import Options
from data_access.imports.drafts import importer
from data_access.imports.fields import read_fields
from data_access.imports.tables import check_no_example
from data_access.records import LOCAL_CONTRACT
from data_access.tables import local_contract
from progress.i18n import say

COUNT = re.compile(
    r"(?P<about>cirka|circa|ca\.?|c:a|omkring|ungefär|runt|about|around|approx\.?|~)?\s*"
    r"(?P<count>[0-9]{1,6})",
    re.IGNORECASE,
)


def _row(cells: RowCells, options: Options) -> dict[str, Any]:
    check_no_example(cells, "source_title")
    count, approximate = _signatories(cells)
    row = read_fields(LOCAL_CONTRACT, cells, options, but=("at", "signatories", "approximate"))
    return row | {
        "at": time_that_has_been(cells, "at", options, required=True),
        "signatories": count,
        "approximate": approximate,
    }


def time_that_has_been(
    cells: RowCells, column: str, options: Options, *, required: bool = False
) -> str:
    """A day, or as much of it as is known, no later than this year."""
    text = cells.partial_date(column)
    if not text and required:
        cells.problem(column, say("import.month_or_day"), say("import.write_it_as_2023_11"))
    if text[:4].isdigit() and int(text[:4]) > options.current_year:
        cells.problem(column, say("import.time_that_has_been"))
    return text


def _signatories(cells: RowCells) -> tuple[int | None, bool]:
    """The number, and whether it is "about": by its own words, or by a column as we export it."""
    match = COUNT.fullmatch(cells.cell("signatories").strip())
    if match is None:
        cells.problem("signatories", say("import.number_with_word_where_it_is"))
        return None, False
    about = cells.truth("approximate")
    if about is False and match["about"] is not None:
        cells.problem("approximate", say("import.true_as_number_says"))
    return int(match["count"]), match["about"] is not None or about is True


check = importer(LOCAL_CONTRACT, local_contract, _row)
