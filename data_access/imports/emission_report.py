"""SMHI's own forms of the emission statistics: the county report, the table of municipalities.

A header names main sector, subsector, county and municipality; every further column is a year,
which stands in the header or in the row above it.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from data_access.imports.draft import Problems
from data_access.imports.files import Sheet
from data_access.imports.words import plain
from progress.i18n import say

ALL = "Alla"
HEADER = ("Huvudsektor", "Undersektor", "Län", "Kommun")
GASES = {"co2e": ("växthusgaser", "co2-ekv"), "co2": ("koldioxid (co2)", "(ton co2)")}
"""Gas → what the lines above the header call it; of all gases first, which name CO2 too."""

UNIT_LINE = "enhet:"
UNIT = "ton/år"
YEAR_DIGITS = 4


class ReportValue(NamedTuple):
    """A value as it stands: the words of its row, the year of its column."""

    row: int
    header_row: int
    sector: str
    subsector: str
    place: str
    year: str
    text: str


def is_report_header(cells: Sequence[str]) -> bool:
    """Whether a row is the header of one of the forms."""
    return tuple(plain(cell) for cell in cells[: len(HEADER)]) == tuple(map(plain, HEADER))


def report_fit(cells: Sequence[str]) -> int:
    """How well a row fits as a header: far better than any table of ours, or not at all."""
    return 100 if is_report_header(cells) else 0


def gases_in(sheet: Sheet) -> set[str]:
    """The gas that the lines above the header name."""
    lines = [plain(cell) for row in sheet.above for cell in row.cells if cell]
    for gas, words in GASES.items():
        if any(word in line for word in words for line in lines):
            return {gas}
    return set()


def report_values(sheet: Sheet, problems: Problems) -> Iterator[ReportValue]:
    """The values of main sectors in municipalities and the nation, and of subsectors in
    municipalities; of counties none."""
    check_unit(sheet, problems)
    years = years_of(sheet)
    if not years:
        expected = say("import.years_as_columns_after_this_one")
        problems.add(sheet.file, sheet.header.number, HEADER[-1], say("import.no_years"), expected)
    last = max(years, default=0)
    for number, filled in sheet.rows:
        cells = [*filled, *[""] * (last + 1 - len(filled))]
        sector, subsector, county, place = (*cells, "", "", "", "")[: len(HEADER)]
        if not place or (subsector != ALL and place == ALL):
            continue
        if place == ALL and (county not in (ALL, "") or sector == ALL):
            continue
        for column, (at, year) in years.items():
            yield ReportValue(number, at, sector, subsector, place, year, cells[column])


def years_of(sheet: Sheet) -> dict[int, tuple[int, str]]:
    """Column → the row where its year stands, and the year as it is written."""
    candidates = [sheet.header, *reversed(sheet.above[-1:])]
    for row in candidates:
        years = {
            place: (row.number, cell)
            for place, cell in enumerate(row.cells)
            if place >= len(HEADER) and cell[:YEAR_DIGITS].isdigit()
        }
        if years:
            return years
    return {}


def check_unit(sheet: Sheet, problems: Problems) -> None:
    """Whole tonnes a year, where the lines above the header tell a unit."""
    for row in sheet.above:
        for cell in row.cells[:1]:
            if plain(cell).startswith(UNIT_LINE) and UNIT not in plain(cell):
                problems.add(sheet.file, row.number, "Enhet", cell, UNIT)
