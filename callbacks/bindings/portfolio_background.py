"""Asks what the contract cities have besides money: emissions, plans and what is left to cut."""

from callbacks.bindings.statistics import chosen_release
from data_access import questions
from data_access.reading import Connection
from layouts.boards.portfolio import Background
from layouts.links.addresses import Address
from progress.goals.done import done_over, from_first_year
from progress.money.gaps import EmissionGap
from progress.money.plan import plan_sums
from progress.money.sector_places import GROUP_SECTORS, Group
from progress.money.sector_shares import GapTable, gap_shares


def background(conn: Connection, lang: str) -> Background:
    """In the newest year that every contract city has observed emissions of."""
    codes = frozenset(
        municipality.code
        for municipality in questions.municipalities(conn)
        if municipality.is_contract_city
    )
    chosen = chosen_release(conn, Address("portfolio", lang))
    totals = {} if chosen is None else questions.totals(conn, chosen.release.label, codes)
    observed = {
        code: {point.year: point.value for point in totals.get(code, ()) if point.status.observed}
        for code in codes
    }
    year = min((max(values) for values in observed.values() if values), default=None)
    actions = questions.investment_actions(conn)
    done = {
        code: done_over(from_first_year(point for point in points if point.status.observed))
        for code, points in totals.items()
    }
    return Background(
        people={} if year is None else questions.populations(conn, year),
        done={code: each.rate for code, each in done.items() if each is not None},
        done_from=min(
            (each.first.year for each in done.values() if each is not None), default=None
        ),
        emissions={code: values[year] for code, values in observed.items() if year in values},
        emissions_year=year,
        sector_emissions={}
        if chosen is None or year is None
        else _by_sector(conn, chosen.release.label, codes, year),
        gaps=_gaps(questions.emission_gaps(conn)),
        plans={
            code: plan_sums(row for row in actions if row.municipality_code == code)
            for code in {row.municipality_code for row in actions}
        },
    )


def _by_sector(
    conn: Connection, label: str, codes: frozenset[str], year: int
) -> dict[Group, float]:
    """Tonnes of a year in each group of sectors, of all these municipalities together."""
    of_cities = [
        tonnes
        for code, tonnes in questions.sectors_of_year(conn, label, year).items()
        if code in codes
    ]
    result: dict[Group, float] = {}
    for group, sectors in GROUP_SECTORS.items():
        rows = [tonnes[sector] for tonnes in of_cities for sector in sectors if sector in tonnes]
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
