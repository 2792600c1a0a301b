"""Lifts the guard of the log of changes for a moment: what the law wants erased goes there too."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, text

LOG = "change_log"


@contextmanager
def log_can_be_changed(conn: Connection) -> Iterator[None]:
    """Within it, lines of the log can be changed by this transaction, and by no other.

    On PostgreSQL the account must own the table.
    """
    if conn.dialect.name == "postgresql":
        conn.execute(text(f"ALTER TABLE {LOG} DISABLE TRIGGER USER"))
        yield
        conn.execute(text(f"ALTER TABLE {LOG} ENABLE TRIGGER USER"))
        return
    triggers = conn.execute(
        text("SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = :log"),
        {"log": LOG},
    ).all()
    for name, _ in triggers:
        conn.execute(text(f"DROP TRIGGER {name}"))
    yield
    for _, sql in triggers:
        conn.exec_driver_sql(sql)
