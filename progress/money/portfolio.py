"""The portfolio's frame in kronor and its groupings: pure functions on chosen rows.

Rows are those of one kind, each money once (`choice.Chosen.rows`); a sum carries how many of its
grants are known (RULES §7.4), and kinds are never added together (§7.1).
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
import pandas as pd

from progress.money.choice import PLACES_APART
from progress.money.kinds import Allocation
from progress.money.pricing import Pricing
from progress.money.sums import DOMINANT

IN_A_CITY = (Allocation.OWN.value, Allocation.SINGLE.value)
"""Classes of rows that belong to one municipality (§7.3)."""
SUMMED = ("sek", "part_of")
"""The columns that a sum is made of."""


class Sum(NamedTuple):
    """Kronor of the `known` grants among `of`."""

    sek: float
    known: int
    of: int

    @property
    def unknown(self) -> int:
        return self.of - self.known


NOTHING = Sum(0.0, 0, 0)


def added(sums: Iterable[Sum]) -> Sum:
    """Sums of different rows of one kind together."""
    result = NOTHING
    for each in sums:
        result = Sum(result.sek + each.sek, result.known + each.known, result.of + each.of)
    return result


@dataclass(frozen=True, slots=True)
class Largest:
    """The largest single amount, and whose it is."""

    sek: float
    programme: str
    funder: str


def priced(frame: pd.DataFrame, pricing: Pricing) -> pd.DataFrame:
    """The frame with `sek` (kronor at the price level, NaN where unknown) and `kept_nominal`."""
    years, currencies = frame["year"].to_numpy(), frame["currency"].cat.codes.to_numpy()
    words = list(frame["currency"].cat.categories)
    pairs, place = np.unique(years.astype(np.int64) * 1000 + currencies, return_inverse=True)
    rates = [
        pricing.kronor(Decimal(1), words[pair % 1000], int(pair // 1000) or None)
        for pair in pairs.tolist()
    ]
    factors = np.array([float(rate.sek) if rate.sek is not None else np.nan for rate in rates])
    nominal = np.array([rate.kept_nominal for rate in rates], bool)
    sek = factors[place] * frame["amount"].to_numpy() if len(frame) else frame["amount"].to_numpy()
    return frame.assign(
        sek=sek, kept_nominal=nominal[place] & ~np.isnan(sek) if len(frame) else np.empty(0, bool)
    )


def total(rows: pd.DataFrame) -> Sum:
    """The sum of all rows. Raises ValueError where kinds are mixed."""
    if rows["kind"].nunique() > 1:
        raise ValueError("kinds of money are never added together")
    sek, parts = rows["sek"].to_numpy(), rows["part_of"].to_numpy()
    known, one = ~np.isnan(sek), np.zeros(len(rows), np.int64)
    return Sum(
        float(np.where(known, sek, 0.0).sum()),
        int(_grants(one[known], parts[known], 1)[0]),
        int(_grants(one, parts, 1)[0]),
    )


def _grants(
    cells: npt.NDArray[np.integer], parts: npt.NDArray[np.integer], number: int
) -> npt.NDArray[np.int64]:
    """How many grants there are in each of so many cells; the years of one that is told year by
    year (the same number in `parts`, which is below zero for all other rows) are one."""
    result = np.bincount(cells, minlength=number)
    yearly = parts >= 0
    if yearly.any():
        of_cell, size = cells[yearly].astype(np.int64), int(parts.max()) + 1
        different = np.unique(of_cell * size + parts[yearly]) // size
        result += np.bincount(different, minlength=number)
        result -= np.bincount(of_cell, minlength=number)
    return result


def by(rows: pd.DataFrame, column: str, most: int | None = None) -> dict[str, Sum]:
    """Word of the column → the sum of its rows, the largest (of so many at most) first."""
    codes, words = rows[column].cat.codes.to_numpy(), list(rows[column].cat.categories)
    sek, parts = rows["sek"].to_numpy(), rows["part_of"].to_numpy()
    known = ~np.isnan(sek)
    of = _grants(codes, parts, len(words))
    count = _grants(codes[known], parts[known], len(words))
    sums = np.bincount(codes, weights=np.where(known, sek, 0.0), minlength=len(words))
    there = np.flatnonzero(of)
    order = there[np.lexsort((-of[there], -sums[there]))].tolist()
    return {
        words[place]: Sum(float(sums[place]), int(count[place]), int(of[place]))
        for place in order[:most]
    }


def counts(rows: pd.DataFrame, column: str, most: int | None = None) -> dict[str, int]:
    """Word of the column → how many rows, the most first."""
    words = list(rows[column].cat.categories)
    of = np.bincount(rows[column].cat.codes.to_numpy(), minlength=len(words))
    there = np.flatnonzero(of)
    order = there[np.argsort(-of[there], kind="stable")].tolist()
    return {words[place]: int(of[place]) for place in order[:most]}


def by_both(rows: pd.DataFrame, *columns: str) -> dict[tuple[Any, ...], Sum]:
    """Words (or numbers) of several columns → the sum of their rows, in the order of the first."""
    codes, words = zip(*(_numbered(rows[column]) for column in columns), strict=True)
    if not len(rows):
        return {}
    sizes = tuple(map(len, words))
    cells = np.asarray(np.ravel_multi_index(codes, sizes))
    number = int(np.prod(sizes))
    first = np.empty(number, np.int64)
    first[cells[::-1]] = np.arange(len(cells))[::-1]
    sek, parts = rows["sek"].to_numpy(), rows["part_of"].to_numpy()
    known = ~np.isnan(sek)
    of = _grants(cells, parts, number)
    count = _grants(cells[known], parts[known], number)
    sums = np.bincount(cells, weights=np.where(known, sek, 0.0), minlength=number)
    there = np.flatnonzero(of)
    there = there[np.argsort(first[there])]
    named = zip(*(np.unravel_index(there, sizes)), strict=True)
    return {
        tuple(own[at] for own, at in zip(words, place, strict=True)): Sum(
            float(sums[cell]), int(count[cell]), int(of[cell])
        )
        for cell, place in zip(there.tolist(), named, strict=True)
    }


def _numbered(column: "pd.Series[Any]") -> tuple[npt.NDArray[np.integer], Sequence[Any]]:
    """Each row's place among the words of a column, or its different numbers, and these."""
    if isinstance(column.dtype, pd.CategoricalDtype):
        return column.cat.codes.to_numpy().astype(np.int64), list(column.cat.categories)
    places, numbers = pd.factorize(column.to_numpy(), sort=True)
    return places, numbers.tolist()


class Streams(NamedTuple):
    """What flows of the rows with an amount above zero: by (funder, theme), and on by (theme, class
    of recipient, city's code). Both carry the same sum."""

    from_funders: Mapping[tuple[str, ...], Sum]
    to_places: Mapping[tuple[str, ...], Sum]


NO_STREAMS = Streams({}, {})


def streams(rows: pd.DataFrame) -> Streams:
    """The streams of rows."""
    flowing = rows[rows["sek"].to_numpy() > 0]
    return Streams(
        by_both(flowing, "funder", "theme"), by_both(flowing, "theme", "allocation", "city")
    )


def by_year(rows: pd.DataFrame) -> dict[tuple[int, str], Sum]:
    """(year, class) → the sum of its rows; the year 0 holds the undated."""
    return {
        (int(year), allocation): each
        for (year, allocation), each in by_both(rows, "year", "allocation").items()
    }


def of_cities(rows: pd.DataFrame, *columns: str) -> pd.DataFrame:
    """These columns of the rows that belong to one municipality; shared ones are given to none
    (§7.3)."""
    classes = np.array([word in IN_A_CITY for word in rows["allocation"].cat.categories], bool)
    codes = rows["allocation"].cat.codes.to_numpy()
    result: pd.DataFrame = rows.loc[classes[codes] if len(classes) else slice(None), list(columns)]
    return result


def shared_with(rows: pd.DataFrame) -> Mapping[str, int]:
    """Contract city → how many rows name it that are not its own: counted, not summed (§7.3)."""
    result: Counter[str] = Counter()
    for codes, number in counts(rows, "shared").items():
        for code in codes.split(PLACES_APART) if codes else ():
            result[code] += number
    return result


def largest(rows: pd.DataFrame) -> Largest | None:
    """The largest single amount; None where none is known."""
    sek = rows["sek"].to_numpy(np.float64)
    if not len(sek) or np.isnan(sek).all():
        return None
    place = int(np.nanargmax(sek))
    return Largest(
        float(sek[place]), str(rows["programme"].iloc[place]), str(rows["funder"].iloc[place])
    )


def rules(largest: Largest | None, of: Sum) -> bool:
    """Whether one amount rules a sum, which then says so and can be seen without it (§7.12)."""
    return largest is not None and of.known > 1 and largest.sek * DOMINANT > of.sek


@dataclass(frozen=True, slots=True)
class FunderCoverage:
    """What is held of a funder, of all kinds: rows, those with an amount, years and kinds."""

    of: int
    known: int
    years: tuple[int, int] | None
    kinds: frozenset[str]


def coverage_by_funder(frame: pd.DataFrame) -> dict[str, FunderCoverage]:
    """Funder → what is held, the most rows first; rows of no kind are left to their source."""
    kinds = list(frame["kind"].cat.categories)
    counted = (~frame["repeats"] & (frame["kind"] != "")).to_numpy()
    once = frame.loc[counted, ["funder", "year", "amount", "kind"]]
    funders, words = _numbered(once["funder"])
    number, years = len(words), once["year"].to_numpy(np.int64)
    first, last = np.full(number, np.iinfo(np.int64).max), np.zeros(number, np.int64)
    np.minimum.at(first, funders[years > 0], years[years > 0])
    np.maximum.at(last, funders[years > 0], years[years > 0])
    of = np.bincount(funders, minlength=number)
    known = np.bincount(funders[once["amount"].notna().to_numpy()], minlength=number)
    cells = funders * max(len(kinds), 1) + once["kind"].cat.codes.to_numpy()
    there = np.bincount(cells, minlength=number * len(kinds)).reshape(number, len(kinds)) > 0
    result = {
        str(words[place]): FunderCoverage(
            int(of[place]),
            int(known[place]),
            (int(first[place]), int(last[place])) if last[place] else None,
            frozenset(str(kinds[kind]) for kind in np.flatnonzero(there[place])),
        )
        for place in np.flatnonzero(of).tolist()
    }
    return dict(sorted(result.items(), key=lambda item: (-item[1].of, item[0])))
