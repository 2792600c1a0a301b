"""How many cities take part in all, beside those that are known by name."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from progress.records import Municipality


@dataclass(frozen=True, slots=True)
class Membership:
    """`cities` take part since `since`, as told by `source_ref`, which was read on `read_on`."""

    cities: int
    since: date
    source_ref: str
    read_on: date


MEMBERSHIP: Final = Membership(
    48, date(2024, 12, 6), "https://news.cision.com/se/viable-cities", date(2026, 11, 30)
)
"""Viable Cities, 6 December 2024: 23 cities are joined by another 25."""


@dataclass(frozen=True, slots=True)
class KnownCities:
    """How many of all the cities are known here by name."""

    known: int
    of: int
    since: date
    read_on: date


def known_cities(municipalities: Iterable[Municipality]) -> KnownCities:
    """The cities known here; never more than there are: a city that joined later counts in both."""
    known = sum(municipality.is_contract_city for municipality in municipalities)
    membership = MEMBERSHIP
    return KnownCities(known, max(known, membership.cities), membership.since, membership.read_on)
