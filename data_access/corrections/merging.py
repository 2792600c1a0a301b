"""Two rows that are the same thing, merged: one is kept, and what names the other names that one.

The other is kept too, out of sight, so that `restore_row` can put everything back as it was.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, Table, insert, select, update

from data_access.clock import day_of
from data_access.corrections.recording import CorrectionRefused, checked_reason, record_correction
from data_access.corrections.rows import changes_between
from data_access.corrections.stored import (
    Moved,
    TakenOut,
    place_of,
    record_of,
    row_that_holds,
    take_out,
    title_of,
    where_at,
)
from data_access.imports.running import refresh_after
from data_access.row_json import from_json
from data_access.tables import decision, goal, grant, metadata, status_link
from progress.corrections import MERGED_INTO, Action, FieldChange
from progress.i18n import say

OF_PROMISE = ((decision, "pledge_id"), (status_link, "pledge_id"))
NAMED_IN: Mapping[str, tuple[tuple[Table, str], ...]] = {
    "activities": OF_PROMISE,
    "commitments": OF_PROMISE,
    "goals": ((goal, "defined_by"),),
    "grants": ((grant, "same_as"), (grant, "part_of")),
    "work-packages": OF_PROMISE,
}
"""Kind → the columns that name its rows without being held to it; statuses are."""


@dataclass(frozen=True, slots=True)
class Merged:
    """In what the two rows differ, that which went first; and how many rows (statuses, decisions,
    links) have come to the one that is kept."""

    differences: tuple[FieldChange, ...]
    moved: int


def merge_rows(
    conn: Connection, kind: str, key: str, into: str, reason: str, now: datetime
) -> Merged:
    """Merges the row under a key into another of its kind, which is kept as it is. Statuses of both
    are told of the one, of a day that both have the kept one's.

    Raises CorrectionRefused for rows that are not there, or are of two municipalities.
    """
    reason = checked_reason(reason)
    record, table = record_of(kind)
    row, kept = (row_that_holds(conn, record, table, each) for each in (key, into))
    if key == into or row.get("municipality_code") != kept.get("municipality_code"):
        raise CorrectionRefused(say("klimat.not_two_rows_of_one_place", key=key, into=into))
    taken_out = take_out(conn, table, lambda other: record.key_of(other) == key)
    moved = [
        *_moved_children(conn, table, taken_out, into),
        *_moved_references(conn, kind, key, into),
    ]
    refresh_after(conn, kind, day_of(now).year)
    record_correction(
        conn,
        Action.MERGE,
        kind,
        key,
        reason,
        now,
        code=row.get("municipality_code"),
        title=title_of(row),
        changes=(FieldChange(MERGED_INTO, "", into),),
        taken_out=taken_out,
        moved=moved,
    )
    return Merged(changes_between(record, row, kept), len(moved))


def _moved_children(
    conn: Connection, table: Table, taken_out: TakenOut, into: str
) -> Iterator[Moved]:
    """Gives rows that hang on what was taken out (statuses) to the row that is kept, where it has
    none in their place."""
    for child in metadata.sorted_tables:
        pairs = [
            key
            for constraint in child.foreign_key_constraints
            if constraint.referred_table is table and len(constraint.elements) == 1
            for key in constraint.elements
        ]
        for pair in pairs:
            for row in taken_out.get(child.name, ()):
                values = {**from_json(child, row), pair.parent.name: into}
                place = place_of(child, values)
                if conn.execute(select(child).where(*where_at(child, place))).first() is None:
                    conn.execute(insert(child), values)
                    yield [child.name, None, place]


def _moved_references(conn: Connection, kind: str, key: str, into: str) -> Iterator[Moved]:
    for table, column in NAMED_IN.get(kind, ()):
        naming = conn.execute(select(table).where(table.c[column] == key)).mappings().all()
        for row in naming:
            place = place_of(table, row)
            conn.execute(update(table).where(*where_at(table, place)).values({column: into}))
            yield [table.name, column, place]
