"""Flows funder → programme → theme → recipient of one kind at a time (RULES §7.1, §7.3)."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from progress.money.kinds import Kind
from progress.money.pricing import PricedGrant

Level = Callable[[PricedGrant], str]
"""Names the node that a row passes at one level."""


@dataclass(frozen=True, slots=True)
class Flow:
    """Kronor from a node of level `step` to a node of the next level, and the rows behind them."""

    step: int
    source: str
    target: str
    sek: Decimal
    rows: int


def flows(rows: Iterable[PricedGrant], kind: Kind, levels: Sequence[Level]) -> tuple[Flow, ...]:
    """The flows between neighbouring levels, the largest first in each step.

    Every step carries the same sum: that of the rows of `kind` with a known amount above zero.
    """
    return merged_flows(
        (tuple(level(row) for level in levels), row.sek, 1)
        for row in rows
        if row.kind == kind and row.sek is not None
    )


def merged_flows(
    paths: Iterable[tuple[Sequence[str], Decimal, int]], first_step: int = 0
) -> tuple[Flow, ...]:
    """Flows from paths: the nodes passed from level `first_step` on, the kronor, and how many rows
    they are.

    Nothing flows where the kronor are zero or less.
    """
    sums: dict[tuple[int, str, str], Decimal] = defaultdict(Decimal)
    counts: dict[tuple[int, str, str], int] = defaultdict(int)
    for nodes, sek, rows in paths:
        if sek <= 0:
            continue
        for step, (source, target) in enumerate(pairwise(nodes), first_step):
            sums[step, source, target] += sek
            counts[step, source, target] += rows
    return tuple(
        Flow(step, source, target, sek, counts[step, source, target])
        for (step, source, target), sek in sorted(
            sums.items(), key=lambda item: (item[0][0], -item[1], item[0])
        )
    )


def largest(rows: Iterable[PricedGrant], level: Level, keep: int, rest: str) -> Level:
    """A level that keeps its `keep` largest nodes and calls the others `rest`."""
    sums: dict[str, Decimal] = defaultdict(Decimal)
    for row in rows:
        if row.sek is not None:
            sums[level(row)] += row.sek
    named = largest_names(sums, keep)
    return lambda row: level(row) if level(row) in named else rest


def largest_names(sums: Mapping[str, Decimal], keep: int) -> frozenset[str]:
    """The `keep` largest names; all of them where only one more would be left for a rest."""
    if len(sums) <= keep + 1:
        return frozenset(sums)
    return frozenset(sorted(sums, key=lambda name: (-sums[name], name))[:keep])
