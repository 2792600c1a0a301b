"""In what order, and which, cities the table shows: read from the address."""

from collections.abc import Callable

from layouts.addresses import Address
from layouts.changes import change, observed_years
from layouts.overview.answers import CityRow
from progress.verdict_model import Attainment

WORST_FIRST = (
    Attainment.MISSED,
    Attainment.AWAITING,
    Attainment.NO,
    Attainment.DEPENDS,
    Attainment.CLOSE,
    Attainment.YES,
    Attainment.REACHED,
)

SORTS = ("name", "emissions", "per_person", "change", "attainment", "budget")
FALLING = frozenset({"emissions", "per_person"})
"""Sorts that stand with the highest first unless the address says otherwise."""

LETTERS = str.maketrans({"å": "{", "ä": "|", "ö": "}", "é": "e"})
"""Swedish order: å, ä, ö come after z."""


def shown(address: Address, cities: tuple[CityRow, ...]) -> tuple[CityRow, ...]:
    """The cities that the address asks for, in its order; those without a figure come last."""
    wanted = address.get("attainment")
    kept = [
        city
        for city in cities
        if wanted is None or any(verdict.attainment == wanted for verdict in city.own)
    ]
    kept.sort(key=lambda city: swedish(city.municipality.name))
    sort = address.get("sort") or "name"
    order = address.get("order") or ("falling" if sort in FALLING else "rising")
    if sort not in KEYS:
        return tuple(reversed(kept)) if order == "falling" else tuple(kept)
    key = KEYS[sort]
    known = [(value, city) for city in kept if (value := key(city)) is not None]
    unknown = [city for city in kept if key(city) is None]
    known.sort(key=lambda pair: pair[0], reverse=order == "falling")
    return (*(city for _, city in known), *unknown)


def swedish(name: str) -> str:
    """A key that sorts names as Swedish does."""
    return name.lower().translate(LETTERS)


def _change(city: CityRow) -> float | None:
    years = observed_years(city.points)
    return change(city.points, years[-2], years[-1]) if len(years) > 1 else None


def _attainment(city: CityRow) -> float | None:
    places = [WORST_FIRST.index(v.attainment) for v in city.assessable]
    return min(places) if places else None


def _budget(city: CityRow) -> float | None:
    return 1 - city.budget[0].share_used if city.budget else None


KEYS: dict[str, Callable[[CityRow], float | None]] = {
    "emissions": lambda city: city.latest,
    "per_person": lambda city: city.per_person,
    "change": _change,
    "attainment": _attainment,
    "budget": _budget,
}
