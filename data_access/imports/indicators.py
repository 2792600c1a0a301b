"""Imports indicator values; the indicators themselves are defined in the store."""

from typing import Any

from data_access.imports.cells import RowCells
from data_access.imports.draft import Options
from data_access.imports.drafts import importer
from data_access.imports.fields import read_fields
from data_access.records import INDICATOR_VALUE
from data_access.tables import indicator_value
from progress.emissions.series import Status
from progress.i18n import say

STATUSES = (Status.FINAL, Status.PRELIMINARY, Status.FORECAST)


def _row(cells: RowCells, options: Options) -> dict[str, Any]:
    row = read_fields(INDICATOR_VALUE, cells, options, but=("status",))
    row["status"] = cells.word("status", STATUSES, Status.FINAL)
    year = row["year"]
    if year is not None and year > options.current_year and row["status"] != Status.FORECAST:
        cells.problem("year", say("import.year_up_to", current_year=options.current_year))
    return row


check = importer(INDICATOR_VALUE, indicator_value, _row)
