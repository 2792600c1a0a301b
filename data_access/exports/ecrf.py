"""A city's emissions of a year as the workbook eCRF, filled from the store.

The heads are the form's own, in its order (docs/mappings.md says which copy was read). What only
the city knows, activity data and emission factors among it, is left empty for it to fill in.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from sqlalchemy import Connection

from data_access import questions as ask
from data_access.exports.emissions import EmissionChoice, emission_rows, newest_territorial
from data_access.exports.workbook import Sheet
from progress.emissions.ecrf import entries
from progress.emissions.series import Gas
from progress.records import Municipality, Release

YEAR, NUMBER, SCOPE, KEY = "Inventory year", "GPC ref. no.", "Scope", "Notation key"
SECTOR, SUBSECTOR = "CRF - Sector", "CRF - Sub-sector"
METHOD, SOURCE = "Activity data - Description and Methodology", "Activity data - Source"
TONNES = "GHGs (metric tonnes CO2e) - Total CO2e"
INVENTORY = (
    YEAR,
    NUMBER,
    SECTOR,
    SUBSECTOR,
    SCOPE,
    "Fuel type or activity",
    KEY,
    "Activity data - Amount",
    "Activity data - Unit",
    METHOD,
    SOURCE,
    "Activity data - Data Quality",
    "Emission factor - Unit",
    "Emission factor - CO2",
    "Emission factor - CH4",
    "Emission factor - N2O",
    "Emission factor - Total CO2e",
    "Emission factor - Biogenic CO2",
    "Emission factor - Oxidation factor",
    "Emission factor - Year",
    "Emission factor - Scale",
    "Emission factor - Description",
    "Emission factor - Source",
    "Emission factor - Data Quality",
    "GHGs (metric tonnes CO2e) - CO2",
    "GHGs (metric tonnes CO2e) - CH4",
    "GHGs (metric tonnes CO2e) - N2O",
    TONNES,
    "GHGs (metric tonnes CO2e) - Biogenic CO2",
    "Activity data conversion - original activity",
    "Activity data conversion - original unit",
    "Activity data conversion - conversion value",
    "Activity data conversion - override used?",
)
"""The heads of the sheet eCRF_3."""

TERRITORIAL = "Territorial emissions (scope 1) of the national emission database"
BOUNDARY = ("", "Type", TERRITORIAL)
"""The first row of the sheet eCRF_1, whose rows are a part, a question and its answer."""


def ecrf_years(conn: Connection, code: str) -> tuple[int, ...]:
    """The years that a city's eCRF can be of: those of the release that the site shows."""
    return tuple(sorted({row["year"] for row in _rows(conn, code)}))


def ecrf_sheets(conn: Connection, city: Municipality, year: int) -> list[Sheet]:
    """The sheets eCRF_1 and eCRF_3. `year` is one of `ecrf_years`."""
    rows = [row for row in _rows(conn, city.code) if row["year"] == year]
    labels = {row["release"] for row in rows}
    release = next(each for each in ask.releases(conn) if each.label in labels)
    tonnes = {row["sector"]: row["tonnes"] for row in rows if row["tonnes"] is not None}
    inhabitants = ask.population(conn, city.code).get(year)
    boundary = [
        dict(zip(BOUNDARY, answer, strict=True)) for answer in _boundary(city, year, inhabitants)
    ]
    return [
        Sheet("eCRF_1", BOUNDARY, boundary),
        Sheet("eCRF_3", INVENTORY, list(_inventory(year, tonnes, release))),
    ]


def _rows(conn: Connection, code: str) -> Iterator[Mapping[Any, Any]]:
    held_by = newest_territorial(conn, [Gas.CO2E], [code])
    return emission_rows(conn, EmissionChoice({"municipality_code": [code]}, held_by=held_by))


def _boundary(
    city: Municipality, year: int, inhabitants: int | None
) -> Iterator[tuple[str, str, object]]:
    yield "Boundary", "Name of city", city.name
    yield "", "Country", "Sweden"
    yield "", "Region", city.county_name
    yield "", "Inventory year", year
    yield "", "Geographic boundary", "Administrative boundary of the municipality"
    yield "", "Resident population within city boundary", inhabitants


def _inventory(
    year: int, tonnes: Mapping[str, float], release: Release
) -> Iterator[Mapping[str, Any]]:
    source = f"{release.source.publisher}: {release.title}"
    for entry in entries(tonnes):
        yield dict.fromkeys(INVENTORY) | {
            YEAR: year,
            NUMBER: entry.row.number,
            SECTOR: entry.row.sector,
            SUBSECTOR: entry.row.subsector,
            SCOPE: entry.row.scope,
            KEY: entry.notation_key,
            METHOD: entry.explanation,
            SOURCE: source if entry.tonnes is not None else "",
            TONNES: entry.tonnes,
        }
