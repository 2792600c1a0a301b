"""From values to places: round axis steps, and years and days on a true time axis."""

import math
from dataclasses import dataclass
from datetime import date


def step(reach: float, most: int) -> float:
    """The smallest of 1, 2, 2.5, 5 · 10ⁿ that covers `reach` in at most `most` steps."""
    if reach <= 0:
        return 1.0
    rough = reach / most
    size: float = 10.0 ** math.floor(math.log10(rough))
    return next((f * size for f in (1.0, 2.0, 2.5, 5.0) if f * size >= rough * 0.9999), 10 * size)


@dataclass(frozen=True, slots=True)
class Values:
    """A value axis from `low` to `high` over pixels `bottom` to `top`, with its round ticks."""

    low: float
    high: float
    bottom: float
    top: float
    ticks: tuple[float, ...]

    def at(self, value: float) -> float:
        """The pixel of a value."""
        share = (value - self.low) / (self.high - self.low)
        return self.bottom - share * (self.bottom - self.top)


def values(numbers: list[float], bottom: float, top: float, most: int = 4) -> Values:
    """An axis that always holds zero and all the values found; of nothing but zero, zero alone."""
    highest, lowest = max([*numbers, 0.0]), min([*numbers, 0.0])
    if highest == lowest:
        return Values(0.0, 1.0, bottom, top, (0.0,))
    each = step(highest - lowest, most)
    first, last = math.floor(lowest / each + 1e-9), math.ceil(highest / each - 1e-9)
    ticks = tuple(each * n for n in range(first, last + 1))
    return Values(ticks[0], ticks[-1], bottom, top, ticks)


@dataclass(frozen=True, slots=True)
class Years:
    """A time axis in which every calendar year has a slot of the same width."""

    first: int
    last: int
    left: float
    right: float

    @property
    def slot(self) -> float:
        """The width of a year in pixels."""
        return (self.right - self.left) / (self.last - self.first + 1)

    def middle(self, year: int) -> float:
        """The pixel of a year's middle, where its value stands."""
        return self.left + (year - self.first + 0.5) * self.slot

    def at(self, day: date) -> float:
        """The pixel of a day."""
        start, end = date(day.year, 1, 1), date(day.year + 1, 1, 1)
        share = (day - start).days / (end - start).days
        return self.left + (day.year - self.first + share) * self.slot

    def ticks(self, room: float) -> tuple[int, ...]:
        """Years to name: round ones, at least `room` pixels apart."""
        each = next((n for n in (1, 2, 5, 10, 20) if n * self.slot >= room), 50)
        start = self.first + (-self.first) % each
        return tuple(range(start, self.last + 1, each))
