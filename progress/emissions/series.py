"""A series: one municipality, scope, gas, sector and release, with a status on every value."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol


class Gas(StrEnum):
    """What is counted. CO2 and CO2e are never joined or compared without saying so."""

    CO2 = "co2"
    CO2E = "co2e"
    CO2_BIOGENIC = "co2_biogenic"


class Scope(StrEnum):
    """Whose emissions are counted."""

    TERRITORIAL = "territorial"
    GROUP = "group"
    CONSUMPTION = "consumption"
    BUDGET = "budget"
    CITY_CORE = "city_core"


class Status(StrEnum):
    """How sure a value is. Only final and preliminary values are observed."""

    FINAL = "final"
    PRELIMINARY = "preliminary"
    FORECAST = "forecast"
    ESTIMATE = "estimate"

    @property
    def observed(self) -> bool:
        return self in (Status.FINAL, Status.PRELIMINARY)


STATUSES = {status.value: status for status in Status}
"""By their words: a hundred thousand rows are read faster by it than by `Status(word)`."""

LEAST_SURE_LAST = (Status.FINAL, Status.PRELIMINARY, Status.FORECAST, Status.ESTIMATE)
_SURENESS = {status: place for place, status in enumerate(LEAST_SURE_LAST)}


def least_sure(statuses: Iterable[Status]) -> Status:
    """The status of a sum: that of its least sure part. Raises ValueError for none."""
    return max(statuses, key=_SURENESS.__getitem__)


class Unit(StrEnum):
    """The unit of a series: a year's tonnes, or a year's tonnes per inhabitant."""

    TONNES = "tonnes"
    TONNES_PER_PERSON = "tonnes_per_person"


TOTAL = "total"
"""The sector code of a whole series."""


@dataclass(frozen=True, slots=True)
class Point:
    """One year's value. Zero is a value; a year without a value has no point."""

    year: int
    value: float
    status: Status = Status.FINAL


@dataclass(frozen=True, slots=True)
class Figures:
    """Whose figures they are, where they are not the national statistics: a city's own."""

    publisher: str
    title: str


class NamedRelease(Protocol):
    """A release, or no more of it than its name."""

    @property
    def label(self) -> str: ...

    @property
    def edition(self) -> int | None: ...


@dataclass(frozen=True, slots=True)
class ReleaseName:
    """A release's name alone: its label and the year of its edition, where it has one."""

    label: str
    edition: int | None = None


@dataclass(frozen=True, slots=True)
class Series:
    """Yearly values in order of year, from exactly one release.

    `sectors_left_out` names sectors that were subtracted from the total (an indicative series).
    `begun` names sectors that begin within the years of the series and are not in `points` (§1.6);
    `whole` are then the values with them.
    `release` is its label, `edition` the year that its publisher gives it.
    `own` tells whose figures a city's own series holds; `forecasts_by` who made its forecasts,
    which may come from a file of their own that continues the release.
    """

    municipality_code: str
    scope: Scope
    gas: Gas
    release: str
    points: tuple[Point, ...]
    sector: str = TOTAL
    unit: Unit = Unit.TONNES
    sectors_left_out: tuple[str, ...] = ()
    own: Figures | None = None
    forecasts_by: Figures | None = None
    begun: tuple[str, ...] = ()
    whole: tuple[Point, ...] = ()
    edition: int | None = None

    def __post_init__(self) -> None:
        years = [point.year for point in self.points]
        if years != sorted(set(years)):
            raise ValueError(f"the years of a series must rise without repeats, not {years}")

    def __iter__(self) -> Iterator[Point]:
        return iter(self.points)

    @property
    def observed(self) -> tuple[Point, ...]:
        """The final and preliminary points."""
        return tuple(point for point in self.points if point.status.observed)

    @property
    def latest(self) -> Point | None:
        """The newest observed point."""
        observed = self.observed
        return observed[-1] if observed else None

    @property
    def level(self) -> Point | None:
        """The newest observed point with every sector, those that begin within the years too."""
        latest = self.latest
        if latest is None or not self.whole:
            return latest
        return next((point for point in self.whole if point.year == latest.year), latest)

    def at(self, year: int) -> Point | None:
        """The observed point of a year, or None where the year is a gap."""
        return next((point for point in self.observed if point.year == year), None)
