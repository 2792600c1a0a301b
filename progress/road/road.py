"""The road to a goal: what is left when levers are taken off the emissions of the same pace (§7.5).

Emissions go on at the done rate; each lever takes its tonnes off from its year on. Levers that cut
in one group of sectors cut together no more than the group holds: its part of the latest year's
emissions, carried on at the same pace. Nothing here is a forecast: it is arithmetic on what the
plan and the reader say.
"""

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from progress.constants import ROUNDING_SHARE
from progress.money.sector_places import Group
from progress.road.levers import Lever

Cut = tuple[float, float]
"""Tonnes a year, low to high."""


@dataclass(frozen=True, slots=True)
class RoadYear:
    """A coming year: `pace` is the value at the same pace, `cuts` what the levers take off it.

    `limited` are groups in which the levers' high ends together are more than the group holds.
    """

    year: int
    pace: float
    cuts: Mapping[Group | None, Cut]
    limited: frozenset[Group | None] = frozenset()

    @property
    def low(self) -> float:
        return math.fsum(low for low, _ in self.cuts.values())

    @property
    def high(self) -> float:
        return math.fsum(high for _, high in self.cuts.values())


def road(
    pace: Mapping[int, float], levers: Sequence[Lever], holds: Mapping[Group, float]
) -> tuple[RoadYear, ...]:
    """The coming years with what the levers take off.

    `pace`: year → value at the same pace; its first year is the latest observed one. `holds`: what
    each group of sectors emitted in that year, in the same unit; what is not in it has no limit.
    """
    latest = min(pace, default=0)
    return tuple(
        _year(year, pace[year], _shrunk(holds, pace[year], pace[latest]), levers)
        for year in sorted(pace)
        if year > latest
    )


def _shrunk(holds: Mapping[Group, float], value: float, latest: float) -> dict[Group, float]:
    share = value / latest if latest > 0 else 0.0
    return {group: held * share for group, held in holds.items()}


def _year(
    year: int, pace: float, holds: Mapping[Group, float], levers: Sequence[Lever]
) -> RoadYear:
    wanted: dict[Group | None, list[float]] = defaultdict(lambda: [0.0, 0.0])
    for lever in levers:
        if lever.ready <= year:
            wanted[lever.group][0] += lever.low
            wanted[lever.group][1] += lever.high
    cuts: dict[Group | None, Cut] = {}
    limited: set[Group | None] = set()
    left = [pace, pace]
    # What cuts in no single group comes last: it can take from all that is left.
    for group in sorted(wanted, key=lambda each: (each is None, str(each))):
        low, high = wanted[group]
        most = math.inf if group is None else holds.get(group, math.inf)
        low_cut, high_cut = min(low, most, left[0]), min(high, most, left[1])
        if high_cut < high:
            limited.add(group)
        left = [left[0] - low_cut, left[1] - high_cut]
        cuts[group] = (low_cut, high_cut)
    return RoadYear(year, pace, cuts, frozenset(limited))


class Sufficiency(StrEnum):
    """Whether what is chosen is enough."""

    BOTH = "both"
    """Even in the bad case: low effects, off the upper end of the pace's band or today's level."""
    GOOD = "good"
    """Only in the good case: high effects, off the lower end of the pace's band."""
    NEITHER = "neither"


@dataclass(frozen=True, slots=True)
class RoadEnd:
    """Where the road ends against a target, or the sum of its years against a budget.

    `low` and `high` are the values with high and with low effects taken off the same pace. `good`
    is `low` with the pace at the lower end of its band. `bad` is `high` with the pace at the upper
    end, and no lower than the latest year's level: a pace that falls may be the very measures that
    are counted, which then take nothing off it.
    """

    target: float
    good: float
    low: float
    high: float
    bad: float

    @property
    def sufficiency(self) -> Sufficiency:
        limit = self.target + ROUNDING_SHARE * abs(self.target)
        if self.bad <= limit:
            return Sufficiency.BOTH
        return Sufficiency.GOOD if self.good <= limit else Sufficiency.NEITHER

    @property
    def open(self) -> Cut:
        """What is left to find at the same pace, with high and with low effects; never below 0."""
        return max(0.0, self.low - self.target), max(0.0, self.high - self.target)


Band = Mapping[int, float]
"""Year → how far, as a share, others have ended from the same pace; see `band_at`."""


def band_at(band: Band, year: int) -> float:
    """The band's share in a year: beyond the last year that it is known for, as in that year."""
    known = [each for each in sorted(band) if each <= year]
    return band[known[-1]] if known else 0.0


def road_end(end: RoadYear, target: float, latest: float, band: Band) -> RoadEnd:
    """The target year against its target; `latest` is the latest observed value."""
    return RoadEnd(target, *_cases(end, latest, band))


def road_sum(
    years: Sequence[RoadYear], used: float, budget: float, latest: float, band: Band
) -> RoadEnd:
    """What is used of a budget and what the years bring, against the budget."""
    cases = [_cases(each, latest, band) for each in years]
    good, low, high, bad = (used + math.fsum(case[place] for case in cases) for place in range(4))
    return RoadEnd(budget, good, low, high, bad)


def _cases(year: RoadYear, latest: float, band: Band) -> tuple[float, float, float, float]:
    """Good case, high effects, low effects, bad case; emissions do not go below zero."""
    share = band_at(band, year.year)
    values = (
        year.pace * (1 - share) - year.high,
        year.pace - year.high,
        year.pace - year.low,
        max(year.pace * (1 + share), latest) - year.low,
    )
    good, low, high, bad = (max(0.0, value) for value in values)
    return good, low, high, bad
