"""Bringing a store's tables to another version, forwards or backwards, with Alembic."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, inspect, text

from data_access import publisher_role

HERE = Path(__file__).parent

FIRST = "0200"
"""The tables of version 0.2.0, the first one that is kept: no way leads here from older ones."""


def configuration() -> Config:
    """Alembic's configuration, made in code: it works wherever the package is installed."""
    config = Config()
    config.set_main_option("script_location", str(HERE).replace("%", "%%"))
    return config


@cache
def newest() -> str:
    """The version that this software needs; read from the scripts once in a process."""
    head = ScriptDirectory.from_config(configuration()).get_current_head()
    assert head is not None
    return head


@cache
def known() -> frozenset[str]:
    """The versions between which a store can be brought; as `newest`, read once."""
    scripts = ScriptDirectory.from_config(configuration())
    return frozenset(script.revision for script in scripts.walk_revisions())


def version_of(engine: Engine) -> str | None:
    """The version that the store has; None where all tables were taken away."""
    with engine.connect() as conn:
        return MigrationContext.configure(conn).get_current_revision()


def upgrade(engine: Engine, version: str = "head") -> None:
    """Bring the store forward; one transaction, all or nothing."""
    with engine.begin() as conn:
        _migrate(conn, command.upgrade, version)
        if MigrationContext.configure(conn).get_current_revision() == newest():
            publisher_role.restrict(conn)


def downgrade(engine: Engine, version: str) -> None:
    """Bring the store back to an older version (`base` empties it)."""
    with engine.begin() as conn:
        _migrate(conn, command.downgrade, version)


@dataclass(frozen=True, slots=True)
class Loss:
    """What a downgrade takes away: a table's rows, or the values of one of its columns."""

    table: str
    column: str
    count: int


def losses(engine: Engine, version: str) -> list[Loss]:
    """What `downgrade` to a version would destroy, found by doing it and taking it back."""
    with engine.connect() as conn, conn.begin() as transaction:
        before = _columns(conn)
        counts = {
            (table, column): count
            for table, columns in before.items()
            for column, count in zip(("", *columns), _counts(conn, table, columns), strict=True)
        }
        _migrate(conn, command.downgrade, version)
        inspect(conn).clear_cache()
        after = _columns(conn)
        transaction.rollback()
    lost_tables = [(table, "") for table in before if table not in after]
    lost_columns = [
        (table, column)
        for table, columns in before.items()
        for column in columns
        if table in after and column not in after[table]
    ]
    lost = [Loss(*place, counts[place]) for place in lost_tables + lost_columns]
    return [loss for loss in lost if loss.count]


def _columns(conn: Connection) -> dict[str, list[str]]:
    """The columns of every table but Alembic's own."""
    inspector = inspect(conn)
    return {
        table: [column["name"] for column in inspector.get_columns(table)]
        for table in sorted(inspector.get_table_names())
        if table != "alembic_version"
    }


def _counts(conn: Connection, table: str, columns: list[str]) -> tuple[int, ...]:
    """How many rows a table has, and how many of them say something in each column."""
    counted = ", ".join(["count(*)", *(f"count({_quoted(conn, column)})" for column in columns)])
    return tuple(conn.execute(text(f"SELECT {counted} FROM {_quoted(conn, table)}")).one())


def _quoted(conn: Connection, name: str) -> str:
    return conn.dialect.identifier_preparer.quote(name)


def _migrate(conn: Connection, action: object, version: str) -> None:
    assert callable(action)
    config = configuration()
    config.attributes["connection"] = conn
    action(config, version)
