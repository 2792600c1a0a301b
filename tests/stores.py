"""Stores of the tests' own: one of each kind is built in a process, and the others are copies."""

import atexit
import shutil
import tempfile
from collections.abc import Callable
from functools import cache
from itertools import count
from pathlib import Path

import psycopg
from sqlalchemy import URL, Connection, make_url

from data_access import imports, migrations
from data_access.derived.verdicts import refresh_verdicts
from data_access.engine import open_store

Fill = Callable[[Connection], None]

_numbers = count(1)


def new_store(url: str, *fills: Fill) -> str:
    """A store of this version at the address, filled by these in turn; gives the address back.

    The first store of a kind is kept apart and copied from then on. Where there is one already, it
    is replaced.
    """
    address = make_url(url)
    if address.get_backend_name() == "sqlite":
        assert address.database is not None
        shutil.copyfile(_sqlite_template(fills), address.database)
    else:
        template = _postgresql_template(address.set(database="postgres"), fills)
        _administer(
            address,
            f'DROP DATABASE IF EXISTS "{address.database}"',
            f'CREATE DATABASE "{address.database}" TEMPLATE "{template}"',
        )
    return url


def seeded_store(url: str) -> str:
    """A store of this version at the address, filled with the seed data; gives the address back."""
    engine = open_store(new_store(url), read_only=False)
    imports.seed(engine)
    engine.dispose()
    return url


def with_verdicts(conn: Connection) -> None:
    """Fills in what follows from the figures, as in the year 2026."""
    refresh_verdicts(conn, 2026)


@cache
def _sqlite_template(fills: tuple[Fill, ...]) -> Path:
    path = _folder() / f"{next(_numbers)}.db"
    _build(f"sqlite:///{path}", fills)
    return path


@cache
def _postgresql_template(server: URL, fills: tuple[Fill, ...]) -> str:
    name = f"template_{next(_numbers)}"
    _administer(server, f'CREATE DATABASE "{name}"')
    _build(server.set(database=name).render_as_string(hide_password=False), fills)
    return name


def _build(url: str, fills: tuple[Fill, ...]) -> None:
    engine = open_store(url, read_only=False, check=False)
    migrations.upgrade(engine)
    with engine.begin() as conn:
        for fill in fills:
            fill(conn)
    engine.dispose()


def _administer(server: URL, *statements: str) -> None:
    host = str(server.query["host"])
    with psycopg.connect(host=host, user=server.username, autocommit=True) as conn:
        for statement in statements:
            conn.execute(statement.encode())


@cache
def _folder() -> Path:
    folder = Path(tempfile.mkdtemp(prefix="stores-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder
