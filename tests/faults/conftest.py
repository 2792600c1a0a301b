"""A PostgreSQL that may fall, and stores of the made-up country on both engines."""

import shutil
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import psycopg
import pytest

from tests.faults.country import make, new_emissions
from tests.postgres import Server, own_postgres

TEMPLATE = "country"
_numbers = count(1)


@pytest.fixture(scope="session")
def falling_postgres() -> Iterator[Server]:
    """A server of the fault tests' own, with the made-up country as a template."""
    with own_postgres() as server:
        with admin(server) as conn:
            conn.execute(f'CREATE DATABASE "{TEMPLATE}"')
        make(address(server, TEMPLATE))
        yield server


@pytest.fixture(scope="session")
def country_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("country") / "store.db"
    make(f"sqlite:///{path}")
    return path


@pytest.fixture(scope="session")
def release_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return new_emissions(tmp_path_factory.mktemp("files") / "prov.csv")


@pytest.fixture
def new_postgres(falling_postgres: Server) -> Callable[[], str]:
    """Gives the address of a new copy of the country each time it is called."""

    def copy() -> str:
        name = f"fault_{next(_numbers)}"
        with admin(falling_postgres) as conn:
            conn.execute(f'CREATE DATABASE "{name}" TEMPLATE "{TEMPLATE}"')
            # Else numbers that a sequence gave after the copy could be given again after a crash.
            conn.execute("CHECKPOINT")
        return address(falling_postgres, name)

    return copy


@pytest.fixture
def new_sqlite(country_file: Path, tmp_path: Path) -> Callable[[], str]:
    """As `new_postgres`, an SQLite file."""

    def copy() -> str:
        path = tmp_path / f"store-{next(_numbers)}.db"
        shutil.copyfile(country_file, path)
        return f"sqlite:///{path}"

    return copy


@pytest.fixture(params=["sqlite", "postgresql"])
def new_store(request: pytest.FixtureRequest) -> Callable[[], str]:
    """As `new_postgres`, on each engine in turn."""
    name = "new_sqlite" if request.param == "sqlite" else "new_postgres"
    copy: Callable[[], str] = request.getfixturevalue(name)
    return copy


def admin(server: Server) -> "psycopg.Connection[tuple[object, ...]]":
    return psycopg.connect(host=str(server.home), user="postgres", autocommit=True)


def address(server: Server, name: str) -> str:
    return f"postgresql+psycopg://postgres@/{name}?host={server.home}"
