"""A city's investment plan: ranges, and kinds of cost apart (RULES §7.4)."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from progress.money.coverage import Coverage
from progress.records import InvestmentAction

ACTION = "action"
"""The only level that is summed: portfolios, totals and scenarios contain actions."""


@dataclass(frozen=True, slots=True)
class CostClass:
    """What may be added: one currency, one kind (capex, opex, total, unknown) and one period."""

    currency: str
    kind: str
    period: str


@dataclass(frozen=True, slots=True)
class CostRange:
    """[Σ low, Σ high] over `rows` actions.

    `open_ended` rows state a lowest cost only, which they add to both ends.
    """

    low: Decimal
    high: Decimal
    rows: int
    open_ended: int = 0

    def __add__(self, other: "CostRange") -> "CostRange":
        return CostRange(
            self.low + other.low,
            self.high + other.high,
            self.rows + other.rows,
            self.open_ended + other.open_ended,
        )


NOTHING = CostRange(Decimal(0), Decimal(0), 0)


@dataclass(frozen=True, slots=True)
class PlanSums:
    """A plan's costs per class and per sector and class, with the share of actions that have one.

    `repeated` are actions whose cost is another action's cost stated again: in the coverage,
    not in the sums.
    """

    by_class: Mapping[CostClass, CostRange]
    by_sector: Mapping[str, Mapping[CostClass, CostRange]]
    coverage: Coverage
    sector_coverage: Mapping[str, Coverage]
    repeated: tuple[InvestmentAction, ...]


def actions_of(rows: Iterable[InvestmentAction]) -> tuple[InvestmentAction, ...]:
    """The rows that are single actions."""
    return tuple(row for row in rows if row.row_level == ACTION)


def cost_class(row: InvestmentAction) -> CostClass:
    """What an action's cost may be added to."""
    return CostClass(row.cost_currency, row.cost_kind or "unknown", row.cost_period or "unknown")


def cost_range(row: InvestmentAction) -> CostRange | None:
    """An action's cost as a range, or None where it states no lowest cost."""
    if row.cost_low is None:
        return None
    if row.cost_high is None:
        return CostRange(row.cost_low, row.cost_low, 1, open_ended=1)
    return CostRange(row.cost_low, row.cost_high, 1)


def repeated_costs(rows: Iterable[InvestmentAction]) -> tuple[InvestmentAction, ...]:
    """Actions that state again the cost of an earlier action with the same shared effect.

    Two actions of one city, effect, payer and identical cost are one project entered twice.
    """
    seen: set[tuple[object, ...]] = set()
    result = []
    for row in rows:
        if not row.shared_effect_group or row.cost_low is None:
            continue
        key = (
            row.municipality_code,
            row.shared_effect_group,
            row.payer,
            cost_class(row),
            row.cost_low,
            row.cost_high,
        )
        if key in seen:
            result.append(row)
        seen.add(key)
    return tuple(result)


def plan_sums(rows: Iterable[InvestmentAction]) -> PlanSums:
    """Sums over the rows that are actions; the other levels are passed by."""
    actions = actions_of(rows)
    again = repeated_costs(actions)
    by_class: dict[CostClass, CostRange] = {}
    by_sector: dict[str, dict[CostClass, CostRange]] = defaultdict(dict)
    known: dict[str, int] = defaultdict(int)
    count: dict[str, int] = defaultdict(int)
    for row in actions:
        count[row.sector] += 1
        cost = cost_range(row)
        if cost is None:
            continue
        known[row.sector] += 1
        if row in again:
            continue
        key = cost_class(row)
        by_class[key] = by_class.get(key, NOTHING) + cost
        by_sector[row.sector][key] = by_sector[row.sector].get(key, NOTHING) + cost
    return PlanSums(
        by_class,
        dict(by_sector),
        Coverage(sum(known.values()), len(actions)),
        {sector: Coverage(known[sector], count[sector]) for sector in count},
        again,
    )


def commonest_class(sums: PlanSums, currency: str | None = None) -> CostClass | None:
    """The class of cost that most actions have, of `currency` where one is named; of two alike the
    dearer one. None where nothing is costed.
    """
    result = [each for each in sums.by_class if currency in (None, each.currency)]
    return max(
        result, key=lambda each: (sums.by_class[each].rows, sums.by_class[each].high), default=None
    )
