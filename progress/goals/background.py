"""What a verdict is made against besides its own series: the day, the city's other goals, the bands
and the release before."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from progress.emissions.series import Gas, Scope, Series
from progress.goals.goal import ASSESSED_STATUSES, Goal
from progress.goals.hindcast import NO_BAND, Band

FindSeries = Callable[[Scope, Gas, str, tuple[str, ...], bool], Series | None]
"""(scope, gas, sector, sectors left out, per person) → the municipality's series, or None."""


@dataclass(frozen=True, slots=True)
class Background:
    """`goals` are all of the city's goals, of any status; `bands` one for each gas; `find_before`
    finds a series in the release before, where there is one."""

    goals: tuple[Goal, ...] = ()
    bands: Mapping[Gas, Band] = field(default_factory=dict)
    find_before: FindSeries | None = None

    def definition(self, goal: Goal) -> Goal | None:
        """The goal that says what this one means, of any status; None where none does."""
        if not goal.defined_by:
            return None
        return next((other for other in self.goals if other.goal_id == goal.defined_by), None)

    def stated_bases(self, goal: Goal) -> tuple[tuple[int, float], ...]:
        """(year, value) of every base that the city's goals of this scope and gas state, this one's
        first: what one row states counts for them all (RULES §2)."""
        others = (
            other
            for other in self.goals
            if other.goal_id != goal.goal_id
            and (other.scope, gas_of(other), other.per_person)
            == (goal.scope, gas_of(goal), goal.per_person)
            and (other.status in ASSESSED_STATUSES)
        )
        return tuple(
            (stated.base_year, stated.base_value)
            for stated in (goal, *others)
            if stated.base_year is not None
            and stated.base_value is not None
            and stated.base_value > 0
        )

    def band(self, gas: Gas) -> Band:
        """The band of estimates of a gas; empty where too few errors are known."""
        return self.bands.get(gas, NO_BAND)


def gas_of(goal: Goal) -> Gas:
    """The gas that the goal speaks of; all greenhouse gases where its source does not say."""
    return Gas(goal.gas) if goal.gas in set(Gas) else Gas.CO2E


ALONE = Background()
"""Nothing but the series itself."""
