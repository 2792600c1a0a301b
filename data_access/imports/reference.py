"""Imports what other rows refer to: contracts, sources, organisations, programmes, indicators;
known ones are renewed."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Table, delete, select

from data_access.imports.cells import RowCells
from data_access.imports.comparing import held_of, values_of
from data_access.imports.draft import Draft, Options, Problems, Rows, StoreFacts
from data_access.imports.drafts import Check
from data_access.imports.fields import read_fields, read_rows
from data_access.imports.identity import LABEL
from data_access.imports.inserting import insert_rows
from data_access.imports.merging import carry_over, ending
from data_access.imports.renewing import renew
from data_access.imports.tables import check_no_example
from data_access.readers import DRAFT_SOURCE
from data_access.records import (
    CONTRACT,
    EARLIER_CODE,
    INDICATOR,
    ORGANISATION,
    ORGANISATION_KIND,
    PROGRAMME,
    SOURCES,
    Record,
)
from data_access.tables import (
    contract,
    earlier_code,
    indicator,
    organisation,
    organisation_kind,
    programme,
    source,
)
from progress.i18n import LazyText, say

KIND_ID = re.compile(r"[a-z][a-z0-9_-]{0,39}$")
"""As the words of files: `viable_cities`."""

A_MUNICIPALITY_CODE = re.compile("[0-9]{4}")

REFERENCE: Mapping[str, tuple[Record, Table]] = {
    CONTRACT.kind: (CONTRACT, contract),
    EARLIER_CODE.kind: (EARLIER_CODE, earlier_code),
    INDICATOR.kind: (INDICATOR, indicator),
    ORGANISATION.kind: (ORGANISATION, organisation),
    ORGANISATION_KIND.kind: (ORGANISATION_KIND, organisation_kind),
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

        def write(conn: Connection, release_id: int) -> None:
            renew(conn, release_id, table, rows)
            for old, row in ending(conn, rows) if record is EARLIER_CODE else ():
                carry_over(conn, release_id, old, row)

        def completed(conn: Connection) -> Draft:
            return replace(draft, notes=tuple(told_of_ending(conn, rows)))

        rows = read_rows(record, files, facts, problems, read)
        if problems:
            return None
        draft = Draft(
            rows=len(rows),
            inserts=(),
            values=values_of(record, rows),
            compared=record.compared,
            held=held_of(record, rows, lambda conn: conn.execute(select(table)).mappings()),
            write=write,
            completed=completed if record is EARLIER_CODE else None,
        )
        return draft

    return check


def told_of_ending(conn: Connection, rows: Rows) -> Iterator[LazyText]:
    """What ends with these codes and is carried over, found by trying it. Raises ImportRefused."""
    for old, row in ending(conn, rows):
        with conn.begin_nested() as trial:
            carried = carry_over(conn, None, old, row)
            trial.rollback()
        yield say(
            "import.municipality_ends_rows_are_carried_over",
            name=old["name"],
            code=old["code"],
            to=row["municipality_code"],
            rows=carried.rows,
            taken_out=carried.taken_out,
        )


def check_id(cells: RowCells, column: str) -> None:
    """An id is one plain word for good, and none that the store gives away itself."""
    check_no_example(cells, column)
    identity = cells.cell(column)
    pattern = KIND_ID if column == "kind_id" else LABEL
    if not pattern.match(identity) or identity.startswith(DRAFT_SOURCE):
        expected = say("import.id_of_z_0_9_point", draft_source=DRAFT_SOURCE)
        cells.problem(column, expected)


def check_earlier(cells: RowCells, row: Mapping[str, Any]) -> None:
    """A code that is no more has four digits, and stands for another."""
    check_no_example(cells, "source_title")
    code = row["earlier_code"]
    if not A_MUNICIPALITY_CODE.fullmatch(code) or code == row["municipality_code"]:
        cells.problem("earlier_code", say("import.four_digits_other_than_those_of"))
    elif code in cells.facts.codes and row["since"] and row["since"] > cells.facts.today:
        cells.problem("since", say("import.day_that_has_come_municipality_ends"))


CHECKS: Mapping[str, Check] = {kind: check_of(*pair) for kind, pair in REFERENCE.items()}
"""KIND → the check of its files."""


def put_reference(conn: Connection, kind: str, file: Path, facts: StoreFacts) -> int:
    """Fills a table anew from a seed file through the kind's own checks; the number of rows.

    Raises ImportProblems.
    """
    record, table = REFERENCE[kind]
    problems = Problems()
    rows = read_rows(
        record, [file], facts, problems, lambda cells: read_fields(record, cells, Options())
    )
    problems.raise_if_any()
    conn.execute(delete(table))
    return insert_rows(conn, table, rows)
