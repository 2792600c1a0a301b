"""Kronor and tonnes by sector: shares of emissions, of what is left to cut, of cost, of money.

Each measure is shared out by itself, against its own sum: shares of different measures stand side
by side and are never added. What belongs to no sector keeps its amount and its reason, so that the
shares of a measure always add up to the whole.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from progress.money.coverage import Coverage
from progress.money.gaps import EmissionGap
from progress.money.kinds import Kind
from progress.money.plan import (
    CostClass,
    actions_of,
    commonest_class,
    cost_class,
    cost_range,
    plan_sums,
)
from progress.money.pricing import PricedGrant
from progress.money.sector_places import (
    SECTOR_GROUP,
    Group,
    Place,
    Unplaced,
    place_of_action,
    place_of_gap,
    place_of_theme,
)
from progress.money.sums import grant_count, whole_of
from progress.records import InvestmentAction, SectorValue

TOTAL = "total"
OWN_TARGET = "own target"
OUTSIDE_THE_SUM = "reported separately"


class NoShares(StrEnum):
    """Why a measure cannot be shared out."""

    NOTHING_LOADED = "nothing_loaded"
    NO_SECTORS = "no_sectors"
    NO_FIGURE = "no_figure"
    SUM_IS_ZERO = "sum_is_zero"
    BELOW_ZERO = "below_zero"
    SOURCE_ERROR = "source_error"


@dataclass(frozen=True, slots=True)
class Item:
    """One thing to share out: an amount, low to high, with its source's own word. Items of the same
    `whole`, as the years of a grant that is told year by year, are counted as one."""

    place: Place
    label: str
    low: Decimal
    high: Decimal
    whole: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Share:
    """A group's amounts and its share of the sum, at the low and the high ends of all amounts.

    The two are alike where no amount is a range. `place` None holds all that belongs to no group.
    """

    place: Group | None
    low: Decimal
    high: Decimal
    at_low: Decimal
    at_high: Decimal
    items: int


@dataclass(frozen=True, slots=True)
class UnplacedSum:
    """What belongs to no group, by the source's word and reason."""

    label: str
    reason: Unplaced
    low: Decimal
    high: Decimal
    items: int


@dataclass(frozen=True, slots=True)
class Shares:
    """A measure shared out. `coverage` counts what has a figure, of all there is."""

    rows: tuple[Share, ...]
    unplaced: tuple[UnplacedSum, ...]
    low: Decimal
    high: Decimal
    coverage: Coverage

    def of(self, place: Group | None) -> Share | None:
        """The row of a group, or of what belongs to none; None where the source has no such row."""
        return next((row for row in self.rows if row.place is place), None)


def shares(items: Iterable[Item], of: int) -> Shares | NoShares:
    """The items by group, those without one last; `of` counts those without a figure too.

    Zero is a figure. A sum of zero has no shares, and neither has a sum with an amount below zero.
    """
    items = tuple(items)
    if not items:
        return NoShares.NO_FIGURE
    if any(item.low < 0 for item in items):
        return NoShares.BELOW_ZERO
    low = sum((item.low for item in items), Decimal(0))
    high = sum((item.high for item in items), Decimal(0))
    if not high:
        return NoShares.SUM_IS_ZERO
    groups: dict[Group | None, list[Item]] = defaultdict(list)
    unplaced: dict[tuple[str, Unplaced], list[Item]] = defaultdict(list)
    for item in items:
        groups[item.place if isinstance(item.place, Group) else None].append(item)
        if isinstance(item.place, Unplaced):
            unplaced[item.label, item.place].append(item)
    order: tuple[Group | None, ...] = (*Group, None)
    rows = []
    for place in order:
        if place not in groups:
            continue
        first, last = _sums(groups[place])
        at_high = last / high
        at_low = first / low if low else at_high
        rows.append(Share(place, first, last, at_low, at_high, _count(groups[place])))
    left = [
        UnplacedSum(label, reason, *_sums(group), _count(group))
        for (label, reason), group in unplaced.items()
    ]
    left.sort(key=lambda rest: (-rest.high, rest.label))
    return Shares(tuple(rows), tuple(left), low, high, Coverage(_count(items), of))


def _count(items: Collection[Item]) -> int:
    wholes = [item.whole for item in items if item.whole is not None]
    return len(items) - len(wholes) + len(set(wholes))


def _sums(items: list[Item]) -> tuple[Decimal, Decimal]:
    low = sum((item.low for item in items), Decimal(0))
    return low, sum((item.high for item in items), Decimal(0))


@dataclass(frozen=True, slots=True)
class Emissions:
    """Shares of the tonnes of one year, the latest with figures."""

    year: int
    shares: Shares | NoShares


def emission_shares(values: Iterable[SectorValue]) -> Emissions | None:
    """The latest year's emissions by group; None where there is no figure at all."""
    values = tuple(values)
    if not values:
        return None
    year = max(value.year for value in values)
    latest = [value for value in values if value.year == year]
    items = []
    for row in latest:
        if row.sector == TOTAL:
            return Emissions(year, NoShares.NO_SECTORS)
        amount = Decimal(str(row.tonnes))
        place = SECTOR_GROUP.get(row.sector, Unplaced.UNKNOWN)
        items.append(Item(place, row.sector, amount, amount))
    return Emissions(year, shares(items, len(items)))


@dataclass(frozen=True, slots=True)
class GapTable:
    """A plan's table of what is left to cut, shared out.

    `after_actions` tells that the plan's own actions are taken off already: what it calls the gap
    is then what no action covers. `aside` are the sectors that the plan itself leaves out of its
    sum, `others` the plan's tables for other targets, not used. `doubtful` rows contradict
    themselves in the source and are left out of the shares and their sum (RULES §7.11); `printed`
    is the source's own sum, which may differ.
    """

    basis: str
    scope: str
    after_actions: bool
    shares: Shares | NoShares
    aside: tuple[str, ...]
    others: tuple[str, ...]
    doubtful: int
    printed: Decimal | None


def gap_shares(rows: Iterable[EmissionGap]) -> GapTable | None:
    """The city's own target's table, else the first; None where the plan has no table.

    The share that a sector has of a goal's gap is the plan's to say: a goal for all emissions asks
    nothing of any one sector, so no gap is worked out where the plan gives none.
    """
    rows = tuple(rows)
    bases = sorted({row.basis for row in rows}, key=lambda basis: (OWN_TARGET not in basis, basis))
    if not bases:
        return None
    table = [row for row in rows if row.basis == bases[0]]
    parts = [row for row in table if row.sector.casefold() != TOTAL]
    counted = [row for row in parts if OUTSIDE_THE_SUM not in row.sector]
    items = []
    doubtful = 0
    for row in counted:
        if row.gap_tonnes is None:
            continue
        if row.contradicts_itself:
            doubtful += 1
        else:
            amount = Decimal(str(row.gap_tonnes))
            items.append(Item(place_of_gap(row.sector), row.sector, amount, amount))
    printed = next((row.gap_tonnes for row in table if row not in parts), None)
    return GapTable(
        bases[0],
        table[0].scope,
        bool(items or doubtful)
        and all(row.target_level is None and row.target_reduction is None for row in counted),
        NoShares.SOURCE_ERROR if doubtful and not items else shares(items, len(counted)),
        tuple(row.sector for row in parts if row not in counted),
        tuple(bases[1:]),
        doubtful,
        None if printed is None else Decimal(str(printed)),
    )


@dataclass(frozen=True, slots=True)
class CostShares:
    """Shares of the plan's cost of one class; costs of the `other` classes are not in them."""

    cost_class: CostClass | None
    shares: Shares | NoShares
    other: tuple[CostClass, ...] = ()


def cost_shares(rows: Iterable[InvestmentAction]) -> CostShares | None:
    """Costs of the class that most actions have; None where no plan is loaded.

    The coverage counts the actions in the shares, of all in the plan.
    """
    rows = tuple(rows)
    if not rows:
        return None
    sums = plan_sums(rows)
    chosen = commonest_class(sums)
    actions = actions_of(rows)
    if chosen is None:
        return CostShares(None, NoShares.NO_FIGURE)
    items = []
    for row in actions:
        cost = cost_range(row)
        if cost is None or row in sums.repeated or cost_class(row) != chosen:
            continue
        items.append(Item(place_of_action(row), row.sector, cost.low, cost.high))
    # Those of equally many rows stay in the plan's order: every process writes the same page.
    left = (kind for kind in sums.by_class if kind != chosen)
    other = sorted(left, key=lambda kind: -sums.by_class[kind].rows)
    return CostShares(chosen, shares(items, len(actions)), tuple(other))


def money_shares(rows: Iterable[PricedGrant], kind: Kind) -> Shares | NoShares:
    """Kronor of one kind by the themes of the grants; the coverage counts those with a sum."""
    chosen = [row for row in rows if row.kind == kind]
    if not chosen:
        return NoShares.NOTHING_LOADED
    items = [
        Item(place_of_theme(row.grant.theme), row.grant.theme, row.sek, row.sek, whole_of(row))
        for row in chosen
        if row.sek is not None
    ]
    return shares(items, grant_count(chosen))
