"""Yearly figures with a column for each year, as spreadsheets and charts want them."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from progress.dataset import Column, Dataset, Kind

WIDE = "-wide"
"""Ends the name of a dataset's file that is so."""

Row = Mapping[str, Any]
YEAR, STATUS = "year", "status"


def wide(dataset: Dataset, rows: Iterable[Row]) -> tuple[Dataset, list[Row]]:
    """The dataset with years as columns, and one row for what was one series.

    Of the columns that differ between years only the figure stays. Needs `dataset.series`.
    """
    key = tuple(name for name in dataset.key if name != YEAR)
    series: dict[tuple[Any, ...], dict[str, Any]] = {}
    years: set[int] = set()
    for row in rows:
        years.add(row[YEAR])
        of_key = series.setdefault(tuple(row[name] for name in key), dict(row))
        of_key[str(row[YEAR])] = row[dataset.series]
    figure = dataset.column(dataset.series)
    by_year = [
        Column(str(year), Kind.NUMBER, f"{figure.description}: {year}", figure.unit)
        for year in range(min(years, default=1), max(years, default=0) + 1)
    ]
    columns = tuple(column for column in dataset.columns if column.name not in dataset.yearly)
    empty = {column.name: None for column in by_year}
    result: list[Row] = [{**empty, **of_key} for _, of_key in sorted(series.items())]
    return replace(dataset, columns=(*columns, *by_year), key=key), result
