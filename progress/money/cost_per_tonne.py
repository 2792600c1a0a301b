"""Kronor per tonne where both cost and effect are known; shared effects once (RULES §7.5)."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from progress.money.coverage import Coverage
from progress.money.plan import actions_of, cost_class, cost_range, repeated_costs
from progress.records import InvestmentAction

USABLE_FLAGS = frozenset({"ok", "range", "shared_effect", "other_scope"})
"""Rows with any other flag are shown with their note and give no quotient."""

OTHER_SCOPE = "other_scope"
"""Flag of an effect outside the account of the plan's goal: it has a quotient and is in no sum."""


class Measure(StrEnum):
    """What the tonnes are."""

    REDUCTION = "reduction"
    SINK = "sink"


class NoQuotient(StrEnum):
    """Why an action or a group of actions has no kronor per tonne."""

    NO_COST = "no_cost"
    NO_EFFECT = "no_effect"
    DOUBTFUL = "doubtful"
    COST_NOT_FOR_WHOLE = "cost_not_for_whole"
    TWO_EFFECTS = "two_effects"
    MEMBER_WITHOUT_COST = "member_without_cost"
    MIXED_KINDS = "mixed_kinds"


@dataclass(frozen=True, slots=True)
class Effect:
    """Tonnes, low to high. `period` is annual, by2030, cumulative or unknown: never mixed."""

    measure: Measure
    period: str
    low: Decimal
    high: Decimal


@dataclass(frozen=True, slots=True)
class Quotient:
    """Currency units per tonne. None as `high` has no upper limit: the lowest effect is zero;
    both None where no effect at all is expected.
    """

    low: Decimal | None
    high: Decimal | None


@dataclass(frozen=True, slots=True)
class Unit:
    """An action, or the actions that share an effect, taken as one. `problem` None means usable."""

    actions: tuple[InvestmentAction, ...]
    group: str
    currency: str
    cost_kind: str
    cost_low: Decimal | None
    cost_high: Decimal | None
    effect: Effect | None
    problem: NoQuotient | None

    @property
    def quotient(self) -> Quotient | None:
        if self.problem or self.cost_low is None or self.cost_high is None or self.effect is None:
            return None
        return quotient(self.cost_low, self.cost_high, self.effect.low, self.effect.high)


@dataclass(frozen=True, slots=True)
class PlanQuotient:
    """Σ cost / Σ effect over the `units` of one currency, cost kind, measure and effect period."""

    currency: str
    cost_kind: str
    measure: Measure
    period: str
    cost_low: Decimal
    cost_high: Decimal
    effect_low: Decimal
    effect_high: Decimal
    units: int
    coverage: Coverage

    @property
    def quotient(self) -> Quotient:
        return quotient(self.cost_low, self.cost_high, self.effect_low, self.effect_high)


def quotient(
    cost_low: Decimal, cost_high: Decimal, effect_low: Decimal, effect_high: Decimal
) -> Quotient:
    """The range of cost over effect: the lowest cost over the highest effect, and the reverse."""
    low = cost_low / effect_high if effect_high > 0 else None
    high = cost_high / effect_low if effect_low > 0 else None
    return Quotient(low, high)


def units(rows: Iterable[InvestmentAction]) -> tuple[Unit, ...]:
    """Every action of a plan, those with a shared effect as one unit, usable or with the reason."""
    groups: dict[tuple[str, str], list[InvestmentAction]] = defaultdict(list)
    for row in actions_of(rows):
        group = f"group {row.shared_effect_group}" if row.shared_effect_group else row.action_id
        groups[row.municipality_code, group].append(row)
    return tuple(_unit(tuple(members)) for members in groups.values())


def plan_quotients(rows: Iterable[InvestmentAction]) -> tuple[PlanQuotient, ...]:
    """Σ cost / Σ effect per class over the usable units, never a mean of quotients.

    The coverage counts actions: those in the sum, of all in the plan. An effect of another scope
    is left out (RULES §7.11, see `of_other_scope`).
    """
    rows = tuple(rows)
    of = len(actions_of(rows))
    classes: dict[tuple[str, str, Measure, str], list[Unit]] = defaultdict(list)
    for unit in units(rows):
        if unit.problem is None and unit.effect is not None and not _other_scope(unit):
            key = (unit.currency, unit.cost_kind, unit.effect.measure, unit.effect.period)
            classes[key].append(unit)
    result = []
    for (currency, cost_kind, measure, period), members in classes.items():
        effects = [unit.effect for unit in members if unit.effect is not None]
        result.append(
            PlanQuotient(
                currency,
                cost_kind,
                measure,
                period,
                sum((u.cost_low for u in members if u.cost_low is not None), Decimal(0)),
                sum((u.cost_high for u in members if u.cost_high is not None), Decimal(0)),
                sum((effect.low for effect in effects), Decimal(0)),
                sum((effect.high for effect in effects), Decimal(0)),
                len(members),
                Coverage(sum(len(unit.actions) for unit in members), of),
            )
        )
    return tuple(sorted(result, key=lambda q: (-q.coverage.known, q.measure, q.period, q.currency)))


def of_other_scope(rows: Iterable[InvestmentAction]) -> int:
    """How many actions have a quotient and are left out of the sums, being of another scope."""
    usable = (unit for unit in units(rows) if unit.problem is None)
    return sum(len(unit.actions) for unit in usable if _other_scope(unit))


def effects_of(row: InvestmentAction) -> tuple[Effect, ...]:
    """The effects that an action states, reductions and sinks apart.

    A range with one end is that figure.
    """
    result = []
    for measure, low, high, period in (
        (Measure.REDUCTION, row.reduction_low_t, row.reduction_high_t, row.reduction_period),
        (Measure.SINK, row.sink_low_t, row.sink_high_t, row.sink_period),
    ):
        ends = [Decimal(str(end)) for end in (low, high) if end is not None]
        if ends:
            result.append(Effect(measure, period or "unknown", min(ends), max(ends)))
    return tuple(result)


def _unit(members: tuple[InvestmentAction, ...]) -> Unit:
    again = repeated_costs(members)
    costed = [row for row in members if row.cost_low is not None and row not in again]
    ranges = [cost for cost in map(cost_range, costed) if cost is not None]
    classes = {cost_class(row) for row in costed}
    effects = {(e.measure, e.period): e for row in members for e in effects_of(row)}
    same = [e for row in members for e in effects_of(row)]
    effect = None
    if len(effects) == 1:
        kind = same[0]
        effect = Effect(
            kind.measure, kind.period, min(e.low for e in same), max(e.high for e in same)
        )
    one_class = len(classes) == 1
    first = costed[0] if costed else None
    return Unit(
        members,
        members[0].shared_effect_group,
        first.cost_currency if first and one_class else "",
        cost_class(first).kind if first and one_class else "",
        sum((cost.low for cost in ranges), Decimal(0)) if ranges and one_class else None,
        sum((cost.high for cost in ranges), Decimal(0)) if ranges and one_class else None,
        effect,
        _problem(members, costed, effects),
    )


def _problem(
    members: tuple[InvestmentAction, ...],
    costed: list[InvestmentAction],
    effects: dict[tuple[Measure, str], Effect],
) -> NoQuotient | None:
    if not costed:
        return NoQuotient.NO_COST
    if not effects:
        return NoQuotient.NO_EFFECT
    if any(not _usable(row) for row in members if row.cost_low is not None or effects_of(row)):
        return NoQuotient.DOUBTFUL
    if any(row.cost_period != "total" or row.cost_high is None for row in costed):
        return NoQuotient.COST_NOT_FOR_WHOLE
    if len({measure for measure, _ in effects}) > 1:
        return NoQuotient.TWO_EFFECTS
    if any(row.cost_low is None for row in members):
        return NoQuotient.MEMBER_WITHOUT_COST
    if len(effects) > 1 or len({cost_class(row) for row in costed}) > 1:
        return NoQuotient.MIXED_KINDS
    return None


def _other_scope(unit: Unit) -> bool:
    return any(OTHER_SCOPE in row.quality_flag.split(";") for row in unit.actions)


def _usable(row: InvestmentAction) -> bool:
    return set(row.quality_flag.split(";")) <= USABLE_FLAGS
