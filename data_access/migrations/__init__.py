"""Bringing a store's tables to another version, forwards or backwards, with Alembic."""

from functools import cache
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine

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
    _run(engine, command.upgrade, version)


def downgrade(engine: Engine, version: str) -> None:
    """Bring the store back to an older version (`base` empties it)."""
    _run(engine, command.downgrade, version)


def _run(engine: Engine, action: object, version: str) -> None:
    assert callable(action)
    config = configuration()
    with engine.begin() as conn:
        config.attributes["connection"] = conn
        action(config, version)
