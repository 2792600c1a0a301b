"""Tables as one SQLite file, to be opened by Datasette, DB Browser, R or Python."""

import json
import sqlite3
from collections.abc import Iterable, Mapping
from contextlib import closing
from pathlib import Path
from typing import Any

from sqlalchemy import Connection

from data_access.exports.writing import plain
from data_access.open_data import DATASETS, whole
from progress.dataset import Dataset, Kind

_TYPES = {Kind.INTEGER: "INTEGER", Kind.NUMBER: "REAL", Kind.BOOLEAN: "INTEGER"}
"""Other kinds are text: amounts exact, days and moments as ISO 8601, lists and objects as JSON."""

_COLUMNS = "dataset, name, kind, unit, description"

Table = tuple[Dataset, Iterable[Mapping[str, Any]]]


def write_everything(conn: Connection, path: Path) -> None:
    """Every open dataset as one file. Raises OSError where the file cannot be written."""
    try:
        write_sqlite(((dataset, whole(conn, name)) for name, dataset in DATASETS.items()), path)
    except sqlite3.OperationalError as error:  # of this file: the store's own are SQLAlchemy's
        raise OSError(str(error)) from error


def write_sqlite(tables: Iterable[Table], path: Path) -> None:
    """A table for each dataset, named after it, and one named `columns` that explains them all.

    Tables lie in order of their key alone, without numbers of rows: the file is a seventh smaller.
    """
    with closing(sqlite3.connect(path)) as store:
        # A file that is not whole is thrown away: nothing need be written twice.
        store.execute("PRAGMA journal_mode = OFF")
        store.execute("PRAGMA synchronous = OFF")
        store.execute(f"CREATE TABLE columns ({_COLUMNS}, PRIMARY KEY (dataset, name))")
        for dataset, rows in tables:
            names = dataset.fields
            columns = ", ".join(
                f'"{column.name}" {_TYPES.get(column.kind, "TEXT")}' for column in dataset.columns
            )
            key = ", ".join(f'"{name}"' for name in dataset.key)
            store.execute(
                f'CREATE TABLE "{dataset.name}" ({columns}, PRIMARY KEY ({key})) WITHOUT ROWID'
            )
            marks = ", ".join("?" * len(names))
            store.executemany(
                f'INSERT INTO "{dataset.name}" VALUES ({marks})',
                ([_cell(row[name]) for name in names] for row in rows),
            )
            store.executemany(
                "INSERT INTO columns VALUES (?, ?, ?, ?, ?)",
                (
                    (dataset.name, column.name, column.kind.value, column.unit, column.description)
                    for column in dataset.columns
                ),
            )
        store.commit()


def _cell(value: Any) -> Any:
    """Text that is not known is NULL, as in CSV."""
    kind = type(value)
    if kind is str:
        return value or None
    if value is None or kind is int or kind is float or kind is bool:
        return value
    if isinstance(value, list | tuple | dict):
        return json.dumps(value, ensure_ascii=False, allow_nan=False, default=plain)
    return str(plain(value))
