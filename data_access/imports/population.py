"""Imports inhabitants on 31 December, by municipality and year."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from sqlalchemy import Connection

from data_access.imports.frame import Draft, Options, Problems, Rows, StoreFacts
from data_access.imports.tables import Once, rows_of
from data_access.questions.newest import newest
from data_access.tables import population

KIND = "population"
REQUIRED = ("municipality_code", "year", "persons")
OPTIONAL = ("municipality",)


def check(
    files: Sequence[Path], facts: StoreFacts, options: Options, problems: Problems
) -> Draft | None:
    """The rows of one release, or None with the problems named."""
    rows: Rows = []
    once = Once("each municipality and year")
    for cells in rows_of(files, REQUIRED, OPTIONAL, facts, problems):
        code = cells.code()
        year = cells.year("year", required=True)
        persons = cells.whole("persons", required=True)
        if code is None or year is None or persons is None:
            continue
        if year > options.current_year:
            cells.problem("year", f"a year up to {options.current_year}")
        once.check(cells, "year", (code, year))
        rows.append({"municipality_code": code, "year": year, "inhabitants": persons})
    if problems:
        return None
    rows.sort(key=lambda row: (row["municipality_code"], row["year"]))
    return Draft(
        rows=len(rows),
        inserts=((population, rows),),
        values={
            f"{row['municipality_code']} {row['year']}": str(row["inhabitants"]) for row in rows
        },
        held=held,
        years=(min(row["year"] for row in rows), max(row["year"] for row in rows)),
    )


def held(conn: Connection) -> Mapping[str, str]:
    """Inhabitants by municipality and year as the store has them."""
    table = population.c
    found = conn.execute(newest(population, table.municipality_code, table.year))
    return {f"{row.municipality_code} {row.year}": str(row.inhabitants) for row in found}
