"""Trafikanalys' workbook of vehicles in counties and municipalities: new passenger cars by fuel.

One of its tables is read, which its title names. Its heading is Swedish and English over three
rows, municipality codes are numbers without the zero that they begin with, and a dash is zero.
"""

import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from data_access.imports.draft import Draft, Options, Problems, Rows, StoreFacts
from data_access.imports.files import Sheet, open_sheet
from data_access.imports.statistics.ratios import Counts, ratios_draft
from progress.i18n import say

NAME = "Nyregistrerade personbilar efter kommun och drivmedel"
TITLE = re.compile(rf"Tabell \d+\. {NAME}\. År (20\d{{2}})")
ELECTRIC, PLUG_IN, TOTAL = "El", "Laddhybrider", "Totalt"
CODE = re.compile(r"(\d{3,4})(?:[.,]0+)?$")
ALL_ELECTRIC, CHARGEABLE = "new-cars-electric", "new-cars-chargeable"

SOURCE = {
    "source_id": "trafa-new-cars",
    "title": "New passenger cars by municipality and fuel",
    "publisher": "Trafikanalys",
    "licence": "official statistics, licence not stated",
    "url": "https://www.trafa.se/",
}


def check(
    files: Sequence[Path], facts: StoreFacts, _options: Options, problems: Problems
) -> Draft | None:
    """The shares of new passenger cars that are electric, and that can be charged."""
    rows: Rows = []
    for path in files:
        sheet = open_sheet(path, lambda row: bool(title_of(row)), problems)
        if sheet is None:
            continue
        title = title_of(sheet.header.cells)
        if title is None:
            expected = say("import.table_with_title_nyregistrerade_personbilar_efter")
            problems.add(path.name, None, "", say("import.no_such_table"), expected)
            continue
        rows += rows_of(sheet, int(title[1]), facts, problems)
    return ratios_draft(files[0].name, rows, facts, problems, SOURCE)


def title_of(row: Sequence[str]) -> re.Match[str] | None:
    """The table's title, in a row's first cell: the list of contents has it in another."""
    return TITLE.match(row[0])


def rows_of(sheet: Sheet, year: int, facts: StoreFacts, problems: Problems) -> Rows:
    """The rows of the municipalities under the table's own heading."""
    rows: Rows = []
    places: dict[str, int] = {}
    for number, cells in sheet.rows:
        if not places:
            places = places_of(cells)
            continue
        match = CODE.match(cells[0])
        if match is None:
            continue
        code = match[1].zfill(4)
        if code not in facts.codes:
            problems.add(
                sheet.file, number, "Kommunkod", cells[0], say("import.municipalitys_code")
            )
            continue
        rows += shares(Counts(sheet.file, number, problems), code, year, cells, places)
    if not places:
        expected = say("import.heading_with_and", electric=ELECTRIC, plug_in=PLUG_IN, total=TOTAL)
        problems.add(sheet.file, sheet.header.number, "", say("import.no_such_heading"), expected)
    return rows


def places_of(cells: Sequence[str]) -> dict[str, int]:
    """The columns of the counts in the heading's first row; none in another row."""
    places = {name: cells.index(name) for name in (ELECTRIC, PLUG_IN, TOTAL) if name in cells}
    return places if len(places) == len((ELECTRIC, PLUG_IN, TOTAL)) else {}


def shares(
    counts: Counts, code: str, year: int, cells: Sequence[str], places: Mapping[str, int]
) -> Rows:
    """Both shares of one municipality."""
    known = {name: counts.count(name, cells[place]) for name, place in places.items()}
    electric, plug_in, total = known[ELECTRIC], known[PLUG_IN], known[TOTAL]
    if electric is None or plug_in is None or total is None:
        return []
    return [
        *counts.ratio(ALL_ELECTRIC, code, year, electric, total),
        *counts.ratio(CHARGEABLE, code, year, electric + plug_in, total),
    ]
