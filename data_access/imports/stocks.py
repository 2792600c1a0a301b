"""Imports stocks: what is outstanding at a time, such as a city's green bonds."""

from typing import Any

from data_access.imports.cells import RowCells
from data_access.imports.draft import Options
from data_access.imports.drafts import importer
from data_access.imports.fields import read_fields
from data_access.records import STOCK
from data_access.tables import stock


def _row(cells: RowCells, options: Options) -> dict[str, Any]:
    row = read_fields(STOCK, cells, options)
    if not row["at"]:
        cells.problem("at", "a date as 2023, 2023-05 or 2023-05-31")
    if row["total"] is None and row["issued"] is None:
        cells.problem("total", "an amount in total or in issued")
    return row


check = importer(STOCK, stock, _row)
