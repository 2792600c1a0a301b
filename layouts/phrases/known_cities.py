"""How many of the cities with a climate city contract are known here, in words."""

from collections.abc import Iterable

from layouts.phrases.text import Text
from progress.phrases.formats import day, number
from progress.promises.contract_cities import known_cities
from progress.records import Municipality


def cities_known(municipalities: Iterable[Municipality], t: Text) -> str:
    """One sentence: how many are known of how many, since when, and the day that was read."""
    known = known_cities(municipalities)
    return t(
        "word.cities.known",
        known=number(known.known, t.lang),
        of=number(known.of, t.lang),
        since=day(known.since, t.lang),
        read_on=day(known.read_on, t.lang),
    )
