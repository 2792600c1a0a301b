"""The money of a year beside the year before: each kind and class by itself, with its coverage."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from progress.money.coverage import Coverage
from progress.money.cube import Cell, CellKey, PricedCell, Total, price, total
from progress.money.kinds import Allocation, Kind
from progress.money.pricing import Pricing


@dataclass(frozen=True, slots=True)
class YearMoney:
    """Kronor of one kind and class in a year and the year before.

    `city` is None for all followed cities together: a row that names several of them is counted
    once there, and in no city.
    """

    city: str | None
    kind: Kind
    allocation: Allocation
    now: Total
    before: Total

    @property
    def coverage(self) -> Coverage:
        """How many rows of the year have a sum in kronor."""
        return self.now.coverage

    @property
    def sek(self) -> Decimal | None:
        """The year's kronor; None where no row has a sum: unknown is not zero."""
        return self.now.sek if self.now.coverage.known else None


def year_money(
    cells: Iterable[Cell], followed: frozenset[str], year: int, pricing: Pricing
) -> tuple[YearMoney, ...]:
    """Every kind and class that has a row in either year, for all followed cities and for each."""
    groups: dict[tuple[str | None, Kind, Allocation], dict[int, list[PricedCell]]] = {}
    chosen = (cell for cell in cells if cell.key.year in (year, year - 1))
    for cell in price(chosen, pricing):
        key = cell.key
        if key.allocation is None or key.year is None or not _touches(key, followed):
            continue
        shared = key.city not in followed
        allocation = Allocation.MULTI if shared else key.allocation
        for place in (None,) if shared else (None, key.city):
            of_years = groups.setdefault((place, key.kind, allocation), {})
            of_years.setdefault(key.year, []).append(cell)
    kinds, classes = tuple(Kind), tuple(Allocation)
    return tuple(
        YearMoney(*group, total(group_years.get(year, ())), total(group_years.get(year - 1, ())))
        for group, group_years in sorted(
            groups.items(),
            key=lambda item: (
                item[0][0] is not None,
                item[0][0] or "",
                kinds.index(item[0][1]),
                classes.index(item[0][2]),
            ),
        )
    )


def _touches(key: CellKey, followed: frozenset[str]) -> bool:
    """Whether a row is of a followed city, or names one besides who receives it."""
    return key.city in followed or bool(key.places)
