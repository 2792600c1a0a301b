"""Imports the parties' commitments, with a dated status where the file states one."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from sqlalchemy import Connection, select

from data_access.imports.cells import RowCells
from data_access.imports.frame import Draft, Options, Problems, Rows, StoreFacts
from data_access.imports.pledge_writing import writer
from data_access.imports.pledges import STATUS_COLUMNS, status_of
from data_access.imports.tables import Once, rows_of, summary
from data_access.tables import commitment, commitment_status

KIND = "commitments"
REQUIRED = ("commitment_id", "party_kind", "party", "municipality_code", "title_sv")
TEXTS = ("section", "title_en", "quote_sv", "due", "theme")
OPTIONAL = (*TEXTS, "contract_id", *STATUS_COLUMNS)
PARTY_KINDS = ("municipality", "viable_cities", "agency")
COMPARED = ("party", "title_sv", "due")


def check(
    files: Sequence[Path], facts: StoreFacts, _options: Options, problems: Problems
) -> Draft | None:
    """The rows of one release, or None with the problems named."""
    rows: Rows = []
    statuses: Rows = []
    once = Once("each commitment")
    for cells in rows_of(files, REQUIRED, OPTIONAL, facts, problems):
        identity = cells.text("commitment_id", required=True)
        row = {
            "commitment_id": identity,
            "contract_id": contract_of(cells, facts),
            "party_kind": cells.word("party_kind", PARTY_KINDS),
            "party": cells.text("party", required=True),
            "municipality_code": cells.code(required=False),
            "title_sv": cells.text("title_sv", required=True),
            **{column: cells.text(column) for column in TEXTS},
        }
        status = status_of(cells, "commitment_id", identity)
        statuses += [status] if status is not None else []
        once.check(cells, "commitment_id", (identity,))
        rows.append(row)
    if problems:
        return None
    return Draft(
        rows=len(rows),
        inserts=(),
        values={row["commitment_id"]: summary(row, COMPARED) for row in rows},
        held=held,
        write=writer(commitment, commitment_status, "commitment_id", rows, statuses),
    )


def contract_of(cells: RowCells, facts: StoreFacts) -> str | None:
    """The contract that the commitment stands in, where the file names one."""
    if not cells.text("contract_id"):
        return None
    return cells.word("contract_id", facts.contract_ids)


def held(conn: Connection) -> Mapping[str, str]:
    """Commitments as the store has them."""
    found = conn.execute(select(commitment))
    return {row.commitment_id: summary(row._mapping, COMPARED) for row in found}
