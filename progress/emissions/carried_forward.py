"""Sectors whose latest figures seem to be those of the year before (§1.5).

A publisher that lacks a sector's newest statistics can carry the year before forward: the sector
then stands still in nearly every municipality at once, which real emissions do not do.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from statistics import median
from typing import Final

from progress.emissions.series import TOTAL

MIN_MUNICIPALITIES: Final = 100
"""§1.5: a sector that fewer municipalities have in both years is not judged."""

SAME_SHARE: Final = 0.002
"""§1.5: a value within this share of the year before is the same."""

NEARLY_ALL: Final = 0.95
"""§1.5: so large a share of the municipalities counts as nearly all."""

FACTOR_SHARE: Final = 0.0005
"""§1.5: ratios within this share of a common factor, which differs from 1 by more, are a
restated factor and no carrying forward."""

ByMunicipality = Mapping[str, float]
"""Municipality code → tonnes."""


@dataclass(frozen=True, slots=True)
class CarriedForward:
    """`sector` is in `year` as the year before in `unchanged` of the `municipalities` that have it
    in both years."""

    sector: str
    year: int
    unchanged: int
    municipalities: int


def carried_forward(
    values: Iterable[tuple[str, int, str, float]],
) -> tuple[CarriedForward, ...]:
    """The sectors and years of one release that seem carried forward, in order of both.

    `values` are (sector, year, municipality code, tonnes). A year is held against the one before it
    alone: over a gap nothing is said. Totals without sectors are passed over.
    """
    by_sector: dict[str, dict[int, dict[str, float]]] = {}
    for sector, year, code, tonnes in values:
        if sector != TOTAL:
            by_sector.setdefault(sector, {}).setdefault(year, {})[code] = tonnes
    return tuple(
        notice
        for sector, years in sorted(by_sector.items())
        for notice in _of_sector(sector, years)
    )


def _of_sector(sector: str, years: Mapping[int, ByMunicipality]) -> Iterator[CarriedForward]:
    for year in sorted(years):
        if year - 1 not in years:
            continue
        before, now = years[year - 1], years[year]
        ratios = [
            tonnes / before[code]
            for code, tonnes in now.items()
            if tonnes != 0 and before.get(code, 0.0) != 0
        ]
        unchanged = sum(abs(ratio - 1) <= SAME_SHARE for ratio in ratios)
        if len(ratios) < MIN_MUNICIPALITIES or unchanged < NEARLY_ALL * len(ratios):
            continue
        if not _is_restated_factor(ratios):
            yield CarriedForward(sector, year, unchanged, len(ratios))


def _is_restated_factor(ratios: list[float]) -> bool:
    """Whether nearly all were multiplied by one factor: the counting changed, the figures are
    new."""
    factor = median(ratios)
    near = sum(abs(ratio / factor - 1) <= FACTOR_SHARE for ratio in ratios)
    return abs(factor - 1) > FACTOR_SHARE and near >= NEARLY_ALL * len(ratios)
