"""Fixtures shared by all tests: the two kinds of store, and Chromium."""

import fcntl
import os
import re
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from tests.postgres import fresh_database, running_postgres
from tests.programs import chromium
from tests.stores import seeded_store

_database_numbers = count(1)

# Tests read what the command line says in English, whatever language the machine speaks.
os.environ["LC_ALL"] = "C.UTF-8"

# What an example takes is the machine's business: no example fails for it. Sixty of each kind in
# every run find what a hundred do in a few more, and the whole stays within its time.
settings.register_profile(
    "any machine", deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("any machine")


LONG = ("tests/test_extending.py", "tests/browser/", "tests/faults/")
"""Files and folders of which single tests take seconds; the first needs no store with figures, so
that nobody waits while another worker makes it."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What takes long begins first: else one worker is left alone with it in the end."""
    items.sort(key=lambda item: [not item.nodeid.startswith(name) for name in LONG])


@pytest.fixture(scope="session")
def chromium_path() -> str:
    """The installed Chromium; `CHROMIUM` names another one."""
    result = chromium()
    if result is None:
        pytest.fail("The browser tests need Chromium: run `make test`, or set CHROMIUM.")
    return result


@pytest.fixture(scope="session")
def seeded_file(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """The file of a store that is filled with the seed data; only to be read or copied.

    The workers of a run share one, which the first of them that asks for it makes.
    """
    folder = tmp_path_factory.getbasetemp()
    if worker_id != "master":
        folder = folder.parent
    path, unfinished = folder / "seeded.db", folder / "unfinished.db"
    with (folder / "seeded.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not path.exists():
            seeded_store(f"sqlite:///{unfinished}")
            unfinished.rename(path)
    return path


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[Path]:
    """The socket folder of a real PostgreSQL, started once for the whole run."""
    with running_postgres() as socket_folder:
        yield socket_folder


@pytest.fixture(scope="module")
def postgres_url(postgres_server: Path, request: pytest.FixtureRequest) -> Iterator[str]:
    """An empty PostgreSQL database of the test module's own."""
    module = re.sub(r"\W+", "_", request.module.__name__)[-40:].lower()
    with fresh_database(postgres_server, f"{module}_{next(_database_numbers)}") as url:
        yield url


@pytest.fixture
def sqlite_url(tmp_path: Path) -> str:
    """The URL of an SQLite file that doesn't exist yet, a new one for each test."""
    return f"sqlite:///{tmp_path / 'store.db'}"


@pytest.fixture
def free_postgres_url(postgres_server: Path) -> Iterator[str]:
    """Where `new_store` can make the single test a PostgreSQL store of its own."""
    name = f"test_{next(_database_numbers)}"
    with fresh_database(postgres_server, name, created=False) as url:
        yield url


@pytest.fixture
def empty_postgres_url(postgres_server: Path) -> Iterator[str]:
    """An empty PostgreSQL database of the single test's own."""
    with fresh_database(postgres_server, f"test_{next(_database_numbers)}") as url:
        yield url
