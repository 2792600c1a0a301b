"""What a goal asks of one series: base, target and path, with what had to be assumed (§2, §4)."""

from dataclasses import dataclass, field, replace

from progress import assumptions
from progress.budget import BudgetTerms
from progress.constants import TREND_FIRST_YEAR
from progress.goals import Goal, GoalKind, State
from progress.path import Path, RatePath, StraightPath
from progress.series import Series
from progress.units import emission_unit
from progress.verdict_model import Assumption


@dataclass(frozen=True, slots=True)
class Aim:
    """Values in the series' unit. No `target`: no target value follows from goal and release.

    `at_best_close` caps the attainment of a goal that emissions alone cannot prove.
    """

    base_year: int | None = None
    base: float | None = None
    target_year: int | None = None
    target: float | None = None
    path: Path | None = None
    strict: bool = False
    at_best_close: bool = False
    assumptions: tuple[Assumption, ...] = ()

    @property
    def change(self) -> float:
        """How much lower than the base the target lies; 0 where it does not, or has no base."""
        if self.base is None or self.target is None:
            return 0.0
        return max(0.0, self.base - self.target)


@dataclass(slots=True)
class _Base:
    year: int | None = None
    value: float | None = None
    notes: list[Assumption] = field(default_factory=list)


def resolve(goal: Goal, series: Series) -> Aim:
    """The aim of a reduction, level, annual rate or state. Raises ValueError for other kinds."""
    match goal.kind:
        case GoalKind.REDUCTION:
            aim = _reduction(goal, series)
        case GoalKind.LEVEL:
            aim = _level(goal, series)
        case GoalKind.ANNUAL_RATE:
            aim = _annual_rate(goal, series)
        case GoalKind.STATE:
            aim = _state(goal, series)
        case _:
            raise ValueError(f"a goal of kind {goal.kind} has no yearly target")
    return _with_net_note(goal, replace(aim, strict=bool(goal.strict)))


def budget_terms(goal: Goal) -> BudgetTerms | None:
    """The budget's tonnes and years, or None where the source leaves one of them out."""
    tonnes, first, last = goal.budget_tonnes, goal.budget_first_year, goal.budget_last_year
    if tonnes is None or tonnes <= 0 or first is None or last is None or last < first:
        return None
    return BudgetTerms(tonnes, first, last)


def _reduction(goal: Goal, series: Series) -> Aim:
    base = _stated_base(goal, series)
    if goal.reduction is not None and base.value is not None:
        target: float | None = base.value * (1 - goal.reduction)
    elif goal.reduction is None:
        target = goal.value
    else:
        target = None
    return _straight(goal, base, target)


def _level(goal: Goal, series: Series) -> Aim:
    base = _stated_base(goal, series, may_move=True)
    target = None if goal.value is None else max(0.0, goal.value)
    return _straight(goal, base, target)


def _state(goal: Goal, series: Series) -> Aim:
    base = _stated_base(goal, series, may_move=True)
    if goal.state is State.POSITIVE:
        base.notes.append(assumptions.at_best_close())
        return replace(_straight(goal, base, 0.0), at_best_close=True)
    if goal.residual_tonnes is not None:
        return _straight(goal, base, goal.residual_tonnes)
    if goal.residual_share is not None and base.value is not None:
        return _straight(goal, base, base.value * goal.residual_share)
    base.notes.append(assumptions.residual_assumed())
    return _straight(goal, base, 0.0)


def _annual_rate(goal: Goal, series: Series) -> Aim:
    base = _stated_base(goal, series)
    notes = tuple(base.notes)
    if goal.rate is None or base.value is None or base.year is None:
        return Aim(base.year, base.value, goal.target_year, goal.value, assumptions=notes)
    path = RatePath(base.year, base.value, goal.target_year, goal.rate)
    target = goal.value
    if target is None and goal.target_year is not None:
        target = path.end
    return Aim(base.year, base.value, goal.target_year, target, path, assumptions=notes)


def _straight(goal: Goal, base: _Base, target: float | None) -> Aim:
    notes = tuple(base.notes)
    if goal.target_year is None:
        return Aim(base.year, base.value, assumptions=notes)
    path = None
    if target is not None and base.year is not None and base.value is not None:
        path = StraightPath(base.year, base.value, goal.target_year, target)
    return Aim(base.year, base.value, goal.target_year, target, path, assumptions=notes)


def _stated_base(goal: Goal, series: Series, *, may_move: bool = False) -> _Base:
    """The base year's observed value, or what stands in for it.

    With a stated year that the release lacks: the value the source states; else, if the target does
    not hang on it, the first observed year; else no value.
    """
    first = next((p for p in series.observed if p.year >= TREND_FIRST_YEAR), None)
    if goal.base_year is None:
        if first is None:
            return _Base()
        from_budget = goal.kind is GoalKind.ANNUAL_RATE and goal.budget_first_year is not None
        budget_year = series.at(goal.budget_first_year) if goal.budget_first_year else None
        if from_budget and budget_year is not None:
            note = assumptions.base_year_from_budget(budget_year.year)
            return _Base(budget_year.year, budget_year.value, [note])
        return _Base(first.year, first.value, [assumptions.base_year_assumed(first.year)])
    observed = series.at(goal.base_year)
    if observed is not None:
        return _Base(observed.year, observed.value)
    if goal.base_value is not None:
        note = assumptions.base_from_source(goal.base_year)
        return _Base(goal.base_year, goal.base_value, [note])
    if may_move and first is not None:
        note = assumptions.base_year_moved(goal.base_year, first.year)
        return _Base(first.year, first.value, [note])
    return _Base(goal.base_year)


def _with_net_note(goal: Goal, aim: Aim) -> Aim:
    unit = emission_unit(goal.unit_text)
    below_zero = goal.value is not None and goal.value < 0
    more_than_all = aim.strict and aim.target == 0
    if below_zero or more_than_all or (unit is not None and unit.net):
        return replace(aim, assumptions=(*aim.assumptions, assumptions.no_sinks()))
    return aim
