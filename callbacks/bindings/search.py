"""The question of a search, and which municipalities there are to find."""

from dataclasses import replace

from callbacks.bindings.common import common
from data_access import questions
from data_access.reading import Connection
from layouts import search
from layouts.frame.page import Page
from layouts.links.addresses import Address
from progress.place_search import Places


def places(conn: Connection) -> Places:
    """All municipalities with their spellings, made ready once for each state of the store."""
    return common(conn).once(_places, conn)


def _places(conn: Connection) -> Places:
    return Places(common(conn).municipalities, questions.municipality_spellings(conn))


def ask(conn: Connection, address: Address) -> Page | None:
    """The list of matches; words that name one municipality lead there."""
    known = places(conn)
    words = address.get("search") or ""
    exact = known.exact(words)
    matches = known.search(words)
    answers = search.SearchAnswers(
        matches=matches,
        alike=() if matches else known.alike(words),
        of=len(known.municipalities),
    )
    page = search.page(address, answers)
    if len(exact) != 1:
        return page
    return replace(page, leads_to=Address("city", address.lang, exact[0].slug))
