"""In what order, and which, cities the table shows: read from the address."""

from collections.abc import Callable

from layouts.links.addresses import Address
from layouts.overview.answers import CityRow
from progress.goals.distance import Standing
from progress.goals.verdict_model import Attainment

FIRST = "distance"
"""The order that an address without a choice shows: farthest from the goal first."""

SORTS = ("distance", "name", "emissions", "change", "done", "needed")
FALLING = frozenset({"distance", "emissions", "change", "needed"})
"""Sorts that stand with the highest first unless the address says otherwise."""

LETTERS = str.maketrans({"å": "{", "ä": "|", "ö": "}", "é": "e"})
"""Swedish order: å, ä, ö come after z."""


def shown(address: Address, cities: tuple[CityRow, ...]) -> tuple[CityRow, ...]:
    """The cities that the address asks for, in its order; those without a figure come last."""
    wanted = address.get("attainment")
    chosen = [city for city in cities if wanted is None or attainment(city) == wanted]
    chosen.sort(key=lambda city: swedish(city.municipality.name))
    sort = chosen_sort(address)
    falling = order_of(address, sort) == "falling"
    if sort == "name":
        return tuple(reversed(chosen)) if falling else tuple(chosen)
    key = KEYS[sort]
    known = [(value, city) for city in chosen if (value := key(city)) is not None]
    unknown = [city for city in chosen if key(city) is None]
    known.sort(key=lambda pair: pair[0], reverse=falling)
    unknown.sort(key=lambda city: city.standing)
    return (*(city for _, city in known), *unknown)


def attainment(city: CityRow) -> Attainment:
    """What is said of the city's leading goal; not assessable where it has none."""
    return Attainment.NOT_ASSESSABLE if city.leading is None else city.leading.attainment


def chosen_sort(address: Address) -> str:
    """The sort that the address asks for, or the usual one."""
    sort = address.get("sort") or FIRST
    return sort if sort in SORTS else FIRST


def order_of(address: Address, sort: str) -> str:
    """`rising` or `falling`: as the address says, or as the sort stands by itself."""
    return address.get("order") or ("falling" if sort in FALLING else "rising")


def swedish(name: str) -> str:
    """A key that sorts names as Swedish does."""
    return name.lower().translate(LETTERS)


def _distance(city: CityRow) -> float | None:
    if city.distance is None or city.standing is not Standing.ON_ITS_WAY:
        return None
    return city.distance.gap


KEYS: dict[str, Callable[[CityRow], float | None]] = {
    "distance": _distance,
    "emissions": lambda city: city.latest,
    "change": lambda city: city.since_before,
    "done": lambda city: city.yardstick.done_rate if city.yardstick else None,
    "needed": lambda city: city.distance.needed if city.distance else None,
}
