"""What the map shows: one value for each municipality, from one release."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from functools import cached_property

from layouts.links.addresses import QueryProblem
from layouts.phrases.changes import change, value_in
from progress.emissions.series import Point
from progress.emissions.series_breaks import SectorStart, not_comparable
from progress.records import Municipality, Release

RECENT = 5
"""How many years back "the last years" begin, or the observed year nearest to that."""
DECIMALS = {"per_person": 1, "pace": 3}
"""Decimals that a value is written with; changes are whole per cent."""
INDICATORS = ("per_person", "since_first", "recent", "pace")
CHANGES = ("since_first", "recent")
"""Those of two years."""


@dataclass(frozen=True)
class MapAnswers:
    """`totals` are tonnes by year and municipality code, from `release` alone, of the years that
    `years_shown` tells, of two years as they can be compared; `years` those that the release has
    observed values of; `populations` those of 31 December of `year`; `paces` how much faster each
    must fall; `shapes` SVG paths by code.
    """

    indicator: str
    year: int
    release: Release
    releases: tuple[Release, ...]
    municipalities: tuple[Municipality, ...]
    years: tuple[int, ...]
    totals: Mapping[int, Mapping[str, Point]]
    populations: Mapping[str, int]
    paces: Mapping[str, float]
    shapes: Mapping[str, str]
    problems: tuple[QueryProblem, ...] = ()
    late_sectors: tuple[SectorStart, ...] = ()

    @property
    def left_out(self) -> frozenset[str]:
        """Sectors that a change does not count: they begin between its two years (RULES §1.6)."""
        if self.indicator not in CHANGES:
            return frozenset()
        return not_comparable(self.late_sectors, self.first_year, self.year)

    @cached_property
    def first_year(self) -> int:
        """The year that a change is counted from."""
        return first_year(self.indicator, self.years, self.year)

    @cached_property
    def values(self) -> Mapping[str, float]:
        """The value of each municipality that has one: tonnes per person, or a share."""
        result = {
            municipality.code: self._value(municipality.code)
            for municipality in self.municipalities
        }
        return {code: value for code, value in result.items() if value is not None}

    @cached_property
    def written(self) -> Mapping[str, float]:
        """The values as they are written, rounded: classes of these cannot overlap in words."""
        step = Decimal(1).scaleb(-DECIMALS.get(self.indicator, 2))
        return {
            code: float(Decimal(repr(value)).quantize(step, ROUND_HALF_UP))
            for code, value in self.values.items()
        }

    def _value(self, code: str) -> float | None:
        if self.indicator == "per_person":
            value, people = value_in(self._points(code), self.year), self.populations.get(code)
            return None if value is None or not people else value / people
        if self.indicator == "pace":
            return self.paces.get(code)
        return change(self._points(code), self.first_year, self.year)

    def _points(self, code: str) -> tuple[Point, ...]:
        return tuple(of_all[code] for of_all in self.totals.values() if code in of_all)


def first_year(indicator: str, years: Sequence[int], year: int) -> int:
    """Where a change begins: the release's first year, or the one nearest to five years before the
    chosen one, the earlier of two."""
    if indicator == "since_first":
        return years[0]
    earlier = [shown for shown in years if shown < year]
    wanted = year - RECENT
    return min(earlier, key=lambda shown: (abs(shown - wanted), shown), default=year)


def years_shown(indicator: str, years: Sequence[int], year: int) -> tuple[int, ...]:
    """The years whose tonnes an indicator is reckoned from."""
    match indicator:
        case "per_person":
            return (year,)
        case "pace":
            return ()
        case _:
            return (first_year(indicator, years, year), year)
