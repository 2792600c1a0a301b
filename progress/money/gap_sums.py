"""What several cities' plans leave to cut, sector by sector: one scope, no row that is doubtful."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from progress.money.sector_places import Group
from progress.money.sector_shares import GapTable, Shares

SCOPE = "territorial"
"""The account that is added: a table for the city core alone is another (RULES §7.11)."""


@dataclass(frozen=True, slots=True)
class GapSums:
    """Tonnes by sector with how many plans they come from, before the plans' own actions.

    Rows left out of every sum are counted: `doubtful` contradict themselves in their source,
    `other_scope` belong to a table of another scope.
    """

    tonnes: Mapping[Group, Decimal]
    plans: Mapping[Group, int]
    doubtful: int
    other_scope: int


def gap_sums(tables: Iterable[GapTable]) -> GapSums:
    """The sums of the tables that are divided into sectors. What plans leave when their own
    actions have worked is another measure and no part of them.
    """
    tonnes: dict[Group, Decimal] = defaultdict(Decimal)
    plans: dict[Group, int] = defaultdict(int)
    doubtful = other_scope = 0
    for table in tables:
        if table.after_actions:
            continue
        if table.scope != SCOPE:
            other_scope += table.shares.coverage.known if isinstance(table.shares, Shares) else 0
            continue
        doubtful += table.doubtful
        if not isinstance(table.shares, Shares):
            continue
        for row in table.shares.rows:
            if row.place is not None:
                tonnes[row.place] += row.low
                plans[row.place] += 1
    return GapSums(dict(tonnes), dict(plans), doubtful, other_scope)
