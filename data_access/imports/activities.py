"""Imports cities' activities and projects, with a dated status where the file states one."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from sqlalchemy import Connection, select

from data_access.imports.frame import Draft, Options, Problems, Rows, StoreFacts
from data_access.imports.pledge_writing import writer
from data_access.imports.pledges import STATUS_COLUMNS, status_of
from data_access.imports.tables import Once, rows_of, summary
from data_access.tables import activity, activity_status

KIND = "activities"
REQUIRED = ("activity_id", "municipality_code", "title_sv")
TEXTS = (
    "title_en",
    "work_package",
    "focus_area",
    "responsible",
    "partners",
    "financed_by",
    "section",
    "quote_sv",
)
OPTIONAL = (*TEXTS, "start", "end", *STATUS_COLUMNS)
COMPARED = ("municipality_code", "title_sv", "start", "end")


def check(
    files: Sequence[Path], facts: StoreFacts, _options: Options, problems: Problems
) -> Draft | None:
    """The rows of one release, or None with the problems named."""
    rows: Rows = []
    statuses: Rows = []
    once = Once("each activity")
    for cells in rows_of(files, REQUIRED, OPTIONAL, facts, problems):
        identity = cells.text("activity_id", required=True)
        row = {
            "activity_id": identity,
            "municipality_code": cells.code(),
            "title_sv": cells.text("title_sv", required=True),
            **{column: cells.text(column) for column in TEXTS},
            "start": cells.text("start"),
            "end": cells.text("end"),
        }
        status = status_of(cells, "activity_id", identity)
        statuses += [status] if status is not None else []
        once.check(cells, "activity_id", (identity,))
        rows.append(row)
    if problems:
        return None
    return Draft(
        rows=len(rows),
        inserts=(),
        values={row["activity_id"]: summary(row, COMPARED) for row in rows},
        held=held,
        write=writer(activity, activity_status, "activity_id", rows, statuses),
    )


def held(conn: Connection) -> Mapping[str, str]:
    """Activities as the store has them."""
    found = conn.execute(select(activity))
    return {row.activity_id: summary(row._mapping, COMPARED) for row in found}
