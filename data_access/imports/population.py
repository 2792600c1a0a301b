"""Imports inhabitants on 31 December, by municipality and year."""

from typing import Any

from data_access.imports.cells import RowCells
from data_access.imports.draft import Options
from data_access.imports.drafts import importer
from data_access.imports.fields import read_fields
from data_access.records import POPULATION
from data_access.tables import population
from progress.i18n import say


def _row(cells: RowCells, options: Options) -> dict[str, Any]:
    row = read_fields(POPULATION, cells, options)
    if row["year"] is not None and row["year"] > options.current_year:
        cells.problem("year", say("import.year_up_to", current_year=options.current_year))
    return row


check = importer(POPULATION, population, _row)
