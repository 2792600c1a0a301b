"""Drafts that nobody wants any more: taken out of the store as if they had never come in."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import Connection, delete, select

from data_access.corrections.recording import CorrectionRefused
from data_access.corrections.removing import remove_release
from data_access.imports.running import refresh_after
from data_access.inside.publishing import STATUSES, held
from data_access.records import EMISSION
from data_access.releases import record_change
from data_access.tables import change_log, release, snapshot
from progress.drafts import DraftKind, Held
from progress.i18n import say

SHOWN_BY = ("import", "publish", "restore", "statuses", "snapshot")
"""The log's words for what everyone then saw."""


def discard(
    conn: Connection, name: str, now: datetime, *, owners: Collection[str] | None = None
) -> Held:
    """Takes a draft (release, statuses or snapshot) out of the store; what it was.

    With `owners` only what these own is there. Raises CorrectionRefused for what is no draft, and
    for what everyone has once seen: that is undone, and said.
    """
    draft = next((draft for draft in held(conn, owners) if draft.name == name), None)
    if draft is None:
        raise CorrectionRefused(say("klimat.no_draft_klimat_drafts_lists_them", name=name))
    if draft.published:
        raise CorrectionRefused(say("klimat.is_published_klimat_withdraw_or_klimat", name=name))
    if _was_public(conn, draft):
        raise CorrectionRefused(say("klimat.has_been_public_and_what_was", name=name))
    if draft.kind is DraftKind.RELEASE:
        remove_release(conn, _release_id(conn, name))
        if draft.about == EMISSION.kind:
            refresh_after(conn, draft.about, now.year)
    elif draft.kind is DraftKind.SNAPSHOT:
        number = int(name.rpartition("-")[2])
        conn.execute(delete(snapshot).where(snapshot.c.snapshot_id == number))
    else:
        for table in STATUSES:
            conn.execute(delete(table).where(table.c.batch == name, ~table.c.published))
    record_change(conn, "discard", detail=name, now=now, shown=False)
    return draft


def _release_id(conn: Connection, label: str) -> int:
    label_is = release.c.label == label
    return int(conn.scalars(select(release.c.release_id).where(label_is)).one())


def _was_public(conn: Connection, draft: Held) -> bool:
    log = change_log.c
    question = select(log.change_id).where(log.action.in_(SHOWN_BY), log.shown)
    if draft.kind is DraftKind.RELEASE:
        question = question.where(log.release_id == _release_id(conn, draft.name))
    else:
        exact = log.detail == draft.name
        question = question.where(exact | log.detail.startswith(f"{draft.name}:", autoescape=True))
    return conn.scalar(question.limit(1)) is not None
