"""Imports what other rows refer to: contracts, sources, organisations, programmes, indicators;
known ones are renewed."""

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Table, select

from data_access.imports.cells import RowCells
from data_access.imports.comparing import held_of, values_of
from data_access.imports.draft import Draft, Options, Problems, StoreFacts
from data_access.imports.drafts import Check
from data_access.imports.fields import read_fields, read_rows
from data_access.imports.identity import LABEL
from data_access.imports.inserting import insert_rows
from data_access.imports.renewing import renew
from data_access.imports.tables import check_no_example
from data_access.readers import DRAFT_SOURCE
from data_access.records import (
    CONTRACT,
    EARLIER_CODE,
    INDICATOR,
    ORGANISATION,
    PROGRAMME,
    SOURCES,
    Record,
)
from data_access.tables import contract, earlier_code, indicator, organisation, programme, source
from progress.i18n import say

A_MUNICIPALITY_CODE = re.compile("[0-9]{4}")

REFERENCE: Mapping[str, tuple[Record, Table]] = {
    CONTRACT.kind: (CONTRACT, contract),
    EARLIER_CODE.kind: (EARLIER_CODE, earlier_code),
    INDICATOR.kind: (INDICATOR, indicator),
    ORGANISATION.kind: (ORGANISATION, organisation),
    PROGRAMME.kind: (PROGRAMME, programme),
    SOURCES.kind: (SOURCES, source),
}
"""KIND → its record and table."""


def check_of(record: Record, table: Table) -> Check:
    """The check of files of a kind: rows that are inserted, or renewed where their id is known."""

    def check(
        files: Sequence[Path], facts: StoreFacts, options: Options, problems: Problems
    ) -> Draft | None:
        def read(cells: RowCells) -> dict[str, Any]:
            row = read_fields(record, cells, options)
            check_id(cells, record.key[0])
            if record is EARLIER_CODE:
                check_earlier(cells, row)
            return row

        rows = read_rows(record, files, facts, problems, read)
        if problems:
            return None
        return Draft(
            rows=len(rows),
            inserts=(),
            values=values_of(record, rows),
            compared=record.compared,
            held=held_of(record, rows, lambda conn: conn.execute(select(table)).mappings()),
            write=lambda conn, release_id: renew(conn, release_id, table, rows),
        )

    return check


def check_id(cells: RowCells, column: str) -> None:
    """An id is one plain word for good, and none that the store gives away itself."""
    check_no_example(cells, column)
    identity = cells.cell(column)
    if not LABEL.match(identity) or identity.startswith(DRAFT_SOURCE):
        expected = say("import.id_of_z_0_9_point", draft_source=DRAFT_SOURCE)
        cells.problem(column, expected)


def check_earlier(cells: RowCells, row: Mapping[str, Any]) -> None:
    """A code that is no more has four digits, and stands for another."""
    check_no_example(cells, "source_title")
    code = row["earlier_code"]
    if not A_MUNICIPALITY_CODE.fullmatch(code) or code == row["municipality_code"]:
        cells.problem("earlier_code", say("import.four_digits_other_than_those_of"))


CHECKS: Mapping[str, Check] = {kind: check_of(*pair) for kind, pair in REFERENCE.items()}
"""KIND → the check of its files."""


def put_reference(conn: Connection, kind: str, file: Path, facts: StoreFacts) -> int:
    """Fills an empty table from a seed file through the kind's own checks; the number of rows.

    Raises ImportProblems.
    """
    record, table = REFERENCE[kind]
    problems = Problems()
    rows = read_rows(
        record, [file], facts, problems, lambda cells: read_fields(record, cells, Options())
    )
    problems.raise_if_any()
    return insert_rows(conn, table, rows)
