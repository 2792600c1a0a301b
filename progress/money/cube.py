"""All grants folded into cells that any view of the portfolio can add up, whatever their number.

Cells are exact sums in the currency of the source. Conversion and price level depend on currency
and year alone, so that a cell can be priced as well as a row.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from progress.facts import Grant
from progress.money.coverage import Coverage
from progress.money.kinds import PROJECT, SEVERAL, Allocation, Kind, counted_once
from progress.money.pricing import Pricing


@dataclass(frozen=True, slots=True)
class CellKey:
    """What the rows of a cell have in common.

    `city` is the municipality of an own or single row, else None; `places` are those that a row
    shared by several names, or none at all.
    """

    city: str | None
    allocation: Allocation | None
    places: frozenset[str]
    funder: str
    programme: str
    theme: str
    kind: Kind
    climate: bool | None
    year: int | None
    currency: str


@dataclass(frozen=True, slots=True)
class Cell:
    """`amount` adds the `known` amounts of `rows` rows, in the currency of the key."""

    key: CellKey
    amount: Decimal
    known: int
    rows: int


@dataclass(frozen=True, slots=True)
class Choice:
    """What a reader asks of the portfolio; None and empty leave the choice open."""

    kind: Kind = Kind.GRANTED
    funder: str | None = None
    programme: str | None = None
    theme: str | None = None
    allocation: Allocation | None = None
    climate: bool | None = None
    first_year: int | None = None
    last_year: int | None = None
    cities: tuple[str, ...] = ()

    def holds(self, key: CellKey) -> bool:
        """Whether the rows of a cell are asked for. Undated rows fall outside any span of years."""
        return (
            key.kind == self.kind
            and (self.funder is None or key.funder == self.funder)
            and (self.programme is None or key.programme == self.programme)
            and (self.theme is None or key.theme == self.theme)
            and (self.allocation is None or key.allocation == self.allocation)
            and (self.climate is None or key.climate == self.climate)
            and (self.first_year is None or (key.year is not None and key.year >= self.first_year))
            and (self.last_year is None or (key.year is not None and key.year <= self.last_year))
            and (
                not self.cities or key.city in self.cities or not key.places.isdisjoint(self.cities)
            )
        )


def cells(grants: Iterable[Grant]) -> tuple[Cell, ...]:
    """The project rows, each money once, as cells. Rows of no kind have no amount: they are left
    to the coverage of their source.
    """
    sums: dict[CellKey, tuple[Decimal, int, int]] = {}
    kinds = {str(kind): kind for kind in Kind}
    for grant in counted_once(grants):
        if grant.level != PROJECT or grant.amount_kind not in kinds:
            continue
        allocation, city = place_of(grant)
        key = CellKey(
            city,
            allocation,
            frozenset(grant.places) if allocation is Allocation.MULTI else frozenset(),
            grant.funder,
            grant.programme,
            grant.theme,
            kinds[grant.amount_kind],
            grant.is_climate,
            grant.year,
            grant.currency,
        )
        amount, known, rows = sums.get(key, (Decimal(0), 0, 0))
        if grant.amount is not None:
            amount, known = amount + grant.amount, known + 1
        sums[key] = (amount, known, rows + 1)
    return tuple(Cell(key, *values) for key, values in sums.items())


def place_of(grant: Grant) -> tuple[Allocation | None, str | None]:
    """A row's class and the one municipality it belongs to (RULES §7.3); (None, None) where the
    source names no place.
    """
    beneficiary = grant.beneficiary_municipality_code
    shared = grant.allocation == "multi_municipality"
    if beneficiary and SEVERAL not in beneficiary and not shared:
        return Allocation.OWN, beneficiary
    if grant.allocation == "single_municipality" and len(grant.places) == 1:
        return Allocation.SINGLE, grant.places[0]
    return (Allocation.MULTI, None) if grant.places else (None, None)


@dataclass(frozen=True, slots=True)
class Total:
    """Kronor at a price level, with how many rows are known of all."""

    sek: Decimal
    coverage: Coverage
    kept_nominal: int = 0


def total(chosen: Iterable[Cell], pricing: Pricing) -> Total:
    """The sum of cells of one kind. Raises ValueError where kinds are mixed."""
    chosen = tuple(chosen)
    if len({cell.key.kind for cell in chosen}) > 1:
        raise ValueError("kinds of money are never added together")
    sek, known, nominal = Decimal(0), 0, 0
    for cell in chosen:
        kronor = in_kronor(cell, pricing)
        if kronor is None:
            continue
        sek += kronor
        known += cell.known
        if pricing.base_year is not None and pricing.kept(cell.key.year):
            nominal += cell.known
    return Total(sek, Coverage(known, sum(cell.rows for cell in chosen)), nominal)


def in_kronor(cell: Cell, pricing: Pricing) -> Decimal | None:
    """A cell's known amounts in kronor, or None where nothing in it is known or convertible."""
    if not cell.known:
        return None
    return pricing.kronor(cell.amount, cell.key.currency, cell.key.year).sek
