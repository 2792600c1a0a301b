"""Asks what a city's money page needs."""

from callbacks.bindings.common import common
from data_access import questions
from data_access.reading import Connection
from layouts.addresses import Address
from layouts.money import MoneyAnswers
from layouts.money import page as layout
from layouts.page import Page


def ask(conn: Connection, address: Address) -> Page | None:
    """The money page of the municipality that the address names; None where there is none."""
    municipality = questions.municipality_by_slug(conn, address.slug or "")
    if municipality is None:
        return None
    shared = common(conn)
    return layout(
        address,
        MoneyAnswers(
            municipality,
            questions.grants(conn, municipality.code),
            questions.investment_actions(conn, municipality.code),
            questions.stocks(conn, municipality.code),
            shared.exchange_rates,
            shared.price_index,
            shared.once(questions.loaded_sources, conn),
            shared.sources,
        ),
    )
