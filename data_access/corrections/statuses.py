"""Dated statuses: corrected as they were told, withdrawn, put back."""

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import Connection, Table, delete, select, update

from data_access.clock import day_of
from data_access.corrections.recording import (
    CorrectionRefused,
    checked_reason,
    record_correction,
)
from data_access.corrections.row_file import row_file
from data_access.corrections.rows import put_back_last
from data_access.corrections.stored import Row
from data_access.imports import statuses
from data_access.imports.draft import Problems
from data_access.imports.pledges import statuses_held
from data_access.imports.words import columns_of
from data_access.row_json import to_json
from data_access.status_tables import STATUS_TABLES
from data_access.tables import metadata
from progress.corrections import STATUSES, Action, FieldChange
from progress.i18n import say

FIELDS = ("status", "comment", "source", "resources")


def correct_status(
    conn: Connection, key: str, values: Mapping[str, str], reason: str, now: datetime
) -> tuple[FieldChange, ...]:
    """Gives a published status (`BOR-A07 2024-05-31`) other words; what changed.

    Raises CorrectionRefused, ImportProblems.
    """
    reason = checked_reason(reason)
    table, name, row = _status(conn, key)
    before = {field: str(row[field]) for field in FIELDS}
    for field, value in values.items():
        meant = min(columns_of(field, FIELDS), default=None)
        if meant is None:
            raise CorrectionRefused(
                say("klimat.status_has_no_field_it_has", field=field, fields=", ".join(FIELDS))
            )
        before[meant[1]] = value
    problems = Problems()
    cells = {"id": row[name], "date": row["status_date"].isoformat(), **before}
    with row_file("statuses.csv", cells) as path:
        others = {
            status: words
            for status, words in statuses_held(conn).items()
            if status != (row[name], row["status_date"])
        }
        rows = statuses.check([path], statuses.known(conn), others, day_of(now), problems)
    problems.raise_if_any()
    right = {field: rows[0][field] for field in FIELDS}
    changes = tuple(
        FieldChange(field, row[field], right[field])
        for field in FIELDS
        if row[field] != right[field]
    )
    if not changes:
        raise CorrectionRefused(say("klimat.status_says_that_already_nothing_would", key=key))
    where = (table.c[name] == row[name], table.c.status_date == row["status_date"])
    conn.execute(update(table).where(*where).values(right))
    _record(conn, Action.CORRECT, table, name, row, reason, now, changes)
    return changes


def withdraw_status(conn: Connection, key: str, reason: str, now: datetime) -> None:
    """Takes a status out; the one before it holds again. Raises CorrectionRefused."""
    reason = checked_reason(reason)
    table, name, row = _status(conn, key)
    conn.execute(
        delete(table).where(table.c[name] == row[name], table.c.status_date == row["status_date"])
    )
    _record(conn, Action.WITHDRAW, table, name, row, reason, now)


def restore_status(conn: Connection, key: str, reason: str, now: datetime) -> None:
    """Puts back a status that was withdrawn last. Raises CorrectionRefused."""
    reason = checked_reason(reason)
    pledge = key.rpartition(" ")[0]
    for table, name in STATUS_TABLES.values():
        of = metadata.tables[table.name.removesuffix("_status")]
        if conn.execute(select(of).where(of.c[name] == pledge)).first() is not None:
            put_back_last(conn, STATUSES, key, table)
    table, name, row = _status(conn, key)
    _record(conn, Action.RESTORE, table, name, row, reason, now)


def _status(conn: Connection, key: str) -> tuple[Table, str, Row]:
    pledge, _, day = key.rpartition(" ")
    for table, name in STATUS_TABLES.values():
        for row in conn.execute(select(table).where(table.c[name] == pledge)).mappings():
            if row["status_date"].isoformat() == day:
                if not row["published"]:
                    raise CorrectionRefused(
                        say(
                            "klimat.status_is_draft_klimat_discard_and", key=key, batch=row["batch"]
                        )
                    )
                return table, name, row
    raise CorrectionRefused(say("klimat.no_status_give_promises_id_and", key=key))


def _record(
    conn: Connection,
    action: Action,
    table: Table,
    name: str,
    row: Row,
    reason: str,
    now: datetime,
    changes: tuple[FieldChange, ...] = (),
) -> None:
    of = metadata.tables[table.name.removesuffix("_status")]
    pledge = conn.execute(select(of).where(of.c[name] == row[name])).mappings().one()
    record_correction(
        conn,
        action,
        STATUSES,
        f"{row[name]} {row['status_date'].isoformat()}",
        reason,
        now,
        code=pledge["municipality_code"],
        title=pledge["title_sv"],
        changes=changes,
        taken_out={table.name: [to_json(row)]} if action is Action.WITHDRAW else None,
    )
