"""Population on 31 December from 1990, by municipality."""

from pathlib import Path

from seed_data.build.csv_files import read_rows, write_rows

FIRST_YEAR = 1990
"""The first year with emission statistics; earlier years have no use here."""


def population(sources: Path) -> dict[tuple[str, int], int]:
    """Inhabitants by municipality code and year."""
    rows = read_rows(sources / "indicators" / "population-by-municipality-1950-2025.csv")
    return {
        (row["municipality_code"], int(row["year"])): int(row["population_31_dec"])
        for row in rows
        if int(row["year"]) >= FIRST_YEAR
    }


def build(sources: Path, target: Path) -> dict[str, int]:
    """Writes population.csv; rows per file."""
    rows = (
        (code, str(year), str(persons))
        for (code, year), persons in sorted(population(sources).items())
    )
    columns = ("municipality_code", "year", "persons")
    return {"population.csv": write_rows(target / "population.csv", columns, rows)}
