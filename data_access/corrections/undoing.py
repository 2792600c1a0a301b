"""A whole import taken back: the store is as if it had not come in, and everyone is told."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Table, delete, insert, select, update

from data_access.clock import day_of
from data_access.corrections.recording import (
    RELEASES,
    CorrectionRefused,
    checked_reason,
    record_correction,
)
from data_access.corrections.removing import remove_release
from data_access.corrections.stored import STORED_IN, Row
from data_access.imports.running import refresh_after
from data_access.inside.publishing import NOT_DRAFTS
from data_access.inside.publishing import STATUSES as STATUS_HISTORIES
from data_access.records import RECORDS
from data_access.releases import record_change
from data_access.row_json import from_json, to_json
from data_access.tables import correction, metadata, own_series, release, replaced_row
from progress.corrections import STATUSES, Action
from progress.i18n import LazyText, say


def undo(conn: Connection, name: str, reason: str, now: datetime) -> int:
    """Takes an import (a release's label, or the name of statuses that came together) back; its
    rows. What it renewed is as before it.

    Raises CorrectionRefused where later imports or corrections built on it: these come first.
    """
    reason = checked_reason(reason)
    row = conn.execute(select(release).where(release.c.label == name)).mappings().one_or_none()
    if row is None:
        return _undo_statuses(conn, name, reason, now)
    for built_on_it in _obstacles(conn, row):
        raise CorrectionRefused(say("klimat.cannot_be_undone", name=name, built_on_it=built_on_it))
    for memory in _memory(conn, row["release_id"]):
        _bring_back(conn, memory)
    remove_release(conn, row["release_id"])
    detail = f"{name}: {row['kind']}, {row['rows']} rows of {row['file_name']} {row['sha256'][:12]}"
    record_change(
        conn, Action.UNDO, detail=f"{detail}; {reason}", now=now, shown=bool(row["published"])
    )
    refresh_after(conn, row["kind"], day_of(now).year)
    if row["published"]:
        title = row["title"]
        record_correction(conn, Action.UNDO, RELEASES, name, reason, now, title=title, log=False)
    return int(row["rows"])


def _undo_statuses(conn: Connection, name: str, reason: str, now: datetime) -> int:
    rows = [
        (table, row)
        for table in STATUS_HISTORIES
        for row in conn.execute(select(table).where(table.c.batch == name)).mappings()
    ]
    if not rows or not name:
        raise CorrectionRefused(say("klimat.no_import_klimat_releases_klimat_drafts", name=name))
    for table in {table for table, _ in rows}:
        conn.execute(delete(table).where(table.c.batch == name))
    public = any(row["published"] for _, row in rows)
    detail = f"{name}: {len(rows)} statuses; {reason}"
    record_change(conn, Action.UNDO, detail=detail, now=now, shown=public)
    if public:
        record_correction(conn, Action.UNDO, STATUSES, name, reason, now, log=False)
    return len(rows)


def _memory(conn: Connection, release_id: int) -> list[Row]:
    """What the import renewed, last first."""
    question = (
        select(replaced_row)
        .where(replaced_row.c.release_id == release_id)
        .order_by(replaced_row.c.number.desc())
    )
    return list(conn.execute(question).mappings())


def _bring_back(conn: Connection, memory: Row) -> None:
    table = metadata.tables[memory["table_name"]]
    where = _where(table, memory["key"])
    if memory["before"] is None:
        conn.execute(delete(table).where(*where))
    else:
        before = from_json(table, memory["before"])
        if conn.execute(update(table).where(*where).values(before)).rowcount == 0:
            conn.execute(insert(table).values(before))


def _where(table: Table, key: list[Any]) -> list[Any]:
    names = [column.name for column in table.primary_key]
    typed = from_json(table, dict(zip(names, key, strict=True)))
    return [table.c[name] == typed[name] for name in names]


def _obstacles(conn: Connection, row: Row) -> Iterator[LazyText]:
    """What has been built on an import since, each in words."""
    yield from _continued(conn, row["release_id"])
    yield from _corrected(conn, row)
    memory = _memory(conn, row["release_id"])
    if row["kind"] in NOT_DRAFTS and not memory:
        yield say("klimat.it_was_imported_before_store_remembered")
    yield from _renewed(conn, row["release_id"], memory)
    yield from _referred_to(conn, memory)


def _continued(conn: Connection, release_id: int) -> Iterator[LazyText]:
    labels = conn.scalars(
        select(release.c.label)
        .join(own_series, own_series.c.release_id == release.c.release_id)
        .where(own_series.c.continues_id == release_id)
    )
    for label in labels:
        yield say("klimat.continues_it_first_klimat_undo", label=label)


def _corrected(conn: Connection, row: Row) -> Iterator[LazyText]:
    """Corrections of its rows that stand in a later release."""
    kind, table = row["kind"], STORED_IN.get(row["kind"])
    if table is None or "release_id" not in table.primary_key.columns:
        return
    held = conn.execute(select(table).where(table.c.release_id == row["release_id"])).mappings()
    keys = {RECORDS[kind].key_of(entry) for entry in held}
    made = conn.execute(
        select(correction)
        .join(release, release.c.label == correction.c.release)
        .where(correction.c.kind == kind, correction.c.action == Action.CORRECT)
        .where(release.c.release_id > row["release_id"])
        .order_by(correction.c.correction_id.desc())
    )
    for entry in made:
        if entry.key in keys:
            yield say(
                "klimat.has_been_corrected_since_first_klimat", key=entry.key, release=entry.release
            )


def _renewed(conn: Connection, release_id: int, memory: list[Row]) -> Iterator[LazyText]:
    """Later imports of the same rows."""
    mine = {(entry["table_name"], str(entry["key"])) for entry in memory}
    later = conn.execute(
        select(replaced_row, release.c.label)
        .join(release, release.c.release_id == replaced_row.c.release_id)
        .where(replaced_row.c.release_id > release_id)
        .order_by(replaced_row.c.release_id.desc(), replaced_row.c.number)
    )
    for entry in later:
        if (entry.table_name, str(entry.key)) in mine:
            key = " ".join(map(str, entry.key))
            yield say(
                "klimat.has_renewed_since_first_klimat_undo",
                label=entry.label,
                key=key,
            )


def _referred_to(conn: Connection, memory: list[Row]) -> Iterator[LazyText]:
    """Rows that would refer to nothing: they name a row that it made."""
    made = [entry for entry in memory if entry["before"] is None and len(entry["key"]) == 1]
    own = {(entry["table_name"], str(entry["key"])) for entry in memory if entry["before"] is None}
    for entry in made:
        (identity,) = entry["key"]
        (column,) = metadata.tables[entry["table_name"]].primary_key
        for child in metadata.sorted_tables:
            for naming in child.columns:
                if not any(key.column is column for key in naming.foreign_keys):
                    continue
                for row in conn.execute(select(child).where(naming == identity)).mappings():
                    key = [to_json(row)[part.name] for part in child.primary_key]
                    if (child.name, str(key)) in own or row.get("release_id") == entry[
                        "release_id"
                    ]:
                        continue
                    yield say(
                        "klimat.is_named_by", identity=identity, by=_import_of(conn, child, row)
                    )


def _import_of(conn: Connection, table: Table, row: Row) -> LazyText:
    """The import that a row came with and how to undo it, else where the row stands."""
    name = row.get("batch")
    if "release_id" in row:
        label = select(release.c.label).where(release.c.release_id == row["release_id"])
        name = conn.scalar(label)
    return (
        say("klimat.first_klimat_undo", name=name)
        if name
        else say("klimat.rows_of", name=table.name)
    )
