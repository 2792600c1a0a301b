"""What an owner's people correct of what everyone sees: their own rows, statuses and imports alone.

A row is a city's by its municipality, a status an owner's by the promise that it is of, and an
import an owner's by the release. Each change is one of `data_access.corrections`.
"""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, select

from data_access import corrections
from data_access.corrections import CorrectionRefused
from data_access.corrections.rows import cell_of
from data_access.corrections.statuses import FIELDS
from data_access.corrections.stored import record_of, row_that_holds, title_of
from data_access.imports.running import VERDICT_KINDS
from data_access.imports.shown import turned, what_is_shown
from data_access.imports.statuses import known
from data_access.inside.publishing import held
from data_access.questions.corrections import corrections as made_corrections
from data_access.questions.newest import newest
from data_access.questions.promises import promises_by_owner
from data_access.records import STATUS_REPORT, Field
from data_access.status_tables import STATUS_TABLES
from progress.corrections import STATUSES, Action, Correction, FieldChange
from progress.i18n import LazyText, say
from progress.people import is_city

KINDS = ("goals", "commitments", "activities", "work-packages", "investment-actions", "events")
"""Kinds of row that a city's people correct one by one, beside statuses."""

PLACE = "municipality_code"


@dataclass(frozen=True, slots=True)
class OwnRow:
    """A row that its owner's people can correct, under its kind and key."""

    kind: str
    key: str
    title: str


@dataclass(frozen=True, slots=True)
class Corrected:
    """What a correction changes: fields, old and new, and what readers see of it."""

    changes: tuple[FieldChange, ...]
    shown: tuple[LazyText, ...] = ()


def own_rows(conn: Connection, owner: str) -> Iterator[OwnRow]:
    """Everything that an owner's people can correct row by row, kind by kind."""
    for kind in KINDS if is_city(owner) else ():
        record, table = record_of(kind)
        of_owner = table.c[PLACE] == owner
        if "release_id" in table.primary_key.columns:
            question = newest(table, *(table.c[name] for name in record.key), where=of_owner)
        else:
            question = select(table).where(of_owner)
        rows = [(record.key_of(row), title_of(row)) for row in conn.execute(question).mappings()]
        yield from (OwnRow(kind, key, title) for key, title in sorted(rows))
    promised = {key for key, promise in known(conn).items() if owner in promise.owners}
    statuses = [
        (row[name], row["status_date"], row["comment"])
        for table, name in STATUS_TABLES.values()
        for row in conn.execute(select(table).where(table.c.published)).mappings()
        if row[name] in promised
    ]
    promises = promises_by_owner(conn, {owner}).get(owner, ())
    titles = {promise.pledge_id: promise.title_sv for promise in promises}
    for pledge, day, comment in sorted(statuses):
        title = ": ".join(filter(None, (titles.get(pledge), comment)))
        yield OwnRow(STATUSES, f"{pledge} {day:%Y-%m-%d}", title)


def fields_of(conn: Connection, owner: str, kind: str, key: str) -> dict[Field, str]:
    """The fields of an owner's row that can be corrected, with its cells as a file has them.

    Raises CorrectionRefused for what is not the owner's.
    """
    if kind == STATUSES:
        row: Mapping[Any, Any] = _own_status(conn, owner, key)
        return {STATUS_REPORT.field(name): cell_of(row[name]) for name in FIELDS}
    row = _own_row(conn, owner, kind, key)
    record, _ = record_of(kind)
    return {
        field: cell_of(row[field.name])
        for field in record.stored
        if field.read and field.name in row and field.name not in (PLACE, *record.key)
    }


def correct(
    conn: Connection,
    owner: str,
    kind: str,
    key: str,
    values: Mapping[str, str],
    reason: str,
    now: datetime,
    *,
    confirmed: bool,
) -> Corrected:
    """Gives fields of an owner's row other values; those that are as they were are left aside.

    Raises CorrectionRefused, ImportProblems.
    """
    before = {field.name: cell for field, cell in fields_of(conn, owner, kind, key).items()}
    new = {
        name: value for name, value in values.items() if name in before and before[name] != value
    }
    if kind == STATUSES:
        return Corrected(corrections.correct_status(conn, key, new, reason, now))
    with _turning(conn, kind) as shown:
        changes = corrections.correct_row(conn, kind, key, new, reason, now, confirmed=confirmed)
    return Corrected(changes, tuple(shown))


def withdraw(
    conn: Connection, owner: str, kind: str, key: str, reason: str, now: datetime
) -> Corrected:
    """Takes an owner's row or status out of what is shown. Raises CorrectionRefused."""
    fields_of(conn, owner, kind, key)
    if kind == STATUSES:
        corrections.withdraw_status(conn, key, reason, now)
        return Corrected(())
    with _turning(conn, kind) as shown:
        corrections.withdraw_row(conn, kind, key, reason, now)
    return Corrected((), tuple(shown))


def merge(
    conn: Connection, owner: str, kind: str, key: str, into: str, reason: str, now: datetime
) -> Corrected:
    """Merges an owner's row into another of theirs; in what the two differ. Raises
    CorrectionRefused."""
    for each in (key, into):
        _own_row(conn, owner, kind, each)
    with _turning(conn, kind) as shown:
        merged = corrections.merge_rows(conn, kind, key, into, reason, now)
    moved = say("klimat.moved_to_kept", number=merged.moved, into=into)
    return Corrected(merged.differences, (moved, *shown))


def restore(
    conn: Connection, owner: str, kind: str, key: str, reason: str, now: datetime
) -> Corrected:
    """Puts back what was withdrawn of an owner's. Raises CorrectionRefused."""
    last = withdrawn(made_for(conn, owner))
    if not any(made.kind == kind and made.key == key for made in last):
        raise CorrectionRefused(say("klimat.has_not_been_withdrawn", kind=kind, key=key))
    if kind == STATUSES:
        corrections.restore_status(conn, key, reason, now)
        return Corrected(())
    with _turning(conn, kind) as shown:
        corrections.restore_row(conn, kind, key, reason, now)
    return Corrected((), tuple(shown))


def withdrawn(newest_first: Iterable[Correction]) -> list[Correction]:
    """Of the corrections `made_for` a city, those of rows and statuses that were withdrawn or
    merged last, and can be put back."""
    last: dict[tuple[str, str], Correction] = {}
    for made in newest_first:
        last.setdefault((made.kind, made.key), made)
    return [
        made
        for made in last.values()
        if made.action in (Action.WITHDRAW, Action.MERGE) and made.kind in (*KINDS, STATUSES)
    ]


def made_for(conn: Connection, owner: str) -> tuple[Correction, ...]:
    """The corrections of a city's own, the newest first; those of an agency's name no owner."""
    return made_corrections(conn, owner) if is_city(owner) else ()


def undo(conn: Connection, owner: str, name: str, reason: str, now: datetime) -> int:
    """Takes a whole import of an owner's back; how many rows it had. Raises CorrectionRefused."""
    if not any(item.name == name for item in held(conn, {owner})):
        raise CorrectionRefused(say("klimat.nothing_with_name_can_be_published", name=name))
    return corrections.undo(conn, name, reason, now)


@contextmanager
def _turning(conn: Connection, kind: str) -> Iterator[list[LazyText]]:
    """Has afterwards the verdicts that a change turns; none where none rest on the kind."""
    shown: list[LazyText] = []
    if kind not in VERDICT_KINDS:
        yield shown
        return
    before = what_is_shown(conn).verdicts
    yield shown
    shown += turned(conn, before, what_is_shown(conn).verdicts)


def _own_row(conn: Connection, owner: str, kind: str, key: str) -> Mapping[Any, Any]:
    record, table = record_of(kind)
    if kind not in KINDS:
        raise CorrectionRefused(say("klimat.rows_are_anothers", key=key))
    row = row_that_holds(conn, record, table, key)
    if not is_city(owner) or row[PLACE] != owner:
        raise CorrectionRefused(say("klimat.rows_are_anothers", key=key))
    return row


def _own_status(conn: Connection, owner: str, key: str) -> Mapping[Any, Any]:
    pledge, _, day = key.rpartition(" ")
    promise = known(conn).get(pledge)
    for table, name in STATUS_TABLES.values() if promise and owner in promise.owners else ():
        rows = select(table).where(table.c[name] == pledge, table.c.published)
        for row in conn.execute(rows).mappings():
            if row["status_date"].isoformat() == day:
                return row
    raise CorrectionRefused(say("klimat.rows_are_anothers", key=key))
