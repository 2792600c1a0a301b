"""The questions of the page about what it would take."""

from data_access import questions
from data_access.clock import today
from data_access.reading import Connection
from layouts import what_if
from layouts.addresses import Address
from layouts.page import Page


def ask(conn: Connection, address: Address) -> Page | None:
    """The page of the municipality that the slug names; None where there is none."""
    municipality = questions.municipality_by_slug(conn, address.slug or "")
    if municipality is None:
        return None
    answers = what_if.WhatIfAnswers(
        municipality,
        questions.verdicts(conn, municipality.code),
        questions.investment_actions(conn, municipality.code),
        today().year,
    )
    return what_if.page(address, answers)
