"""What has been done: the mean yearly change that anyone can check in the table (RULES §3)."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

from progress.constants import DONE_FIRST_YEAR, DONE_MIN_POINTS, LEVEL_SHARE_PER_YEAR
from progress.emissions.series import Point, Series
from progress.goals.verdict_model import Direction

A_GRAM = 1e-6
"""Tonnes. Less than this is nothing: no rate can be told from or to it."""

BEYOND_MEASURE = 1e200
"""What a growth that no number can hold is told as, so that figures stay figures."""


@dataclass(frozen=True, slots=True)
class Done:
    """The change from `first` to `latest`; `rate` is its yearly mean as a share, a fall positive.

    `points` are the observed values between the two, both included.
    """

    points: tuple[Point, ...]
    rate: float

    @property
    def first(self) -> Point:
        return self.points[0]

    @property
    def latest(self) -> Point:
        return self.points[-1]

    @property
    def change(self) -> float:
        """The whole change as a share of the first value; a fall is negative."""
        return self.latest.value / self.first.value - 1

    def value(self, year: int) -> float:
        """The value in a year after the latest, if it goes on at the same rate."""
        return continued(self.latest, self.rate, year)


def continued(latest: Point, rate: float, year: int) -> float:
    """`E(t)·(1 − d)^h`: the latest value carried on to a later year at a yearly rate."""
    try:
        return latest.value * math.pow(1 - rate, year - latest.year)
    except OverflowError:
        return BEYOND_MEASURE


def mean_rate(first: Point, latest: Point) -> float:
    """`1 − (E(t)/E(f))^(1/(t − f))`; both values above zero, in order of year."""
    return 1 - math.pow(latest.value / first.value, 1 / (latest.year - first.year))


def recent_points(series: Series) -> tuple[Point, ...]:
    """The observed values that the done rate is read from: those from 2015 on."""
    return from_first_year(series.observed)


def from_first_year(points: Iterable[Point]) -> tuple[Point, ...]:
    """Those of the points that are of 2015 or later."""
    return tuple(point for point in points if point.year >= DONE_FIRST_YEAR)


def done_over(points: Sequence[Point]) -> Done | None:
    """The done rate over these values; None with fewer than four or an end that is 0."""
    if len(points) < DONE_MIN_POINTS or min(points[0].value, points[-1].value) < A_GRAM:
        return None
    return Done(tuple(points), mean_rate(points[0], points[-1]))


def done_of(series: Series) -> Done | None:
    """The done rate of a series from the first observed year from 2015 on to its latest."""
    return done_over(recent_points(series))


def smoothed_rate(points: Sequence[Point]) -> float | None:
    """`1 − exp` of the median of all pairwise slopes of ln E, weighted by the years between.

    None with fewer than four values or with one that is not above zero. Never called done (§3).
    """
    if len(points) < DONE_MIN_POINTS or any(point.value < A_GRAM for point in points):
        return None
    slopes = sorted(
        (math.log(later.value / earlier.value) / (later.year - earlier.year), weight)
        for earlier, later in combinations(points, 2)
        for weight in (later.year - earlier.year,)
    )
    half = sum(weight for _, weight in slopes) / 2
    below = 0
    for index, (slope, weight) in enumerate(slopes):
        below += weight
        if below == half:
            return 1 - math.exp((slope + slopes[index + 1][0]) / 2)
        if below > half:
            return 1 - math.exp(slope)
    raise AssertionError("the weights pass their half")


def direction_of(rate: float, *, desired_up: bool = False) -> Direction:
    """Which way a yearly rate goes, seen from what is desired (emissions: down)."""
    fall = -rate if desired_up else rate
    if fall > LEVEL_SHARE_PER_YEAR:
        return Direction.TOWARDS
    return Direction.AWAY if fall < -LEVEL_SHARE_PER_YEAR else Direction.LEVEL
