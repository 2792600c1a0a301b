"""The five releases of SMHI's territorial emissions, and the publisher's totals."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from progress.emissions.sectors import PUBLISHED_NAMES
from progress.emissions.series import TOTAL
from seed_data.build.csv_files import BuildError, plain, read_rows, write_rows
from seed_data.build.spellings import Codes, codes_from
from seed_data.build.workbooks import first_sheet

COLUMNS = ("municipality_code", "year", "sector", "tonnes", "status")
STATUS = "final"
"""The publisher's files mark no value as preliminary, so every value is taken as final."""

SUM_TOLERANCE_TONNES = 0.1
DECIMALS = 3
ALL = "Alla"
HEADER_ROW = 6


class Tonnes(NamedTuple):
    """One municipality's tonnes in one year and sector."""

    municipality_code: str
    year: int
    sector: str
    tonnes: float


SECTOR_JSON = {
    "smhi-co2-2025": "smhi-co2-sectors-release-2025.json",
    "smhi-co2e-2025": "klimatkollen-2026-02/municipality-sector-emissions.json",
    "smhi-co2e-2026": "klimatkollen-2026-06/municipality-sector-emissions.json",
}
NATIONAL_JSON = {
    "smhi-co2e-2025": "klimatkollen-2026-02/national-sector-emissions.json",
    "smhi-co2e-2026": "klimatkollen-2026-06/national-sector-emissions.json",
}
WORKBOOK_RELEASE = "smhi-co2-2024"
WORKBOOK = "smhi-co2-lansrapport-2024-04-18.xlsx"
TOTALS_ONLY_RELEASE = "smhi-co2-2023"
TOTALS = "municipality-totals-by-release.csv"
GASES = {"CO2": "co2", "GHG_CO2e": "co2e"}


def sector_code(spelling: str, file_name: str) -> str:
    """Our code for a published sector name. Raises BuildError for an unknown spelling."""
    try:
        return PUBLISHED_NAMES[spelling]
    except KeyError:
        raise BuildError(f"{file_name}: unknown sector {spelling!r}") from None


def from_sector_json(path: Path, codes: Codes) -> Iterator[Tonnes]:
    """The form `[{name, sectors: {year: {sector: tonnes}}}]`."""
    for place in json.loads(path.read_text(encoding="utf-8")):
        code = codes.code(place["name"], path.name)
        for year, sectors in place["sectors"].items():
            for name, tonnes in sectors.items():
                yield Tonnes(code, int(year), sector_code(name, path.name), float(tonnes))


class WorkbookRow(NamedTuple):
    """Tonnes a year of a sector or, by its name, of a subsector; the municipality is `Alla` for
    the nation, the subsector `Alla` for their sum."""

    sector: str
    subsector: str
    municipality: str
    tonnes: list[float]


def workbook_rows(path: Path) -> tuple[list[int], list[WorkbookRow]]:
    """Years, and the rows of municipalities and the nation; those of counties are left out."""
    years: list[int] = []
    rows = []
    for number, cells in enumerate(first_sheet(path), start=1):
        if number == HEADER_ROW - 1:
            years = [int(str(cell)) for cell in cells[4:]]
        if number <= HEADER_ROW or (cells[3] == ALL and cells[2] != ALL):
            continue
        tonnes = [float(str(cell)) for cell in cells[4:]]
        rows.append(WorkbookRow(str(cells[0]), str(cells[1]), str(cells[3]), tonnes))
    return years, rows


def from_workbook(path: Path, codes: Codes) -> tuple[list[Tonnes], list[tuple[int, str, float]]]:
    """Municipalities by sector, and the nation by year and sector, of SMHI's own workbook.

    Raises BuildError where a municipality's nine sectors do not add up to the published total.
    """
    years, rows = workbook_rows(path)
    values: list[Tonnes] = []
    totals: dict[tuple[str, int], float] = {}
    national: list[tuple[int, str, float]] = []
    for sector, subsector, place, tonnes in rows:
        if subsector != ALL:
            continue
        for year, amount in zip(years, tonnes, strict=True):
            if place == ALL:
                if sector != ALL:
                    national.append((year, sector_code(sector, path.name), amount))
                continue
            code = codes.code(place, path.name)
            if sector == ALL:
                totals[code, year] = amount
            else:
                values.append(Tonnes(code, year, sector_code(sector, path.name), amount))
    sums: dict[tuple[str, int], float] = {}
    for value in values:
        key = value.municipality_code, value.year
        sums[key] = sums.get(key, 0.0) + value.tonnes
    for key, total in totals.items():
        if abs(sums.get(key, 0.0) - total) > SUM_TOLERANCE_TONNES:
            raise BuildError(
                f"{path.name}: the sectors of {key} add to {sums.get(key)}, not {total}"
            )
    return values, national


def subsectors_from_workbook(path: Path, codes: Codes) -> tuple[list[int], list[list[str]]]:
    """Years, and municipality, sector, subsector and tonnes a year of what emits in any year."""
    years, rows = workbook_rows(path)
    return years, sorted(
        [
            codes.code(row.municipality, path.name),
            sector_code(row.sector, path.name),
            row.subsector,
            *(plain(tonnes, DECIMALS) for tonnes in row.tonnes),
        ]
        for row in rows
        if ALL not in (row.subsector, row.municipality) and any(row.tonnes)
    )


def national_from_json(path: Path) -> list[tuple[int, str, float]]:
    """The nation's tonnes by year and sector."""
    (nation,) = json.loads(path.read_text(encoding="utf-8"))
    return [
        (int(year), sector_code(name, path.name), float(tonnes))
        for year, sectors in nation["sectors"].items()
        for name, tonnes in sectors.items()
    ]


def publisher_totals(path: Path) -> list[tuple[str, str, int, float]]:
    """Release label, municipality code, year and tonnes of the file of totals."""
    totals = []
    for row in read_rows(path):
        label = f"smhi-{GASES[row['gas']]}-{row['smhi_release_year']}"
        totals.append((label, row["municipality_code"], int(row["year"]), float(row["tonnes"])))
    return totals


def write_release(target: Path, label: str, values: list[Tonnes]) -> int:
    """Writes one release in order of municipality, year and sector."""
    rows = (
        (
            value.municipality_code,
            str(value.year),
            value.sector,
            plain(value.tonnes, DECIMALS),
            STATUS,
        )
        for value in sorted(values)
    )
    return write_rows(target / "emissions" / f"{label}.csv", COLUMNS, rows)


def build(sources: Path, target: Path) -> dict[str, int]:
    """Writes one file a release, the nation's totals and the publisher's totals; rows per file."""
    folder = sources / "emissions"
    codes = codes_from(sources)
    releases: dict[str, list[Tonnes]] = {}
    national: dict[str, list[tuple[int, str, float]]] = {}
    totals = publisher_totals(folder / TOTALS)
    releases[TOTALS_ONLY_RELEASE] = [
        Tonnes(code, year, TOTAL, tonnes)
        for label, code, year, tonnes in totals
        if label == TOTALS_ONLY_RELEASE
    ]
    releases[WORKBOOK_RELEASE], national[WORKBOOK_RELEASE] = from_workbook(folder / WORKBOOK, codes)
    for label, name in SECTOR_JSON.items():
        releases[label] = list(from_sector_json(folder / name, codes))
    for label, name in NATIONAL_JSON.items():
        national[label] = national_from_json(folder / name)
    written = {
        f"emissions/{label}.csv": write_release(target, label, values)
        for label, values in releases.items()
    }
    years, subsectors = subsectors_from_workbook(folder / WORKBOOK, codes)
    written[f"subsectors/{WORKBOOK_RELEASE}.csv"] = write_rows(
        target / "subsectors" / f"{WORKBOOK_RELEASE}.csv",
        ("municipality_code", "sector", "subsector", *map(str, years)),
        subsectors,
    )
    written["national_emissions.csv"] = write_rows(
        target / "national_emissions.csv",
        ("release", "year", "sector", "tonnes"),
        (
            (label, str(year), sector, plain(tonnes, DECIMALS))
            for label, values in sorted(national.items())
            for year, sector, tonnes in sorted(values)
        ),
    )
    written["publisher_totals.csv"] = write_rows(
        target / "publisher_totals.csv",
        ("release", "municipality_code", "year", "tonnes"),
        (
            (label, code, str(year), plain(tonnes, DECIMALS))
            for label, code, year, tonnes in sorted(totals)
        ),
    )
    return written
