"""What the store is asked while a test or a measurement runs."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection, Engine, event

Statement = tuple[str, Any]
"""What the database is sent: the words and their values."""


@contextmanager
def heard(sender: Connection | Engine | type[Engine] = Engine) -> Iterator[list[Statement]]:
    """Everything that is sent while the block runs, by one connection or by all."""
    asked: list[Statement] = []

    def note(_conn: Any, _cursor: Any, statement: str, values: Any, *_: Any) -> None:
        asked.append((statement, values))

    event.listen(sender, "before_cursor_execute", note)
    try:
        yield asked
    finally:
        event.remove(sender, "before_cursor_execute", note)


def is_question(statement: str) -> bool:
    """Whether it reads."""
    return statement.lstrip().upper().startswith(("SELECT", "WITH"))


def rows_read(conn: Connection, asked: Iterable[Statement], table: str) -> list[Any]:
    """The rows that the questions to a table gave, by asking them once more."""
    return [
        row
        for statement, values in asked
        if f"FROM {table}" in statement
        for row in conn.exec_driver_sql(statement, values)
    ]
