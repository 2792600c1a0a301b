"""Sums of grants: one kind at a time, each with its coverage (RULES §7)."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from decimal import Decimal

from progress.money.coverage import Coverage
from progress.money.duplicates import whole_id
from progress.money.kinds import Kind
from progress.money.pricing import PricedGrant

DOMINANT = 4
"""A single grant of more than one part in so many rules a sum (§7.12)."""


@dataclass(frozen=True, slots=True)
class KindSum:
    """Kronor of one kind. `coverage` counts grants whose sum is known in kronor;
    `kept_nominal` rows that lack a price index at a fixed price level.
    """

    kind: Kind
    sek: Decimal
    coverage: Coverage
    kept_nominal: int = 0


@dataclass(frozen=True, slots=True)
class YearSum:
    """Kronor of one kind in one year; `year` None holds the rows without a date."""

    year: int | None
    kind: Kind
    sek: Decimal
    coverage: Coverage
    kept_nominal: int = 0


def grant_count(rows: Iterable[PricedGrant]) -> int:
    """How many grants rows are: the years of one that is told year by year are one."""
    return len({whole_of(row) for row in rows})


def whole_of(row: PricedGrant) -> tuple[str, str]:
    """The grant that a row is, or is a year of: its source and number there."""
    return row.grant.source_id, whole_id(row.grant.grant_id)


def kind_sum(rows: Iterable[PricedGrant], kind: Kind) -> KindSum:
    """The sum of the rows of one kind; rows of other kinds are passed by."""
    chosen = [row for row in rows if row.kind == kind]
    known = [row for row in chosen if row.sek is not None]
    return KindSum(
        kind,
        sum((row.sek for row in known if row.sek is not None), Decimal(0)),
        Coverage(grant_count(known), grant_count(chosen)),
        sum(row.kronor.kept_nominal for row in chosen),
    )


def ruling(rows: Iterable[PricedGrant], kind: Kind) -> PricedGrant | None:
    """The row that rules the sum of a kind, which says so and can be seen without it (§7.12)."""
    known = [(row.sek, row) for row in rows if row.kind == kind and row.sek is not None]
    if len(known) < 2:
        return None
    sek, largest = max(known, key=lambda pair: (pair[0], pair[1].grant.grant_id))
    return largest if sek * DOMINANT > sum(sek for sek, _ in known) else None


def paid_back(rows: Iterable[PricedGrant], kind: Kind) -> KindSum:
    """What was paid back of one kind, above zero: every sum of the kind is already without it."""
    back = kind_sum((row for row in rows if row.sek is not None and row.sek < 0), kind)
    return replace(back, sek=-back.sek)


def per_year(rows: Iterable[PricedGrant]) -> tuple[YearSum, ...]:
    """Sums per year and kind, in order of year (undated last) and kind."""
    cells: dict[tuple[int | None, Kind], list[PricedGrant]] = defaultdict(list)
    for row in rows:
        if row.kind in set(Kind):
            cells[row.grant.year, Kind(row.kind)].append(row)
    sums = []
    for (year, kind), cell in cells.items():
        total = kind_sum(cell, kind)
        sums.append(YearSum(year, kind, total.sek, total.coverage, total.kept_nominal))
    order = list(Kind)
    return tuple(sorted(sums, key=lambda s: (s.year is None, s.year or 0, order.index(s.kind))))


def by(
    rows: Iterable[PricedGrant], kind: Kind, key: Callable[[PricedGrant], str]
) -> dict[str, KindSum]:
    """Sums of one kind per value of `key`, the largest first."""
    cells: dict[str, list[PricedGrant]] = defaultdict(list)
    for row in rows:
        if row.kind == kind:
            cells[key(row)].append(row)
    sums = {name: kind_sum(cell, kind) for name, cell in cells.items()}
    return dict(sorted(sums.items(), key=lambda item: (-item[1].sek, item[0])))


@dataclass(frozen=True, slots=True)
class CofundingShare:
    """The part of the projects' whole cost that others than the funder carry (RULES §7.6)."""

    grant_sek: Decimal
    other_sek: Decimal
    coverage: Coverage

    @property
    def share(self) -> Decimal | None:
        total = self.grant_sek + self.other_sek
        return self.other_sek / total if total else None


def cofunding_share(rows: Iterable[PricedGrant], kind: Kind) -> CofundingShare:
    """Over the rows of one kind that give both the support and the whole cost; a whole below its
    part is not usable, nor what was paid back. The rest of the cost is taken to be co-funding.
    """
    chosen = [row for row in rows if row.kind == kind]
    grant, other, known = Decimal(0), Decimal(0), []
    for row in chosen:
        amount, total = row.grant.amount, row.grant.total_cost
        if row.sek is None or amount is None or amount <= 0 or total is None or total < amount:
            continue
        grant += row.sek
        other += row.sek * (total - amount) / amount
        known.append(row)
    return CofundingShare(grant, other, Coverage(grant_count(known), grant_count(chosen)))
