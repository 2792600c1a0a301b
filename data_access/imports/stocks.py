"""Imports stocks: what is outstanding at a time, such as a city's green bonds."""

from typing import Any

from data_access.imports.cells import RowCells
from data_access.imports.draft import Options
from data_access.imports.drafts import importer
from data_access.imports.fields import read_fields
from data_access.records import STOCK
from data_access.tables import stock
from progress.i18n import say


def _row(cells: RowCells, options: Options) -> dict[str, Any]:
    row = read_fields(STOCK, cells, options)
    if not row["at"]:
        cells.problem("at", say("import.date_as_2023_2023_05_or"))
    if row["total"] is None and row["issued"] is None:
        cells.problem("total", say("import.amount_in_total_or_in_issued"))
    return row


check = importer(STOCK, stock, _row)
