"""The log of changes as it is looked through: who did what, and when."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from sqlalchemy import Connection, select

from data_access.tables import change_log, release

LOG_FIELDS = (
    "change_id",
    "at",
    "actor",
    "action",
    "release",
    "kind",
    "owner",
    "file_name",
    "sha256",
    "detail",
    "seen_by_all",
)


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which changes: by who, what and which release; from the first day to the last, in UTC."""

    actor: str | None = None
    action: str | None = None
    release: str | None = None
    since: date | None = None
    until: date | None = None
    limit: int | None = None


def changes(conn: Connection, wanted: Wanted) -> Iterator[Mapping[str, Any]]:
    """The changes asked for, the newest first, as rows of `LOG_FIELDS`."""
    log = change_log.c
    question = (
        select(change_log, release.c.label, release.c.kind, release.c.owner, release.c.file_name)
        .add_columns(release.c.sha256)
        .outerjoin(release, release.c.release_id == log.release_id)
        .order_by(log.change_id.desc())
        .limit(wanted.limit)
    )
    for column, value in (
        (log.actor, wanted.actor),
        (log.action, wanted.action),
        (release.c.label, wanted.release),
    ):
        if value is not None:
            question = question.where(column == value)
    if wanted.since is not None:
        question = question.where(log.at >= _midnight(wanted.since))
    if wanted.until is not None:
        question = question.where(log.at < _midnight(wanted.until + timedelta(days=1)))
    for row in conn.execute(question):
        yield {
            "change_id": row.change_id,
            "at": row.at,
            "actor": row.actor,
            "action": row.action,
            "release": row.label or "",
            "kind": row.kind or "",
            "owner": row.owner or "",
            "file_name": row.file_name or "",
            "sha256": row.sha256 or "",
            "detail": row.detail,
            "seen_by_all": row.shown,
        }


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), UTC)
