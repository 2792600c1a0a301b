"""Asks for the rows of the money pages, with the choices that the address makes."""

from collections.abc import Iterator

from callbacks.bindings.common import common
from callbacks.plain_answers import NoSuchFile, why
from data_access import questions
from data_access.reading import Connection
from layouts.addresses import Address, QueryProblem
from layouts.money.view import pricing_for
from layouts.portfolio.view import choice_of
from layouts.query import PARAMETERS
from layouts.text import text
from progress.money.cube import key_of, slim
from progress.money.filters import Choice
from progress.money.kinds import Allocation, allocation_to, counted_kind, repeated
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
from progress.records import Grant


def portfolio_tables(conn: Connection, address: Address) -> tuple[Table, ...]:
    """The grants that the portfolio page's figures rest on, read as they are asked for.

    Raises NoSuchFile for a funder, programme, theme or city that is not among them.
    """
    followed = frozenset(
        municipality.code
        for municipality in questions.municipalities(conn)
        if municipality.is_contract_city
    )
    choice = choice_of(address)
    if problems := _unknown(conn, address, choice, followed):
        raise NoSuchFile(why(problems, address.lang))
    rows = questions.grant_rows(conn, kind=choice.kind, named=choice.named)
    records = grant_records(
        _chosen(rows, choice, followed),
        _pricing(conn, address),
        common(conn).sources,
        questions.repeats(conn),
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
                repeated(grants),
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


def _chosen(rows: Iterator[Grant], choice: Choice, followed: frozenset[str]) -> Iterator[Classed]:
    """The rows whose cell the page counts."""
    for grant in rows:
        key = key_of(slim(grant, followed), followed)
        if key is not None and choice.holds(key):
            yield Classed(grant, key.allocation)


def _pricing(conn: Connection, address: Address) -> Pricing:
    shared = common(conn)
    return pricing_for(address, shared.exchange_rates, shared.price_index)


def _unknown(
    conn: Connection, address: Address, choice: Choice, followed: frozenset[str]
) -> tuple[QueryProblem, ...]:
    result = [
        QueryProblem(PARAMETERS[name].name(address.lang), value)
        for name, value in choice.named.items()
        if not questions.named_in_grants(conn, name, value)
    ]
    result += [
        QueryProblem(PARAMETERS["municipality"].name(address.lang), code, "unknown_municipality")
        for code in choice.cities
        if code not in followed
    ]
    first, last = choice.first_year, choice.last_year
    if first is not None and last is not None and first > last:
        result.append(QueryProblem(PARAMETERS["to_year"].name(address.lang), str(last)))
    return tuple(result)
