"""What an indicator says: its latest change, its direction and its place among others (§6)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from progress.constants import DONE_MIN_POINTS
from progress.emissions.series import Point
from progress.goals.done import direction_of, done_over, from_first_year
from progress.goals.rate_variants import both_ways, rate_variants
from progress.goals.verdict_model import Direction
from progress.statistics import quantile


@dataclass(frozen=True, slots=True)
class Change:
    """The newest observed value against the one before it; `share` is None where that was 0."""

    year: int
    value: float
    before_year: int
    before: float

    @property
    def difference(self) -> float:
        return self.value - self.before

    @property
    def share(self) -> float | None:
        return self.difference / abs(self.before) if self.before != 0 else None


@dataclass(frozen=True, slots=True)
class IndicatorDirection:
    """A direction, and whether the rate drawn otherwise goes the other way."""

    direction: Direction
    uncertain: bool


@dataclass(frozen=True, slots=True)
class Rank:
    """Place 1 is best by the desired direction (or highest); equal values share a place."""

    place: int
    of: int
    shared: bool


@dataclass(frozen=True, slots=True)
class Quartiles:
    """Lower quartile, median and upper quartile of a group's values."""

    lower: float
    median: float
    upper: float


def latest_change(points: Sequence[Point]) -> Change | None:
    """The change to the newest observed value, or None with fewer than two."""
    observed = [point for point in points if point.status.observed]
    if len(observed) < 2:
        return None
    before, latest = observed[-2:]
    return Change(latest.year, latest.value, before.year, before.value)


def indicator_direction(points: Sequence[Point], desired: str) -> IndicatorDirection | None:
    """Whether an indicator moves as desired (`up`, `down`); None for `none` or too few points.

    Uses the years from 2015, or all years where fewer than four are that new (§6).
    """
    if desired not in ("up", "down"):
        return None
    observed = tuple(point for point in points if point.status.observed)
    recent = from_first_year(observed)
    done = done_over(recent if len(recent) >= DONE_MIN_POINTS else observed)
    if done is None:
        return None
    up = desired == "up"
    direction = direction_of(done.rate, desired_up=up)
    others = (
        direction_of(rate_variant.rate, desired_up=up)
        for rate_variant in rate_variants(done.points, None)
    )
    return IndicatorDirection(direction, both_ways([direction, *others]))


def rank(values: Mapping[str, float], code: str, desired: str) -> Rank | None:
    """One municipality's place among those with a value for the same year and release."""
    own = values.get(code)
    if own is None:
        return None
    lowest_first = desired == "down"
    others = values.values()
    better = [value for value in others if (value < own if lowest_first else value > own)]
    shared = [value for value in others if value == own]
    return Rank(len(better) + 1, len(values), len(shared) > 1)


def quartiles(values: Sequence[float]) -> Quartiles | None:
    """The quartiles by linear interpolation between sorted values; None for no values."""
    ordered = sorted(values)
    if not ordered:
        return None
    return Quartiles(*(quantile(ordered, share) for share in (0.25, 0.5, 0.75)))
