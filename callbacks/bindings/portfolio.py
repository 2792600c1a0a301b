"""Asks what the portfolio page needs; the store is asked once for each of its states."""

from collections import OrderedDict
from threading import Lock

from callbacks.bindings.statistics import chosen_release
from data_access import questions
from data_access.reading import Connection
from layouts.addresses import Address
from layouts.page import Page
from layouts.portfolio import PortfolioAnswers
from layouts.portfolio import page as layout
from progress.money.gaps import EmissionGap
from progress.money.plan import plan_sums
from progress.money.sector_places import GROUP_SECTORS, Group
from progress.money.sector_shares import GapTable, gap_shares

_MOST_CACHED = 2
_cache: OrderedDict[tuple[str, str], PortfolioAnswers] = OrderedDict()
_lock = Lock()


def ask(conn: Connection, address: Address) -> Page | None:
    """The portfolio page. What it rests on does not depend on the address, so that it is asked for
    once and every choice is made among the cells.
    """
    key = (str(conn.engine.url), questions.store_version(conn))
    with _lock:
        if key not in _cache:
            _cache[key] = _answers(conn, address)
            while len(_cache) > _MOST_CACHED:
                _cache.popitem(last=False)
        answers = _cache[key]
    return layout(address, answers)


def _answers(conn: Connection, address: Address) -> PortfolioAnswers:
    cities = tuple(
        municipality
        for municipality in questions.municipalities(conn)
        if municipality.is_contract_city
    )
    codes = frozenset(city.code for city in cities)
    chosen = chosen_release(conn, address)
    totals = {} if chosen is None else questions.totals(conn, chosen.release.label, codes)
    observed = {
        code: {point.year: point.value for point in totals.get(code, ()) if point.status.observed}
        for code in codes
    }
    year = min((max(values) for values in observed.values() if values), default=None)
    population_year = max(questions.population(conn, min(codes)), default=None) if codes else None
    actions = questions.investment_actions(conn)
    folded = questions.folded_grants(conn)
    return PortfolioAnswers(
        cells=folded.cells,
        cities=cities,
        rates=questions.exchange_rates(conn),
        index=questions.price_index(conn),
        loaded=folded.loaded,
        sources=questions.sources(conn),
        populations={} if population_year is None else questions.populations(conn, population_year),
        population_year=population_year,
        emissions={code: values[year] for code, values in observed.items() if year in values},
        emissions_year=year,
        sector_emissions={}
        if chosen is None or year is None
        else _by_sector(conn, chosen.release.label, codes, year),
        gaps=_gaps(questions.emission_gaps(conn)),
        plans={
            code: plan_sums(row for row in actions if row.municipality_code == code).coverage
            for code in {row.municipality_code for row in actions}
        },
    )


def _by_sector(
    conn: Connection, label: str, codes: frozenset[str], year: int
) -> dict[Group, float]:
    """Tonnes of a year in each group of sectors, of all these municipalities together."""
    result: dict[Group, float] = {}
    for group, sectors in GROUP_SECTORS.items():
        rows = [
            years[year]
            for sector in sectors
            for years in questions.sector_tonnes(conn, label, sector, codes).values()
            if year in years
        ]
        if rows:
            result[group] = sum(rows)
    return result


def _gaps(rows: tuple[EmissionGap, ...]) -> dict[str, GapTable]:
    """Each city's table of what is left to cut, for its own target."""
    tables = {
        code: gap_shares(row for row in rows if row.municipality_code == code)
        for code in {row.municipality_code for row in rows}
    }
    return {code: table for code, table in tables.items() if table is not None}
