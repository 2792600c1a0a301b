"""A copy of the store's file that can be put back, taken while others read and write."""

import sqlite3
from argparse import Namespace
from contextlib import closing
from pathlib import Path

from sqlalchemy import make_url

from data_access.commands.store import opened
from data_access.engine import database_url

PG_DUMP = "pg_dump --format=custom --file=FILE DATABASE"


class BackupRefused(Exception):  # noqa: N818
    """No copy was made; the message says why and what to do."""


def backup(arguments: Namespace) -> int:
    """Copy the store into a new file, as it is at one moment. Raises BackupRefused."""
    address = make_url(database_url())
    if address.get_backend_name() != "sqlite":
        raise BackupRefused(f"PostgreSQL has its own tool: {PG_DUMP} (docs/operations.md)")
    target: Path = arguments.file
    if target.exists():
        raise BackupRefused(f"{target} exists already: name a new file")
    unfinished = target.with_name(f"{target.name}.unfinished")
    unfinished.unlink(missing_ok=True)
    with (
        opened(read_only=True, any_version=True) as engine,
        engine.connect() as conn,
        closing(sqlite3.connect(unfinished)) as copy,
    ):
        held = conn.connection.driver_connection
        assert isinstance(held, sqlite3.Connection)
        held.rollback()  # the copy reads for itself
        held.backup(copy)
        copy.execute("PRAGMA journal_mode=DELETE")
        result = copy.execute("PRAGMA integrity_check").fetchone()[0]
    if result != "ok":
        raise BackupRefused(f"the copy is not whole: {result}; the store may be damaged")
    unfinished.rename(target)
    print(f"{target}: {target.stat().st_size} bytes")
    return 0
