"""Need, secured and gap of an investment plan, in all and by payer, sector or year (RULES §7.4)."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Generic, TypeVar

from progress.money.coverage import Coverage
from progress.money.plan import actions_of, cost_range, repeated_costs
from progress.records import InvestmentAction

Key = TypeVar("Key", bound=Hashable)

PAYERS = ("municipality", "region", "state", "eu", "private", "other", "")
"""Who pays for an action, in the order in which pages list them; empty where it is not told."""

WHOLE = "total"
NONE = Decimal(0)


@dataclass(frozen=True, slots=True)
class FundingGap:
    """Need, secured and need − secured over the actions where both are known, in one currency.

    `coverage` counts those of all actions. None where no action has both: unknown, not zero.
    """

    currency: str
    need_low: Decimal | None
    need_high: Decimal | None
    secured: Decimal | None
    gap_low: Decimal | None
    gap_high: Decimal | None
    coverage: Coverage


@dataclass(frozen=True, slots=True)
class GapOf(Generic[Key]):
    """The gap of the actions that share a payer, a sector or a year."""

    key: Key
    gap: FundingGap


def funding_gap(rows: Iterable[InvestmentAction], currency: str = "SEK") -> FundingGap:
    """The gap of a plan's actions in one currency.

    An action counts where it states what is secured, zero included, and a cost for the whole of
    it with both ends. Its gap is no lower than nothing: what one action has too much of covers no
    other. A cost entered twice counts once.
    """
    actions = actions_of(rows)
    again = repeated_costs(actions)
    known, need_low, need_high, secured, gap_low, gap_high = 0, NONE, NONE, NONE, NONE, NONE
    for row in actions:
        cost = cost_range(row)
        if cost is None or row.secured is None or not _whole(row, currency):
            continue
        known += 1
        if row in again:
            continue
        need_low += cost.low
        need_high += cost.high
        secured += row.secured
        gap_low += max(cost.low - row.secured, NONE)
        gap_high += max(cost.high - row.secured, NONE)
    coverage = Coverage(known, len(actions))
    if not known:
        return FundingGap(currency, None, None, None, None, None, coverage)
    return FundingGap(currency, need_low, need_high, secured, gap_low, gap_high, coverage)


def funding_gaps(rows: Iterable[InvestmentAction]) -> tuple[FundingGap, ...]:
    """One gap for each currency in which something is secured; else the unknown one in kronor."""
    rows = tuple(rows)
    named = {row.cost_currency for row in actions_of(rows) if row.secured is not None} - {""}
    result = [funding_gap(rows, currency) for currency in sorted(named, key=_kronor_first)]
    known = tuple(gap for gap in result if gap.coverage.known)
    return known or (funding_gap(rows),)


def gaps_by(
    rows: Iterable[InvestmentAction], key: Callable[[InvestmentAction], Key], currency: str
) -> tuple[GapOf[Key], ...]:
    """The gap of each group of actions; groups where nothing is known are among them."""
    groups: dict[Key, list[InvestmentAction]] = defaultdict(list)
    for row in actions_of(rows):
        groups[key(row)].append(row)
    return tuple(GapOf(name, funding_gap(group, currency)) for name, group in groups.items())


def _whole(row: InvestmentAction, currency: str) -> bool:
    whole = row.cost_period == WHOLE and row.cost_high is not None
    return whole and row.cost_currency == currency


def _kronor_first(currency: str) -> tuple[bool, str]:
    return currency != "SEK", currency
