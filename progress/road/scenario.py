"""What would it take: a reader's own yearly rate and first year of cuts, held against a goal (§4).

Nothing here is a forecast or a verdict. Emissions go on at the done rate up to the year before
`start_year`, and fall by the same share each year from then on.
"""

import math
from dataclasses import dataclass
from datetime import date

from progress.constants import ROUNDING_SHARE
from progress.emissions.series import Point
from progress.goals.budget import BudgetTerms, budget_path, needed_budget_rate, run_out
from progress.goals.done import continued
from progress.goals.goal import GoalKind
from progress.goals.needed import needed_rate
from progress.goals.path import Path, RatePath, StraightPath
from progress.goals.verdict_model import BudgetAccount, Verdict

LAST_YEAR_TOLD = 2100
"""A goal reached after this year is told as "not before" it: nobody plans that far."""


@dataclass(frozen=True, slots=True)
class Scenario:
    """`value` in the observed `year`, then a `rate` (share) a year from `start_year` on.

    `until` are the values of the years between; where they are not told, the last known one stays.
    Raises ValueError where the cuts start in an observed year or the rate is outside 0–1.
    """

    year: int
    value: float
    rate: float
    start_year: int
    until: tuple[float, ...] = ()

    def __post_init__(self) -> None:
        if self.start_year <= self.year:
            raise ValueError(f"the cuts must start after {self.year}, not {self.start_year}")
        if not 0 <= self.rate < 1:
            raise ValueError(f"a rate is a share from 0 to under 1, not {self.rate}")

    def at(self, year: int) -> float:
        """The value in a year from the observed one on; the first cut falls in `start_year`."""
        known = (self.value, *self.until)
        before = known[min(min(year, self.start_year - 1) - self.year, len(known) - 1)]
        return before * float((1 - self.rate) ** max(0, year - self.start_year + 1))

    def sum(self, first: int, last: int) -> float:
        """The values of first…last together; 0 where last comes before first."""
        return math.fsum(self.at(year) for year in range(first, last + 1))

    def year_of(self, target: float) -> int | None:
        """The first year at or under a value, the observed year at the earliest.

        None where that takes beyond LAST_YEAR_TOLD, or never happens.
        """
        limit = target + ROUNDING_SHARE * abs(target)
        if self.value <= limit:
            return self.year
        years = range(self.year + 1, LAST_YEAR_TOLD + 1)
        return next((year for year in years if self.at(year) <= limit), None)


def scenario_of(verdict: Verdict, rate: float, start_year: int) -> Scenario | None:
    """The scenario on a verdict's series: at the done rate until the cuts begin, level without one.

    None where the series has no value. Raises ValueError as `Scenario` does.
    """
    latest, value = verdict.latest_year, verdict.actual
    if latest is None or value is None:
        return None
    between = [done_value(verdict, year) for year in range(latest + 1, start_year)]
    until = tuple(value if each is None else each for each in between)
    return Scenario(latest, value, rate, start_year, until)


@dataclass(frozen=True, slots=True)
class BudgetSum:
    """A scenario over a budget's whole period, tonnes: `used` so far, `coming` by the scenario."""

    budget: float
    used: float
    coming: float

    @property
    def total(self) -> float:
        return self.used + self.coming

    @property
    def over(self) -> float:
        """How far the sum passes the budget; negative is what is left."""
        return self.total - self.budget


def budget_sum(scenario: Scenario, account: BudgetAccount) -> BudgetSum:
    """The account's use through the scenario's observed year, and the scenario's years after it."""
    first = max(scenario.year + 1, account.first_year)
    return BudgetSum(
        account.budget_tonnes, account.used_tonnes, scenario.sum(first, account.last_year)
    )


def budget_run_out(scenario: Scenario, account: BudgetAccount) -> date | None:
    """The day when the budget is used up along the scenario; None where it lasts (§4)."""
    spent = [
        (year.year, year.tonnes)
        for year in account.years
        if year.year <= scenario.year and year.tonnes is not None
    ]
    first = max(scenario.year + 1, account.first_year)
    coming = [(year, scenario.at(year)) for year in range(first, account.last_year + 1)]
    return run_out(account.budget_tonnes, spent + coming)


def rate_from(verdict: Verdict, start_year: int) -> float | None:
    """The yearly rate that meets the goal if the cuts begin in `start_year`, on the way there (§4).

    Until then emissions go on at the done rate.

    With a start in the year after the latest observed one it is the verdict's `needed_rate`. None
    where no rate meets it, where nothing more is needed, and where it is not known.
    """
    scenario, account = scenario_of(verdict, 0.0, start_year), verdict.budget
    if scenario is None or verdict.target_year is None:
        return None
    value = scenario.at(start_year - 1)
    if account is not None:
        first = max(scenario.year + 1, account.first_year)
        waited = scenario.sum(first, min(start_year - 1, account.last_year))
        return needed_budget_rate(
            value,
            account.remaining_tonnes - waited,
            account.last_year - start_year + 1,
            years_before=max(0, account.first_year - start_year),
        )
    if verdict.target is None:
        return None
    return needed_rate(value, verdict.target, verdict.target_year - start_year + 1)


@dataclass(frozen=True, slots=True)
class Delay:
    """What beginning a year later than `start_year` asks for: the needed rates from either year,
    and how much `more` is emitted up to the target year where both are kept to."""

    start_year: int
    rate: float
    later_rate: float
    more: float


def delay(verdict: Verdict, start_year: int) -> Delay | None:
    """One year's delay; None where no rate meets the goal from either year or none is needed."""
    rate, later_rate = rate_from(verdict, start_year), rate_from(verdict, start_year + 1)
    if rate is None or later_rate is None or verdict.target_year is None:
        return None
    in_time = scenario_of(verdict, rate, start_year)
    later = scenario_of(verdict, later_rate, start_year + 1)
    if in_time is None or later is None:
        return None
    years = (start_year, verdict.target_year)
    return Delay(start_year, rate, later_rate, later.sum(*years) - in_time.sum(*years))


def path_behind(verdict: Verdict) -> Path | None:
    """The path that a verdict was measured against, a budget's too; None where it has none."""
    base_year, base, last = verdict.base_year, verdict.base, verdict.target_year
    if base_year is None or base is None or last is None:
        return None
    goal, account = verdict.goal, verdict.budget
    if goal.kind is GoalKind.BUDGET:
        if account is None:
            return None
        terms = BudgetTerms(account.budget_tonnes, account.first_year, account.last_year)
        return budget_path(terms, goal.rate, base)
    if goal.kind is GoalKind.ANNUAL_RATE and goal.rate is not None:
        return RatePath(base_year, base, last, goal.rate)
    if verdict.target is None or base_year >= last:
        return None
    return StraightPath(base_year, base, last, verdict.target)


def path_sum(path: Path, first: int, last: int) -> float:
    """What a path asks for in first…last together; years before the path begins have nothing."""
    values = (path.value(year) for year in range(first, last + 1))
    return math.fsum(value for value in values if value is not None)


def done_sum(verdict: Verdict, first: int, last: int) -> float | None:
    """The values at the done rate of first…last together; None without one."""
    values = [done_value(verdict, year) for year in range(first, last + 1)]
    return None if None in values else math.fsum(value for value in values if value is not None)


def done_year_of(verdict: Verdict, target: float) -> int | None:
    """The first year after the latest when the done rate gives a value or less, or None."""
    latest = verdict.latest_year
    if latest is None or verdict.done_rate is None:
        return None
    limit = target + ROUNDING_SHARE * abs(target)
    years = range(latest + 1, LAST_YEAR_TOLD + 1)
    return next((year for year in years if (done_value(verdict, year) or 0.0) <= limit), None)


def done_value(verdict: Verdict, year: int) -> float | None:
    """The latest value carried on at the done rate to a later year, an earlier one as it was; None
    without a done rate (§3). Somebody's forecast stands in the place of its year."""
    if verdict.done_rate is None or verdict.actual is None or verdict.latest_year is None:
        return None
    if year <= verdict.latest_year:
        return next((point.value for point in verdict.points if point.year == year), None)
    forecast = (estimate.value for estimate in verdict.estimates if estimate.year == year)
    known = next(forecast, None)
    if known is not None:
        return known
    return continued(Point(verdict.latest_year, verdict.actual), verdict.done_rate, year)
