"""Pages that ask little or nothing of the store."""

from data_access import questions
from data_access.reading import Connection
from layouts import about, accessibility, method
from layouts.frame.page import Page
from layouts.links.addresses import Address


def ask_method(conn: Connection, address: Address) -> Page | None:
    """The rules in plain words."""
    return method.page(address, questions.bands(conn))


def ask_about(_conn: Connection, address: Address) -> Page | None:
    """What the site is."""
    return about.page(address)


def ask_accessibility(_conn: Connection, address: Address) -> Page | None:
    """The accessibility statement."""
    return accessibility.page(address)
