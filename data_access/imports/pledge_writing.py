"""Checks and writes promises of any kind: known ones are renewed, each dated status is kept."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Table, insert, select

from data_access import clock
from data_access.imports.cells import RowCells
from data_access.imports.comparing import held_of, values_of
from data_access.imports.draft import Draft, ImportRefused, Options, Problems, Rows, StoreFacts
from data_access.imports.fields import read_fields, read_rows
from data_access.imports.pledges import status_of
from data_access.imports.renewing import remember, renew
from data_access.imports.tables import check_no_example
from data_access.records import Record
from progress.i18n import say


@dataclass(frozen=True, slots=True)
class PledgeKind:
    """One kind of promise: its record and the tables of its rows and of their statuses."""

    record: Record
    table: Table
    status_table: Table

    @property
    def key(self) -> str:
        """The field of its ids."""
        return self.record.key[0]


def check_pledges(
    kind: PledgeKind,
    files: Sequence[Path],
    facts: StoreFacts,
    options: Options,
    problems: Problems,
) -> Draft | None:
    """The promises of the files with the statuses they state, or None with the problems named."""
    statuses: Rows = []

    def read(cells: RowCells) -> dict[str, Any]:
        row = read_fields(kind.record, cells, options)
        check_no_example(cells, kind.key)
        status = status_of(cells, kind.key, row[kind.key])
        statuses.extend([status] if status is not None else [])
        return row

    rows = read_rows(kind.record, files, facts, problems, read)
    if problems:
        return None
    return Draft(
        rows=len(rows),
        inserts=(),
        values=values_of(kind.record, rows),
        compared=kind.record.compared,
        held=held_of(kind.record, rows, lambda conn: conn.execute(select(kind.table)).mappings()),
        renewed=((kind.table, rows),),
        write=writer(kind.table, kind.status_table, kind.key, rows, statuses),
    )


def writer(
    table: Table, status_table: Table, key: str, rows: Rows, statuses: Rows
) -> Callable[[Connection, int], None]:
    """A write that inserts or renews `rows` by `key` and adds `statuses`, one for each day."""

    def write(conn: Connection, release_id: int) -> None:
        for row in rows:
            row["release_id"] = release_id
        renew(conn, release_id, table, rows)
        added = add_statuses(conn, status_table, key, statuses)
        memory = [([status[key], status["status_date"]], None) for status in added]
        remember(conn, release_id, status_table, memory)

    return write


def add_statuses(conn: Connection, table: Table, key: str, statuses: Rows) -> Rows:
    """Adds the statuses of days that the store has none of; these. None is ever changed.

    Raises ImportRefused where a draft has a status of the day: it would stay hidden.
    """
    known = select(table.c[key], table.c.status_date, table.c.published, table.c.batch)
    held = {(row[0], row[1]): row for row in conn.execute(known)}
    for status in statuses:
        same = held.get((status[key], status["status_date"]))
        if same is not None and not same.published:
            raise ImportRefused(
                say(
                    "import.has_status_in_draft",
                    pledge=status[key],
                    day=same[1],
                    batch=same.batch,
                )
            )
    now = clock.now()
    fresh = [
        {**status, "recorded": now}
        for status in statuses
        if (status[key], status["status_date"]) not in held
    ]
    if fresh:
        conn.execute(insert(table), fresh)
    return fresh
