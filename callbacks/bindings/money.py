"""Asks what a city's money page needs."""

from dataclasses import replace

from callbacks.bindings.common import common
from callbacks.bindings.statistics import chosen_release
from data_access import questions
from data_access.reading import Connection
from layouts.frame.page import Page
from layouts.links.addresses import Address
from layouts.money import MoneyAnswers
from layouts.money import page as layout
from progress.records import Municipality


def ask(conn: Connection, address: Address) -> Page | None:
    """The money page of the municipality that the address names; None where there is none."""
    municipality = questions.municipality_by_slug(conn, address.slug or "")
    if municipality is None:
        return None
    answers = answers_of(conn, municipality)
    chosen = chosen_release(conn, address.without_query())
    if chosen is not None:
        label, code = chosen.release.label, municipality.code
        answers = replace(
            answers, release=chosen.release, emissions=questions.sectors(conn, label, code)
        )
    return layout(address, replace(answers, gaps=questions.emission_gaps(conn, municipality.code)))


def answers_of(conn: Connection, municipality: Municipality) -> MoneyAnswers:
    """All that the store knows of a municipality's money."""
    shared = common(conn)
    return MoneyAnswers(
        municipality,
        questions.grants(conn, municipality.code, shared.once(questions.grants_of_many, conn)),
        questions.investment_actions(conn, municipality.code),
        questions.stocks(conn, municipality.code),
        shared.exchange_rates,
        shared.price_index,
        shared.once(questions.loaded_sources, conn),
        shared.sources,
        repeats=shared.once(questions.repeats, conn),
        registry=shared.once(questions.registry, conn),
        corrections=shared.once(questions.corrections, conn),
    )
