"""Kinds of flow and classes of allocation: what is never added together (RULES §7.1, §7.3)."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Protocol, TypeVar

from progress.records import Grant


class Kind(StrEnum):
    """What an amount is. Kinds are never added together."""

    ANNOUNCED = "announced"
    APPLIED = "applied"
    GRANTED = "granted"
    PAID = "paid"
    ESTIMATED = "estimated"
    COFUNDING = "cofunding"


class Allocation(StrEnum):
    """How a row belongs to a city (RULES §7.3)."""

    OWN = "own"
    SINGLE = "single"
    MULTI = "multi"


DECIDED = frozenset({Kind.GRANTED, Kind.PAID, Kind.COFUNDING})
"""Kinds whose amount is that of a decision; any other stays beside the decision, never its sum."""

GIVEN = "granted"
"""The decision of a grant that was given, whatever is known of its amount."""

PROJECT = "project"
SEVERAL = ";"
"""Between the codes of a row with several municipalities as beneficiaries."""


class Countable(Protocol):
    """What telling repeated rows apart needs of a row, whole or slim."""

    @property
    def grant_id(self) -> str: ...
    @property
    def level(self) -> str: ...
    @property
    def same_as(self) -> str: ...
    @property
    def amount_kind(self) -> str: ...
    @property
    def decision(self) -> str: ...
    @property
    def amount(self) -> Decimal | None: ...
    @property
    def currency(self) -> str: ...


AnyGrant = TypeVar("AnyGrant", bound=Countable)


@dataclass(frozen=True, slots=True)
class CityGrants:
    """A city's rows by class. Only `own` is the city's; `single` went to others within it;
    `multi` is shown and counted. `programmes` are frames and calls, beside and never among them.
    """

    own: tuple[Grant, ...]
    single: tuple[Grant, ...]
    multi: tuple[Grant, ...]
    programmes: tuple[Grant, ...]

    @property
    def projects(self) -> tuple[Grant, ...]:
        return self.own + self.single + self.multi


def allocation_to(grant: Grant, code: str) -> Allocation | None:
    """How a row belongs to a municipality, or None where it does not touch it.

    It is `own` to the municipality that receives it, in however many places it works (§7.10), and
    `multi` to the others that it names. A row with several municipalities as beneficiaries is
    `multi` for each of them: how they share it is not published.
    """
    beneficiaries = (grant.beneficiary_municipality_code or "").split(SEVERAL)
    if beneficiaries == [code]:
        return Allocation.OWN
    if code in beneficiaries:
        return Allocation.MULTI
    if code not in grant.places:
        return None
    if grant.allocation == "single_municipality" and set(grant.places) == {code}:
        return Allocation.SINGLE
    return Allocation.MULTI


def of_city(grants: Iterable[Grant], code: str) -> CityGrants:
    """A municipality's rows, each in exactly one class."""
    rows: dict[Allocation, list[Grant]] = defaultdict(list)
    programmes = []
    for grant in grants:
        allocation = allocation_to(grant, code)
        if allocation is None:
            continue
        if grant.level == PROJECT:
            rows[allocation].append(grant)
        else:
            programmes.append(grant)
    return CityGrants(
        tuple(rows[Allocation.OWN]),
        tuple(rows[Allocation.SINGLE]),
        tuple(rows[Allocation.MULTI]),
        tuple(programmes),
    )


def counted_kind(grant: Countable) -> str:
    """The kind that a row is told and counted as; empty where it has none (RULES §7.8).

    What was granted is granted, never "applied for", though only the sum applied for is known.
    """
    if grant.decision == GIVEN and grant.amount_kind not in DECIDED:
        return Kind.GRANTED
    return grant.amount_kind


def granted_unknown(grant: Countable) -> bool:
    """Whether it is granted and nobody tells the granted sum (RULES §7.8)."""
    return grant.decision == GIVEN and (grant.amount is None or grant.amount_kind not in DECIDED)


def of_kind(grants: Iterable[Grant], kind: Kind) -> tuple[Grant, ...]:
    """The rows of one kind."""
    return tuple(grant for grant in grants if counted_kind(grant) == kind)


def kinds_present(grants: Iterable[Grant]) -> tuple[Kind, ...]:
    """The kinds that occur, in the order in which money moves."""
    present = {counted_kind(grant) for grant in grants}
    return tuple(kind for kind in Kind if kind in present)


def repeated(grants: Iterable[Countable]) -> dict[str, str]:
    """Rows that repeat the money of another row of the same kind: id → the id that is counted.

    Of two rows the one in kronor stays (it needs no rate), then the one that names no other, then
    the first by id. Rows of different kinds both stay, since kinds are never added.
    """
    by_id = {grant.grant_id: grant for grant in grants if grant.level == PROJECT}
    left_out: dict[str, str] = {}
    naming = (grant for grant in by_id.values() if grant.same_as)
    for grant in sorted(naming, key=_precedence):
        twin = by_id.get(grant.same_as)
        if twin is None or counted_kind(twin) != counted_kind(grant):
            continue
        counted, dropped = sorted((grant, twin), key=_precedence)
        while counted.grant_id in left_out:
            counted = by_id[left_out[counted.grant_id]]
        if counted is not dropped:
            left_out.setdefault(dropped.grant_id, counted.grant_id)
    return left_out


def counted_once(
    grants: Iterable[AnyGrant], repeats: Mapping[str, str] | None = None
) -> tuple[AnyGrant, ...]:
    """Project rows without those that repeat another row's money: `repeats` of the whole store, or
    what the rows themselves tell (see `repeated`)."""
    rows = [grant for grant in grants if grant.level == PROJECT]
    left_out = repeated(rows) if repeats is None else repeats
    return tuple(grant for grant in rows if grant.grant_id not in left_out)


def _precedence(grant: Countable) -> tuple[bool, bool, bool, str]:
    unknown = grant.amount is None or granted_unknown(grant)
    return (unknown, grant.currency != "SEK", grant.same_as != "", grant.grant_id)
