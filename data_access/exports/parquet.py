"""Rows as a Parquet file, where DuckDB is installed (the package's extra `parquet`)."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from data_access.exports.writing import csv_lines
from progress.dataset import Column, Kind

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_TYPES = {
    Kind.INTEGER: "BIGINT",
    Kind.NUMBER: "DOUBLE",
    Kind.DECIMAL: "DECIMAL(38, 6)",
    Kind.BOOLEAN: "BOOLEAN",
    Kind.DATE: "DATE",
    Kind.MOMENT: "TIMESTAMPTZ",
}
"""Other kinds are text; lists and objects are JSON."""


@cache
def parquet_is_there() -> bool:
    """Whether this installation writes Parquet."""
    return find_spec("duckdb") is not None


@cache
def _database() -> "DuckDBPyConnection":
    """One database in memory for the process: to start one takes longer than most files."""
    import duckdb  # an extra, and heavy: only who writes a file loads it

    return duckdb.connect()


def write_parquet(columns: Sequence[Column], rows: Iterable[Mapping[str, Any]], path: Path) -> None:
    """A file of typed columns, packed with zstd: codes are text, days are days."""
    lines = path.with_name(path.name + ".csv")
    types = {column.name: _TYPES.get(column.kind, "VARCHAR") for column in columns}
    try:
        with lines.open("w", encoding="utf-8", newline="") as out:
            names = tuple(types)
            out.writelines(csv_lines(names, rows, for_spreadsheets=False))
        with _database().cursor() as of_this_thread:
            table = of_this_thread.read_csv(str(lines), header=True, columns=types, quotechar='"')
            table.write_parquet(str(path), compression="zstd")
    finally:
        lines.unlink(missing_ok=True)
