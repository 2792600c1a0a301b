"""What the map shows: one value for each municipality, from one release."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from layouts.addresses import QueryProblem
from layouts.changes import change, observed_years, value_in
from progress.facts import Municipality, Release
from progress.pace import pace_gap
from progress.series import Point
from progress.series_breaks import SectorStart
from progress.verdict_model import Verdict

RECENT = 5
"""How many years back "the last years" begin, or the observed year nearest to that."""
INDICATORS = ("per_person", "since_first", "recent", "pace")


@dataclass(frozen=True)
class MapAnswers:
    """`totals` are yearly tonnes by municipality code, from `release` alone; `populations` those of
    31 December of `year`; `yardsticks` the common goal's verdicts; `shapes` SVG paths by code."""

    indicator: str
    year: int
    release: Release
    releases: tuple[Release, ...]
    municipalities: tuple[Municipality, ...]
    totals: Mapping[str, tuple[Point, ...]]
    populations: Mapping[str, int]
    yardsticks: Mapping[str, Verdict]
    shapes: Mapping[str, str]
    problems: tuple[QueryProblem, ...] = ()
    late_sectors: tuple[SectorStart, ...] = ()

    @cached_property
    def years(self) -> tuple[int, ...]:
        """The years that the release has for any municipality."""
        return years_of(self.totals)

    @property
    def first_year(self) -> int:
        """The year that a change is counted from."""
        return self.years[0] if self.indicator == "since_first" else recent_start(self)

    @cached_property
    def values(self) -> Mapping[str, float]:
        """The value of each municipality that has one: tonnes per person, or a share."""
        found = {one.code: self._value(one.code) for one in self.municipalities}
        return {code: value for code, value in found.items() if value is not None}

    def _value(self, code: str) -> float | None:
        points = self.totals.get(code, ())
        if self.indicator == "per_person":
            value, people = value_in(points, self.year), self.populations.get(code)
            return None if value is None or not people else value / people
        if self.indicator == "pace":
            verdict = self.yardsticks.get(code)
            return None if verdict is None else pace_gap(verdict)
        return change(points, self.first_year, self.year)


def years_of(totals: Mapping[str, tuple[Point, ...]]) -> tuple[int, ...]:
    """The observed years of any municipality, in order."""
    return tuple(sorted({year for points in totals.values() for year in observed_years(points)}))


def recent_start(answers: MapAnswers) -> int:
    """The observed year nearest to five years before the chosen one; the earlier of two."""
    earlier = [year for year in answers.years if year < answers.year]
    wanted = answers.year - RECENT
    return min(earlier, key=lambda year: (abs(year - wanted), year), default=answers.year)
