"""Imports inhabitants on 31 December, by municipality and year."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from data_access.imports.cells import RowCells
from data_access.imports.comparing import held_of, newest_of, values_of
from data_access.imports.fields import read_fields, read_rows
from data_access.imports.frame import Draft, Options, Problems, StoreFacts
from data_access.records import POPULATION
from data_access.tables import population

KIND = POPULATION.kind


def check(
    files: Sequence[Path], facts: StoreFacts, options: Options, problems: Problems
) -> Draft | None:
    """The rows of one release, or None with the problems named."""

    def read(cells: RowCells) -> dict[str, Any]:
        row = read_fields(POPULATION, cells, options)
        if row["year"] is not None and row["year"] > options.current_year:
            cells.problem("year", f"a year up to {options.current_year}")
        return row

    rows = read_rows(POPULATION, files, facts, problems, read)
    if problems:
        return None
    rows.sort(key=lambda row: (row["municipality_code"], row["year"]))
    return Draft(
        rows=len(rows),
        inserts=((population, rows),),
        values=values_of(POPULATION, rows),
        compared=POPULATION.compared,
        held=held_of(POPULATION, rows, newest_of(population, POPULATION, rows)),
        years=(min(row["year"] for row in rows), max(row["year"] for row in rows)),
    )
