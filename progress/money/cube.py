"""All grants folded into cells that any view of the portfolio can add up, whatever their number.

Cells are exact sums in the currency of the source. Conversion and price level depend on currency
and year alone, so that a cell can be priced as well as a row.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from operator import attrgetter
from typing import NamedTuple

from progress.money.coverage import Coverage
from progress.money.filters import NAMED
from progress.money.kinds import (
    SEVERAL,
    Allocation,
    Kind,
    counted_kind,
    counted_once,
    granted_unknown,
)
from progress.money.loaded import LoadedSource
from progress.money.pricing import Pricing
from progress.records import Grant

_PLACES = {column: place for place, column in enumerate(NAMED)}
_words_of = attrgetter(*NAMED)

OTHER = ""
"""Stands for any municipality that is not among those followed."""


class SlimGrant(NamedTuple):
    """The part of a grant row that cells are made of; `words` are those of the columns `NAMED`,
    `places` are followed municipalities only.
    """

    grant_id: str
    level: str
    words: tuple[str, ...]
    allocation: str
    beneficiary_municipality_code: str | None
    is_climate: bool | None
    year: int | None
    amount: Decimal | None
    currency: str
    amount_kind: str
    same_as: str
    decision: str
    places: tuple[str, ...]
    placed: bool


class CellKey(NamedTuple):
    """What the rows of a cell have in common.

    `city` is the followed municipality of an own or single row, `OTHER` for any other, None for
    rows of none or several; `places` are the followed ones that the row names besides that one:
    it is shared for them; `words` those of the columns `NAMED`.
    """

    city: str | None
    allocation: Allocation | None
    places: frozenset[str]
    words: tuple[str, ...]
    kind: Kind
    climate: bool | None
    year: int | None
    currency: str

    def word(self, column: str) -> str:
        """The word of a column in `NAMED`; empty where the source has none."""
        return self.words[_PLACES[column]]

    @property
    def funder(self) -> str:
        return self.word("funder")

    @property
    def programme(self) -> str:
        return self.word("programme")

    @property
    def theme(self) -> str:
        return self.word("theme")


class Cell(NamedTuple):
    """`amount` adds the `known` amounts of `rows` rows, in the currency of the key; `largest` is
    the largest of them.
    """

    key: CellKey
    amount: Decimal
    known: int
    rows: int
    largest: Decimal = Decimal(0)


@dataclass(frozen=True, slots=True)
class Folded:
    """All project grants as cells, and the sources with all their rows."""

    cells: tuple[Cell, ...]
    loaded: tuple[LoadedSource, ...]


_Key = tuple[
    str | None,
    Allocation | None,
    tuple[str, ...],
    tuple[str, ...],
    Kind,
    bool | None,
    int | None,
    str,
]

_NOTHING = (Decimal(0), 0, 0, Decimal(0))


def slim(grant: Grant, followed: frozenset[str]) -> SlimGrant:
    """The slim row of a whole one."""
    return SlimGrant(
        grant.grant_id,
        grant.level,
        _words_of(grant),
        grant.allocation,
        grant.beneficiary_municipality_code,
        grant.is_climate,
        grant.year,
        grant.amount,
        grant.currency,
        grant.amount_kind,
        grant.same_as,
        grant.decision,
        tuple(code for code in grant.places if code in followed),
        bool(grant.places),
    )


def cells(grants: Iterable[SlimGrant], followed: frozenset[str]) -> tuple[Cell, ...]:
    """The project rows, each money once, as cells. Rows of no kind have no amount: they are left
    to the coverage of their source.
    """
    # Plain tuples as keys: with very many rows a record for each would cost more than the sums.
    sums: dict[_Key, tuple[Decimal, int, int, Decimal]] = {}
    kinds = {str(kind): kind for kind in Kind}
    for grant in counted_once(grants):
        kind = kinds.get(counted_kind(grant))
        if kind is None:
            continue
        allocation, city = place_of(grant, followed)
        key = (
            city,
            allocation,
            _shared_by(grant, allocation, city),
            grant.words,
            kind,
            grant.is_climate,
            grant.year,
            grant.currency,
        )
        amount, known, rows, top = sums.get(key, _NOTHING)
        if grant.amount is not None and not granted_unknown(grant):
            amount, known, top = amount + grant.amount, known + 1, max(top, grant.amount)
        sums[key] = (amount, known, rows + 1, top)
    return tuple(
        Cell(CellKey(key[0], key[1], frozenset(key[2]), *key[3:]), *values)
        for key, values in sums.items()
    )


def key_of(grant: SlimGrant, followed: frozenset[str]) -> CellKey | None:
    """The key of the cell that a row is part of; None for a row of no kind."""
    kind = counted_kind(grant)
    if kind not in set(Kind):
        return None
    allocation, city = place_of(grant, followed)
    return CellKey(
        city,
        allocation,
        frozenset(_shared_by(grant, allocation, city)),
        grant.words,
        Kind(kind),
        grant.is_climate,
        grant.year,
        grant.currency,
    )


def place_of(grant: SlimGrant, followed: frozenset[str]) -> tuple[Allocation | None, str | None]:
    """A row's class and the one municipality it belongs to (RULES §7.3, §7.10); (None, None) where
    the source names no place.
    """
    beneficiary = grant.beneficiary_municipality_code
    shared = grant.allocation == "multi_municipality"
    if beneficiary and SEVERAL not in beneficiary:
        return Allocation.OWN, beneficiary if beneficiary in followed else OTHER
    if grant.allocation == "single_municipality" and len(grant.places) < 2 and grant.placed:
        return Allocation.SINGLE, grant.places[0] if grant.places else OTHER
    return (Allocation.MULTI, None) if grant.placed or shared else (None, None)


def _shared_by(
    grant: SlimGrant, allocation: Allocation | None, city: str | None
) -> tuple[str, ...]:
    """The followed municipalities that a row names and does not belong to."""
    if allocation not in (Allocation.OWN, Allocation.MULTI):
        return ()
    return grant.places if city is None else tuple(place for place in grant.places if place != city)


@dataclass(frozen=True, slots=True)
class Total:
    """Kronor at a price level, with how many rows are known of all."""

    sek: Decimal
    coverage: Coverage
    kept_nominal: int = 0


class PricedCell(NamedTuple):
    """A cell with its known amounts in kronor; None where nothing in it is known or convertible."""

    key: CellKey
    cell: Cell
    sek: Decimal | None
    kept_nominal: int


def price(chosen: Iterable[Cell], pricing: Pricing) -> tuple[PricedCell, ...]:
    """Cells in kronor at a price level."""
    result = []
    for cell in chosen:
        key = cell.key
        if not cell.known:
            result.append(PricedCell(key, cell, None, 0))
            continue
        kronor = pricing.kronor(cell.amount, key.currency, key.year)
        result.append(PricedCell(key, cell, kronor.sek, cell.known if kronor.kept_nominal else 0))
    return tuple(result)


def total(chosen: Iterable[PricedCell]) -> Total:
    """The sum of cells of one kind. Raises ValueError where kinds are mixed."""
    chosen = tuple(chosen)
    if len({each.key.kind for each in chosen}) > 1:
        raise ValueError("kinds of money are never added together")
    known = [(each.sek, each.cell.known) for each in chosen if each.sek is not None]
    return Total(
        sum((sek for sek, _ in known), Decimal(0)),
        Coverage(sum(rows for _, rows in known), sum(each.cell.rows for each in chosen)),
        sum(each.kept_nominal for each in chosen),
    )


def without_sum(chosen: Iterable[PricedCell]) -> int:
    """How many rows have no amount: among those granted, granted with an unknown sum (§7.8)."""
    return sum(each.cell.rows - each.cell.known for each in chosen)


@dataclass(frozen=True, slots=True)
class Largest:
    """The largest single amount, in kronor, and the key of its cell."""

    key: CellKey
    sek: Decimal


def largest(chosen: Iterable[PricedCell], pricing: Pricing) -> Largest | None:
    """The largest single amount of all; None where none is known in kronor."""
    # Only the largest of each currency and year can be it: few are priced, however many cells.
    top: dict[tuple[str, int | None], Cell] = {}
    for each in chosen:
        place = each.key.currency, each.key.year
        if each.sek is not None and (place not in top or each.cell.largest > top[place].largest):
            top[place] = each.cell
    priced = (
        (pricing.kronor(cell.largest, cell.key.currency, cell.key.year).sek, cell.key)
        for cell in top.values()
    )
    known = [Largest(key, sek) for sek, key in priced if sek is not None]
    return max(known, key=lambda sums: sums.sek, default=None)
