"""The questions of the board about what it would take."""

from data_access import questions
from data_access.clock import today
from data_access.reading import Connection
from layouts.boards import what_if as layout
from layouts.frame.page import Page
from layouts.links.addresses import Address


def ask(conn: Connection, address: Address) -> Page | None:
    """The page of the municipality that the slug names; None where there is none."""
    answers = answers_of(conn, address)
    return None if answers is None else layout.page(address, answers)


def answers_of(conn: Connection, address: Address) -> layout.WhatIfAnswers | None:
    """What the board rests on; None where there is no such municipality."""
    municipality = questions.municipality_by_slug(conn, address.slug or "")
    if municipality is None:
        return None
    verdicts = questions.verdicts(conn, municipality.code)
    return layout.WhatIfAnswers(
        municipality,
        verdicts,
        questions.investment_actions(conn, municipality.code),
        today().year,
        {
            release: questions.sectors(conn, release, municipality.code)
            for release in layout.whole_releases(verdicts)
        },
    )
