"""Where the rows of each kind stand, and what hangs on them."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from sqlalchemy import ColumnElement, Connection, Table, delete, insert, select, update

from data_access.corrections.recording import CorrectionRefused
from data_access.questions.grant_rows import stored_grants
from data_access.questions.newest import newest
from data_access.questions.stored import TABLES
from data_access.records import (
    ACTIVITY,
    COMMITMENT,
    GRANT,
    LOCAL_SIGNATORY,
    RECORDS,
    WORK_PACKAGE,
    Record,
)
from data_access.row_json import from_json, to_json
from data_access.tables import (
    activity,
    commitment,
    local_signatory,
    metadata,
    release,
    work_package,
)
from progress.i18n import say

Row = Mapping[Any, Any]
TakenOut = dict[str, list[dict[str, Any]]]
Moved = list[Any]
"""A table's name, the column in which a row is named, and the primary key of what names it; no
column for a row that was added."""

STORED_IN: Mapping[str, Table] = {
    **TABLES,
    ACTIVITY.kind: activity,
    COMMITMENT.kind: commitment,
    LOCAL_SIGNATORY.kind: local_signatory,
    WORK_PACKAGE.kind: work_package,
}
"""KIND → its table, of all whose rows can be corrected one by one."""


def record_of(kind: str) -> tuple[Record, Table]:
    """A kind's record and table. Raises CorrectionRefused for what is corrected otherwise."""
    if kind not in STORED_IN:
        every = ", ".join(sorted((*STORED_IN, "releases", "statuses")))
        raise CorrectionRefused(say("klimat.rows_of_are_not_corrected_one", kind=kind, every=every))
    return RECORDS[kind], STORED_IN[kind]


def row_that_holds(conn: Connection, record: Record, table: Table, key: str) -> Row:
    """The row under a key as imports tell it. Raises CorrectionRefused where there is none."""
    rows: Iterable[Row]
    if record is GRANT:
        rows = stored_grants(conn)
    elif "release_id" in table.primary_key.columns:
        rows = conn.execute(newest(table, *(table.c[name] for name in record.key))).mappings()
    else:
        rows = conn.execute(select(table)).mappings()
    match = next((row for row in rows if record.key_of(row) == key), None)
    if match is None:
        of_what = " ".join(record.key)
        raise CorrectionRefused(
            say("klimat.no_row_among_its_key_is", key=key, kind=record.kind, of_what=of_what)
        )
    return match


def title_of(row: Row) -> str:
    """What a reader calls the row, where it has such a field."""
    names = ("title_sv", "title", "name_sv", "name", "organisation")
    return next((str(row[name]) for name in names if row.get(name)), "")


def take_out(conn: Connection, table: Table, same: Callable[[Row], bool]) -> TakenOut:
    """Takes the rows of public releases for which `same` holds out of their table, with the rows
    that refer to them; gives all of them."""
    shown = set(conn.scalars(select(release.c.release_id).where(release.c.published)))
    rows = [
        row
        for row in conn.execute(select(table)).mappings()
        if same(row) and row.get("release_id", None) in shown | {None}
    ]
    result: TakenOut = {}
    for child in metadata.sorted_tables:
        for constraint in child.foreign_key_constraints:
            if constraint.referred_table is not table:
                continue
            pairs = [(pair.parent.name, pair.column.name) for pair in constraint.elements]
            for row in rows:
                where = [child.c[own] == row[theirs] for own, theirs in pairs]
                result.setdefault(child.name, []).extend(
                    to_json(hanging)
                    for hanging in conn.execute(select(child).where(*where)).mappings()
                )
                conn.execute(delete(child).where(*where))
    for row in rows:
        conn.execute(delete(table).where(*(pair == row[pair.name] for pair in table.primary_key)))
    result[table.name] = [to_json(row) for row in rows]
    return {name: some for name, some in result.items() if some}


def put_back(conn: Connection, table: Table, taken_out: Mapping[str, list[dict[str, Any]]]) -> int:
    """Puts rows back where their release is still there; how many of the table's own.

    Raises CorrectionRefused where one of them has come in again meanwhile.
    """
    known = set(conn.scalars(select(release.c.release_id)))
    number = 0
    for name in (table.name, *(name for name in taken_out if name != table.name)):
        target = metadata.tables[name]
        rows = [from_json(target, row) for row in taken_out.get(name, [])]
        rows = [row for row in rows if row.get("release_id", None) in known | {None}]
        for row in rows:
            where = [pair == row[pair.name] for pair in target.primary_key]
            if conn.execute(select(target).where(*where)).first() is not None:
                raise CorrectionRefused(say("klimat.it_has_come_in_again_since"))
        if rows:
            conn.execute(insert(target), rows)
        number += len(rows) if target is table else 0
    return number


def move_back(conn: Connection, key: str, moved: Iterable[Moved]) -> None:
    """Names the row under the key again wherever another was put in its place."""
    for name, column, place in moved:
        table = metadata.tables[name]
        where = where_at(table, place)
        if column is None:
            conn.execute(delete(table).where(*where))
        else:
            conn.execute(update(table).where(*where).values({column: key}))


def place_of(table: Table, row: Row) -> dict[str, Any]:
    """The primary key of a row, as JSON has it."""
    return to_json({column.name: row[column.name] for column in table.primary_key})


def where_at(table: Table, place: Mapping[str, Any]) -> list[ColumnElement[bool]]:
    """What holds of the row of this primary key alone."""
    return [table.c[name] == value for name, value in from_json(table, place).items()]
