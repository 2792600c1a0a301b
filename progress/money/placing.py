"""What a row of grants counts as: its kind, whether its sum is known, whose it is (RULES §7)."""

from decimal import Decimal
from typing import NamedTuple

from progress.money.kinds import SEVERAL, Allocation, counted_kind, granted_unknown

OTHER = ""
"""Stands for any municipality that is not among those followed."""


class Stated(NamedTuple):
    """What a source states of a row; `places` are followed municipalities only, `placed` tells
    whether it names any place at all. It has the fields that telling repeated rows apart needs.
    """

    beneficiary_municipality_code: str
    allocation: str
    places: tuple[str, ...]
    placed: bool
    amount_kind: str
    decision: str
    amount: Decimal | None = None
    grant_id: str = ""
    level: str = "project"
    same_as: str = ""
    currency: str = ""


class Counted(NamedTuple):
    """What a row counts as.

    `city` is the followed municipality of an own or single row, `OTHER` for any other, None for
    rows of none or several; `shared` are the followed ones that it names besides that one.
    """

    kind: str
    sum_known: bool
    allocation: Allocation | None
    city: str | None
    shared: tuple[str, ...]


def counted(row: Stated, followed: frozenset[str]) -> Counted:
    """How a row is counted."""
    allocation, city = place_of(row, followed)
    shared: tuple[str, ...] = ()
    if allocation in (Allocation.OWN, Allocation.MULTI):
        shared = tuple(code for code in row.places if code != city)
    return Counted(
        counted_kind(row),
        row.amount is not None and not granted_unknown(row),
        allocation,
        city,
        shared,
    )


def place_of(row: Stated, followed: frozenset[str]) -> tuple[Allocation | None, str | None]:
    """A row's class and the one municipality it belongs to (RULES §7.3, §7.10); (None, None) where
    the source names no place.
    """
    beneficiary = row.beneficiary_municipality_code
    shared = row.allocation == "multi_municipality"
    if beneficiary and SEVERAL not in beneficiary:
        return Allocation.OWN, beneficiary if beneficiary in followed else OTHER
    if row.allocation == "single_municipality" and len(row.places) < 2 and row.placed:
        return Allocation.SINGLE, row.places[0] if row.places else OTHER
    return (Allocation.MULTI, None) if row.placed or shared else (None, None)
