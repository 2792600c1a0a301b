"""The test stores themselves: a real PostgreSQL and a fresh SQLite file."""

from pathlib import Path

from sqlalchemy import create_engine, delete, func, select, text

from data_access.engine import open_store
from data_access.tables import indicator_value
from tests.data_access.made_up import fill
from tests.stores import new_store


def test_postgres_is_a_real_server_with_an_empty_database(postgres_url: str) -> None:
    engine = create_engine(postgres_url)
    with engine.connect() as connection:
        assert str(connection.scalar(text("SELECT version()"))).startswith("PostgreSQL")
        tables = connection.scalar(
            text("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'")
        )
        assert tables == 0
    engine.dispose()


def test_each_test_gets_an_empty_postgres_when_it_asks_for_one(
    empty_postgres_url: str, postgres_url: str
) -> None:
    assert empty_postgres_url != postgres_url


def test_sqlite_store_starts_empty(sqlite_url: str) -> None:
    engine = create_engine(sqlite_url)
    with engine.connect() as connection:
        assert connection.scalar(text("SELECT count(*) FROM sqlite_master")) == 0
    engine.dispose()


def test_a_copied_store_is_the_tests_own(empty_postgres_url: str, tmp_path: Path) -> None:
    first, second = (f"sqlite:///{tmp_path / name}" for name in ("first.db", "second.db"))
    for url in (empty_postgres_url, empty_postgres_url, first, second, first):
        engine = open_store(new_store(url, fill), read_only=False)
        with engine.begin() as conn:
            assert conn.scalar(select(func.count()).select_from(indicator_value)) == 3
            conn.execute(delete(indicator_value))
        engine.dispose()
