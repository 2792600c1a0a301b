"""What a goal asks of one series: base, target and path, with what had to be assumed (§2, §4)."""

from dataclasses import dataclass, field, replace

from progress.constants import (
    LENIENT_SHARE,
    SAME_SIZE,
    YARDSTICK_BASE_YEAR,
)
from progress.emissions.series import TOTAL, Gas, Scope, Series
from progress.goals import assumptions
from progress.goals.background import Background
from progress.goals.goal import Goal, GoalKind, State
from progress.goals.path import Path, RatePath, StraightPath
from progress.goals.units import emission_unit
from progress.goals.verdict_model import Assumption, Reason


@dataclass(frozen=True, slots=True)
class Aim:
    """Values in the series' unit. No `target`: none follows from goal and release, for `reason`.

    `bounded`: neutral is not defined, so `target` is the lenient bound and 0 the strict one.
    `least`: the goal may ask for more. `capped`: emissions alone cannot prove it. `absolute`: the
    target is an amount that the source states, not a share of the series' own base. `indicative`:
    a residual of another account, a part left out, or an account of another size.
    """

    base_year: int | None = None
    base: float | None = None
    target_year: int | None = None
    target: float | None = None
    path: Path | None = None
    strict: bool = False
    bounded: bool = False
    least: bool = False
    capped: bool = False
    absolute: bool = False
    indicative: bool = False
    rate: float | None = None
    own_rate: float | None = None
    reason: Reason | None = None
    assumptions: tuple[Assumption, ...] = ()


@dataclass(slots=True)
class _Base:
    year: int | None = None
    value: float | None = None
    notes: list[Assumption] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Residual:
    """What a neutral goal leaves: a share of the base, or an amount."""

    share: float | None = None
    amount: float | None = None
    base_year: int | None = None
    other_account: bool = False


def resolve(goal: Goal, series: Series, background: Background) -> Aim:
    """The aim of a reduction, level, annual rate or state. Raises ValueError for other kinds."""
    match goal.kind:
        case GoalKind.REDUCTION:
            aim = _reduction(goal, series, background)
        case GoalKind.LEVEL:
            aim = _level(goal, series, background)
        case GoalKind.ANNUAL_RATE:
            aim = _annual_rate(goal, series, background)
        case GoalKind.STATE:
            aim = _state(goal, series, background)
        case _:
            raise ValueError(f"a goal of kind {goal.kind} has no yearly target")
    aim = replace(aim, strict=bool(goal.strict) and not aim.capped)
    return _with_leaves_out(goal, _with_net_note(goal, aim))


def size_of(goal: Goal, series: Series, background: Background) -> float | None:
    """How much of the base that the city states the series has in that year, as a share.

    None where no base of a year that the series has is stated for the goal's scope and gas.
    """
    for year, value in background.stated_bases(goal):
        observed = series.at(year)
        if observed is not None:
            return observed.value / value
    return None


def same_size(share: float) -> bool:
    """Whether a series covers what the goal counts nearly enough to hold an amount against it."""
    least, most = SAME_SIZE
    return least <= share <= most


def _reduction(goal: Goal, series: Series, background: Background) -> Aim:
    base = _stated_base(goal, series, background)
    if goal.reduction is None:
        return replace(_straight(goal, base, goal.value), absolute=True)
    if goal.reduction >= 1:
        aim = _straight(goal, base, 0.0)
        return replace(aim, capped=True, least=True) if goal.strict else aim
    if base.value is None:
        return replace(_straight(goal, base, None), reason=Reason.NO_BASE)
    return _straight(goal, base, base.value * (1 - goal.reduction))


def _level(goal: Goal, series: Series, background: Background) -> Aim:
    base = _stated_base(goal, series, background)
    target = None if goal.value is None else max(0.0, goal.value)
    below = goal.value is not None and goal.value < 0
    return replace(_straight(goal, base, target), absolute=True, capped=below, least=below)


def _state(goal: Goal, series: Series, background: Background) -> Aim:
    if goal.state is State.FOSSIL_FREE:
        return _straight(goal, _stated_base(goal, series, background), 0.0)
    positive = goal.state is State.POSITIVE
    definition = background.definition(goal)
    residual = _residual(goal, definition)
    if residual is not None:
        aim = _defined(goal, series, background, residual)
    else:
        aim = _undefined(goal, series, definition)
    if not positive:
        return aim
    notes = (*aim.assumptions, assumptions.at_best_close())
    return replace(aim, capped=True, least=True, assumptions=notes)


def _residual(goal: Goal, definition: Goal | None) -> _Residual | None:
    """What may be left by the goal's own fields, else by the row that defines it (§2)."""
    rows = ((goal, False),) if definition is None else ((goal, False), (definition, True))
    for row, defines in rows:
        other = defines and row.scope != goal.scope
        if row.residual_tonnes is not None:
            return _Residual(amount=row.residual_tonnes, other_account=other)
        if defines and row.kind is GoalKind.REDUCTION and row.reduction is not None:
            share = max(0.0, 1 - row.reduction)
            return _Residual(share=share, base_year=row.base_year, other_account=other)
        if row.residual_share is not None and row.base_year is not None:
            return _Residual(share=row.residual_share, base_year=row.base_year, other_account=other)
        if defines and row.kind is GoalKind.LEVEL and row.value is not None:
            if row.base_value and row.base_year is not None:
                share = max(0.0, row.value) / row.base_value
                return _Residual(share=share, base_year=row.base_year, other_account=True)
            return _Residual(amount=max(0.0, row.value), other_account=other)
    return None


def _defined(goal: Goal, series: Series, background: Background, residual: _Residual) -> Aim:
    base = _stated_base(goal, series, background, residual.base_year)
    if residual.amount is not None:
        aim = replace(_straight(goal, base, residual.amount), absolute=True)
    elif base.value is None or residual.share is None:
        return replace(_straight(goal, base, None), reason=Reason.NO_BASE)
    else:
        aim = _straight(goal, base, base.value * residual.share)
    if residual.other_account:
        notes = (*aim.assumptions, assumptions.residual_of_other_account())
        return replace(aim, indicative=True, assumptions=notes)
    return aim


def _undefined(goal: Goal, series: Series, definition: Goal | None) -> Aim:
    """Neutral that nothing defines: two bounds for the whole area in CO2e, else no target."""
    named = goal.rate if definition is None else definition.rate
    whole_area = (series.scope, series.sector, series.gas) == (Scope.TERRITORIAL, TOTAL, Gas.CO2E)
    then = series.at(YARDSTICK_BASE_YEAR)
    if not whole_area or then is None:
        aim = Aim(target_year=goal.target_year, own_rate=named)
        return replace(aim, reason=Reason.NO_TARGET_VALUE)
    return Aim(
        target_year=goal.target_year,
        target=LENIENT_SHARE * then.value,
        bounded=True,
        least=True,
        own_rate=named,
        assumptions=(assumptions.two_bounds(),),
    )


def _annual_rate(goal: Goal, series: Series, background: Background) -> Aim:
    base = _stated_base(goal, series, background, _budget_year(goal, background))
    notes = tuple(base.notes)
    aim = Aim(base.year, base.value, goal.target_year, rate=goal.rate, assumptions=notes)
    if goal.value is not None:
        aim = replace(aim, target=goal.value, absolute=True)
    if goal.rate is None or base.value is None or base.year is None:
        return aim
    path = RatePath(base.year, base.value, goal.target_year, goal.rate)
    target = path.end if aim.target is None and goal.target_year is not None else aim.target
    return replace(aim, path=path, target=target)


def _budget_year(goal: Goal, background: Background) -> int | None:
    """The first year of the budget that a rate belongs to: its own, or the one of scope and gas."""
    if goal.budget_first_year is not None:
        return goal.budget_first_year
    budgets = (
        other.budget_first_year
        for other in background.goals
        if other.kind is GoalKind.BUDGET
        and other.assessed
        and (other.scope, other.gas) == (goal.scope, goal.gas)
    )
    return next((year for year in budgets if year is not None), None)


def _straight(goal: Goal, base: _Base, target: float | None) -> Aim:
    notes = tuple(base.notes)
    path = None
    last = goal.target_year
    if None not in (target, base.year, base.value, last) and base.year < last:  # type: ignore[operator]
        path = StraightPath(base.year, base.value, last, target)  # type: ignore[arg-type]
    return Aim(base.year, base.value, last, target, path, assumptions=notes)


def _stated_base(
    goal: Goal, series: Series, background: Background, further: int | None = None
) -> _Base:
    """The base year that the goal states, else `further`, with its value in the release, else what
    the city's goals state for that year. Nothing is assumed where none is stated (§2)."""
    year = goal.base_year if goal.base_year is not None else further
    if year is None:
        return _Base()
    notes = []
    if goal.base_year is None:
        notes.append(assumptions.base_year_of_definition(year))
    observed = series.at(year)
    if observed is not None:
        return _Base(year, observed.value, notes)
    stated = next((value for of, value in background.stated_bases(goal) if of == year), None)
    if stated is None:
        return _Base(year, None, notes)
    return _Base(year, stated, [*notes, assumptions.base_from_source(year)])


def _with_net_note(goal: Goal, aim: Aim) -> Aim:
    unit = emission_unit(goal.unit_text)
    below_zero = goal.value is not None and goal.value < 0
    if below_zero or (aim.capped and aim.target == 0) or (unit is not None and unit.net):
        return replace(aim, assumptions=(*aim.assumptions, assumptions.no_sinks()))
    return aim


def _with_leaves_out(goal: Goal, aim: Aim) -> Aim:
    if not goal.leaves_out_sv:
        return aim
    note = assumptions.leaves_out(goal.leaves_out_sv, goal.leaves_out_en or goal.leaves_out_sv)
    return replace(aim, indicative=True, assumptions=(*aim.assumptions, note))
