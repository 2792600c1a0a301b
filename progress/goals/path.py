"""The path: what a goal asks for each year, and how far off a value is (§4)."""

import math
from dataclasses import dataclass

from progress.constants import ROUNDING_SHARE


@dataclass(frozen=True, slots=True)
class StraightPath:
    """A straight line from the base year's value to the target, which then stays."""

    base_year: int
    base: float
    last_year: int
    target: float

    def value(self, year: int) -> float | None:
        """What is asked for in a year, None before the base year."""
        if year < self.base_year:
            return None
        if year >= self.last_year:
            return self.target
        share = (year - self.base_year) / (self.last_year - self.base_year)
        return self.base + (self.target - self.base) * share

    @property
    def end(self) -> float:
        return self.target

    def year_of(self, value: float) -> float:
        """The (fractional) year when a falling path has a value that lies between its ends."""
        share = (self.base - value) / (self.base - self.target)
        return self.base_year + share * (self.last_year - self.base_year)


@dataclass(frozen=True, slots=True)
class RatePath:
    """A constant yearly rate from the base value; `last_year` None: the source sets no end."""

    base_year: int
    base: float
    last_year: int | None
    rate: float

    def value(self, year: int) -> float | None:
        """What is asked for in a year, None before the base year."""
        if year < self.base_year:
            return None
        end = year if self.last_year is None else min(year, self.last_year)
        return self.base * (1 - self.rate) ** (end - self.base_year)

    @property
    def end(self) -> float:
        if self.last_year is None:
            return 0.0 if self.rate > 0 else self.base
        return self.base * (1 - self.rate) ** (self.last_year - self.base_year)

    def year_of(self, value: float) -> float:
        """The (fractional) year when a falling path has a value that lies between its ends."""
        if self.rate >= 1 or value <= 0:
            return self.base_year
        return self.base_year + math.log(value / self.base) / math.log(1 - self.rate)


Path = StraightPath | RatePath


@dataclass(frozen=True, slots=True)
class YearsBehind:
    """Years behind the path (positive) or ahead of it (negative).

    `is_minimum`: at least that many, as the path never had, or never gets, the value.
    """

    years: float
    is_minimum: bool = False


def years_behind(path: Path, year: int, value: float) -> YearsBehind | None:
    """How many years after the path a year's value comes (§4); None before the path begins.

    A value above the path's start is more years behind than the path is old; one below its end is
    further ahead than the years left. A path that does not fall has no year to point to, so there
    only these two answers, and 0 for a value on it, exist.
    """
    required = path.value(year)
    if required is None:
        return None
    noise = ROUNDING_SHARE * max(abs(path.base), abs(value))
    if abs(value - required) <= noise:
        return YearsBehind(0.0)
    falling = path.base - path.end > noise
    if value > path.base + noise or (not falling and value > required):
        return YearsBehind(float(year - path.base_year), is_minimum=True)
    if not falling or value < path.end - noise or (path.last_year is None and value <= 0):
        left = 0 if path.last_year is None else max(0, path.last_year - year)
        return YearsBehind(0.0 - left, is_minimum=True)
    return YearsBehind(year - path.year_of(value))
