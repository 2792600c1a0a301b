"""What the overview needs to know."""

from collections.abc import Mapping
from dataclasses import dataclass

from layouts.addresses import QueryProblem
from layouts.changes import observed_years, value_in
from progress.facts import Municipality, Release
from progress.goals import YARDSTICK_ID, GoalScope
from progress.series import Point
from progress.series_breaks import SectorStart
from progress.verdict_model import Attainment, BudgetAccount, Verdict

AREA_SCOPES = frozenset({GoalScope.TERRITORIAL, GoalScope.BUDGET, GoalScope.CITY_CORE})
"""Scopes of goals for the city's area, as the table of cities lists them."""

ON_TRACK = frozenset({Attainment.REACHED, Attainment.YES})


@dataclass(frozen=True, slots=True)
class CityRow:
    """A contract city: totals of the page's release, and the verdicts on its goals."""

    municipality: Municipality
    points: tuple[Point, ...]
    population: int | None
    verdicts: tuple[Verdict, ...]

    @property
    def latest_year(self) -> int | None:
        years = observed_years(self.points)
        return years[-1] if years else None

    @property
    def latest(self) -> float | None:
        year = self.latest_year
        return None if year is None else value_in(self.points, year)

    @property
    def per_person(self) -> float | None:
        """Tonnes per person with the population of 31 December of the same year (RULES §6)."""
        if self.latest is None or not self.population:
            return None
        return self.latest / self.population

    @property
    def own(self) -> tuple[Verdict, ...]:
        """The verdicts on the city's own goals in force."""
        return tuple(v for v in self.verdicts if v.goal.goal_id != YARDSTICK_ID and v.goal.assessed)

    @property
    def area(self) -> tuple[Verdict, ...]:
        """Those for the area that say something to reckon with; the assessable ones first."""
        chosen = [v for v in self.own if v.goal.scope in AREA_SCOPES and v.goal.kind != "narrative"]
        return tuple(sorted(chosen, key=_assessable_first))

    @property
    def assessable(self) -> tuple[Verdict, ...]:
        return tuple(v for v in self.own if v.attainment is not Attainment.NOT_ASSESSABLE)

    @property
    def yardstick(self) -> Verdict | None:
        return next((v for v in self.verdicts if v.goal.goal_id == YARDSTICK_ID), None)

    @property
    def budget(self) -> tuple[BudgetAccount, bool] | None:
        """The budget account and whether it is only indicative, or None where none can be made."""
        for verdict in self.own:
            if verdict.budget is not None:
                return verdict.budget, False
        for verdict in self.own:
            if verdict.indicative is not None and verdict.indicative.budget is not None:
                return verdict.indicative.budget, True
        return None

    @property
    def has_budget_goal(self) -> bool:
        return any(v.goal.kind == "budget" for v in self.own)


@dataclass(frozen=True, slots=True)
class OverviewAnswers:
    """`totals` are those of the page's release, by code, of the contract cities and of those that a
    search shows; the two national series are the sum of the municipalities and the publisher's own
    total (empty where it is not loaded). `late_sectors` break both."""

    release: Release
    releases: tuple[Release, ...]
    cities: tuple[CityRow, ...]
    municipalities: tuple[Municipality, ...]
    totals: Mapping[str, tuple[Point, ...]]
    national_sum: tuple[Point, ...]
    published_national: tuple[Point, ...]
    problems: tuple[QueryProblem, ...] = ()
    late_sectors: tuple[SectorStart, ...] = ()


def _assessable_first(verdict: Verdict) -> tuple[bool, bool, int, str]:
    return (
        verdict.attainment is Attainment.NOT_ASSESSABLE,
        verdict.indicative is None,
        verdict.goal.target_year or 9999,
        verdict.goal.goal_id,
    )
