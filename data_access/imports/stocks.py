"""Imports stocks: what is outstanding at a time, such as a city's green bonds."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from data_access.imports.cells import RowCells
from data_access.imports.comparing import held_of, newest_of, values_of
from data_access.imports.fields import read_fields, read_rows
from data_access.imports.frame import Draft, Options, Problems, StoreFacts
from data_access.records import STOCK
from data_access.tables import stock

KIND = STOCK.kind


def check(
    files: Sequence[Path], facts: StoreFacts, options: Options, problems: Problems
) -> Draft | None:
    """The rows of one release, or None with the problems named."""

    def read(cells: RowCells) -> dict[str, Any]:
        row = read_fields(STOCK, cells, options)
        if not row["at"]:
            cells.problem("at", "a date as 2023, 2023-05 or 2023-05-31")
        if row["total"] is None and row["issued"] is None:
            cells.problem("total", "an amount in total or in issued")
        return row

    rows = read_rows(STOCK, files, facts, problems, read)
    if problems:
        return None
    return Draft(
        rows=len(rows),
        inserts=((stock, rows),),
        values=values_of(STOCK, rows),
        compared=STOCK.compared,
        held=held_of(STOCK, rows, newest_of(stock, STOCK, rows)),
    )
