"""Takes a city's own release out of use and puts it back; what stood before it then holds again."""

from datetime import datetime

from sqlalchemy import Connection, select, update

from data_access.imports.frame import ImportRefused
from data_access.own_series import KIND
from data_access.releases import record_change
from data_access.tables import release
from data_access.verdicts import refresh_verdicts


def set_published(conn: Connection, label: str, published: bool, now: datetime) -> None:
    """Withdraws an own release, or puts it back, and computes the verdicts anew.

    Nothing is deleted: the file stays in the store and in the log. Raises ImportRefused for a
    release that is not a city's own, or is as asked for already.
    """
    row = conn.execute(select(release).where(release.c.label == label)).one_or_none()
    if row is None or row.kind != KIND:
        raise ImportRefused(f"no own release {label!r}: `klimat releases` lists them")
    if row.published == published:
        raise ImportRefused(f"{label} is {'in use' if published else 'withdrawn'} already")
    conn.execute(
        update(release).where(release.c.release_id == row.release_id).values(published=published)
    )
    action = "restore" if published else "withdraw"
    record_change(conn, action, release_id=row.release_id, detail=label, now=now)
    refresh_verdicts(conn, now.year)
