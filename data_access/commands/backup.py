"""A copy of the store's file that can be put back, taken while others read and write."""

import sqlite3
from argparse import Namespace
from contextlib import closing
from pathlib import Path

from sqlalchemy import make_url

from data_access.commands.store import opened
from data_access.engine import database_url
from progress.i18n import say

PG_DUMP = "pg_dump --format=custom --file=FILE DATABASE"


class BackupRefused(Exception):  # noqa: N818
    """No copy was made; the message says why and what to do."""


def backup(arguments: Namespace) -> int:
    """Copy the store into a new file, as it is at one moment. Raises BackupRefused."""
    address = make_url(database_url())
    if address.get_backend_name() != "sqlite":
        raise BackupRefused(say("klimat.postgresql_has_its_own_tool_docs", pg_dump=PG_DUMP))
    target: Path = arguments.file
    if target.exists():
        raise BackupRefused(say("klimat.exists_already_name_new_file", target=target))
    unfinished = target.with_name(f"{target.name}.unfinished")
    unfinished.unlink(missing_ok=True)
    try:
        result = _copied(unfinished)
    except sqlite3.Error as error:  # no such folder, a disk that is full
        unfinished.unlink(missing_ok=True)
        raise BackupRefused(
            say("klimat.copy_cannot_be_written", target=target, error=error)
        ) from None
    if result != "ok":
        raise BackupRefused(say("klimat.copy_is_not_whole_store_may", result=result))
    unfinished.rename(target)
    print(say("klimat.bytes", target=target, st_size=target.stat().st_size))
    return 0


def _copied(target: Path) -> str:
    """Copy the store into the file; what SQLite says of it, "ok" where all of it is whole."""
    with (
        opened(read_only=True, any_version=True) as engine,
        engine.connect() as conn,
        closing(sqlite3.connect(target)) as copy,
    ):
        held = conn.connection.driver_connection
        assert isinstance(held, sqlite3.Connection)
        held.rollback()  # the copy reads for itself
        held.backup(copy)
        copy.execute("PRAGMA journal_mode=DELETE")
        return str(copy.execute("PRAGMA integrity_check").fetchone()[0])
