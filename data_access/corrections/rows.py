"""Rows of a record: corrected through the checks of their import, withdrawn, put back."""

from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import Connection, Table, select

from data_access.clock import day_of
from data_access.corrections.recording import (
    CorrectionRefused,
    checked_reason,
    record_correction,
)
from data_access.corrections.row_file import row_file
from data_access.corrections.stored import (
    Row,
    move_back,
    put_back,
    record_of,
    row_that_holds,
    take_out,
    title_of,
)
from data_access.imports.differences import shown
from data_access.imports.draft import Options
from data_access.imports.identity import default_label, hash_of_all
from data_access.imports.own_exports import is_own_export
from data_access.imports.running import refresh_after, run_in
from data_access.imports.words import columns_of
from data_access.records import LOCAL_SIGNATORY, Field, Record
from data_access.tables import correction, release
from progress.corrections import Action, FieldChange
from progress.i18n import say

LABEL_STEM = "correction"
"""Begins the labels of the releases that corrections make."""


def correct_row(
    conn: Connection,
    kind: str,
    key: str,
    values: Mapping[str, str],
    reason: str,
    now: datetime,
    *,
    confirmed: bool = False,
) -> tuple[FieldChange, ...]:
    """Gives fields of the row that holds other values, as a release of its own; what changed.

    `values`: a field's name, column or Swedish heading → the cell as a file has it. The row goes
    through the checks of its kind, so a correction holds nothing that an import would refuse.
    Raises CorrectionRefused, ImportProblems.
    """
    reason = checked_reason(reason)
    record, table = record_of(kind)
    if record is LOCAL_SIGNATORY:
        raise CorrectionRefused(say("klimat.list_of_signatories_is_corrected_by"))
    before = row_that_holds(conn, record, table, key)
    cells = _cells(record, before, values)
    # The moment makes it another file than an earlier correction of the same content.
    cells["correction_moment"] = now.isoformat()
    with row_file(f"{LABEL_STEM}-{kind}.csv", cells) as path:
        label = default_label(f"{LABEL_STEM}-{kind}", now, hash_of_all([path]))
        row = conn.execute(
            select(release).where(release.c.release_id == before["release_id"])
        ).one()
        options = Options(
            release=label,
            source_id=row.source_id,
            title=row.title,
            edition=row.edition,
            released=row.released,
            today=day_of(now),
            confirmed=confirmed,
        )
        run_in(conn, kind, [path], options, now)
    after = row_that_holds(conn, record, table, key)
    changes = changes_between(record, before, after)
    if not changes:
        raise CorrectionRefused(say("klimat.row_says_that_already", kind=kind, key=key))
    refresh_after(conn, kind, day_of(now).year)
    record_correction(
        conn,
        Action.CORRECT,
        kind,
        key,
        reason,
        now,
        code=before.get("municipality_code"),
        title=title_of(after),
        release=label,
        changes=changes,
    )
    return changes


def withdraw_row(conn: Connection, kind: str, key: str, reason: str, now: datetime) -> None:
    """Takes a row out of what is shown and counted, with its statuses; it is kept, to be put back.

    A file that holds the row brings it in again. Raises CorrectionRefused.
    """
    reason = checked_reason(reason)
    record, table = record_of(kind)
    row = row_that_holds(conn, record, table, key)
    taken_out = take_out(conn, table, lambda other: record.key_of(other) == key)
    refresh_after(conn, kind, day_of(now).year)
    record_correction(
        conn,
        Action.WITHDRAW,
        kind,
        key,
        reason,
        now,
        code=row.get("municipality_code"),
        title=title_of(row),
        taken_out=taken_out,
    )


def restore_row(conn: Connection, kind: str, key: str, reason: str, now: datetime) -> None:
    """Puts back what was last withdrawn or merged under a key. Raises CorrectionRefused."""
    reason = checked_reason(reason)
    record, table = record_of(kind)
    put_back_last(conn, kind, key, table)
    row = row_that_holds(conn, record, table, key)
    refresh_after(conn, kind, day_of(now).year)
    record_correction(
        conn,
        Action.RESTORE,
        kind,
        key,
        reason,
        now,
        code=row.get("municipality_code"),
        title=title_of(row),
    )


def put_back_last(conn: Connection, kind: str, key: str, table: Table) -> None:
    """Puts back what the last correction under the key took out. Raises CorrectionRefused."""
    last = conn.execute(
        select(correction)
        .where(correction.c.kind == kind, correction.c.key == key)
        .order_by(correction.c.correction_id.desc())
        .limit(1)
    ).one_or_none()
    if last is None or last.action not in (Action.WITHDRAW, Action.MERGE):
        raise CorrectionRefused(say("klimat.has_not_been_withdrawn", kind=kind, key=key))
    if last.action == Action.MERGE:
        [[_, _, into]] = last.changes
        row_that_holds(conn, *record_of(kind), into)
        move_back(conn, key, last.moved or ())
    if put_back(conn, table, last.taken_out) == 0:
        raise CorrectionRefused(say("klimat.came_with_import_that_has_been", kind=kind, key=key))


def changes_between(record: Record, before: Row, after: Row) -> tuple[FieldChange, ...]:
    """The fields of a record that differ, as words."""
    return tuple(
        FieldChange(name, _words(before[name]), _words(after[name]))
        for name in record.compared
        if before[name] != after[name]
    )


def _words(value: Any) -> str:
    return "" if value is None else shown(value).removeprefix("–")


def _cells(record: Record, row: Row, values: Mapping[str, str]) -> dict[str, str]:
    """The row as a file of its kind, with the new values in it. Raises CorrectionRefused."""
    fields = [field for field in record.fields if field.name in row and field.read]
    ours = is_own_export([field.name for field in fields])
    cells = {_column(field, ours): cell_of(row[field.name]) for field in fields}
    for name, value in values.items():
        field = field_named(record, name)
        if field.name in record.key:
            raise CorrectionRefused(say("klimat.tells_row_apart_withdraw_row_and", name=field.name))
        cells[_column(field, ours)] = value
    return cells


def _column(field: Field, ours: bool) -> str:
    return field.name if ours else field.column


def field_named(record: Record, name: str) -> Field:
    """The field that a name, a column or a Swedish heading means. Raises CorrectionRefused."""
    fields = [field for field in record.stored if field.read]
    columns = [column for field in fields for column in (field.name, *field.all_columns)]
    meant = min(columns_of(name, columns), default=None)
    if meant is None:
        every = ", ".join(field.name for field in fields if field.name not in record.key)
        raise CorrectionRefused(
            say("klimat.has_no_field_it_has", kind=record.kind, name=name, every=every)
        )
    return next(field for field in fields if meant[1] in (field.name, *field.all_columns))


def cell_of(value: Any) -> str:
    """A value as a file has it."""
    if isinstance(value, list | tuple):
        return ";".join(map(str, value))
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Decimal):
        return f"{value:f}"
    return "" if value is None else str(value)
