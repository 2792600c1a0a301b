"""Links to report on one promise: made and revoked by its owner's people, used once by anyone."""

from collections.abc import Collection
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path

from sqlalchemy import Connection, Engine, insert, select, update

from data_access.engine import StoreError
from data_access.imports import ImportResult, import_statuses
from data_access.imports.statuses import known
from data_access.releases import inserted_number, record_change
from data_access.tables import status_link
from progress.i18n import say
from progress.promises.status_links import LinkState, StatusLink


class LinkRefused(StoreError):  # noqa: N818
    """The link is not good, or cannot be made or revoked; nothing was changed."""


def make(conn: Connection, owner: str, pledge_id: str, days: int, now: datetime) -> StatusLink:
    """A link that is good for so many days. Raises LinkRefused for another's promise."""
    promise = known(conn).get(pledge_id)
    if promise is None or owner not in promise.owners:
        raise LinkRefused(say("status_link.not_own", pledge=pledge_id))
    values = {"owner": owner, "pledge_id": pledge_id, "made": now}
    values |= {"expires": now + timedelta(days=days)}
    result = conn.execute(insert(status_link).values(values))
    number = inserted_number(result)
    record_change(conn, "status-link", detail=f"link-{number}: {pledge_id}", now=now, shown=False)
    return link(conn, number)


def revoke(conn: Connection, number: int, owners: Collection[str], now: datetime) -> None:
    """From now on the link, of one of these owners, is good for nothing. Raises LinkRefused."""
    changed = conn.execute(
        update(status_link)
        .where(
            status_link.c.link_id == number,
            status_link.c.owner.in_(tuple(owners)),
            status_link.c.used.is_(None),
            status_link.c.revoked.is_(None),
        )
        .values(revoked=now)
    )
    if changed.rowcount != 1:
        raise LinkRefused(say("status_link.none"))
    record_change(conn, "revoke-status-link", detail=f"link-{number}", now=now, shown=False)


def link(conn: Connection, number: int) -> StatusLink:
    """A link by its number, whatever has become of it. Raises LinkRefused where there is none."""
    row = conn.execute(select(status_link).where(status_link.c.link_id == number)).one_or_none()
    if row is None:
        raise LinkRefused(say("status_link.none"))
    return StatusLink(**row._mapping)


def report(file: Path, number: int, engine: Engine, now: datetime) -> ImportResult:
    """Adds the status in a file as a draft of the link's owner, and the link is used: both or none.

    Raises LinkRefused, ImportProblems, ImportRefused.
    """
    with engine.connect() as conn:
        owner = link(conn, number).owner
    return import_statuses(
        [file],
        engine,
        now=now,
        draft_of=owner,
        only_of=owner,
        prepare=partial(_use, number=number, now=now),
    )


def _use(conn: Connection, number: int, now: datetime) -> None:
    if link(conn, number).state(now) is not LinkState.OPEN:
        raise LinkRefused(say("status_link.none"))
    where = status_link.c.link_id == number
    conn.execute(update(status_link).where(where).values(used=now))
