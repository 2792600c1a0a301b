"""Measures as levers: a plan's effects that have a place in time, and a reader's own.

A lever counts in full from the year when its measures are to be ready (§7.5), and goes on counting:
no plan says when its effects end. What it costs is spread evenly over the years from its start to
that year, where both are told.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from progress.money.cost_per_tonne import Quotient, quotient, units
from progress.money.coverage import Coverage
from progress.money.sector_places import Group, place_of_action
from progress.records import InvestmentAction
from progress.road.planned_effects import PlacedEffect, PlannedEffects

Currency = str


@dataclass(frozen=True, slots=True)
class Cost:
    """What a lever costs in all, low to high; `usable`: it may stand over the lever's effect."""

    low: Decimal
    high: Decimal
    currency: Currency
    kind: str
    usable: bool = True


@dataclass(frozen=True, slots=True)
class Lever:
    """Tonnes a year, low to high, from `ready` on. `key` names it in an address.

    `group` is where in the emissions it cuts (None: in no single group), `sector` the plan's word
    for that. `start` is the first year of its costs, None where nothing tells. `actions` are the
    plan's rows that share the effect; a reader's own lever has none. `year_assumed`: the plan names
    no year, so that its own target year is used.
    """

    key: str
    names: tuple[str, ...]
    group: Group | None
    low: float
    high: float
    ready: int
    start: int | None = None
    cost: Cost | None = None
    payer: str = ""
    sector: str = ""
    actions: tuple[InvestmentAction, ...] = ()
    year_assumed: bool = False

    @property
    def own(self) -> bool:
        """Whether the reader has made it up."""
        return not self.actions

    @property
    def quotient(self) -> Quotient | None:
        """Currency units per tonne and year of effect; None where cost or effect is not usable."""
        if self.cost is None or not self.cost.usable:
            return None
        low, high = Decimal(str(self.low)), Decimal(str(self.high))
        return quotient(self.cost.low, self.cost.high, low, high)


def plan_levers(effects: PlannedEffects, rows: Iterable[InvestmentAction]) -> tuple[Lever, ...]:
    """The placed effects of a plan, the largest first."""
    costs = _costs(rows)
    result = [_lever(effect, costs.get(effect.actions)) for effect in effects.placed]
    return tuple(sorted(result, key=lambda lever: (-lever.high, lever.key)))


def _lever(effect: PlacedEffect, cost: Cost | None) -> Lever:
    places = {place_of_action(action) for action in effect.actions}
    place = next(iter(places)) if len(places) == 1 else None
    starts = [action.start_year for action in effect.actions if action.start_year is not None]
    payers = {action.payer for action in effect.actions}
    return Lever(
        effect.actions[0].action_id,
        tuple(action.title for action in effect.actions),
        place if isinstance(place, Group) else None,
        effect.low,
        effect.high,
        effect.first_year,
        min(starts, default=None),
        cost,
        payers.pop() if len(payers) == 1 else "",
        effect.sector,
        effect.actions,
        effect.year_assumed,
    )


def _costs(rows: Iterable[InvestmentAction]) -> dict[tuple[InvestmentAction, ...], Cost]:
    """What each action, or the actions with a shared effect, cost, where one kind is told."""
    return {
        unit.actions: Cost(
            unit.cost_low, unit.cost_high, unit.currency, unit.cost_kind, unit.problem is None
        )
        for unit in units(rows)
        if unit.cost_low is not None and unit.cost_high is not None
    }


@dataclass(frozen=True, slots=True)
class CostSum:
    """Costs of one currency and kind, low to high, of `levers` levers.

    `effect_low` and `effect_high` are the tonnes of those whose cost may stand over their effect,
    and `over_low` and `over_high` what these cost: kronor per tonne are of them alone.
    """

    low: Decimal = Decimal(0)
    high: Decimal = Decimal(0)
    levers: int = 0
    over_low: Decimal = Decimal(0)
    over_high: Decimal = Decimal(0)
    effect_low: Decimal = Decimal(0)
    effect_high: Decimal = Decimal(0)
    over: int = 0

    @property
    def quotient(self) -> Quotient | None:
        """Σ cost / Σ effect, never a mean of quotients; None where no lever has both."""
        if not self.over:
            return None
        return quotient(self.over_low, self.over_high, self.effect_low, self.effect_high)


@dataclass(frozen=True, slots=True)
class LeverCosts:
    """What levers cost by (currency, kind), and how many of them tell."""

    sums: Mapping[tuple[Currency, str], CostSum]
    coverage: Coverage


def lever_costs(levers: Sequence[Lever]) -> LeverCosts:
    """The costs of levers together; those of another currency or kind apart (§7.4, 7.5)."""
    sums: dict[tuple[Currency, str], CostSum] = defaultdict(CostSum)
    for lever in levers:
        if lever.cost is None:
            continue
        key = (lever.cost.currency, lever.cost.kind)
        sums[key] = _added(sums[key], lever, lever.cost)
    known = sum(lever.cost is not None for lever in levers)
    return LeverCosts(dict(sums), Coverage(known, len(levers)))


def _added(so_far: CostSum, lever: Lever, cost: Cost) -> CostSum:
    over = 1 if cost.usable else 0
    return CostSum(
        so_far.low + cost.low,
        so_far.high + cost.high,
        so_far.levers + 1,
        so_far.over_low + cost.low * over,
        so_far.over_high + cost.high * over,
        so_far.effect_low + Decimal(str(lever.low)) * over,
        so_far.effect_high + Decimal(str(lever.high)) * over,
        so_far.over + over,
    )


@dataclass(frozen=True, slots=True)
class YearlyNeed:
    """What levers cost a year by (payer, currency): year → (low, high).

    `spread` levers have their costs in it; `unspread` have a cost, but not both their years.
    """

    by_payer: Mapping[tuple[str, Currency], Mapping[int, tuple[Decimal, Decimal]]]
    spread: int
    unspread: int


def yearly_need(levers: Iterable[Lever], this_year: int) -> YearlyNeed:
    """The budgets that the levers need from this year on, spread evenly over their years."""
    result: dict[tuple[str, Currency], dict[int, tuple[Decimal, Decimal]]] = defaultdict(dict)
    spread = unspread = 0
    for lever in levers:
        cost = lever.cost
        if cost is None:
            continue
        if lever.start is None or lever.start > lever.ready or lever.year_assumed:
            unspread += 1
            continue
        spread += 1
        years = range(lever.start, lever.ready + 1)
        own = result[lever.payer, cost.currency]
        for year in years:
            if year >= this_year:
                low, high = own.get(year, (Decimal(0), Decimal(0)))
                own[year] = (low + cost.low / len(years), high + cost.high / len(years))
    return YearlyNeed({key: dict(years) for key, years in result.items()}, spread, unspread)
