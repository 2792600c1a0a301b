"""Which series a goal is held against, or why there is none (§5)."""

from dataclasses import dataclass

from progress.emissions.series import TOTAL, Gas, Scope, Series
from progress.goals.assumptions import gas_assumed, near_series
from progress.goals.background import FindSeries, gas_of
from progress.goals.goal import Goal, GoalKind, GoalScope
from progress.goals.units import emission_unit
from progress.goals.verdict_model import Assumption, Reason

TRANSPORT = "transport"

_OWN_SCOPES = {
    GoalScope.TERRITORIAL: Scope.TERRITORIAL,
    GoalScope.TRANSPORT: Scope.TERRITORIAL,
    GoalScope.GROUP: Scope.GROUP,
    GoalScope.CONSUMPTION: Scope.CONSUMPTION,
    GoalScope.BUDGET: Scope.BUDGET,
    GoalScope.CITY_CORE: Scope.CITY_CORE,
}

_SCOPES_WITH_A_NEAR_SERIES = frozenset(
    {GoalScope.TERRITORIAL, GoalScope.TRANSPORT, GoalScope.BUDGET, GoalScope.CITY_CORE}
)


@dataclass(frozen=True, slots=True)
class Match:
    """Either `series`, or a reason and perhaps a `near` series that may serve as an indication."""

    scope: Scope | None
    gas: Gas
    series: Series | None = None
    near: Series | None = None
    reason: Reason | None = None
    assumptions: tuple[Assumption, ...] = ()


def match_series(goal: Goal, find_series: FindSeries) -> Match:
    """The goal's own series if one is loaded; else the nearest one, or nothing, with the reason."""
    gas = gas_of(goal)
    scope = _OWN_SCOPES.get(goal.scope)
    if goal.kind is GoalKind.NARRATIVE:
        return Match(scope, gas, reason=Reason.NARRATIVE)
    if scope is None or goal.series_note_sv or not _counts_emissions(goal):
        return Match(scope, gas, reason=Reason.NO_SERIES)
    notes = () if goal.gas in set(Gas) else (gas_assumed(gas),)
    sector = TRANSPORT if goal.scope is GoalScope.TRANSPORT else TOTAL
    near_is_all_there_is = goal.coverage_differs and scope is Scope.TERRITORIAL
    own = find_series(scope, gas, sector, (), goal.per_person)
    fits = own is not None and (own.own is not None or not near_is_all_there_is)
    if own is not None and own.latest is not None and fits:
        if _asks_for_uptake(goal):
            return Match(scope, gas, near=own, reason=Reason.SCOPE_MISMATCH, assumptions=notes)
        return Match(scope, gas, series=own, assumptions=notes)
    near = _near(goal, sector, find_series)
    if near is None:
        differs = goal.coverage_differs and goal.scope in _SCOPES_WITH_A_NEAR_SERIES
        return Match(scope, gas, reason=Reason.SCOPE_MISMATCH if differs else Reason.NO_SERIES)
    near_notes = (near_series(goal.near_reason_sv, goal.near_reason_en),)
    return Match(scope, gas, near=near, reason=Reason.SCOPE_MISMATCH, assumptions=near_notes)


def _near(goal: Goal, sector: str, find_series: FindSeries) -> Series | None:
    """The series that the goal's reading names as near; none where it names none."""
    if goal.scope not in _SCOPES_WITH_A_NEAR_SERIES or not goal.near_gas:
        return None
    near_gas = Gas(goal.near_gas)
    near = find_series(
        Scope.TERRITORIAL, near_gas, sector, goal.near_sectors_left_out, goal.per_person
    )
    return near if near is not None and near.latest is not None else None


def _counts_emissions(goal: Goal) -> bool:
    """Whether the goal's unit is one of emissions: not trips, energy, or tonnes taken up."""
    unit = emission_unit(goal.unit_text)
    return unit is not None and not unit.sink


def _asks_for_uptake(goal: Goal) -> bool:
    """Whether the level asked for is below zero, where emissions alone can never be."""
    return goal.value is not None and goal.value < 0
