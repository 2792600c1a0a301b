"""Imports cities' work packages, with a dated check-in where the file states one.

Further check-ins come in as statuses: `klimat export status-template`, `klimat import statuses`.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from data_access.imports.cells import RowCells
from data_access.imports.commitments import contract_of
from data_access.imports.frame import Draft, Options, Problems, StoreFacts
from data_access.imports.pledge_writing import PledgeKind, check_pledges
from data_access.imports.pledges import STATUS_COLUMNS
from data_access.tables import work_package, work_package_status

KIND = "work-packages"
REQUIRED = ("package_id", "municipality_code", "title_sv")
TEXTS = ("title_en", "project", "responsible", "section", "quote_sv", "note")
DATES = ("start", "end")
OPTIONAL = ("contract_id", *TEXTS, *DATES, *STATUS_COLUMNS)


def _row(cells: RowCells) -> dict[str, Any]:
    return {
        "municipality_code": cells.code(),
        "contract_id": contract_of(cells),
        "title_sv": cells.text("title_sv", required=True),
        **{column: cells.text(column) for column in TEXTS},
        **{column: cells.partial_date(column) for column in DATES},
    }


WORK_PACKAGES = PledgeKind(
    "work package",
    work_package,
    work_package_status,
    "package_id",
    REQUIRED,
    OPTIONAL,
    compared=("municipality_code", "title_sv", "start", "end"),
    row=_row,
)


def check(
    files: Sequence[Path], facts: StoreFacts, _options: Options, problems: Problems
) -> Draft | None:
    """The rows of one release, or None with the problems named."""
    return check_pledges(WORK_PACKAGES, files, facts, problems)
