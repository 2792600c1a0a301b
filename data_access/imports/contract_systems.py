"""Imports what the contracts' own systems of follow-up hold, beside emissions, goals and
promises."""

from collections.abc import Callable
from typing import Any

from data_access.imports.cells import RowCells
from data_access.imports.draft import Options
from data_access.imports.drafts import Check, importer
from data_access.imports.fields import read_fields
from data_access.imports.tables import check_no_example
from data_access.records import (
    ACCOUNT_COMMENT,
    CONTRACT_DOCUMENT,
    CONTRACT_ROLE,
    NATIONAL_FIGURE,
    OBSTACLE,
    Record,
)
from data_access.tables import (
    account_comment,
    contract_document,
    contract_role,
    national_figure,
    obstacle,
)


def _no_example(record: Record, column: str) -> Callable[[RowCells, Options], dict[str, Any]]:
    """Reads a row as its fields say; a template's example row is named by its `column`."""

    def read(cells: RowCells, options: Options) -> dict[str, Any]:
        check_no_example(cells, column)
        return read_fields(record, cells, options)

    return read


CHECKS: dict[str, Check] = {
    **{
        record.kind: importer(record, table, _no_example(record, column))
        for record, table, column in (
            (ACCOUNT_COMMENT, account_comment, "text"),
            (CONTRACT_ROLE, contract_role, "name"),
            (OBSTACLE, obstacle, "obstacle_id"),
        )
    },
    CONTRACT_DOCUMENT.kind: importer(CONTRACT_DOCUMENT, contract_document),
    NATIONAL_FIGURE.kind: importer(NATIONAL_FIGURE, national_figure),
}
"""KIND → the check of its files."""
