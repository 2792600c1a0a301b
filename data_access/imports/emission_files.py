"""Reads the three forms in which emissions come: our CSV, SMHI's workbook, JSON by sector."""

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple, TypeVar

from data_access.imports.draft import Problems, StoreFacts
from data_access.imports.emission_report import (
    ALL,
    gases_in,
    is_report_header,
    report_fit,
    report_values,
)
from data_access.imports.files import Location, Sheet, open_sheet
from data_access.imports.files.json_rows import json_of
from data_access.imports.headers import fit_of
from data_access.imports.numbers import NotANumber, number, year
from data_access.imports.own_exports import exported_rows
from data_access.imports.places_in_files import A_CODE, advice_on, municipality_in, notice_on
from data_access.imports.reading import FileTable, table_of
from data_access.imports.words import value_of
from data_access.records import EMISSION
from progress.emissions.sectors import PUBLISHED_NAMES, SECTORS
from progress.emissions.series import TOTAL, Status
from progress.i18n import say

T = TypeVar("T")

REQUIRED = EMISSION.required
SAID = ("release", "gas", "scope", "unit")
OPTIONAL = EMISSION.optional
STATUSES = (Status.FINAL, Status.PRELIMINARY, Status.FORECAST)
SECTOR_CODES = {
    **{code: code for code in SECTORS},
    **PUBLISHED_NAMES,
    TOTAL: TOTAL,
    ALL: TOTAL,
}
"""Our codes and the publishers' spellings → our code."""


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
    """What a file holds: values, and the words it says of itself (release, gas, scope, unit).

    `subsectors`: municipality, sector and the publisher's name of a part of it → year → tonnes.
    """

    entries: list[Entry] = field(default_factory=list)
    said: dict[str, set[str]] = field(default_factory=dict)
    nation: list[tuple[int, str, float]] = field(default_factory=list)
    subsectors: dict[tuple[str, str, str], dict[int, float]] = field(default_factory=dict)

    def say(self, what: str, word: str) -> None:
        self.said.setdefault(what, set()).add(word)


@dataclass(frozen=True, slots=True)
class Checks:
    """The checks that every form of file shares."""

    facts: StoreFacts
    problems: Problems

    def year(self, file: str, row: int | None, text: str) -> int | None:
        try:
            return year(text)
        except NotANumber as reason:
            self.problems.add(file, row, "year", text, reason.expected, reason.todo)
            return None

    def sector(self, file: str, row: int | None, text: str) -> str | None:
        word = value_of(text, SECTOR_CODES)
        if word is None:
            expected = say("import.one_of", words=", ".join((*SECTORS, TOTAL)))
            self.problems.add(file, row, "sector", text, expected)
            return None
        return SECTOR_CODES[word]

    def code(self, file: str, row: int | None, text: str) -> str | None:
        code = municipality_in(text, self.facts)
        if code is None:
            todo = advice_on(text, self.facts)
            self.problems.add(file, row, "municipality_code", text, A_CODE, todo)
        self.problems.notice(notice_on(file, text, self.facts))
        return code

    def name(self, file: str, row: int | None, text: str) -> str | None:
        code = municipality_in(text, self.facts)
        if code is None:
            expected = say("import.municipalitys_name_as_store_knows_it")
            self.problems.add(file, row, "municipality", text, expected)
        return code

    def status(self, file: str, row: int | None, text: str) -> str | None:
        word = value_of(text, STATUSES)
        if word is None:
            self.problems.add(
                file, row, "status", text, say("import.one_of", words=", ".join(STATUSES))
            )
        return word

    def tonnes(
        self, file: str, row: int | None, text: str, column: str, decimal_comma: bool | None
    ) -> float | None:
        try:
            return float(number(text, decimal_comma))
        except NotANumber as reason:
            expected = str(reason) if text else say("import.number_of_tonnes")
            self.problems.add(file, row, column, text, expected, reason.todo)
            return None


def read(path: Path, checks: Checks) -> EmissionFile | None:
    """The file's values; None where nothing could be read. Faults are in the problems."""
    if Location.of(path).is_json and not is_own_export(path):
        return from_json(path, checks)
    known = (*REQUIRED, *OPTIONAL)
    sheet = open_sheet(path, lambda row: max(fit_of(row, known), report_fit(row)), checks.problems)
    if sheet is None:
        return None
    if is_report_header(sheet.header.cells):
        return from_report(sheet, checks)
    table = table_of(sheet, REQUIRED, OPTIONAL, checks.problems)
    return None if table is None else from_table(table, checks)


def is_own_export(path: Path) -> bool:
    """Whether a JSON file has the rows of our own dataset, not the publisher's tree."""
    try:
        rows = exported_rows(json.loads(path.read_bytes()))
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
    result = EmissionFile()
    file = table.file
    code_of = remembered(checks.code, file)
    year_of = remembered(checks.year, file)
    sector_of = remembered(checks.sector, file)
    status_of = remembered(checks.status, file)
    place = table.columns
    said = [(column, place[column]) for column in SAID if column in place]
    at_code, at_year, at_sector, at_tonnes = (place[column] for column in REQUIRED)
    at_status = place.get("status")
    for row, cells in table.rows:
        code = code_of(row, cells[at_code])
        year = year_of(row, cells[at_year])
        sector = sector_of(row, cells[at_sector])
        tonnes = checks.tonnes(file, row, cells[at_tonnes], "tonnes", table.decimal_comma)
        word = (cells[at_status] if at_status is not None else "") or Status.FINAL.value
        status = status_of(row, word)
        for column, at in said:
            if cells[at]:
                result.say(column, cells[at])
        if code is None or year is None or sector is None or tonnes is None or status is None:
            continue
        result.entries.append(Entry(file, row, code, year, sector, tonnes, status))
    return result


def from_json(path: Path, checks: Checks) -> EmissionFile | None:
    """`[{name, sectors: {year: {sector: tonnes}}}]`; names by the table of spellings."""
    places = json_of(path, checks.problems)
    if places is None:
        return None
    shape = "[{name, sectors: {year: {sector: tonnes}}}]"
    try:
        tree = [
            (str(place["name"]), {str(y): dict(s) for y, s in place["sectors"].items()})
            for place in places
        ]
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        checks.problems.add(path.name, None, "", str(error)[:80], shape)
        return None
    result = EmissionFile()
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
                    checks.problems.add(
                        path.name, None, place, value, say("import.number_of_tonnes")
                    )
                    continue
                tonnes = checks.tonnes(path.name, None, repr(value), place, decimal_comma=False)
                if code is None or year is None or sector is None or tonnes is None:
                    continue
                final = Status.FINAL.value
                result.entries.append(Entry(path.name, None, code, year, sector, tonnes, final))
    return result


def from_report(sheet: Sheet, checks: Checks) -> EmissionFile:
    """SMHI's forms: sectors of municipalities and of the nation and what the municipalities' are
    made of, years as columns."""
    result = EmissionFile()
    code_of = remembered(checks.name, sheet.file)
    sector_of = remembered(checks.sector, sheet.file)
    year_of = remembered(checks.year, sheet.file)
    for gas in gases_in(sheet):
        result.say("gas", gas)
    for value in report_values(sheet, checks.problems):
        year = year_of(value.header_row, value.year)
        sector = sector_of(value.row, value.sector)
        code = None if value.place == ALL else code_of(value.row, value.place)
        tonnes = checks.tonnes(sheet.file, value.row, value.text, value.year, sheet.decimal_comma)
        if year is None or sector is None or tonnes is None:
            continue
        if value.place == ALL:
            result.nation.append((year, sector, tonnes))
        elif code is not None and value.subsector != ALL:
            result.subsectors.setdefault((code, sector, value.subsector), {})[year] = tonnes
        elif code is not None:
            final = Status.FINAL.value
            result.entries.append(Entry(sheet.file, value.row, code, year, sector, tonnes, final))
    return result
