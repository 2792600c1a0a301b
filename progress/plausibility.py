"""Which figures are hardly possible: each rule with its limit, and where the limit comes from.

A function gives the reason why a figure must be asked about, or None. The limits lie well
outside anything that is known (the largest and smallest known stand beside them); what passes them
can still be wrong. What has no bounds of its own is held against its own history, against what the
whole municipality emits in a year, and against the people who live there.
"""

from collections.abc import Iterable, Mapping

from progress.i18n import LazyText, say

YearlyFigures = Mapping[int, float]

UNIT_FACTOR = 10.0
"""So many times what is known of the same thing, or so small a part, is another unit: kilograms for
tonnes, kronor for thousands, a decimal mark that was lost."""

TERRITORY_FACTOR = 5.0
"""Of a municipality's yearly total. Between two published years none has changed by more than 3.0
times (Mörbylånga 2015–2020, SMHI's releases of 2023–2026), restated by less than a third."""

AT_LEAST_TONNES = 1000.0
"""Of two small totals one can be many times the other."""

MOST_TONNES_PER_PERSON = 500.0
"""A year. Oxelösund, with its steelworks and few inhabitants, has about 150 (SMHI)."""

MOST_CONSUMED_PER_PERSON = 100.0
"""Tonnes a year; the largest that a city's goal starts from is 9.25 (Göteborg)."""

PART_OF_TERRITORY = 2.0
"""What a city's own group or budget covers lies within the municipality; times its largest year."""

MOST_BUDGET_YEARS = 100.0
"""A budget, in years of the municipality's latest emissions: the largest has 19 (Stockholm)."""

LEAST_BUDGET_YEARS = 0.1
"""The smallest known has 3 (Borlänge)."""

MOST_EFFECT_YEARS = 30.0
"""What an action saves or takes up over all its years, in years of the municipality's largest
emissions; the largest known has 1.5 (Umeå)."""

PEOPLE_A_YEAR = 0.15
"""Growth or loss in a year: since 1990 Vaxholm grew most, 8.2 % in 1994, and Dorotea lost most,
4.2 % the same year (SCB)."""

MOST_PEOPLE = 2_000_000
"""Stockholm, the largest municipality, has 1.0 million inhabitants (SCB)."""

INDICATOR_FACTOR = 100.0
"""Against the same place's nearest year: new electric cars went to 73 times (Hammarö 2018)."""

MOST_SEK = 50e9
"""One grant: the largest known is 20 milliard (Stockholm Exergi, Energimyndigheten)."""

MOST_PLAN_SEK = 500e9
"""One action of a plan: the largest known is 160 milliard (the whole of Stockholm's)."""

MOST_GRANT_PER_PERSON = 20_000.0
"""Kronor to a municipality itself: the largest known is 1 529 (Arjeplog, ERUF)."""

MOST_COST_PER_PERSON = 500_000.0
"""Kronor, of one action: the largest known is 177 000 (the whole of Stockholm's plan)."""

MOST_STOCK_PER_PERSON = 300_000.0
"""Kronor: Örebro's green bonds, the only ones known, were 32 000."""

MOST_SIGNATORIES = 2000.0
"""Of a local climate contract: the largest known has 54 (Borlänge)."""

SEK_PER_EUR = 10.0
"""About: 9.1 to 11.5 in 2014–2026 (Riksbanken). Good enough to tell a unit from another."""

RATE_FACTOR, INDEX_A_YEAR = 2.0, 0.25
"""A currency's rate against its nearest year; prices rose 8.5 % in 2023, their most
since 2006 (SCB)."""


def nearest(year: int, history: YearlyFigures) -> int | None:
    """The year of a history that lies nearest, the year itself before all."""
    return min(history, key=lambda known: abs(known - year), default=None)


def another_size(value: float, known: float, factor: float = UNIT_FACTOR) -> bool:
    """Whether a figure is so many times a known one or more, or so small a part of it."""
    small, large = sorted((abs(value), abs(known)))
    return small > 0 and small * factor < large


def against_history(
    value: float,
    year: int,
    history: YearlyFigures,
    factor: float = UNIT_FACTOR,
    at_least: float = 0.0,
) -> LazyText | None:
    """A figure against what is known of the same thing in that year, else in the nearest."""
    known_year = nearest(year, history)
    if known_year is None:
        return None
    known = history[known_year]
    if max(abs(value), abs(known)) < at_least or not another_size(value, known, factor):
        return None
    return say(
        "import.why.times_known_for",
        times=value / known,
        known=known,
        year=known_year,
    )


def against_earlier(value: float, known: float) -> LazyText | None:
    """A figure against what the same thing had before it was told anew."""
    if not another_size(value, known):
        return None
    return say("import.why.times_known", times=value / known, known=known)


def per_person(value: float, year: int, people: YearlyFigures, most: float) -> LazyText | None:
    """A figure against what one inhabitant can stand for, by those of the nearest year."""
    known_year = nearest(year, people)
    if known_year is None or people[known_year] <= 0:
        return None
    each = abs(value) / people[known_year]
    return say("import.why.each", each=each, most=most) if each > most else None


def within_territory(tonnes: float, territory: YearlyFigures, factor: float) -> LazyText | None:
    """Tonnes against so many times the most that the whole municipality emitted in a year."""
    largest = max(territory.values(), default=0.0)
    if largest <= 0 or abs(tonnes) <= factor * largest:
        return None
    return say(
        "import.why.times_territory",
        times=abs(tonnes) / largest,
        largest=largest,
        factor=factor,
    )


def budget(tonnes: float, territory: YearlyFigures) -> LazyText | None:
    """A budget against the years for which the municipality's latest emissions would fill it."""
    latest = territory[max(territory)] if territory else 0.0
    years = tonnes / latest if latest > 0 else MOST_BUDGET_YEARS
    if LEAST_BUDGET_YEARS <= years <= MOST_BUDGET_YEARS:
        return None
    return say("import.why.years_of_emissions", years=years, latest=latest)


def inhabitants(number: float, year: int, history: YearlyFigures) -> LazyText | None:
    """A population against the one known for the year, else for the nearest."""
    if number > MOST_PEOPLE:
        return say("import.why.more_than", most=MOST_PEOPLE)
    known_year = nearest(year, history)
    if known_year is None:
        return None
    known, years = history[known_year], max(abs(year - known_year), 1)
    bound = (1 + PEOPLE_A_YEAR) ** years
    if known / bound <= number <= known * bound:
        return None
    return say(
        "import.why.people_known_for",
        known=known,
        year=known_year,
        share=PEOPLE_A_YEAR,
    )


def indicator(
    value: float, year: int, history: YearlyFigures, everywhere: Iterable[float]
) -> LazyText | None:
    """A value against the place's own history and against all known values of the indicator."""
    known = tuple(everywhere)
    if known and value < 0 <= min(known):
        return say("import.why.negative")
    largest = max(map(abs, known), default=0.0)
    if largest > 0 and abs(value) > UNIT_FACTOR * largest:
        return say("import.why.times_largest", times=abs(value) / largest, largest=largest)
    return against_history(value, year, history, INDICATOR_FACTOR)


def price_index(value: float, year: int, history: YearlyFigures) -> LazyText | None:
    """A price index against its nearest year."""
    known_year = nearest(year, history)
    if known_year is None:
        return None
    bound = (1 + INDEX_A_YEAR) ** max(abs(year - known_year), 1)
    if history[known_year] / bound <= value <= history[known_year] * bound:
        return None
    return say("import.why.known_for", known=history[known_year], year=known_year)


def sum_of_money(
    sek: float, people: float | None, most_each: float, most: float = MOST_SEK
) -> LazyText | None:
    """Kronor against the largest sums there are, and against the inhabitants where known."""
    if abs(sek) > most:
        return say("import.why.kronor", sek=sek, most=most)
    if people is not None and people > 0 and abs(sek) / people > most_each:
        return say("import.why.kronor_a_person", each=abs(sek) / people, most=most_each)
    return None


def in_sek(amount: float, currency: str) -> float:
    """An amount in kronor, about."""
    return amount * SEK_PER_EUR if currency == "EUR" else amount
