"""Checks and writes promises of any kind: known ones are renewed, each dated status is kept."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Table, insert, select, update

from data_access.imports.cells import RowCells
from data_access.imports.frame import Draft, ImportRefused, Problems, Rows, StoreFacts, Values
from data_access.imports.pledges import status_of
from data_access.imports.tables import Once, check_no_example, rows_of, spoken_of, summary


@dataclass(frozen=True, slots=True)
class PledgeKind:
    """One kind of promise: its tables and the column of its ids, what its files hold, and `row`,
    which reads what is its own from a row. `compared` are the columns that a dry run tells of."""

    name: str
    table: Table
    status_table: Table
    key: str
    required: tuple[str, ...]
    optional: tuple[str, ...]
    compared: tuple[str, ...]
    row: Callable[[RowCells], dict[str, Any]]


def check_pledges(
    kind: PledgeKind, files: Sequence[Path], facts: StoreFacts, problems: Problems
) -> Draft | None:
    """The promises of the files with the statuses they state, or None with the problems named."""
    rows: Rows = []
    statuses: Rows = []
    once = Once(f"each {kind.name}")
    for cells in rows_of(files, kind.required, kind.optional, facts, problems):
        identity = cells.text(kind.key, required=True)
        check_no_example(cells, kind.key)
        row = {kind.key: identity, **kind.row(cells)}
        status = status_of(cells, kind.key, identity)
        statuses += [status] if status is not None else []
        once.check(cells, kind.key, (identity,))
        rows.append(row)
    if problems:
        return None

    is_spoken_of = spoken_of(rows, kind.key)

    def held(conn: Connection) -> Mapping[str, Values]:
        found = conn.execute(select(kind.table)).mappings()
        return {row[kind.key]: summary(row, kind.compared) for row in found if is_spoken_of(row)}

    return Draft(
        rows=len(rows),
        inserts=(),
        values={row[kind.key]: summary(row, kind.compared) for row in rows},
        compared=kind.compared,
        held=held,
        write=writer(kind.table, kind.status_table, kind.key, rows, statuses),
    )


def writer(
    table: Table, status_table: Table, key: str, rows: Rows, statuses: Rows
) -> Callable[[Connection, int], None]:
    """A write that inserts or renews `rows` by `key` and adds `statuses`, one for each day."""

    def write(conn: Connection, release_id: int) -> None:
        known = set(conn.scalars(select(table.c[key])))
        for row in rows:
            row["release_id"] = release_id
            if row[key] in known:
                conn.execute(update(table).where(table.c[key] == row[key]).values(row))
        fresh = [row for row in rows if row[key] not in known]
        if fresh:
            conn.execute(insert(table), fresh)
        add_statuses(conn, status_table, key, statuses)

    return write


def add_statuses(conn: Connection, table: Table, key: str, statuses: Rows) -> int:
    """Adds the statuses of days that the store has none of; how many. None is ever changed.

    Raises ImportRefused where a draft has a status of the day: it would stay hidden.
    """
    known = select(table.c[key], table.c.status_date, table.c.published, table.c.batch)
    held = {(row[0], row[1]): row for row in conn.execute(known)}
    for status in statuses:
        same = held.get((status[key], status["status_date"]))
        if same is not None and not same.published:
            raise ImportRefused(
                f"{status[key]} has a status of {same[1]} in a draft: `klimat publish {same.batch}`"
            )
    now = datetime.now(UTC)
    fresh = [
        {**status, "recorded": now}
        for status in statuses
        if (status[key], status["status_date"]) not in held
    ]
    if fresh:
        conn.execute(insert(table), fresh)
    return len(fresh)
