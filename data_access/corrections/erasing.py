"""Words about a person that came in by mistake: taken out of everything the store holds, for good.

Rows, drafts, snapshots, notes, what corrections and imports took the place of, names of files and
the log of changes. The log says that something was erased and where, never what.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import JSON, Column, Connection, Engine, Table, Text, delete, select, update

from data_access.clock import day_of
from data_access.corrections.recording import CorrectionRefused
from data_access.corrections.stored import Row
from data_access.corrections.triggers import log_can_be_changed
from data_access.derived.grant_columns import refresh_columns
from data_access.derived.verdicts import refresh_verdicts
from data_access.releases import record_change
from data_access.tables import metadata
from progress.i18n import say

IN_ITS_PLACE = "[borttaget]"
"""What stands where something was erased."""

SHORTEST = 4
"""Fewer letters would be found everywhere."""

WORKED_OUT = frozenset({"verdict", "goal_years", "release_comparison"})
"""Tables that are made anew from the others."""


@dataclass(frozen=True, slots=True)
class Erased:
    """How many rows of a table held the words; those whose key they were are gone whole."""

    table: str
    rows: int


def erase(conn: Connection, words: str, now: datetime) -> tuple[Erased, ...]:
    """Erases words from every text of the store, whatever their case and the spaces between them.

    Raises CorrectionRefused for words that are too short, that stand nowhere, or on which other
    rows of the store hang (an id): then the import that brought them is to be undone.
    """
    pattern = pattern_of(words)
    result = []
    with log_can_be_changed(conn):
        for table in metadata.sorted_tables:
            if table.name in WORKED_OUT:
                continue
            rows = sum(1 for _ in erase_from(conn, table, pattern))
            if rows:
                result.append(Erased(table.name, rows))
    if not result:
        raise CorrectionRefused(say("klimat.these_words_stand_nowhere_in_store"))
    refresh_verdicts(conn, day_of(now).year)
    refresh_columns(conn, all_of_them=True)
    record_change(
        conn,
        "erase",
        detail=", ".join(f"{item.rows} in {item.table}" for item in result),
        now=now,
    )
    return tuple(result)


def pattern_of(words: str) -> re.Pattern[str]:
    """Finds words in a text. Raises CorrectionRefused for too few letters."""
    pieces = unicodedata.normalize("NFC", words).split()
    if len("".join(pieces)) < SHORTEST:
        raise CorrectionRefused(say("klimat.give_at_least_letters_fewer_stand", shortest=SHORTEST))
    return re.compile(r"\s+".join(map(re.escape, pieces)), re.IGNORECASE)


def without(value: Any, pattern: re.Pattern[str]) -> Any:
    """A text, or what JSON holds, without the words."""
    if isinstance(value, str):
        composed = unicodedata.normalize("NFC", value)
        return pattern.sub(IN_ITS_PLACE, composed) if pattern.search(composed) else value
    if isinstance(value, list):
        return [without(item, pattern) for item in value]
    if isinstance(value, dict):
        return {without(name, pattern): without(item, pattern) for name, item in value.items()}
    return value


def free_texts(table: Table) -> list[Column[Any]]:
    """The columns that can hold any words: no codes of other tables, no words of a list."""
    checked = {str(item.name) for item in table.constraints}
    return [
        column
        for column in table.columns
        if isinstance(column.type, Text | JSON)
        and not column.foreign_keys
        and f"ck_{table.name}_{column.name}_known" not in checked
    ]


def erase_from(
    conn: Connection,
    table: Table,
    pattern: re.Pattern[str],
    is_meant: Callable[[Table, Row], bool] | None = None,
) -> Iterator[tuple[Row, dict[str, Any]]]:
    """Erases from the rows of a table that are meant, or from all; gives each row as it was, and
    its texts as they have become."""
    columns = free_texts(table)
    if not columns:
        return
    keys = list(table.primary_key)
    for row in conn.execute(select(table)).mappings().all():
        right = {
            column.name: changed
            for column in columns
            if (changed := without(row[column.name], pattern)) != row[column.name]
        }
        if not right or (is_meant is not None and not is_meant(table, row)):
            continue
        where = [key == row[key.name] for key in keys]
        if any(key.name in right for key in keys):
            _refuse_if_named(table)
            conn.execute(delete(table).where(*where))
        else:
            conn.execute(update(table).where(*where).values(right))
        yield row, right


def _refuse_if_named(table: Table) -> None:
    """A row whose key holds the words goes whole, unless others can refer to it."""
    if any(
        key.column.table is table for child in metadata.sorted_tables for key in child.foreign_keys
    ):
        raise CorrectionRefused(say("klimat.they_are_part_of_id_in", name=table.name))


def overwrite_erased(engine: Engine) -> None:
    """Has SQLite write its file anew, so that what was erased is not among its freed pages.

    PostgreSQL does so by `VACUUM FULL`, which its operator runs.
    """
    _run_on_sqlite(engine, "VACUUM", EMPTY_JOURNAL)


def overwrite_while_erasing(conn: Connection) -> None:
    """Has SQLite write zeros where this connection takes something away, which takes no time."""
    if conn.dialect.name == "sqlite":
        conn.exec_driver_sql("PRAGMA secure_delete = ON")


def empty_journal(engine: Engine) -> None:
    """Has SQLite empty the file in which changes stand before they are in the store's own."""
    _run_on_sqlite(engine, EMPTY_JOURNAL)


EMPTY_JOURNAL = "PRAGMA wal_checkpoint(TRUNCATE)"


def _run_on_sqlite(engine: Engine, *statements: str) -> None:
    if engine.dialect.name != "sqlite":
        return
    raw = engine.raw_connection()
    try:
        for statement in statements:
            raw.cursor().execute(statement)
    finally:
        raw.close()
