"""The test stores themselves: a real PostgreSQL and a fresh SQLite file."""

from sqlalchemy import create_engine, text


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
