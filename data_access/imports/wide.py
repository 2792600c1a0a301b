"""Tables with a column for each year, as Statistics Sweden gives them, as tables with a row each.

`region;2023;2024` with `0114 Upplands Väsby` becomes a row for each year. Rows of counties and of
the nation, whose codes have two digits, are left aside.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from data_access.imports.draft import Problems
from data_access.imports.files import FileRow, Sheet
from data_access.imports.headers import columns_in, fit_of
from progress.i18n import say

YEAR = re.compile(r"(?:.*\s)?((?:19|20)\d{2})(?:M12)?$")
"""A year, or its last month, as the monthly tables write it."""

FIGURE = re.compile(r"[-−]?\d[\d\s.,]*$")
LARGER_AREA = re.compile(r"\d{2} \D")
PLACE, YEAR_COLUMN = "municipality_code", "year"
NAME_OF_PLACE = "municipality"
VALUES = ("persons", "tonnes", "value")
"""Columns of which a table can give one by year."""


def wide_fit(header: Sequence[str], known: Sequence[str]) -> int:
    """How well a row fits as a header: by its columns, else by years beside a place."""
    named = 10 * fit_of(header, known)
    if YEAR_COLUMN not in known or PLACE not in known:
        return named
    return named + bool(years_in(header) and names_place(header, known))


def names_place(header: Sequence[str], known: Sequence[str]) -> bool:
    """Whether the first column is that of places; Statistics Sweden's workbooks leave it empty."""
    return not header[0] or columns_in(header, known)[0] in (PLACE, NAME_OF_PLACE)


def years_in(header: Sequence[str]) -> dict[int, str]:
    """Column → the year that its heading ends in."""
    return {
        place: match[1]
        for place, heading in enumerate(header)
        if place > 0 and (match := YEAR.match(heading))
    }


def as_rows(
    sheet: Sheet, required: Sequence[str], known: Sequence[str], problems: Problems
) -> Sheet:
    """The sheet with a row for each year where it has a column for each; else as it is."""
    header = sheet.header.cells
    years = years_in(header)
    columns = columns_in(header, known)
    value = next((name for name in VALUES if name in required), None)
    wide = years and value and YEAR_COLUMN in required and PLACE in required
    if not wide or value is None or YEAR_COLUMN in columns or not names_place(header, known):
        return sheet
    columns_left = {place: name for place, name in enumerate(columns) if name and name != value}
    columns_left[0] = PLACE
    names = [*columns_left.values(), YEAR_COLUMN, value]
    rows = long_rows(sheet, columns_left, years, problems)
    return replace(
        sheet,
        header=FileRow(sheet.header.number, names),
        rows=rows,
        formulas=frozenset(),
        merged=(),
        ragged=False,
    )


def long_rows(
    sheet: Sheet, names: Mapping[int, str], years: Mapping[int, str], problems: Problems
) -> Iterator[FileRow]:
    """A row for each year of each place, with the number of the row in the file.

    The notes under the table, short words among them, are one: a source's page has twenty lines.
    """
    notes: list[FileRow] = []
    for number, cells in sheet.rows:
        if LARGER_AREA.match(cells[0]):
            problems.notice(say("import.rows_of_counties_and_of_nation", file=sheet.file))
            continue
        filled = [cell for cell in cells if cell]
        figures = any(FIGURE.match(cells[place]) for place in years if place < len(cells))
        if len(filled) == 1 or (not figures and 2 * len(filled) <= len(years)):
            notes.append(FileRow(number, [" ".join(filled)]))
            continue
        yield from notes  # headings within the table, which are no notes under it
        notes = []
        whole = [*cells, *[""] * (max(years) + 1 - len(cells))]
        for place, year in years.items():
            yield FileRow(number, [*(whole[at] for at in names), year, whole[place]])
    if notes:
        yield FileRow(notes[0].number, [" ".join(note.cells[0] for note in notes)])
