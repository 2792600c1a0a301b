"""Which of a city's goals leads, and which others must be named beside it (RULES §4)."""

from collections.abc import Iterable

from progress.goals.goal import Goal, GoalKind, GoalScope
from progress.goals.verdict_model import Attainment, Basis, Verdict
from progress.goals.yardstick import is_yardstick

ORDER_OF_KINDS = (
    GoalKind.REDUCTION,
    GoalKind.LEVEL,
    GoalKind.STATE,
    GoalKind.ANNUAL_RATE,
    GoalKind.BUDGET,
    GoalKind.NARRATIVE,
)

PARTS = frozenset(
    {
        GoalScope.TRANSPORT,
        GoalScope.CONSUMPTION,
        GoalScope.GROUP,
        GoalScope.CITY_CORE,
        GoalScope.OTHER,
    }
)
"""Scopes that speak of a part of the place, or of something else than the place."""

PASSED = (Attainment.AWAITING, Attainment.MISSED)


def own_goals(verdicts: Iterable[Verdict]) -> tuple[Verdict, ...]:
    """The verdicts on the city's own goals, goals that say the same once."""
    ordered = sorted(
        (verdict for verdict in verdicts if not is_yardstick(verdict.goal)),
        key=lambda verdict: (ORDER_OF_KINDS.index(verdict.goal.kind), verdict.goal.goal_id),
    )
    counted: list[Verdict] = []
    for verdict in ordered:
        if not any(say_the_same(verdict, other) for other in counted):
            counted.append(verdict)
    return tuple(counted)


def say_the_same(verdict: Verdict, other: Verdict) -> bool:
    """Whether one defines the other, or both ask the same of one series in the same year (§2)."""
    defined = _defines(verdict.goal, other.goal) or _defines(other.goal, verdict.goal)
    same_year = verdict.goal.target_year == other.goal.target_year
    if defined and same_year:
        return True
    first, second = verdict.effective, other.effective
    if first.target is None or first.release is None or first.target_year is None:
        return False
    series = (first.scope, first.gas, first.sector, first.sectors_left_out, first.release)
    same_series = series == (
        second.scope,
        second.gas,
        second.sector,
        second.sectors_left_out,
        second.release,
    )
    return (
        same_series
        and first.unit is second.unit
        and (first.target_year, first.target) == (second.target_year, second.target)
        and first.budget is None
        and second.budget is None
    )


def _defines(goal: Goal, other: Goal) -> bool:
    return other.defined_by == goal.goal_id


def leading(verdicts: Iterable[Verdict]) -> Verdict | None:
    """The verdict to tell first, as it can be told; None where none of the city's is assessed.

    The whole area before a part; its own series before a near one; not passed before passed, not
    reached before reached; the nearest year; defined before two bounds; then by kind.
    """
    assessed = [
        goal.effective
        for goal in own_goals(verdicts)
        if goal.effective.attainment is not Attainment.NOT_ASSESSABLE
    ]
    return min(assessed, key=_rank) if assessed else None


def _rank(verdict: Verdict) -> tuple[bool, bool, bool, bool, int, bool, int, str]:
    goal = verdict.goal
    return (
        goal.scope in PARTS,
        verdict.basis is Basis.NEAR,
        verdict.attainment in PASSED,
        verdict.attainment is Attainment.REACHED,
        verdict.target_year or 9999,
        verdict.bounds is not None,
        ORDER_OF_KINDS.index(goal.kind),
        goal.goal_id,
    )


def named_beside(verdicts: Iterable[Verdict], lead: Verdict) -> Verdict | None:
    """A nearer goal for the whole area that does not lead: passed, or not assessable (§4)."""
    nearer = [
        goal.effective
        for goal in own_goals(verdicts)
        if goal.goal.scope is GoalScope.TERRITORIAL
        and goal.goal.goal_id != lead.goal.goal_id
        and goal.goal.target_year is not None
        and goal.goal.target_year < (lead.target_year or 9999)
        and goal.goal.kind is not GoalKind.NARRATIVE
        and _open_question(goal.effective, lead.latest_year or 0)
    ]
    return min(nearer, key=_rank) if nearer else None


def _open_question(verdict: Verdict, latest_year: int) -> bool:
    """Whether a nearer goal has passed unseen, or lies ahead and cannot be assessed."""
    if verdict.attainment is Attainment.NOT_ASSESSABLE:
        step = verdict.goal.status == "interim"
        return not step and (verdict.goal.target_year or 0) > latest_year
    return verdict.attainment in PASSED


def following(verdicts: Iterable[Verdict], lead: Verdict) -> Verdict | None:
    """The goal that follows after one that is reached: the next still open."""
    open_ones = [
        goal.effective
        for goal in own_goals(verdicts)
        if goal.goal.goal_id != lead.goal.goal_id
        and goal.effective.attainment
        in (Attainment.YES, Attainment.CLOSE, Attainment.NO, Attainment.DEPENDS)
    ]
    return min(open_ones, key=_rank) if open_ones else None
