"""The table behind a chart as a file's columns and rows: numbers as numbers, unrounded."""

from typing import TypeGuard

from layouts.charts.columns import Rows, Value
from layouts.charts.words import word

DECIMALS = 6
"""Beyond this a number holds only the noise of arithmetic."""


def records(content: Rows) -> tuple[tuple[str, ...], tuple[dict[str, Value], ...]]:
    """Column names, each once, and one record a row. What is not known is None."""
    columns: dict[str, tuple[Value, ...]] = {}
    nothing = (word("none", "sv"), word("none", "en"), "")
    for column in content.columns:
        for head, values in column.in_file:
            name, number = head, 2
            while name in columns:
                name, number = f"{head} {number}", number + 1
            columns[name] = tuple(
                None if value in nothing else round(value, DECIMALS) if _is_float(value) else value
                for value in values
            )
    rows = tuple(
        dict(zip(columns, cells, strict=True)) for cells in zip(*columns.values(), strict=True)
    )
    return tuple(columns), rows


def _is_float(value: Value) -> TypeGuard[float]:
    return isinstance(value, float)
