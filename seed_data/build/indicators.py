"""Indicator values per municipality and year, computed from the publishers' counts."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from seed_data.build.csv_files import BuildError, plain, read_rows, write_rows
from seed_data.build.population import population
from seed_data.build.spellings import Codes, codes_from
from seed_data.build.workbooks import first_sheet, sheets

COLUMNS = (
    "indicator_id",
    "municipality_code",
    "year",
    "value",
    "numerator",
    "denominator",
    "status",
)
STATUS = "final"
RELEASES = {
    "new-cars-electric": "trafa-new-cars-2025",
    "new-cars-chargeable": "trafa-new-cars-2025",
    "cars-per-charge-point": "powercircle-charging-2025",
    "charge-points-per-1000": "powercircle-charging-2025",
    "cycle-metres-per-person": "trafikverket-cycle-network-2025",
    "procurement-climate-requirements": "nue-2022",
}
"""Indicator → the release, and so the file, that its values belong to."""

DECIMALS = 6
NONE_MARKS = ("-", "–", "")
CYCLE_NETWORK = "trafikverket-bicycle-network-metres-2020-2025.xlsx"
SURVEY = "nue2022-procurement-climate-requirements.xlsx"
SURVEY_YEAR = 2022


class Value(NamedTuple):
    """One indicator value; the parts are None where the publisher gives the value itself."""

    indicator_id: str
    municipality_code: str
    year: int
    value: float
    numerator: float | None = None
    denominator: float | None = None


def ratio(indicator_id: str, code: str, year: int, part: float, whole: float) -> Iterator[Value]:
    """part / whole, or nothing where the whole is zero: a ratio to nothing is no value."""
    if whole > 0:
        yield Value(indicator_id, code, year, part / whole, part, whole)


def new_cars(path: Path) -> Iterator[Value]:
    """Shares of new passenger cars that are electric, and that are electric or plug-in hybrids."""
    for row in read_rows(path):
        code, year = row["municipality_code"], int(row["year"])
        electric, plug_in = int(row["new_electric"]), int(row["new_plugin_hybrid"])
        every = int(row["new_all_fuels"])
        yield from ratio("new-cars-electric", code, year, electric, every)
        yield from ratio("new-cars-chargeable", code, year, electric + plug_in, every)


def number(text: str) -> float:
    """A count as Power Circle writes it, with decimal point or comma."""
    return float(text.replace(",", "."))


def charging(path: Path, codes: Codes, persons: dict[tuple[str, int], int]) -> Iterator[Value]:
    """Chargeable cars per charge point, and charge points per 1 000 inhabitants, in December."""
    year = int(re.findall(r"\d{4}", path.stem)[-1])
    for row in read_rows(path):
        code = codes.code(row[""], path.name)
        cars = number(row["Antal laddhybrider"]) + number(row["Antal elbilar"])
        points = number(row["Antal laddpunkter"])
        yield from ratio("cars-per-charge-point", code, year, cars, points)
        thousands = persons[code, year] / 1000
        yield from ratio("charge-points-per-1000", code, year, points, thousands)


def cycle_network(path: Path, codes: Codes, persons: dict[tuple[str, int], int]) -> Iterator[Value]:
    """Metres of cycle network per inhabitant: the sum over the three kinds of road keeper."""
    for title, rows in sheets(path).items():
        if not title.isdigit():
            continue
        year = int(title)
        for row in rows[1:]:
            name = row[1]
            if name is None or name == "Total":
                continue
            code = codes.code(str(name), path.name)
            metres = sum(
                float(str(cell))
                for cell in row[3:6]
                if cell is not None and str(cell) not in NONE_MARKS
            )
            yield from ratio("cycle-metres-per-person", code, year, metres, persons[code, year])


def procurement(path: Path, codes: Codes) -> Iterator[Value]:
    """The survey's numeric answer on climate requirements; who did not answer has no value."""
    first, *rows = first_sheet(path)
    header = [str(cell) for cell in first]
    for cells in rows:
        row = dict(zip(header, cells, strict=True))
        if row["ORG_TYP"] == "Kommun":
            code = codes.code(str(row["ORG_NAMN"]), path.name)
            answer = float(str(row["AGGREGERING_NUM_SVAR"]))
            yield Value("procurement-climate-requirements", code, SURVEY_YEAR, answer)


def as_text(value: float | None, decimals: int) -> str:
    return "" if value is None else plain(value, decimals)


def line(value: Value) -> tuple[str, ...]:
    """A value as the cells of COLUMNS."""
    return (
        value.indicator_id,
        value.municipality_code,
        str(value.year),
        plain(value.value, DECIMALS),
        as_text(value.numerator, 3),
        as_text(value.denominator, 3),
        STATUS,
    )


def build(sources: Path, target: Path) -> dict[str, int]:
    """Writes one file a publisher; rows per file. Raises BuildError if a value stands twice."""
    folder = sources / "indicators"
    codes = codes_from(sources)
    persons = population(sources)
    values = [
        *new_cars(folder / "new-passenger-cars-2015-2025.csv"),
        *cycle_network(folder / CYCLE_NETWORK, codes, persons),
        *procurement(folder / SURVEY, codes),
    ]
    for path in sorted(folder.glob("powercircle-charging-dec-*.csv")):
        values += charging(path, codes, persons)
    keys = [value[:3] for value in values]
    if len(keys) != len(set(keys)):
        raise BuildError("a municipality has two values for one indicator and year")
    values.sort(key=lambda value: value[:3])
    written = {}
    for label in sorted(set(RELEASES.values())):
        rows = [line(value) for value in values if RELEASES[value.indicator_id] == label]
        name = f"indicators/{label}.csv"
        written[name] = write_rows(target / name, COLUMNS, rows)
    return written
