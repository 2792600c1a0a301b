"""The tables can be made, taken back and made again, and are the ones that the code describes."""

from collections.abc import Iterator

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import CheckConstraint, Engine, inspect, text
from sqlalchemy.exc import DBAPIError

from data_access import migrations
from data_access.engine import open_store
from data_access.releases import record_change
from data_access.tables import metadata


@pytest.fixture
def writer(empty_url: str) -> Iterator[Engine]:
    engine = open_store(empty_url, read_only=False, check=False)
    yield engine
    engine.dispose()


def test_migrations_run_up_down_and_up(writer: Engine) -> None:
    migrations.upgrade(writer)
    migrations.downgrade(writer, "base")
    assert set(inspect(writer).get_table_names()) <= {"alembic_version"}
    migrations.upgrade(writer)
    assert set(metadata.tables) <= set(inspect(writer).get_table_names())


def test_models_equal_migrations(writer: Engine) -> None:
    migrations.upgrade(writer)
    with writer.connect() as conn:
        context = MigrationContext.configure(conn, opts={"compare_type": True})
        assert compare_metadata(context, metadata) == []


def test_the_migrations_make_every_check_that_the_tables_name(writer: Engine) -> None:
    migrations.upgrade(writer)
    inspector = inspect(writer)
    for table in metadata.sorted_tables:
        named = {
            constraint.name
            for constraint in table.constraints
            if isinstance(constraint, CheckConstraint)
        }
        result = {check["name"] for check in inspector.get_check_constraints(table.name)}
        assert result == named, table.name


def test_a_store_says_which_version_it_has(writer: Engine) -> None:
    migrations.upgrade(writer)
    with writer.connect() as conn:
        stored = conn.scalar(text("SELECT version_num FROM alembic_version"))
    assert stored == migrations.newest()


@pytest.mark.parametrize("sql", ["DELETE FROM change_log", "UPDATE change_log SET detail = 'x'"])
def test_the_log_of_changes_cannot_be_changed(writer: Engine, sql: str) -> None:
    migrations.upgrade(writer)
    with writer.begin() as conn:
        record_change(conn, "import")
    with pytest.raises(DBAPIError, match="append only"), writer.begin() as conn:
        conn.execute(text(sql))
