"""Asks what a city's money page needs."""

from callbacks.bindings.common import common
from data_access import questions
from data_access.reading import Connection
from layouts.addresses import Address
from layouts.money import MoneyAnswers
from layouts.money import page as layout
from layouts.page import Page
from progress.facts import Municipality


def ask(conn: Connection, address: Address) -> Page | None:
    """The money page of the municipality that the address names; None where there is none."""
    municipality = questions.municipality_by_slug(conn, address.slug or "")
    if municipality is None:
        return None
    return layout(address, answers_of(conn, municipality))


def answers_of(conn: Connection, municipality: Municipality) -> MoneyAnswers:
    """All that the store knows of a municipality's money."""
    shared = common(conn)
    return MoneyAnswers(
        municipality,
        questions.grants(conn, municipality.code),
        questions.investment_actions(conn, municipality.code),
        questions.stocks(conn, municipality.code),
        shared.exchange_rates,
        shared.price_index,
        shared.once(questions.loaded_sources, conn),
        shared.sources,
    )
