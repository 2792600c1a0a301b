"""Asks for the rows of the money pages, with the choices that the address makes."""

from collections.abc import Iterator

import numpy as np

from callbacks.bindings.common import common
from callbacks.bindings.funding import class_of, grants_at
from callbacks.bindings.portfolio import checked, chosen_of
from callbacks.plain_answers import NoSuchFile, why
from data_access import frames, questions
from data_access.reading import Connection
from layouts.links.addresses import Address, QueryProblem
from layouts.links.query import PARAMETERS
from layouts.money.view import pricing_for
from layouts.phrases.text import text
from progress.money.choice import Chosen
from progress.money.kinds import Allocation, allocation_to, counted_kind
from progress.money.pricing import Pricing
from progress.money.records import (
    ACTION_FIELDS,
    GRANT_FIELDS,
    STOCK_FIELDS,
    Classed,
    Table,
    grant_records,
    plain_records,
)


def portfolio_tables(conn: Connection, address: Address) -> tuple[Table, ...]:
    """The grants that the portfolio page's figures rest on, read as they are asked for.

    Raises NoSuchFile for a funder, programme, theme or city that is not among them.
    """
    usable, problems = checked(conn, address)
    first, last = address.get("from_year"), address.get("to_year")
    if first is not None and last is not None and first > last:
        problems = (*problems, QueryProblem(PARAMETERS["to_year"].name(address.lang), last))
    if problems:
        raise NoSuchFile(why(problems, address.lang))
    chosen, pricing = chosen_of(conn, usable)
    records = grant_records(
        _classed(conn, chosen),
        pricing,
        common(conn).sources,
        common(conn).once(questions.repeats, conn),
        summed=(*Allocation, None),
    )
    return (Table("grants", GRANT_FIELDS, records),)


def city_tables(conn: Connection, address: Address) -> tuple[Table, ...]:
    """A city's grants, plan and bond totals. All kinds and recipients, where none is chosen."""
    municipality = questions.municipality_by_slug(conn, address.slug or "")
    if municipality is None:
        raise NoSuchFile(text(address.lang)("file.no_municipality"), 404)
    code, sources = municipality.code, common(conn).sources
    grants = questions.grants(conn, code)
    kind, recipient = address.get("money_kind"), address.get("allocation")
    rows = (
        Classed(grant, allocation)
        for grant in grants
        if (allocation := allocation_to(grant, code)) is not None
        and kind in (None, counted_kind(grant))
        and recipient in (None, allocation)
    )
    return (
        Table(
            "grants",
            GRANT_FIELDS,
            grant_records(
                rows,
                _pricing(conn, address),
                sources,
                common(conn).once(questions.repeats, conn),
                summed=(Allocation.OWN, Allocation.SINGLE),
            ),
        ),
        Table(
            "actions",
            ACTION_FIELDS,
            plain_records(questions.investment_actions(conn, code), sources),
        ),
        Table("stocks", STOCK_FIELDS, plain_records(questions.stocks(conn, code), sources)),
    )


def funding_tables(conn: Connection, address: Address) -> tuple[Table, ...]:
    """The grants of a page of a grant, a funder, a recipient or a programme, the sums of all
    classes among what it prints."""
    ids = grants_at(conn, address)
    if not ids:
        raise NoSuchFile(text(address.lang)("file.no_grants"), 404)
    records = grant_records(
        (Classed(grant, class_of(grant)) for grant in questions.grant_rows(conn, ids)),
        _pricing(conn, address),
        common(conn).sources,
        common(conn).once(questions.repeats, conn),
        summed=(*Allocation, None),
    )
    return (Table("grants", GRANT_FIELDS, records),)


def _classed(conn: Connection, chosen: Chosen) -> Iterator[Classed]:
    """The chosen rows in the order of their ids, each with the class that the board has it in."""
    rows = np.flatnonzero(chosen.mask())
    classes = dict(
        zip(frames.grant_ids(conn).take(rows), chosen.frame["allocation"].iloc[rows], strict=True)
    )
    for grant in questions.grant_rows(conn, sorted(classes)):
        allocation = classes[grant.grant_id]
        yield Classed(grant, Allocation(allocation) if allocation else None)


def _pricing(conn: Connection, address: Address) -> Pricing:
    shared = common(conn)
    return pricing_for(address, shared.exchange_rates, shared.price_index)
