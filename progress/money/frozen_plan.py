"""A city's investment plan as a snapshot keeps it: counts and exact sums, no rows."""

from collections.abc import Iterable
from decimal import Decimal

from progress.money.funding import funding_gaps
from progress.money.plan import plan_sums
from progress.records import InvestmentAction
from progress.snapshots import FrozenCost, FrozenPlan


def frozen_plan(rows: Iterable[InvestmentAction]) -> FrozenPlan:
    """The plan now; one without actions where none is loaded."""
    rows = tuple(rows)
    sums, gap = plan_sums(rows), funding_gaps(rows)[0]
    return FrozenPlan(
        sums.coverage.of,
        sums.coverage.known,
        gap.coverage.known,
        gap.currency,
        _exact(gap.secured),
        _exact(gap.gap_low),
        _exact(gap.gap_high),
        tuple(
            FrozenCost(
                kind.currency,
                kind.kind,
                kind.period,
                _exact(cost.low),
                _exact(cost.high),
                cost.rows,
            )
            for kind, cost in sorted(sums.by_class.items(), key=lambda pair: str(pair[0]))
        ),
    )


def _exact(amount: Decimal | None) -> str:
    return "" if amount is None else f"{amount:f}"
