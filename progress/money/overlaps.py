"""When a city has money from several funders at once, month by month, whatever they call it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from progress.money.days import MONTHS_A_YEAR

COLUMNS = ("city", "funder", "year", "first_month", "last_month", "sek", "part_of")
"""Columns of the portfolio's frame that overlaps are made of."""


@dataclass(frozen=True, slots=True)
class Overlap:
    """Months (`days.month_of`) throughout which the same several funders have grants that run in a
    city. `funders`: the kronor of these grants, each as a whole, None where no sum is known."""

    city: str
    first_month: int
    last_month: int
    funders: Mapping[str, float | None]

    @property
    def sek(self) -> float:
        """Kronor of all these grants that have a known sum."""
        return sum(sek or 0.0 for sek in self.funders.values())


@dataclass(frozen=True, slots=True)
class Overlaps:
    """The overlaps, the largest sum first. `by_year` of the compared grants run in the year they
    are dated, since their first or last month is not known; `undated` were not compared."""

    rows: tuple[Overlap, ...] = ()
    by_year: int = 0
    undated: int = 0


def overlaps(rows: pd.DataFrame) -> Overlaps:
    """The overlaps among rows that belong to one municipality each (`portfolio.of_cities`)."""
    rows = rows[(rows["city"] != "").to_numpy(bool)]
    years = rows["year"].to_numpy(np.int64)
    first, last = (rows[f"{name}_month"].to_numpy(np.int64) for name in ("first", "last"))
    dated, by_year = (first > 0) | (years > 0), (first == 0) & (years > 0)
    first = np.where(by_year, years * MONTHS_A_YEAR, first)
    last = np.where(by_year, first + MONTHS_A_YEAR - 1, last)
    funders = list(rows["funder"].cat.categories)
    codes, sek = rows["funder"].cat.codes.to_numpy(np.int64), rows["sek"].to_numpy(np.float64)
    cities = rows["city"].cat.codes.to_numpy()
    result: list[Overlap] = []
    for place, city in enumerate(rows["city"].cat.categories):
        here = dated & (cities == place)
        for months, of_funders in _shared(codes[here], first[here], last[here], sek[here]):
            names = {funders[code]: of for code, of in of_funders.items()}
            result.append(Overlap(str(city), *months, names))
    result.sort(key=lambda each: (-each.sek, each.city, each.first_month))
    parts = rows["part_of"].to_numpy()
    return Overlaps(tuple(result), _grants(parts[by_year]), _grants(parts[~dated]))


def _grants(parts: npt.NDArray[np.integer]) -> int:
    """How many grants rows are: the years of one have the same number, the others one below 0."""
    yearly = parts >= 0
    return int((~yearly).sum()) + len(np.unique(parts[yearly]))


Integers = npt.NDArray[np.int64]


def _shared(
    codes: Integers, first: Integers, last: Integers, sek: npt.NDArray[np.float64]
) -> Iterator[tuple[tuple[int, int], dict[int, float | None]]]:
    """The first and last month of each time with the same several funders, and their kronor."""
    edges = np.unique(np.concatenate([first, last + 1]))
    funders, row_of = np.unique(codes, return_inverse=True)
    known = ~np.isnan(sek)

    def so_far(months: Integers, weights: npt.NDArray[Any]) -> npt.NDArray[np.float64]:
        """By funder and edge: what its grants weigh that begin (or have ended) there or before."""
        cells = row_of * len(edges) + np.searchsorted(edges, months)
        size = len(funders) * len(edges)
        return np.bincount(cells, weights, size).reshape(len(funders), len(edges)).cumsum(axis=1)

    began, ended = (
        [so_far(months, weights) for weights in (np.ones(len(sek)), known, np.where(known, sek, 0))]
        for months in (first, last + 1)
    )
    runs = began[0] > ended[0]
    changes = 1 + np.flatnonzero((runs[:, 1:] != runs[:, :-1]).any(axis=0))
    for start, stop in pairwise((0, *changes.tolist())):
        there = np.flatnonzero(runs[:, start])
        if len(there) > 1:
            number, kronor = (
                (began[which][there, stop - 1] - ended[which][there, start]).tolist()
                for which in (1, 2)
            )
            of_funders = {
                code: of if some else None
                for code, some, of in zip(funders[there].tolist(), number, kronor, strict=True)
            }
            yield (int(edges[start]), int(edges[stop]) - 1), of_funders
