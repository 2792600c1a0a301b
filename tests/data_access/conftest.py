"""The same made-up store on both engines; every contract test runs on each."""

from collections.abc import Iterator

import pytest
from sqlalchemy import Connection, Engine, event

from data_access.engine import open_store
from tests.data_access.made_up import fill
from tests.stores import Fill, new_store


@pytest.fixture(scope="module")
def fills() -> tuple[Fill, ...]:
    """What the stores of a module are filled with; one that wants more says so."""
    return (fill,)


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def store_url(
    request: pytest.FixtureRequest,
    tmp_path_factory: pytest.TempPathFactory,
    fills: tuple[Fill, ...],
) -> str:
    """The address of a filled store that the tests of a module only read."""
    if request.param == "sqlite":
        url = f"sqlite:///{tmp_path_factory.mktemp('store') / 'store.db'}"
    else:
        url = request.getfixturevalue("postgres_url")
    return new_store(url, *fills)


@pytest.fixture(params=["sqlite", "postgresql"])
def writable_url(request: pytest.FixtureRequest, fills: tuple[Fill, ...]) -> str:
    """The address of a filled store of the single test's own."""
    name = "sqlite_url" if request.param == "sqlite" else "free_postgres_url"
    url: str = request.getfixturevalue(name)
    return new_store(url, *fills)


@pytest.fixture(params=["sqlite", "postgresql"])
def empty_url(request: pytest.FixtureRequest) -> str:
    """The address of a database with nothing in it."""
    name = "sqlite_url" if request.param == "sqlite" else "empty_postgres_url"
    url: str = request.getfixturevalue(name)
    return url


@pytest.fixture
def scratch(store_url: str) -> Iterator[Connection]:
    """A connection to write on: whatever the test does is taken back after it."""
    writer = open_store(store_url, read_only=False)
    with writer.connect() as conn, conn.begin() as transaction:
        yield conn
        transaction.rollback()
    writer.dispose()


@pytest.fixture
def engine(store_url: str) -> Iterator[Engine]:
    engine = open_store(store_url)
    yield engine
    engine.dispose()


@pytest.fixture
def store(engine: Engine) -> Iterator[Connection]:
    """A connection that asks questions, as the web process does."""
    with engine.connect() as conn:
        yield conn


@pytest.fixture
def asked(engine: Engine) -> Iterator[list[str]]:
    """The statements that the store was sent since the test began."""
    statements: list[str] = []

    def note(_conn: object, _cursor: object, statement: str, *_: object) -> None:
        if statement != "BEGIN":
            statements.append(statement)

    event.listen(engine, "before_cursor_execute", note)
    yield statements
    event.remove(engine, "before_cursor_execute", note)
