"""Addresses of every kind of page on the seeded store, for tests of what all pages promise."""

from dataclasses import replace

from callbacks.bindings import BINDINGS
from layouts.links.addresses import Address, href
from layouts.links.query import LANGUAGES
from layouts.links.routes import ROUTES
from layouts.systems.catalogue import OWN_PAGES

SLUGS = ("orebro", "borlange", "umea", "bjurholm")
"""Contract cities with goals of different kinds, and a municipality without a contract."""

PARTY_SLUGS = ("orebro-kommun", "viable-cities", "formas", "nacka-kommun")
"""A party of each kind, and a municipality whose contract is not loaded."""

KEYS = {
    "grant": ("eruf-20200940", "vc-w2-1880"),
    "recipient": ("municipality-0380", "jernkontoret"),
    "funder": ("agency-vinnova", "eu"),
    "programme": ("viable-cities", "eruf"),
}
"""Of grants with and without a known sum, and of those who give, receive and pay."""

RELEASES = ("smhi-co2e-2026", "city-goals-2024")
"""Of statistics, and of something else."""


def every_address() -> list[str]:
    """Paths in both languages of every page that is bound."""
    result = []
    for page in BINDINGS:
        for lang in LANGUAGES:
            if page == "party":
                result += [href(Address(page, lang, slug=slug)) for slug in PARTY_SLUGS]
            elif page == "systems":  # of contract cities alone
                result += [href(Address(page, lang, slug=slug)) for slug in SLUGS[:-1]]
            elif page == "release":
                result += [href(Address(page, lang, slug=label)) for label in RELEASES]
            elif ROUTES[page].varies_by == "key":
                result += [href(Address(page, lang, slug=key)) for key in KEYS[page]]
            elif ROUTES[page].varies_by == "slug":
                result += [href(Address(page, lang, slug=slug)) for slug in SLUGS]
            elif page == "follow_up":
                result.append(href(Address(page, lang, year=2024)))
            else:
                result.append(href(Address(page, lang)))
    return result


CITY = SLUGS[0]
CHOSEN = (
    Address("search", "sv").with_query(search="öre"),
    Address("search", "sv").with_query(search="finns inte"),
    Address("compare", "sv").with_query(municipality=("1880", "2081", "2480")),
    Address("compare", "sv").with_query(municipality=("1880", "2401"), gas="co2"),
    Address("city", "sv", slug=CITY).with_query(gas="co2"),
    Address("city", "sv", slug=CITY).with_query(release="no-such-release"),
    Address("money", "sv", slug=CITY).with_query(prices="constant", rows="all"),
    Address("meeting", "sv", slug=CITY).with_query(view="all"),
    Address("meeting", "sv", slug=CITY).with_query(view="changes"),
    Address("meeting", "sv", slug=CITY).with_query(view="frozen"),
    *(Address("systems", "sv", slug=CITY).with_query(system=each) for each in OWN_PAGES),
    Address("systems", "sv", slug="malmo").with_query(system="investment_plan", weight_time="3"),
    Address("systems", "sv", slug="borlange").with_query(system="accounts", year="2023"),
    Address("map", "sv").with_query(indicator="pace"),
    Address("portfolio", "sv").with_query(money_kind="paid", place=("1280", "2480"), page="2"),
    Address("what_if", "sv", slug=CITY).with_query(rate="7"),
    Address("city_board", "sv", slug=CITY).with_query(year="2021", second="1280", per_person="yes"),
)
"""Pages where something is chosen, searched for or cannot be used."""


def every_choice() -> list[str]:
    """The addresses of `CHOSEN` and each single view of a meeting, in both languages."""
    views = (Address("meeting", "sv", slug=CITY).with_query(view=n) for n in range(1, 9))
    return [href(replace(view, lang=lang)) for view in (*CHOSEN, *views) for lang in LANGUAGES]
