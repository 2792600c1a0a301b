"""Reads a file as a table with the columns of its kind, and names what is wrong with the file."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from data_access.imports.draft import Problems
from data_access.imports.files import FileRow, Sheet, open_sheet
from data_access.imports.headers import check_header, rows_under
from data_access.imports.scb_population import is_yearly_table, yearly_rows
from data_access.imports.wide import as_rows, wide_fit
from progress.i18n import Words, say

PERSONS = "persons"
YEARLY_TABLE = 100
"""How well Statistics Sweden's own heading fits: better than any of ours."""


@dataclass(frozen=True, slots=True)
class FileTable:
    """A file's rows, and each column's place in them. `decimal_comma` is as `Sheet` has it."""

    file: str
    columns: dict[str, int]
    rows: list[FileRow]
    decimal_comma: bool | None
    sheet: Sheet

    def advice_on(self, row: int, column: str) -> Words:
        """What to do about an empty cell, where the file itself tells why it is empty."""
        place = self.columns.get(column)
        merged = None if place is None else self.sheet.merged_with(row, place)
        if merged is None:
            return ""
        return say("import.cell_is_merged_with_one_in", merged=merged)


def read_table(
    path: Path, required: Sequence[str], optional: Sequence[str], problems: Problems
) -> FileTable | None:
    """The file's table, or None after naming why not.

    Columns may have Swedish headings; unknown ones are left aside and named in a notice.
    """
    known = (*required, *optional)
    population = PERSONS in required

    def fit(row: Sequence[str]) -> int:
        return YEARLY_TABLE if population and is_yearly_table(row) else wide_fit(row, known)

    sheet = open_sheet(path, fit, problems)
    if sheet is None:
        return None
    if population and is_yearly_table(sheet.header.cells):
        sheet = yearly_rows(sheet, problems)
    return table_of(as_rows(sheet, required, known, problems), required, optional, problems)


def table_of(
    sheet: Sheet, required: Sequence[str], optional: Sequence[str], problems: Problems
) -> FileTable | None:
    """A sheet's table, or None after naming what its header lacks."""
    places = check_header(sheet, required, optional, problems)
    if places is None:
        return None
    rows = rows_under(sheet, places, required, problems)
    if not rows and not problems:
        problems.add(
            sheet.file, None, "", say("import.no_rows"), say("import.at_least_one_row_under_header")
        )
    return FileTable(sheet.file, places, rows, sheet.decimal_comma, sheet)
