"""Imports indicator values; the indicators themselves are defined in the store."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from data_access.imports.cells import RowCells
from data_access.imports.comparing import held_of, newest_of, values_of
from data_access.imports.fields import read_fields, read_rows
from data_access.imports.frame import Draft, Options, Problems, StoreFacts
from data_access.records import INDICATOR_VALUE
from data_access.tables import indicator_value
from progress.series import Status

KIND = INDICATOR_VALUE.kind
STATUSES = (Status.FINAL, Status.PRELIMINARY, Status.FORECAST)


def check(
    files: Sequence[Path], facts: StoreFacts, options: Options, problems: Problems
) -> Draft | None:
    """The rows of one release, or None with the problems named."""
    record = INDICATOR_VALUE

    def read(cells: RowCells) -> dict[str, Any]:
        row = read_fields(record, cells, options, but=("status",))
        row["status"] = cells.word("status", STATUSES, Status.FINAL)
        year = row["year"]
        if year is not None and year > options.current_year and row["status"] != Status.FORECAST:
            cells.problem("year", f"a year up to {options.current_year}")
        return row

    rows = read_rows(record, files, facts, problems, read)
    if problems:
        return None
    rows.sort(key=lambda row: tuple(row[name] for name in record.key))
    return Draft(
        rows=len(rows),
        inserts=((indicator_value, rows),),
        values=values_of(record, rows),
        compared=record.compared,
        held=held_of(record, rows, newest_of(indicator_value, record, rows)),
        years=(min(row["year"] for row in rows), max(row["year"] for row in rows)),
    )
