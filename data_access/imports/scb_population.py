"""Statistics Sweden's yearly table of population and its changes (be0101, "Folkmängd i riket, län
och kommuner"): one year, which its title tells, and a heading over several rows."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from data_access.imports.draft import Problems
from data_access.imports.files import FileRow, Sheet
from data_access.imports.words import plain
from progress.i18n import say

HEADINGS = ("Kommun", "Kommunnamn", "Folkmängd")
COLUMNS = ("municipality_code", "year", "persons")
YEAR_IN_TITLE = re.compile(r"31 december ((?:19|20)\d{2})")
ONE_SEX = re.compile(r"\b(män|kvinnor)\b", re.IGNORECASE)
CODE = re.compile(r"\d{1,4}(?:[.,]0+)?$")
LARGER_AREA = 2
"""Digits of a county's code."""


def is_yearly_table(header: Sequence[str]) -> bool:
    """Whether a row is the first of the table's heading."""
    return tuple(map(plain, header[: len(HEADINGS)])) == tuple(map(plain, HEADINGS))


def yearly_rows(sheet: Sheet, problems: Problems) -> Sheet:
    """The table as one with the columns of the import; counties and the nation are left aside."""
    title = next((row.cells[0] for row in sheet.above if YEAR_IN_TITLE.search(row.cells[0])), "")
    match = YEAR_IN_TITLE.search(title)
    if match is None:
        expected = say("import.line_above_table_that_ends_in")
        problems.add(sheet.file, sheet.header.number, "year", say("import.no_year"), expected)
    elif ONE_SEX.search(title):
        expected = say("import.both_sexes_together_sheet_totalt")
        problems.add(
            sheet.file, None, "persons", title[-40:], expected, say("import.name_it_with_sheet")
        )
    return replace(
        sheet,
        header=FileRow(sheet.header.number, list(COLUMNS)),
        rows=_rows(sheet, match[1] if match else "", problems),
        formulas=frozenset(),
        merged=(),
        ragged=False,
    )


def _rows(sheet: Sheet, year: str, problems: Problems) -> Iterator[FileRow]:
    """The rows of municipalities, and the notes below them as they are."""
    for number, cells in sheet.rows:
        code, name, persons = (*cells, "", "", "")[:3]
        digits = re.split("[.,]", code)[0]
        if CODE.match(code) and len(digits) > LARGER_AREA:
            # As numbers the codes have lost the zeros that they begin with.
            yield FileRow(number, [digits.zfill(4), year, persons])
        elif name and persons:
            problems.notice(say("import.rows_of_counties_and_of_nation", file=sheet.file))
        elif code and not name:
            yield FileRow(number, [code])
