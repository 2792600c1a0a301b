"""Takes a city's own release out of use and puts it back; what stood before it then holds again."""

from datetime import datetime

from sqlalchemy import Connection, select

from data_access.imports.draft import ImportRefused
from data_access.own_series import KIND
from data_access.publishing import set_shown
from data_access.tables import change_log, release

WITHDRAW, RESTORE = "withdraw", "restore"
"""The log's words. A withdrawal is undone, a draft is published: the log tells them apart."""


def set_in_use(conn: Connection, label: str, in_use: bool, now: datetime) -> None:
    """Withdraws an own release, or undoes its withdrawal, and computes the verdicts anew.

    Nothing is deleted: the file stays in the store and in the log. Raises ImportRefused for a
    release that is not a city's own, is as asked for already, or was never withdrawn: a draft does
    not get published by putting it back.
    """
    row = conn.execute(select(release).where(release.c.label == label)).one_or_none()
    if row is None or row.kind != KIND:
        raise ImportRefused(f"no own release {label!r}: `klimat releases` lists them")
    if row.published == in_use:
        raise ImportRefused(f"{label} is {'in use' if in_use else 'out of use'} already")
    if in_use and _last_action(conn, row.release_id) != WITHDRAW:
        raise ImportRefused(f"{label} has not been withdrawn: `klimat publish {label}`")
    set_shown(conn, label, in_use, now, action=RESTORE if in_use else WITHDRAW)


def _last_action(conn: Connection, release_id: int) -> str | None:
    """What was last done with a release."""
    log = change_log.c
    return conn.scalar(
        select(log.action)
        .where(log.release_id == release_id)
        .order_by(log.change_id.desc())
        .limit(1)
    )
