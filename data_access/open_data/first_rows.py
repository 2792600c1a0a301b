"""Which rows come first in a file, for programs that guess a column's type from the first rows."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from data_access.open_data.rows import EMISSIONS
from progress.dataset import Column, Dataset, Kind

Row = Mapping[str, Any]


def in_file_order(dataset: Dataset, rows: Iterable[Row]) -> Iterable[Row]:
    """The rows as files have them: of emissions, which are many, every row shows each column's
    type, and they are written as they are read."""
    return rows if dataset.name in EMISSIONS else typical_first(rows, dataset.columns)


def typical_first(rows: Iterable[Row], columns: Sequence[Column]) -> list[Row]:
    """The rows, those first that show what a column holds; else in the order in which they came.

    Polars and readr guess from the first hundred or thousand rows: a column that is empty there
    would become text, and case numbers that are digits there numbers, until one has a letter.
    """
    result = list(rows)
    first: dict[int, None] = {}
    for column in columns:
        place = next((n for n, row in enumerate(result) if _shows(row[column.name], column)), None)
        if place is not None:
            first[place] = None
    return [*(result[n] for n in first), *(row for n, row in enumerate(result) if n not in first)]


def _shows(value: Any, column: Column) -> bool:
    """Whether a program that sees this value alone knows the column's type."""
    if value is None or value == "":
        return False
    return column.kind is not Kind.TEXT or not str(value).replace(".", "", 1).isdigit()
