"""Asks what the portfolio's board needs, and groups it."""

from dataclasses import replace

import numpy as np
import pandas as pd

from callbacks.bindings.common import common
from callbacks.bindings.portfolio_background import background
from data_access import frames, questions
from data_access.reading import Connection
from layouts.addresses import Address, QueryProblem
from layouts.boards import portfolio as layout
from layouts.boards.portfolio.choice import WORDS
from layouts.money.view import pricing_for
from layouts.overview.order import swedish
from layouts.page import Page
from layouts.query import PARAMETERS
from progress.money.choice import Chosen, choose
from progress.money.portfolio import FunderCoverage, by_both, coverage_by_funder, priced
from progress.money.portfolio_summary import summary
from progress.money.pricing import Pricing

ROWS_A_PAGE = 15


def ask(conn: Connection, address: Address) -> Page | None:
    """The board of all grants; what in the address no grant has is told and left out."""
    usable, problems = checked(conn, address)
    chosen, pricing = chosen_of(conn, usable)
    paths = by_both(chosen.rows(), *layout.Path._fields)
    shared = common(conn)
    answers = replace(
        _answers(conn, usable, chosen, pricing),
        problems=problems,
        paths={layout.Path(*words): of for words, of in paths.items()},
        coverage=shared.once(_coverage, conn),
        background=shared.once(background, conn, address.lang),
    )
    return layout.page(usable, answers)


def _coverage(conn: Connection) -> dict[str, FunderCoverage]:
    return coverage_by_funder(frames.grants(conn))


def answers_of(conn: Connection, address: Address) -> layout.PortfolioAnswers:
    """What the board shows as the address asks for it."""
    return _answers(conn, address, *chosen_of(conn, address))


def _answers(
    conn: Connection, address: Address, chosen: Chosen, pricing: Pricing
) -> layout.PortfolioAnswers:
    shared = common(conn)
    positions = np.flatnonzero(chosen.mask())
    pages = max(-(-len(positions) // ROWS_A_PAGE), 1)
    page = min(int(address.get("page") or 1), pages)
    return layout.PortfolioAnswers(
        summary=summary(chosen),
        choice=chosen.choice,
        cities=tuple(
            sorted(
                (city for city in shared.municipalities if city.is_contract_city),
                key=lambda city: swedish(city.name),
            )
        ),
        pricing=pricing,
        rows=_rows(conn, chosen.frame, _largest_first(chosen.frame, positions, page)),
        row_count=len(positions),
        page=page,
        pages=pages,
        loaded=shared.once(questions.loaded_sources, conn),
        sources=shared.sources,
        registry=shared.once(questions.registry, conn),
    )


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
    frame, problems = frames.grants(conn), []
    cities = {city.code for city in common(conn).municipalities if city.is_contract_city}
    for name in (*WORDS, "place"):
        there = cities if name == "place" else {*frame[name].cat.categories}
        if name == "funder":
            there |= {name for name, under in groups.items() if under & there}
        words = address.all(name)
        unknown = [word for word in words if word not in there]
        if unknown:
            why = "unknown_municipality" if name == "place" else ""
            problems += [
                QueryProblem(PARAMETERS[name].name(address.lang), word, why) for word in unknown
            ]
            address = address.with_query(**{name: tuple(w for w in words if w in there)})
    return address, tuple(problems)


def _as_registered(conn: Connection, address: Address) -> Address:
    """The address with funders and programmes by the names of the register, whatever spelling it
    was saved with."""
    registry = common(conn).once(questions.registry, conn)
    for name, named in (("funder", registry.funder_name), ("programme", registry.programme_name)):
        if words := address.all(name):
            address = address.with_query(**{name: tuple(dict.fromkeys(map(named, words)))})
    return address


def _open_ended(conn: Connection, address: Address) -> Address:
    if address.get("from_year") is None and address.get("to_year") is None:
        return address
    chosen, _ = chosen_of(conn, address)
    years = chosen.frame["year"].to_numpy()[chosen.masks["kind"]]
    years = years[years > 0]
    if not len(years):
        return address
    ends = {"from_year": str(years.min()), "to_year": str(years.max())}
    return address.with_query(
        **{name: None for name, year in ends.items() if address.get(name) == year}
    )


def _largest_first(frame: pd.DataFrame, positions: np.ndarray, page: int) -> np.ndarray:
    """The places of the rows of a page, by falling kronor; what is unknown comes last."""
    sek = -np.nan_to_num(frame["sek"].to_numpy()[positions], nan=-np.inf)
    most = page * ROWS_A_PAGE
    if most < len(sek):
        first = np.argpartition(sek, most - 1)[:most]
        positions, sek = positions[first], sek[first]
    order = np.lexsort((positions, sek))
    return positions[order][most - ROWS_A_PAGE : most]


def _rows(
    conn: Connection, frame: pd.DataFrame, places: np.ndarray
) -> tuple[layout.RowOfGrants, ...]:
    some = frame[["sek", "repeats"]].iloc[places]
    of_id = dict(
        zip(
            frames.grant_ids(conn).take(places),
            some.itertuples(index=False, name=None),
            strict=True,
        )
    )
    return tuple(
        layout.RowOfGrants(grant, None if np.isnan(sek) else float(sek), bool(repeats))
        for grant in questions.grant_rows(conn, list(of_id))
        for sek, repeats in [of_id[grant.grant_id]]
    )
