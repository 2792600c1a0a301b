"""The trend: a Theil–Sen line through the observed values, its band and its direction (§3)."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from progress.constants import LEVEL_SHARE_PER_YEAR, TREND_FIRST_YEAR, TREND_MIN_POINTS
from progress.series import Point, Series
from progress.verdict_model import Direction, TrendSummary


@dataclass(frozen=True, slots=True)
class Line:
    """A fitted line: `slope` per year, `intercept` at year 0, `median` of the values."""

    slope: float
    intercept: float
    median: float

    def value(self, year: int) -> float:
        """The projection for a year: the line, but never below zero."""
        return max(0.0, self.intercept + self.slope * year)

    def through(self, point: Point) -> "Line":
        """The same slope moved to pass through a point (robustness variant 3)."""
        return Line(self.slope, point.value - self.slope * point.year, self.median)

    @property
    def relative_slope(self) -> float | None:
        """Slope as a share of the median value per year; None where the median is 0."""
        return self.slope / abs(self.median) if self.median != 0 else None

    @property
    def movement(self) -> int:
        """-1 falling, 0 level, +1 rising, by the threshold of §3."""
        threshold = LEVEL_SHARE_PER_YEAR * abs(self.median)
        if self.slope < -threshold:
            return -1
        return 1 if self.slope > threshold else 0


def median(values: Sequence[float]) -> float:
    """The middle value, or the mean of the two middle ones. Raises IndexError on no values."""
    ordered = sorted(values)
    middle = len(ordered) // 2
    if len(ordered) % 2:
        return ordered[middle]
    return (ordered[middle - 1] + ordered[middle]) / 2


def theil_sen(points: Sequence[Point]) -> Line:
    """The line whose slope is the median of all pairwise slopes (§3). Needs two points."""
    slopes = [
        (later.value - earlier.value) / (later.year - earlier.year)
        for index, earlier in enumerate(points)
        for later in points[index + 1 :]
    ]
    if not slopes:
        raise ValueError("a line needs at least two points")
    slope = median(slopes)
    middle = median([point.value for point in points])
    return Line(slope, middle - slope * median([point.year for point in points]), middle)


def without(points: Sequence[Point], *years: int) -> tuple[Point, ...]:
    """The points except those of the given years."""
    return tuple(point for point in points if point.year not in years)


@dataclass(frozen=True)
class Trend:
    """The line through `points`, and the same line with each point left out in turn."""

    points: tuple[Point, ...]
    line: Line

    @cached_property
    def left_out(self) -> dict[int, Line]:
        """Year left out → the line without it."""
        return {
            point.year: theil_sen(without(self.points, point.year))
            for point in self.points
            if len(self.points) > 2
        }

    def value(self, year: int) -> float:
        """The projection for a year, never below zero."""
        return self.line.value(year)

    def band(self, year: int) -> tuple[float, float]:
        """Lowest and highest projection with one point left out at a time; holds the projection."""
        values = [line.value(year) for line in self.left_out.values()]
        values.append(self.line.value(year))
        return min(values), max(values)

    def direction(self, *, desired_up: bool = False) -> Direction:
        """Which way the line goes, seen from what is desired (emissions: down)."""
        return _direction(self.line, desired_up)

    def direction_uncertain(self, *, desired_up: bool = False) -> bool:
        """Whether leaving out some one point gives another direction."""
        found = self.direction(desired_up=desired_up)
        return any(_direction(line, desired_up) is not found for line in self.left_out.values())

    def summary(self) -> TrendSummary:
        """The line as a verdict keeps it."""
        line = self.line
        return TrendSummary(line.slope, line.intercept, line.relative_slope, self.points)


def _direction(line: Line, desired_up: bool) -> Direction:
    movement = line.movement if desired_up else -line.movement
    if movement == 0:
        return Direction.LEVEL
    return Direction.TOWARDS if movement > 0 else Direction.AWAY


def trend_points(series: Series) -> tuple[Point, ...]:
    """The observed values that the trend is fitted to: from 2015 on."""
    return tuple(point for point in series.observed if point.year >= TREND_FIRST_YEAR)


def trend(series: Series) -> Trend | None:
    """The trend of a series, or None with fewer than four observed values from 2015 on (§3)."""
    return trend_through(trend_points(series))


def trend_through(points: tuple[Point, ...]) -> Trend | None:
    """The trend through the given points, or None if they are fewer than four."""
    if len(points) < TREND_MIN_POINTS:
        return None
    return Trend(points, theil_sen(points))
