"""Reads the three forms in which emissions come: our CSV, SMHI's workbook, JSON by sector."""

import json
import math
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple, TypeVar

from data_access.columns import FIRST_YEAR, LAST_YEAR
from data_access.imports.cells import plain_number
from data_access.imports.frame import Options, Problems, StoreFacts
from data_access.imports.given_out import rows_given
from data_access.imports.reading import (
    FileTable,
    cell_text,
    is_workbook,
    read_table,
    sheet_rows,
    text_of,
)
from data_access.records import EMISSION
from progress.sectors import PUBLISHED_NAMES, SECTORS
from progress.series import TOTAL, Status

T = TypeVar("T")

REQUIRED = EMISSION.required
SAID = ("release", "gas", "scope", "unit")
OPTIONAL = EMISSION.optional
ALL = "Alla"
STATUSES = (Status.FINAL, Status.PRELIMINARY, Status.FORECAST)
SECTOR_CODES = {
    **{code: code for code in SECTORS},
    **PUBLISHED_NAMES,
    TOTAL: TOTAL,
    ALL: TOTAL,
}
"""Our codes and the publishers' spellings → our code."""

REPORT_MARK = "Rapportnamn:"
REPORT_GASES = {"Koldioxid (CO2)": "co2", "Växthusgaser": "co2e"}
REPORT_HEADER = ("Huvudsektor", "Undersektor", "Län", "Kommun")


class Entry(NamedTuple):
    """One checked value and where it stands."""

    file: str
    row: int | None
    code: str
    year: int
    sector: str
    tonnes: float
    status: str


@dataclass(slots=True)
class EmissionFile:
    """What a file holds: values, and the words it says of itself (release, gas, scope, unit)."""

    entries: list[Entry] = field(default_factory=list)
    said: dict[str, set[str]] = field(default_factory=dict)
    nation: list[tuple[int, str, float]] = field(default_factory=list)

    def say(self, what: str, word: str) -> None:
        self.said.setdefault(what, set()).add(word)


@dataclass(frozen=True, slots=True)
class Checks:
    """The checks that every form of file shares."""

    facts: StoreFacts
    options: Options
    problems: Problems

    def year(self, file: str, row: int | None, text: str) -> int | None:
        if text.isascii() and text.isdigit() and FIRST_YEAR <= int(text) <= LAST_YEAR:
            return int(text)
        expected = f"a year from {FIRST_YEAR} to {LAST_YEAR}"
        self.problems.add(file, row, "year", text, expected)
        return None

    def sector(self, file: str, row: int | None, text: str) -> str | None:
        found = SECTOR_CODES.get(text)
        if found is None:
            expected = "one of " + ", ".join((*SECTORS, TOTAL))
            self.problems.add(file, row, "sector", text, expected)
        return found

    def code(self, file: str, row: int | None, text: str) -> str | None:
        if text in self.facts.codes:
            return text
        lost = text.isdigit() and len(text) < 4
        todo = "format the column as text: leading zeros were lost" if lost else ""
        expected = "a municipality's four-digit code"
        self.problems.add(file, row, "municipality_code", text, expected, todo)
        return None

    def name(self, file: str, row: int | None, text: str) -> str | None:
        found = self.facts.code_by_spelling.get(text)
        if found is None:
            expected = "a municipality's name as the store knows it"
            self.problems.add(file, row, "municipality", text, expected)
        return found

    def tonnes(self, file: str, row: int | None, value: float, column: str) -> float | None:
        if math.isfinite(value):
            return value
        self.problems.add(file, row, column, value, "a finite number of tonnes")
        return None


def read(path: Path, checks: Checks) -> EmissionFile | None:
    """The file's values; None where nothing could be read. Faults are in the problems."""
    if path.suffix.lower() == ".json" and not is_given_out(path):
        return from_json(path, checks)
    if is_workbook(path) and is_report(path):
        return from_report(path, checks)
    table = read_table(path, REQUIRED, OPTIONAL, checks.problems)
    return None if table is None else from_table(table, checks)


def is_given_out(path: Path) -> bool:
    """Whether a JSON file has the rows of our own dataset, not the publisher's tree."""
    try:
        rows = rows_given(json.loads(path.read_bytes()))
    except (ValueError, OSError, RecursionError):
        return False
    return bool(rows) and "tonnes" in (rows or [{}])[0]


def remembered(
    look_up: Callable[[str, int | None, str], T | None], file: str
) -> Callable[[int | None, str], T | None]:
    """`look_up` that asks for each right spelling once; wrong ones are named each time."""
    known: dict[str, T] = {}

    def find(row: int | None, text: str) -> T | None:
        if text in known:
            return known[text]
        value = look_up(file, row, text)
        if value is not None:
            known[text] = value
        return value

    return find


def from_table(table: FileTable, checks: Checks) -> EmissionFile:
    """Our own columns, as `klimat export emissions` gives them."""
    found = EmissionFile()
    file, problems = table.file, checks.problems
    code_of = remembered(checks.code, file)
    year_of = remembered(checks.year, file)
    sector_of = remembered(checks.sector, file)
    place = table.columns
    said = [(column, place[column]) for column in SAID if column in place]
    at_code, at_year, at_sector, at_tonnes = (place[column] for column in REQUIRED)
    at_status = place.get("status")
    for number, cells in table.rows:
        code = code_of(number, cells[at_code])
        year = year_of(number, cells[at_year])
        sector = sector_of(number, cells[at_sector])
        text = cells[at_tonnes]
        digits = plain_number(text, table.decimal_comma)
        status = (cells[at_status] if at_status is not None else "") or Status.FINAL.value
        if digits is None:
            todo = "write a point as decimal mark and no thousands marks" if "," in text else ""
            problems.add(file, number, "tonnes", text, "a number of tonnes", todo)
            continue
        tonnes = checks.tonnes(file, number, float(digits), "tonnes")
        if status not in STATUSES:
            problems.add(file, number, "status", status, "one of " + ", ".join(STATUSES))
            continue
        for column, at in said:
            if cells[at]:
                found.say(column, cells[at])
        if code is None or year is None or sector is None or tonnes is None:
            continue
        found.entries.append(Entry(file, number, code, year, sector, tonnes, status))
    return found


def from_json(path: Path, checks: Checks) -> EmissionFile | None:
    """`[{name, sectors: {year: {sector: tonnes}}}]`; names by the table of spellings."""
    text = text_of(path, checks.problems)
    if text is None:
        return None
    shape = "[{name, sectors: {year: {sector: tonnes}}}]"
    try:
        places = json.loads(text)
        tree = [
            (str(place["name"]), {str(y): dict(s) for y, s in place["sectors"].items()})
            for place in places
        ]
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        checks.problems.add(path.name, None, "", str(error)[:80], shape)
        return None
    found = EmissionFile()
    year_of = remembered(checks.year, path.name)
    sector_of = remembered(checks.sector, path.name)
    for name, years in tree:
        code = checks.name(path.name, None, name)
        for year_text, sectors in years.items():
            year = year_of(None, year_text)
            for sector_text, value in sectors.items():
                sector = sector_of(None, sector_text)
                place = f"{name}/{year_text}/{sector_text}"
                if isinstance(value, bool) or not isinstance(value, int | float):
                    checks.problems.add(path.name, None, place, value, "a number of tonnes")
                    continue
                tonnes = checks.tonnes(path.name, None, float(value), place)
                if code is None or year is None or sector is None or tonnes is None:
                    continue
                final = Status.FINAL.value
                found.entries.append(Entry(path.name, None, code, year, sector, tonnes, final))
    return found


def is_report(path: Path) -> bool:
    """Whether a workbook is SMHI's report by county (and not a table with our columns)."""
    rows = sheet_rows(path, Problems(), limit=1)
    return rows is not None and len(rows) > 0 and rows[0][:1] == (REPORT_MARK,)


def from_report(path: Path, checks: Checks) -> EmissionFile | None:
    """SMHI's county report: main sectors of municipalities and the nation, years as columns."""
    rows = sheet_rows(path, checks.problems)
    if rows is None:
        return None
    found = EmissionFile()
    code_of = remembered(checks.name, path.name)
    sector_of = remembered(checks.sector, path.name)
    years: list[int | None] | None = None
    before: tuple[object, ...] = ()
    for number, cells in enumerate(rows, start=1):
        texts = [cell_text(cell) for cell in cells[:4]]
        if years is None:
            for words, gas in REPORT_GASES.items():
                if words in texts[0]:
                    found.say("gas", gas)
            if texts[0].startswith("Enhet:") and "ton/år" not in texts[0]:
                checks.problems.add(path.name, number, "Enhet", texts[0], "ton/år")
            if tuple(texts) == REPORT_HEADER:
                years = [checks.year(path.name, number - 1, cell_text(cell)) for cell in before[4:]]
            before = cells
            continue
        sector_text, subsector, county, place = texts
        if subsector != ALL or (place == ALL and (county != ALL or sector_text == ALL)):
            continue
        code = None if place == ALL else code_of(number, place)
        sector = sector_of(number, sector_text)
        for year, cell in zip(years, cells[4:], strict=False):
            if isinstance(cell, bool) or not isinstance(cell, int | float):
                checks.problems.add(path.name, number, str(year), cell, "a number of tonnes")
            elif year is None or sector is None:
                continue
            elif place == ALL:
                found.nation.append((year, sector, float(cell)))
            elif code is not None:
                final = Status.FINAL.value
                entry = Entry(path.name, number, code, year, sector, float(cell), final)
                found.entries.append(entry)
    if years is None:
        expected = "a row with " + ", ".join(REPORT_HEADER)
        checks.problems.add(path.name, None, "", "no such header", expected)
        return None
    return found
