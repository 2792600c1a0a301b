"""Addresses of every kind of page on the seeded store, for tests of what all pages promise."""

from callbacks.bindings import BINDINGS
from layouts.addresses import PATHS, Address, href

SLUGS = ("orebro", "borlange", "umea", "bjurholm")
"""Contract cities with goals of different kinds, and a municipality without a contract."""

PARTY_SLUGS = ("orebro-kommun", "viable-cities", "formas", "nacka-kommun")
"""A party of each kind, and a municipality whose contract is not loaded."""

RELEASES = ("smhi-co2e-2026", "city-goals-2024")
"""Of statistics, and of something else."""


def every_address() -> list[str]:
    """Paths in both languages of every page that is bound."""
    found = []
    for page in BINDINGS:
        for lang in ("sv", "en"):
            if page == "party":
                found += [href(Address(page, lang, slug=slug)) for slug in PARTY_SLUGS]
            elif page == "release":
                found += [href(Address(page, lang, slug=label)) for label in RELEASES]
            elif "{slug}" in PATHS[page][0]:
                found += [href(Address(page, lang, slug=slug)) for slug in SLUGS]
            elif page == "follow_up":
                found.append(href(Address(page, lang, year=2024)))
            else:
                found.append(href(Address(page, lang)))
    return found
