"""What state the store is in."""

from datetime import datetime

from sqlalchemy import Connection, select

from data_access.readers import KNOWN, MARK, STORE
from data_access.tables import change_log

_NEWEST_CHANGE = (
    select(change_log.c.change_id, change_log.c.at).order_by(change_log.c.change_id.desc()).limit(1)
)


def store_version(conn: Connection) -> str:
    """A word that changes with every import or other write that the reader can see.

    Readers who see drafts have words of their own, so that no answer of theirs is taken for one
    that everyone may have. One question by primary key, once for each connection that sees one
    state (`StoreReader.connection`).
    """
    options = conn.get_execution_options()
    known: dict[str, str] = options.get(KNOWN, {})
    if "version" not in known:
        newest = conn.execute(_NEWEST_CHANGE).first()
        reader = options.get(MARK, "")
        version = "0" if newest is None else f"{newest.change_id}-{newest.at:%Y%m%dT%H%M%S%f}"
        known["version"] = f"{version}-{reader}" if reader else version
    return known["version"]


def store_state(conn: Connection) -> tuple[str, str]:
    """The store's address and version: what everything that is kept of a store hangs on."""
    address = conn.get_execution_options().get(STORE)
    return (str(conn.engine.url) if address is None else address, store_version(conn))


def store_changed(conn: Connection) -> datetime | None:
    """When the store was last written to; None where nothing has been."""
    newest = select(change_log.c.at).order_by(change_log.c.change_id.desc()).limit(1)
    return conn.scalar(newest)
