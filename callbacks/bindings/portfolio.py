"""Asks what the portfolio's board needs, and groups it."""

from collections.abc import Mapping
from dataclasses import replace

import numpy as np
import pandas as pd

from callbacks.bindings.common import common
from callbacks.bindings.known import only_known
from callbacks.bindings.portfolio_background import background
from callbacks.bindings.portfolio_rows import LARGEST_FIRST, rows_of
from data_access import frames, questions
from data_access.reading import Connection
from data_access.shapes import outlines
from layouts.boards import portfolio as layout
from layouts.boards.portfolio.choice import PAIR
from layouts.frame.page import Page
from layouts.links.addresses import Address, QueryProblem
from layouts.money.view import pricing_for
from layouts.overview.order import swedish
from progress.money.choice import Chosen, choose
from progress.money.filters import MANY, WITHOUT
from progress.money.funder_pair import funder_pair
from progress.money.overlaps import COLUMNS as OVERLAPPING
from progress.money.overlaps import overlaps
from progress.money.portfolio import (
    FunderCoverage,
    by_both,
    coverage_by_funder,
    of_cities,
    priced,
    streams,
)
from progress.money.portfolio_summary import Summary, summary
from progress.money.pricing import Pricing
from progress.money.registry import Registry

ROWS_A_PAGE = 15


def ask(conn: Connection, address: Address) -> Page | None:
    """The board of all grants; what in the address no grant has is told and left out."""
    usable, problems = checked(conn, address)
    chosen, pricing = chosen_of(conn, usable)
    shared, rows = common(conn), chosen.rows()
    answers = replace(
        _answers(conn, usable, chosen, pricing),
        problems=problems,
        streams=streams(rows),
        places=by_both(rows, "theme", "city"),
        overlaps=overlaps(
            of_cities(chosen.rows(columns=(*OVERLAPPING, "allocation")), *OVERLAPPING)
        ),
        coverage=shared.once(_coverage, conn),
        loaded=frames.grant_sources(conn),
        sources=shared.sources,
        background=shared.once(background, conn, address.lang),
    )
    return layout.page(usable, answers)


def _coverage(conn: Connection) -> dict[str, FunderCoverage]:
    return coverage_by_funder(frames.grants(conn))


def answers_of(conn: Connection, address: Address) -> layout.PortfolioAnswers:
    """What the board shows as the address asks for it; of what only some views need, theirs."""
    chosen, pricing = chosen_of(conn, address)
    answers = _answers(conn, address, chosen, pricing)
    shown = address.get("shown")
    if shown == "flow":
        answers = replace(answers, streams=streams(chosen.rows()))
    if shown == "needs":
        answers = replace(answers, places=by_both(chosen.rows(), "theme", "city"))
    if shown in ("result", "needs"):
        answers = replace(answers, background=common(conn).once(background, conn, address.lang))
    return answers


def chosen_rows(
    conn: Connection, address: Address, part: range, order: Mapping[str, bool]
) -> tuple[tuple[layout.RowOfGrants, ...], int]:
    """A part of the rows of a choice, in an order or the largest first; and how many there are."""
    chosen, _ = chosen_of(conn, address)
    return rows_of(conn, chosen, part, order or LARGEST_FIRST), int(chosen.mask().sum())


def registry(conn: Connection) -> Registry:
    """The registers of funders, recipients and programmes."""
    return common(conn).once(questions.registry, conn)


def _answers(
    conn: Connection, address: Address, chosen: Chosen, pricing: Pricing
) -> layout.PortfolioAnswers:
    shared = common(conn)
    positions = np.flatnonzero(chosen.mask())
    pages = max(-(-len(positions) // ROWS_A_PAGE), 1)
    page = min(int(address.get("page") or 1), pages)
    groups, rows = _grouped(
        conn, address, chosen, range((page - 1) * ROWS_A_PAGE, page * ROWS_A_PAGE)
    )
    return layout.PortfolioAnswers(
        summary=groups,
        choice=chosen.choice,
        cities=tuple(
            sorted(
                (city for city in shared.municipalities if city.is_contract_city),
                key=lambda city: swedish(city.name),
            )
        ),
        pricing=pricing,
        rows=rows,
        row_count=len(positions),
        page=page,
        pages=pages,
        registry=shared.once(questions.registry, conn),
        outlines=shared.once(outlines, conn),
        pair=funder_pair(
            chosen,
            _two_funders(address, groups),
            shared.once(questions.registry, conn).funder_groups,
        )
        if address.get("shown") == "pair"
        else (),
    )


def _grouped(
    conn: Connection, address: Address, chosen: Chosen, part: range
) -> tuple[Summary, tuple[layout.RowOfGrants, ...]]:
    """The groupings of a choice and a part of its rows; where nothing is chosen, which every choice
    is let go to, as they were grouped first in this state of the store."""
    kept = common(conn).cache_for("portfolio as it is opened")
    opened = address == address.without_query()
    if opened and "grouped" in kept:
        known: tuple[Summary, tuple[layout.RowOfGrants, ...]] = kept["grouped"]
        return known
    result = summary(chosen), rows_of(conn, chosen, part)
    if opened:
        kept["grouped"] = result
    return result


def _two_funders(address: Address, groups: Summary) -> tuple[str, ...]:
    """Those that the address names, else those that are chosen, else the ones with most grants."""
    named = [address.get(name) for name in PAIR]
    others = dict.fromkeys((*address.all("funder"), *groups.counts["funder"]))
    rest = iter(name for name in others if name not in named)
    return tuple(name for each in named if (name := each or next(rest, "")))


def chosen_of(conn: Connection, address: Address) -> tuple[Chosen, Pricing]:
    """The rows that an address asks for, in kronor at its price level."""
    shared, address = common(conn), _as_registered(conn, address)
    pricing = pricing_for(address, shared.exchange_rates, shared.price_index)
    frame = grants_in_kronor(conn, pricing)
    chosen = choose(
        frame,
        layout.choice_of(address),
        lambda text: frames.grant_titles(conn).containing(text),
        shared.once(questions.registry, conn).funder_groups,
    )
    return chosen, pricing


def grants_in_kronor(conn: Connection, pricing: Pricing) -> pd.DataFrame:
    """The frame of grants at a price level."""
    return frames.cached(
        conn,
        ("grants in kronor", pricing.base_year),
        lambda conn: priced(frames.grants(conn), pricing),
    )


def checked(conn: Connection, address: Address) -> tuple[Address, tuple[QueryProblem, ...]]:
    """The address without what no grant has, and what that was; without years at the ends of all
    there are, where sliders that choose nothing stand.
    """
    address = _as_registered(conn, _open_ended(conn, address))
    groups = common(conn).once(questions.registry, conn).funder_groups
    frame = frames.grants(conn)
    cities = {city.code for city in common(conn).municipalities if city.is_contract_city}
    funders = {*frame["funder"].cat.categories, *groups}
    address = address.with_query(
        **{name: None for name in PAIR if address.get(name) not in (None, *funders)}
    )
    known = {name: cities if name == "place" else {*frame[name].cat.categories} for name in MANY}
    known["funder"] |= {name for name, under in groups.items() if under & known["funder"]}
    return only_known(address, known | {WITHOUT[name]: there for name, there in known.items()})


def _as_registered(conn: Connection, address: Address) -> Address:
    """The address with funders and programmes by the names of the register, whatever spelling it
    was saved with."""
    registry = common(conn).once(questions.registry, conn)
    for column, named in (("funder", registry.funder_name), ("programme", registry.programme_name)):
        for name in (column, WITHOUT[column]):
            if words := address.all(name):
                address = address.with_query(**{name: tuple(dict.fromkeys(map(named, words)))})
    return address


def _spans(conn: Connection) -> dict[str, tuple[int, int]]:
    """Kind of money → its first and last year."""
    frame = frames.grants(conn)
    dated = frame.loc[frame["year"] > 0, ["kind", "year"]]
    return {
        str(kind): (int(years.min()), int(years.max()))
        for kind, years in dated.groupby("kind", observed=True)["year"]
    }


def _open_ended(conn: Connection, address: Address) -> Address:
    if address.get("from_year") is None and address.get("to_year") is None:
        return address
    kind = layout.choice_of(address).kind
    span = common(conn).once(_spans, conn).get(kind)
    if span is None:
        return address
    ends = {"from_year": str(span[0]), "to_year": str(span[1])}
    return address.with_query(
        **{name: None for name, year in ends.items() if address.get(name) == year}
    )
