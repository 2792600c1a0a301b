"""Power Circle's table of chargeable cars and charge points (ELIS), one a month.

Names of municipalities stand in capitals in a column without a heading; the year is in the file's
name alone.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path

from sqlalchemy import Connection

from data_access.imports.draft import Draft, Options, Problems, Rows, StoreFacts
from data_access.imports.files import open_sheet
from data_access.imports.publishers.places import Places, places_of
from data_access.imports.statistics.ratios import Counts, ratios_draft
from data_access.questions.newest import newest
from data_access.tables import population
from progress.i18n import say

PLUG_IN, ELECTRIC, POINTS = "Antal laddhybrider", "Antal elbilar", "Antal laddpunkter"
COLUMNS = (PLUG_IN, ELECTRIC, POINTS)
YEAR = re.compile(r"20\d{2}")
PER_POINT, PER_THOUSAND = "cars-per-charge-point", "charge-points-per-1000"

SOURCE = {
    "source_id": "powercircle-charging",
    "title": "Chargeable cars and charge points by municipality (ELIS)",
    "publisher": "Power Circle",
    "licence": "not stated",
    "url": "https://powercircle.org/elbilsstatistik/",
}


@dataclass(frozen=True, slots=True)
class Charging:
    """What one row tells of a municipality in a year."""

    counts: Counts
    code: str
    year: int
    cars: Decimal
    points: Decimal

    def per_point(self) -> Rows:
        return self.counts.ratio(PER_POINT, self.code, self.year, self.cars, self.points)

    def per_thousand(self, persons: Mapping[tuple[str, int], int]) -> Rows:
        """The charge points per thousand inhabitants; none where these are not known."""
        thousands = Decimal(persons.get((self.code, self.year), 0)) / 1000
        return self.counts.ratio(PER_THOUSAND, self.code, self.year, self.points, thousands)


def check(
    files: Sequence[Path], facts: StoreFacts, _options: Options, problems: Problems
) -> Draft | None:
    """Chargeable cars per charge point, and charge points per thousand inhabitants of the year."""
    places = places_of(facts.code_by_spelling)
    charging = [row for path in files for row in rows_of(path, places, problems)]
    per_point = [row for each in charging for row in each.per_point()]
    draft = ratios_draft(files[0].name, per_point, facts, problems, SOURCE)
    if draft is None:
        return None

    def completed(conn: Connection) -> Draft:
        persons = inhabitants(conn)
        per_thousand = [row for each in charging for row in each.per_thousand(persons)]
        result = ratios_draft(files[0].name, per_point + per_thousand, facts, problems, SOURCE)
        problems.raise_if_any()
        assert result is not None
        unknown = sum((each.code, each.year) not in persons for each in charging)
        note = say(
            "import.municipalities_without_known_inhabitants_have_no",
            unknown=unknown,
            per_thousand=PER_THOUSAND,
        )
        return replace(result, notes=(note,) if unknown else ())

    return replace(draft, completed=completed)


def rows_of(path: Path, places: Places, problems: Problems) -> list[Charging]:
    """The rows of one file."""
    years = YEAR.findall(path.stem)
    if not years:
        todo = say("import.name_it_as_power_circle_does")
        problems.add(path.name, None, "", path.name, say("import.year_in_files_name"), todo)
        return []
    sheet = open_sheet(path, lambda row: len(set(COLUMNS) & set(row)), problems)
    if sheet is None:
        return []
    header = sheet.header.cells
    missing = [name for name in COLUMNS if name not in header]
    for name in missing:
        problems.add(
            path.name,
            sheet.header.number,
            name,
            say("import.no_such_column"),
            say("import.it_to_be_there"),
        )
    result = []
    for number, cells in () if missing else sheet.rows:
        code = places.place(cells[0])
        if code is None:
            problems.add(path.name, number, "", cells[0], say("import.municipalitys_name"))
            continue
        counts = Counts(path.name, number, problems)
        known = [counts.count(name, cells[header.index(name)]) for name in COLUMNS]
        plug_in, electric, points = known
        if plug_in is not None and electric is not None and points is not None:
            result.append(Charging(counts, code, int(years[-1]), plug_in + electric, points))
    return result


def inhabitants(conn: Connection) -> dict[tuple[str, int], int]:
    """Municipality and year → inhabitants, as they hold now."""
    table = population.c
    rows = conn.execute(newest(population, table.municipality_code, table.year)).mappings()
    return {(row["municipality_code"], row["year"]): row["inhabitants"] for row in rows}
