"""The money of a year beside the year before: each kind and class by itself, with its coverage."""

from dataclasses import dataclass
from decimal import Decimal

import pandas as pd

from progress.money.coverage import Coverage
from progress.money.kinds import Allocation, Kind
from progress.money.portfolio import NOTHING, Sum, by_both

ORE = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class Total:
    """Kronor, with how many rows are known of all."""

    sek: Decimal
    coverage: Coverage


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


def year_money(frame: pd.DataFrame, year: int) -> tuple[YearMoney, ...]:
    """Every kind and class that has a row in either year, for all contract cities and for each.

    `frame` is that of grants in kronor (`portfolio.priced`). A row that no contract city receives
    and that names some is shared for them, whoever receives it.
    """
    named = (frame["city"] != "") | (frame["shared"] != "")
    of_kind = frame["kind"].isin([kind.value for kind in Kind]) & ~frame["repeats"]
    rows = frame[frame["year"].isin((year, year - 1)) & named & of_kind]
    rows = rows.assign(year=rows["year"].astype("category"))
    groups: dict[tuple[str | None, Kind, Allocation], dict[int, Sum]] = {}
    columns = ("year", "city", "kind", "allocation")
    for (of_year, city, kind, allocation), of in by_both(rows, *columns).items():
        what = Allocation(allocation) if city else Allocation.MULTI
        for place in (None, city) if city else (None,):
            of_years = groups.setdefault((place, Kind(kind), what), {})
            before = of_years.get(int(of_year), NOTHING)
            of_years[int(of_year)] = Sum(
                before.sek + of.sek, before.known + of.known, before.of + of.of
            )
    kinds, classes = tuple(Kind), tuple(Allocation)
    return tuple(
        YearMoney(
            *group, _total(of_years.get(year, NOTHING)), _total(of_years.get(year - 1, NOTHING))
        )
        for group, of_years in sorted(
            groups.items(),
            key=lambda item: (
                item[0][0] is not None,
                item[0][0] or "",
                kinds.index(item[0][1]),
                classes.index(item[0][2]),
            ),
        )
    )


def _total(of: Sum) -> Total:
    return Total(Decimal(of.sek).quantize(ORE), Coverage(of.known, of.of))
