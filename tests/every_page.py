"""Addresses of every kind of page on the seeded store, for tests of what all pages promise."""

from callbacks.bindings import BINDINGS
from layouts.addresses import Address, href

SLUGS = ("orebro", "borlange", "umea", "bjurholm")
"""Contract cities with goals of different kinds, and a municipality without a contract."""


def every_address() -> list[str]:
    """Paths in both languages of every page that is bound."""
    found = []
    for page in BINDINGS:
        for lang in ("sv", "en"):
            if page in ("city", "money", "meeting", "city_restatements"):
                found += [href(Address(page, lang, slug=slug)) for slug in SLUGS]
            elif page == "follow_up":
                found.append(href(Address(page, lang, year=2024)))
            else:
                found.append(href(Address(page, lang)))
    return found
