"""Imports cities' activities and projects, with a dated status where the file states one."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from data_access.imports.cells import RowCells
from data_access.imports.frame import Draft, Options, Problems, StoreFacts
from data_access.imports.pledge_writing import PledgeKind, check_pledges
from data_access.imports.pledges import STATUS_COLUMNS
from data_access.tables import activity, activity_status

KIND = "activities"
TEXTS = (
    "title_en",
    "work_package",
    "focus_area",
    "responsible",
    "partners",
    "financed_by",
    "start",
    "end",
    "section",
    "quote_sv",
)


def _row(cells: RowCells) -> dict[str, Any]:
    return {
        "municipality_code": cells.code(),
        "title_sv": cells.text("title_sv", required=True),
        **{column: cells.text(column) for column in TEXTS},
    }


ACTIVITIES = PledgeKind(
    "activity",
    activity,
    activity_status,
    "activity_id",
    required=("activity_id", "municipality_code", "title_sv"),
    optional=(*TEXTS, *STATUS_COLUMNS),
    compared=("municipality_code", "title_sv", "start", "end"),
    row=_row,
)


def check(
    files: Sequence[Path], facts: StoreFacts, _options: Options, problems: Problems
) -> Draft | None:
    """The rows of one release, or None with the problems named."""
    return check_pledges(ACTIVITIES, files, facts, problems)
