"""What state the store is in."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, func, select

from data_access.readers import KNOWN, MARK, STORE
from data_access.records import (
    CONTRACT,
    INDICATOR,
    MUNICIPALITY,
    ORGANISATION,
    PROGRAMME,
    SOURCES,
)
from data_access.tables import change_log, release
from progress.dataset import Dataset

REFERRED_TO = (
    MUNICIPALITY.kind,
    SOURCES.kind,
    INDICATOR.kind,
    CONTRACT.kind,
    ORGANISATION.kind,
    PROGRAMME.kind,
)
"""The kinds whose words rows of other kinds are given out with: names, publishers, licences."""

VERDICTS_ALONE = "refresh"
"""The action that works verdicts out again and touches no other row."""

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


@dataclass(frozen=True, slots=True)
class LastChanges:
    """When rows were last written: all, of each kind of release, and what concerns rows of any."""

    store: datetime | None
    by_kind: Mapping[str, datetime]
    of_any: datetime | None

    def of_kinds(self, kinds: Collection[str]) -> datetime | None:
        """When rows of these kinds last changed, or what they refer to; without kinds the store."""
        if not kinds:
            return self.store
        moments = [self.by_kind.get(kind) for kind in (*kinds, *REFERRED_TO)]
        return max((each for each in (*moments, self.of_any) if each is not None), default=None)

    def of(self, dataset: Dataset) -> datetime | None:
        """When the rows of a dataset last changed."""
        return self.store if dataset.subject.own_work else self.of_kinds(dataset.subject.kinds)


def last_changes(conn: Connection) -> LastChanges:
    """The last changes in the log: of each kind of release, and of rows of any (a correction)."""
    log = change_log.c
    question = (
        select(release.c.kind, func.max(log.at).label("at"))
        .select_from(change_log.outerjoin(release, release.c.release_id == log.release_id))
        .where(log.action != VERDICTS_ALONE)
        .group_by(release.c.kind)
    )
    moments = {row.kind: row.at for row in conn.execute(question)}
    of_any = moments.pop(None, None)
    return LastChanges(store_changed(conn), moments, of_any)


def store_changed(conn: Connection) -> datetime | None:
    """When the store was last written to; None where nothing has been."""
    newest = select(change_log.c.at).order_by(change_log.c.change_id.desc()).limit(1)
    return conn.scalar(newest)
