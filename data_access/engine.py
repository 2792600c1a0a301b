"""Opening the store: an SQLite file or PostgreSQL by DATABASE_URL; reads only unless told."""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlalchemy import URL, Connection, Engine, create_engine, event, inspect, make_url, text
from sqlalchemy.exc import ArgumentError, DBAPIError, OperationalError

from data_access.migrations import FIRST, known, newest
from data_access.readers import EVERYONE, STORE, Reader, shown_to
from data_access.tables import metadata
from progress.i18n import LazyText, say

NETWORK = {
    "connect_timeout": 5,
    "keepalives_idle": 10,
    "keepalives_interval": 5,
    "keepalives_count": 2,
    "tcp_user_timeout": 5000,
}
"""In seconds, the last one in milliseconds: a server that has vanished is noticed by then."""

LOCKED_READER, LOCKED_WRITER, LOCKED_COMMAND = 2, 15, 120
"""Seconds to wait for a store that another writer has: a page waits less, a command longer."""

POOL = {"pool_size": 4, "max_overflow": 4, "pool_timeout": 10, "query_cache_size": 1500}
"""One connection for each thread that answers and one more while it needs a second, however many
readers there are; whoever finds none waits so many seconds. Statements are kept for each reader."""

WRITERS = 0x6B6C696D6174
"""PostgreSQL's number of the lock that each transaction that may write holds to its end."""

DEFAULT_URL = "sqlite:///var/klimat.db"


FileIdentity = tuple[int, int]


class StoreError(Exception):
    """The store cannot be used; the message says why and what to do."""


class StoreMissing(StoreError):  # noqa: N818
    """Nothing is there yet."""


class StoreForeign(StoreError):  # noqa: N818
    """There is a database, but it is not ours."""


class StoreOutdated(StoreError):  # noqa: N818
    """The store was made by an older or newer version of the software."""


class StoreUnreachable(StoreError):  # noqa: N818
    """The database server does not answer, or refuses us."""


class StoreBusy(StoreUnreachable):
    """Another writer has had the store for as long as this one could wait."""


def database_url() -> str:
    """The store's address: the environment's DATABASE_URL, else a file under var/."""
    return os.environ.get("DATABASE_URL") or DEFAULT_URL


def open_store(
    url: str | None = None,
    *,
    read_only: bool = True,
    check: bool = True,
    any_version: bool = False,
    reader: Reader = EVERYONE,
    patience: int = LOCKED_WRITER,
) -> Engine:
    """An engine on the store; each transaction sees one state of it from its first question on.

    Transactions of engines that write come one after another, whatever the database: each waits
    at most `patience` seconds for the one before it to end, and then raises StoreBusy.

    The store must be there, ours and (unless `any_version`) of this version, else StoreMissing,
    StoreForeign, StoreOutdated or StoreUnreachable is raised, and nothing is touched; one to be
    written is opened as it is without `check`. A read-only engine refuses every write, and shows
    what its `reader` may see of drafts; one that writes sees all.
    """
    address = _parsed(url or database_url())
    if read_only:
        return shown_to(_reading(address, any_version), reader)
    if check:
        _reading(address, any_version).dispose()
    return _engine(address, read_only=False, patience=patience)


def shown(url: str) -> str:
    """The address without its password, for messages."""
    return _parsed(url).render_as_string(hide_password=True)


def file_identity(url: str) -> FileIdentity | None:
    """What tells the file under an SQLite address from another; None for other stores or none."""
    address = _parsed(url)
    if address.get_backend_name() != "sqlite":
        return None
    try:
        result = _file(address).stat()
    except OSError:
        return None
    return (result.st_dev, result.st_ino)


def _parsed(url: str) -> URL:
    try:
        address = make_url(url)
    except ArgumentError:
        raise StoreError(say("klimat.database_url_is_not_database_address")) from None
    name = address.drivername
    if name in ("postgres", "postgresql"):
        return address.set(drivername="postgresql+psycopg")
    if name not in ("sqlite", "postgresql+psycopg"):
        raise StoreError(say("klimat.database_url_names_only_sqlite_and", name=name))
    if name == "sqlite" and address.database in (None, "", ":memory:"):
        raise StoreError(say("klimat.database_url_must_name_file_sqlite"))
    return address


def _file(address: URL) -> Path:
    assert address.database is not None
    return Path(address.database)


def _engine(address: URL, read_only: bool, patience: int = LOCKED_WRITER) -> Engine:
    sqlite = address.get_backend_name() == "sqlite"
    make = _sqlite if sqlite else _postgresql
    engine = make(address, read_only, patience)
    engine.update_execution_options(**{STORE: str(engine.url)})
    return engine


def _sqlite(address: URL, read_only: bool, patience: int) -> Engine:
    path = _file(address)
    if read_only:
        # Write-ahead logging needs a writable directory even to read; elsewhere nobody writes.
        asleep = not os.access(path.parent, os.W_OK) and not Path(f"{path}-wal").exists()
        mode = {"immutable": "1"} if asleep else {"mode": "ro"}
        address = URL.create(
            "sqlite", database=f"file:{quote(str(path))}", query={**mode, "uri": "true"}
        )
    else:
        path.parent.mkdir(parents=True, exist_ok=True)
    seconds = LOCKED_READER if read_only else patience
    engine = create_engine(address, connect_args={"timeout": seconds}, **POOL)

    @event.listens_for(engine, "connect")
    def on_connect(connection: Any, _record: object) -> None:
        # We begin transactions ourselves, so that reads too see one state and DDL can be undone.
        connection.isolation_level = None
        connection.execute("PRAGMA foreign_keys=ON")
        if read_only:
            connection.execute("PRAGMA query_only=ON")
        else:
            connection.execute("PRAGMA journal_mode=WAL")
            connection.execute("PRAGMA synchronous=NORMAL")

    @event.listens_for(engine, "begin")
    def on_begin(connection: Connection) -> None:
        if read_only:
            connection.exec_driver_sql("BEGIN")
        else:
            _take_turn(connection, ["BEGIN IMMEDIATE"], patience)

    return engine


def _take_turn(connection: Connection, statements: Sequence[str], patience: int) -> None:
    """Waits for the writer before. Raises StoreBusy after `patience` seconds."""
    try:
        for statement in statements:
            connection.exec_driver_sql(statement)
    except OperationalError as error:
        if "lock" not in str(error.orig):
            raise
        raise StoreBusy(say("klimat.another_change_to_store_has_been", patience=patience)) from None


def _postgresql(address: URL, read_only: bool, patience: int) -> Engine:
    options = "-c timezone=UTC"
    if read_only:
        options += " -c default_transaction_read_only=on"
    engine = create_engine(
        address,
        pool_pre_ping=True,
        isolation_level="REPEATABLE READ" if read_only else "READ COMMITTED",
        connect_args={"options": options, **NETWORK},
        **POOL,
    )
    if not read_only:

        @event.listens_for(engine, "begin")
        def on_begin(connection: Connection) -> None:
            turn = f"SELECT pg_advisory_xact_lock({WRITERS})"
            _take_turn(connection, [f"SET LOCAL lock_timeout = '{patience}s'", turn], patience)

    return engine


def _reading(address: URL, any_version: bool) -> Engine:
    """An engine that reads, on a store that has been looked at. Raises StoreError."""
    engine = _engine(address, read_only=True)
    try:
        _check(engine, address, any_version)
    except BaseException:
        engine.dispose()
        raise
    return engine


def _check(engine: Engine, address: URL, any_version: bool) -> None:
    where = address.render_as_string(hide_password=True)
    missing = StoreMissing(say("klimat.no_store_at_run_klimat_seed", where=where))
    if address.get_backend_name() == "sqlite" and not _file(address).exists():
        raise missing
    try:
        with engine.connect() as conn:
            result = set(inspect(conn).get_table_names())
            marked = "alembic_version" in result
            version = (
                conn.scalar(text("SELECT version_num FROM alembic_version")) if marked else None
            )
    except DBAPIError as error:
        if "not a database" in str(error.orig):
            raise StoreForeign(say("klimat.is_not_klimat_database", where=where)) from None
        raise StoreUnreachable(
            say("klimat.cannot_read", where=where, why=str(error.orig).strip())
        ) from None
    if version is None and not result - {"alembic_version"}:
        raise missing
    if version is None or not result & set(metadata.tables):
        raise StoreForeign(say("klimat.is_not_klimat_database", where=where))
    if version not in known():
        raise StoreOutdated(
            say("klimat.has_version", where=where, version=version, what=_no_way_from(version))
        )
    if version != newest() and not any_version:
        raise StoreOutdated(
            say(
                "klimat.needs_upgrade",
                where=where,
                version=version,
                needed=newest(),
            )
        )


def _no_way_from(version: str) -> LazyText:
    """Why a store of a version that is not known cannot be brought to this one, and what to do."""
    if version < FIRST:
        return say("klimat.from_before_which_cannot_be_brought", first=FIRST)
    return say("klimat.made_by_newer_program", needed=newest())
