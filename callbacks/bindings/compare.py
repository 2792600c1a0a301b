"""The questions of a comparison, for its page and for its file."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from callbacks.bindings.common import common
from callbacks.bindings.overview import city_rows
from callbacks.bindings.statistics import chosen_release
from data_access import questions
from data_access.reading import Connection
from layouts import compare
from layouts.frame.page import Page
from layouts.links.addresses import Address, QueryProblem
from layouts.links.query import PARAMETERS
from progress.emissions.comparison import newest_shared_year
from progress.emissions.sector_profile import nearest_by_sector_shares
from progress.emissions.series import Point
from progress.goals.verdict_model import Verdict
from progress.records import Municipality


def ask(conn: Connection, address: Address) -> Page | None:
    """The comparison; None while no emissions are loaded."""
    result = gather(conn, address)
    if result is None:
        return None
    known = tuple(city.code for city in result.chosen)
    return compare.page(address.with_query(municipality=known), result)


def gather(conn: Connection, address: Address) -> compare.CompareAnswers | None:
    """All that a comparison rests on. A code that is no municipality's becomes a problem."""
    chosen = chosen_release(conn, address)
    if chosen is None:
        return None
    label = chosen.release.label
    shared = common(conn)
    municipalities = shared.municipalities
    by_code = {municipality.code: municipality for municipality in municipalities}
    codes = address.all("municipality")
    named = tuple(by_code[code] for code in codes if code in by_code)
    name = PARAMETERS["municipality"].name(address.lang)
    unknown = tuple(
        QueryProblem(name, code, "unknown_municipality") for code in codes if code not in by_code
    )
    years = shared.once(questions.observed_years, conn, label)
    codes_named = tuple(city.code for city in named)
    totals = questions.totals(conn, label, codes_named)
    populations = questions.populations_of_years(conn, years, codes_named)
    for group in _held_against(address, municipalities, named):
        totals |= shared.once(questions.totals, conn, label, group)
        populations |= shared.once(questions.populations_of_years, conn, years, group)
    newest = newest_shared_year([totals.get(city.code, ()) for city in named])
    everyone: dict[int, Mapping[str, Point]] = {}
    inhabitants: Mapping[str, int] = {}
    enough = len(named) >= compare.FEWEST
    if newest is not None and enough:
        for year in (compare.base_year(address, years), newest):
            everyone[year] = shared.once(questions.totals_of_year, conn, label, year)
        inhabitants = shared.once(questions.populations, conn, newest)
    return compare.CompareAnswers(
        municipalities=municipalities,
        chosen=named,
        release=chosen.release,
        releases=chosen.releases,
        totals=totals,
        populations=populations,
        years=years,
        everyone=everyone,
        inhabitants=inhabitants,
        cities=() if enough else city_rows(conn, label),
        alike={} if enough else _alike(conn, label, years),
        verdicts=_verdicts(conn, named, label) if enough else {},
        late=shared.once(_late, conn, label) if enough else (),
        problems=(*chosen.problems, *unknown),
        cache=shared.cache_for(f"compare {label}"),
    )


def _alike(
    conn: Connection, label: str, years: tuple[int, ...]
) -> dict[str, tuple[Municipality, ...]]:
    """The contract cities whose emissions come from the same sectors as each one's."""
    if not years:
        return {}
    shared = common(conn)
    cities = {place.code: place for place in shared.municipalities if place.is_contract_city}
    profiles = shared.once(questions.sector_shares, conn, label, years[-1])
    own = {code: shares for code, shares in profiles.items() if code in cities}
    return {
        code: tuple(cities[near.code] for near in nearest_by_sector_shares(code, own))
        for code in cities
    }


def _held_against(
    address: Address, municipalities: tuple[Municipality, ...], named: tuple[Municipality, ...]
) -> Iterator[tuple[str, ...] | None]:
    """Who else's values are needed of every year: counties and groups, which are few. None is all.

    How a group has moved needs them; to tell a place among others, two years are enough.
    """
    against = address.get("against")
    enough = len(named) >= compare.FEWEST
    if against == "all":
        yield None
    if against == "county" or not enough:
        for county in {city.county_code: None for city in named}:
            yield tuple(
                municipality.code
                for municipality in municipalities
                if municipality.county_code == county
            )
    if against == "contract" or not enough:  # until there are enough, the cities are suggested
        yield tuple(
            municipality.code for municipality in municipalities if municipality.is_contract_city
        )


def _late(conn: Connection, label: str) -> tuple[compare.LateSector, ...]:
    """The sectors that the release counts only from some year on, with everybody's tonnes."""
    shared = common(conn)
    codes = [municipality.code for municipality in shared.municipalities]
    return tuple(
        compare.LateSector(
            start.sector,
            start.first_year,
            questions.sector_tonnes(conn, label, start.sector, codes),
        )
        for start in shared.once(questions.late_sectors, conn, label)
    )


def _verdicts(
    conn: Connection, named: tuple[Municipality, ...], label: str
) -> dict[str, tuple[Verdict, ...]]:
    """Each goal on the compared release if that is of the goal's gas, else on its gas's newest."""
    codes = [city.code for city in named]
    newest = questions.verdicts(conn, codes)
    on_release = questions.verdicts(conn, codes, label)
    chosen = {
        (each.goal.municipality_code, each.goal.goal_id): each for each in (*newest, *on_release)
    }
    result: dict[str, list[Verdict]] = defaultdict(list)
    for (code, _), verdict in chosen.items():
        result[code].append(verdict)
    return {code: tuple(verdicts) for code, verdicts in result.items()}
