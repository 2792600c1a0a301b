"""Imports a city's own series, or its forecasts for the years that a loaded release lacks."""

import hashlib
from collections import defaultdict
from collections.abc import Mapping, Sequence
from decimal import Decimal
from pathlib import Path

from sqlalchemy import Connection, insert

from data_access.imports.cells import RowCells
from data_access.imports.differences import Values
from data_access.imports.doubts import (
    Total,
    check_against_held,
    check_per_person,
    check_within_territory,
)
from data_access.imports.draft import Draft, Options, Problems, StoreFacts
from data_access.imports.emission_checks import (
    check_past,
    check_sectors_complete,
    grouped,
    without_double_totals,
)
from data_access.imports.emission_files import SECTOR_CODES, STATUSES, Entry
from data_access.imports.emissions import emission_rows
from data_access.imports.own_series_checks import (
    OwnFile,
    check_against_continued,
    check_forecasts,
    check_options,
    check_totals,
)
from data_access.imports.own_series_ties import Continued, latest_totals, release_to_continue
from data_access.imports.tables import check_no_example, rows_of
from data_access.records import OWN_SERIES
from data_access.tables import emission, own_series
from progress.emissions.series import TOTAL, Gas, Scope, Status, Unit
from progress.i18n import say

UNITS = {
    "tonnes": (Unit.TONNES, 1.0),
    "kton": (Unit.TONNES, 1000.0),
    "tonnes_per_person": (Unit.TONNES_PER_PERSON, 1.0),
}
LARGEST = {"tonnes": Decimal(10**8), "kton": Decimal(10**5)}
"""More than the country emits, its imports included: of two readings of a figure one above is none.
"""
PARTS_OF_TERRITORY = frozenset({Scope.TERRITORIAL, Scope.GROUP, Scope.BUDGET, Scope.CITY_CORE})
"""Whose emissions lie within the municipality, but for some that its companies have elsewhere."""

ONE_IN_A_FILE = (
    "source_title",
    "source_publisher",
    "licence",
    "source_url",
    "note",
    "continues",
    "release",
)
"""A file holds one series from one source; empty cells repeat what other rows say."""


def check(
    files: Sequence[Path], facts: StoreFacts, options: Options, problems: Problems
) -> Draft | None:
    """The rows of one release, or None with the problems named."""
    said: dict[str, dict[str, int]] = defaultdict(dict)
    units: dict[Unit, int] = {}
    entries: list[Entry] = []
    for cells in rows_of(files, OWN_SERIES.required, OWN_SERIES.optional, facts, problems):
        check_no_example(cells, "source_title")
        for column in ONE_IN_A_FILE:
            check_the_same(cells, column, cells.text(column), said[column])
        entry = read_entry(cells, units, said)
        if entry is not None:
            entries.append(entry)
    if problems or not entries:
        return None
    head = head_of(files[0].name, said, next(iter(units)), entries)
    check_options(head, options, problems)
    check_past(entries, options, problems)
    groups = grouped(entries, problems)
    entries_by_year = without_double_totals(groups, problems, column="value")
    check_sectors_complete(entries_by_year, problems)
    check_totals(head, entries_by_year, problems)
    check_forecasts(head, entries_by_year, problems)
    if problems:
        return None
    values = {
        f"{code} {year}": (f"{sum(entry.tonnes for entry in group):.6g}",)
        for (code, year), group in entries_by_year.items()
    }
    years = [year for _, year in entries_by_year]

    def held(conn: Connection) -> Mapping[str, Values]:
        totals = latest_totals(conn, head.code, head.scope, head.gas, head.unit, head.forecast_only)
        return {key: (total,) for key, total in totals.items()}

    totals_read = [
        Total(rows[0].file, rows[0].row, code, year, sum(row.tonnes for row in rows))
        for (code, year), rows in entries_by_year.items()
    ]

    def examine(conn: Connection, problems: Problems) -> None:
        earlier = latest_totals(conn, head.code, head.scope, head.gas, head.unit, None)
        known = {(key[:4], int(key[5:])): float(total) for key, total in earlier.items()}
        check_against_held(totals_read, known, "value", options, problems)
        if head.unit is Unit.TONNES and head.scope in PARTS_OF_TERRITORY:
            check_within_territory(conn, totals_read, "value", options, problems)
        check_per_person(conn, totals_read, head.scope, head.unit, "value", options, problems)
        if head.forecast_only:
            check_against_continued(continued(conn, head), head, entries_by_year, problems)

    def write(conn: Connection, release_id: int) -> None:
        tie = continued(conn, head) if head.forecast_only else None
        conn.execute(
            insert(own_series).values(
                release_id=release_id,
                municipality_code=head.code,
                continues_id=None if tie is None else tie.release_id,
            )
        )

    return Draft(
        rows=sum(len(group) for group in entries_by_year.values()),
        inserts=((emission, emission_rows(entries_by_year, facts)),),
        values=values,
        held=held,
        label=head.label,
        label_stem=f"own-{head.code}-{head.scope.replace('_', '-')}-{head.gas.replace('_', '-')}",
        title=head.source["title"],
        source=head.source,
        gas=head.gas,
        scope=head.scope,
        unit=head.unit,
        years=(min(years), max(years)),
        write=write,
        examine=examine,
    )


def check_the_same(cells: RowCells, column: str, word: str | None, said: dict[str, int]) -> None:
    """A file speaks of one series and one source."""
    if not word:
        return
    said.setdefault(word, cells.row.number)
    first, row = next(iter(said.items()))
    if word != first:
        todo = say("import.import_each_series_as_file_of")
        cells.problem(
            column, say("import.as_row_says_one_in_file", first=first, row=row, column=column), todo
        )


def read_entry(
    cells: RowCells, units: dict[Unit, int], said: Mapping[str, dict[str, int]]
) -> Entry | None:
    """One value in the store's unit; None where something is wrong with it, which is noted."""
    code = cells.code()
    scope = cells.word("scope", list(Scope))
    gas = cells.word("gas", list(Gas))
    for column, word in (("municipality_code", code), ("scope", scope), ("gas", gas)):
        check_the_same(cells, column, word, said[column])
    year = cells.year("year", required=True)
    unit = cells.word("unit", list(UNITS))
    value = cells.number("value", required=True, largest=LARGEST.get(unit or ""))
    status = cells.word("status", STATUSES, Status.FINAL)
    sector = cells.word("sector", list(SECTOR_CODES), TOTAL)
    for column in ("source_title", "source_publisher"):
        cells.text(column, required=True)
    if None in (code, scope, gas) or year is None or value is None:
        return None
    if unit is None or status is None or sector is None or code is None:
        return None
    stored, factor = UNITS[unit]
    units.setdefault(stored, cells.row.number)
    first, row = next(iter(units.items()))
    if stored is not first:
        expected = say("import.unit_as_in_row_whole_tonnes", row=row)
        cells.problem("unit", expected, say("import.import_each_as_file_of_its"))
    number, file = cells.row.number, cells.table.file
    return Entry(file, number, code, year, SECTOR_CODES[sector], value * factor, status)


def head_of(
    file: str, said: Mapping[str, Mapping[str, int]], unit: Unit, entries: Sequence[Entry]
) -> OwnFile:
    """What the file's rows say alike. The source's id follows from its words."""
    word = {column: next(iter(words), "") for column, words in said.items()}
    known = {
        "title": word["source_title"],
        "publisher": word["source_publisher"],
        "licence": word["licence"] or "none stated",
        "url": word["source_url"],
        "note": word["note"],
    }
    digest = hashlib.sha256("\n".join(known.values()).encode()).hexdigest()[:12]
    return OwnFile(
        file,
        word["municipality_code"],
        Scope(word["scope"]),
        Gas(word["gas"]),
        unit,
        {"source_id": f"own-{digest}", **known},
        word["continues"],
        word["release"] or None,
        all(entry.status == Status.FORECAST for entry in entries),
    )


def continued(conn: Connection, head: OwnFile) -> Continued | None:
    """The release that a file of forecasts continues, or None where there is none such."""
    return release_to_continue(
        conn, head.code, head.scope, head.gas, head.unit, head.continues or None
    )
