"""Imports the parties' commitments, with a dated status where the file states one."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from data_access.imports.cells import RowCells
from data_access.imports.frame import Draft, Options, Problems, StoreFacts
from data_access.imports.pledge_writing import PledgeKind, check_pledges
from data_access.imports.pledges import STATUS_COLUMNS
from data_access.tables import commitment, commitment_status

KIND = "commitments"
TEXTS = ("section", "title_en", "quote_sv", "due", "theme")
PARTY_KINDS = ("municipality", "viable_cities", "agency")


def contract_of(cells: RowCells) -> str | None:
    """The contract that the commitment stands in, where the file names one."""
    if not cells.text("contract_id"):
        return None
    return cells.word("contract_id", cells.facts.contract_years)


def _row(cells: RowCells) -> dict[str, Any]:
    return {
        "contract_id": contract_of(cells),
        "party_kind": cells.word("party_kind", PARTY_KINDS),
        "party": cells.text("party", required=True),
        "municipality_code": cells.code(required=False),
        "title_sv": cells.text("title_sv", required=True),
        **{column: cells.text(column) for column in TEXTS},
    }


COMMITMENTS = PledgeKind(
    "commitment",
    commitment,
    commitment_status,
    "commitment_id",
    required=("commitment_id", "party_kind", "party", "municipality_code", "title_sv"),
    optional=(*TEXTS, "contract_id", *STATUS_COLUMNS),
    compared=("party", "title_sv", "due"),
    row=_row,
)


def check(
    files: Sequence[Path], facts: StoreFacts, _options: Options, problems: Problems
) -> Draft | None:
    """The rows of one release, or None with the problems named."""
    return check_pledges(COMMITMENTS, files, facts, problems)
