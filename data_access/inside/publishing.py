"""Publishing what only its owner's people see, and taking it back: explicit, and logged."""

from collections.abc import Collection
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, Select, Table, func, or_, select, update

from data_access.imports.draft import ImportRefused
from data_access.imports.reference import REFERENCE
from data_access.imports.running import refresh_after
from data_access.own_series import KIND as OWN
from data_access.questions.parties import parties
from data_access.readers import OWNER
from data_access.releases import record_change
from data_access.status_tables import STATUS_TABLES
from data_access.tables import municipality, own_series, release, snapshot
from progress.drafts import DraftKind, Held
from progress.i18n import say

NOT_DRAFTS = frozenset({"activities", "commitments", "municipalities", "work-packages", *REFERENCE})
"""Kinds of file that renew what the store has: they cannot wait for their publication."""

STATUSES = tuple(table for table, _ in STATUS_TABLES.values())


class PublishingRefused(ImportRefused):
    """Nothing was published or taken back; the message says why."""


def check_owner(conn: Connection, owner: str) -> str:
    """The owner, a municipality's code or the name of another party in addresses.

    Raises ImportRefused for a word that is neither.
    """
    known = OWNER.fullmatch(owner) is not None and (
        conn.scalar(select(municipality.c.code).where(municipality.c.code == owner)) is not None
        or any(party.slug == owner and party.municipality_code is None for party in parties(conn))
    )
    if not known:
        raise PublishingRefused(say("klimat.is_no_owner_give_municipalitys_code", owner=owner))
    return owner


def held(conn: Connection, owners: Collection[str] | None = None) -> tuple[Held, ...]:
    """All that has one of these owners, or any owner, and all drafts; those made last come first.

    To be asked on a connection that shows all; `owners` then says whose things are told.
    """
    of_owners = (
        (lambda table: or_(table.c.owner != "", ~table.c.published))
        if owners is None
        else (lambda table: table.c.owner.in_(tuple(owners)))
    )
    result = [_of_release(row) for row in conn.execute(select(release).where(of_owners(release)))]
    result += [
        Held(
            f"snapshot-{row.snapshot_id}",
            DraftKind.SNAPSHOT,
            row.owner,
            row.published,
            row.name,
            row.municipality_code or "",
            0,
            row.taken,
        )
        for row in conn.execute(select(snapshot).where(of_owners(snapshot)))
    ]
    batches: dict[str, Held] = {}
    for table in STATUSES:
        for row in conn.execute(_batches(table).where(of_owners(table), table.c.batch != "")):
            draft = Held(
                row.batch,
                DraftKind.STATUSES,
                row.owner,
                bool(row.published),
                row.batch,
                "",
                row.rows,
                row.made,
            )
            before = batches.get(row.batch)
            rows = draft.rows + (0 if before is None else before.rows)
            batches[row.batch] = replace(draft, rows=rows)
    result += batches.values()
    return tuple(sorted(result, key=lambda draft: (draft.made, draft.name), reverse=True))


def set_shown(
    conn: Connection,
    name: str,
    published: bool,
    now: datetime,
    *,
    owner: str | None = None,
    owners: Collection[str] | None = None,
    action: str | None = None,
) -> Held:
    """Publishes what has this name, or takes it back; what rests on it is worked out anew.

    With `owner` it gets another owner, whose people see it when it is taken back. With `owners`
    only what these own can be named: another's thing is refused as if it were not there. `action`
    is the log's word for it where that is neither publish nor unpublish. Raises PublishingRefused.
    """
    item = next((draft for draft in held(conn, owners) if draft.name == name), None)
    if item is None and owners is None:
        item = _release_without_owner(conn, name)
    if item is None:
        raise PublishingRefused(say("klimat.nothing_with_name_can_be_published", name=name))
    if item.published == published:
        state = "published" if published else "not_published"
        raise PublishingRefused(say(f"klimat.{state}_already", name=name))
    if not item.can_wait:
        raise PublishingRefused(say("klimat.renewed_what_store_has_it_cannot", name=name))
    owner = item.owner if owner is None else check_owner(conn, owner)
    release_id = None
    if item.kind is DraftKind.RELEASE:
        row = conn.execute(select(release).where(release.c.label == name)).one()
        release_id = row.release_id
        if not published:
            _refuse_if_continued(conn, release_id, name)
        where = release.c.release_id == release_id
        conn.execute(update(release).where(where).values(published=published, owner=owner))
    elif item.kind is DraftKind.SNAPSHOT:
        where = snapshot.c.snapshot_id == int(name.rpartition("-")[2])
        conn.execute(update(snapshot).where(where).values(published=published, owner=owner))
    else:
        for table in STATUSES:
            where = table.c.batch == name
            conn.execute(update(table).where(where).values(published=published, owner=owner))
    said = action or ("publish" if published else "unpublish")
    record_change(conn, said, release_id=release_id, detail=name, now=now)
    if item.kind is DraftKind.RELEASE:
        refresh_after(conn, item.about, now.year)
    return replace(item, published=published, owner=owner)


def _release_without_owner(conn: Connection, name: str) -> Held | None:
    """A release that has always been public: the operator can take it back too."""
    row = conn.execute(select(release).where(release.c.label == name)).one_or_none()
    if row is None:
        return None
    if row.kind in NOT_DRAFTS:
        raise PublishingRefused(say("klimat.renewed_what_store_has_it_cannot", name=name))
    return _of_release(row)


def _of_release(row: Row[Any]) -> Held:
    return Held(
        row.label,
        DraftKind.RELEASE,
        row.owner,
        row.published,
        row.title,
        row.kind,
        row.rows,
        row.imported,
        row.kind not in NOT_DRAFTS,
    )


def _refuse_if_continued(conn: Connection, release_id: int, name: str) -> None:
    """Forecasts that continue a release mean nothing without it."""
    by = conn.scalar(
        select(release.c.label)
        .join(own_series, own_series.c.release_id == release.c.release_id)
        .where(own_series.c.continues_id == release_id, release.c.published)
        .limit(1)
    )
    if by is not None:
        raise PublishingRefused(
            say("klimat.continues_first_klimat_withdraw_or_klimat", by=by, own=OWN, name=name)
        )


def _batches(table: Table) -> Select[tuple[object, ...]]:
    return select(
        table.c.batch,
        table.c.owner,
        table.c.published,
        func.count().label("rows"),
        func.max(table.c.recorded).label("made"),
    ).group_by(table.c.batch, table.c.owner, table.c.published)
