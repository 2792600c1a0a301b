"""Asks what a city's board needs, and groups it."""

from collections.abc import Hashable
from dataclasses import replace

import pandas as pd

from callbacks.bindings.city import answers_of as city_answers
from callbacks.bindings.common import common
from callbacks.bindings.statistics import chosen_release
from callbacks.byte_cache import BoundedCache
from data_access import frames, questions
from data_access.clock import today
from data_access.reading import Connection
from layouts.boards import city as layout
from layouts.frame.page import Page
from layouts.links.addresses import Address, QueryProblem
from layouts.links.query import PARAMETERS
from progress.emissions.frames import as_known, by_sector, of_release, per_person, statuses, yearly
from progress.emissions.series import Point, Status
from progress.known_from import known_from
from progress.records import Municipality, Release

INDUSTRY = "industry"
ANSWERS_BYTES = 200_000
"""What a board's answers take, more than most."""
_ANSWERS: BoundedCache[Hashable, layout.CityBoardAnswers] = BoundedCache(8_000_000)


def ask(conn: Connection, address: Address) -> Page | None:
    """The board of the municipality that the slug names; None where there is none."""
    answers = answers_of(conn, address)
    return None if answers is None else layout.page(address, answers)


def answers_of(conn: Connection, address: Address) -> layout.CityBoardAnswers | None:
    """What the board shows as the address asks for it; None where there is no such place.

    What only marks, and asks nothing else of the store, is answered from what is kept.
    """
    unmarked = address.with_query(**dict.fromkeys(layout.MARKS))
    key = (*questions.store_state(conn), today(), unmarked)
    stored = _ANSWERS.get(key)
    if stored is None and (stored := _gather(conn, unmarked)) is not None:
        _ANSWERS.put(key, stored, ANSWERS_BYTES)
    return stored


def _gather(conn: Connection, address: Address) -> layout.CityBoardAnswers | None:
    gas = address.get("gas") or "co2e"
    as_of = _as_of(address)
    chosen = _release(conn, address, gas, as_of)
    if chosen is None:
        return None
    releases, release, problems = chosen
    goals = frames.goals(conn)
    promises = frames.promises(conn)
    then = as_known(goals, "goal", as_of).set_index("goal")["target_year"].to_dict()
    known = set(as_known(promises, "promise", as_of)["promise"])
    page = Address("city", address.lang, address.slug).with_query(gas=gas, release=release.label)
    city = city_answers(conn, page)
    if city is None:
        return None
    own = city.municipality
    municipalities = tuple(
        municipality
        for municipality in common(conn).municipalities
        if municipality.code != own.code
    )
    other, problem = _other(address, municipalities)
    codes = [own.code, *([] if other is None else [other.code])]
    frame = frames.emissions(conn, codes)
    rows = of_release(frame, release.label, own.code)
    people = questions.population(conn, own.code)
    sectors = by_sector(rows)
    if address.get("per_person"):
        sectors = sectors.div(pd.Series(people, dtype="float64"), axis="index")

    def points(place: Municipality) -> tuple[Point, ...]:
        left_out = (INDUSTRY,) if address.get("industry") else ()
        result = yearly(of_release(frame, release.label, place.code), without=left_out)
        if not address.get("per_person"):
            return result
        of_place = people if place == own else questions.population(conn, place.code)
        return per_person(result, of_place)

    return layout.CityBoardAnswers(
        city=city,
        gas=gas,
        points=points(own),
        sectors={
            (year, str(code)): value
            for code in sectors.columns
            if code != "total"
            for year, value in _known(sectors[code])
        },
        statuses={year: Status(word) for year, word in statuses(rows).items()},
        releases=releases,
        municipalities=municipalities,
        grants=tuple(
            row
            for row in city.own_grants
            if as_of is None or row.grant.year is None or row.grant.year <= as_of
        ),
        goals=tuple(
            replace(goal, target_year=_year(then[goal.goal_id]))
            for goal in city.goals
            if goal.assessed and goal.goal_id in then
        ),
        commitments=tuple(
            commitment for commitment in city.commitments if commitment.commitment_id in known
        ),
        per_person=address.get("per_person") is not None,
        without_industry=address.get("industry") is not None,
        other=other,
        other_points=() if other is None else points(other),
        problems=(*problems, *problem),
        as_of=as_of,
        first_known=(
            min(_known_from(release) for release in releases),
            int(min([*goals["known_from"], *promises["known_from"]], default=today().year)),
        ),
        this_year=today().year,
    )


def _known(column: "pd.Series[float]") -> list[tuple[int, float]]:
    """The years that have a value, with it."""
    known = column.dropna()
    return list(zip(known.index.tolist(), known.tolist(), strict=True))


def _as_of(address: Address) -> int | None:
    """The end of the year that the board is to show; None for now."""
    chosen = address.get("as_of")
    return None if chosen is None or int(chosen) >= today().year else int(chosen)


def _known_from(release: Release) -> int:
    return known_from(release.edition, release.released, release.imported)


def _year(value: float | None) -> int | None:
    return None if value is None or pd.isna(value) else int(value)


def _release(
    conn: Connection, address: Address, gas: str, as_of: int | None
) -> tuple[tuple[Release, ...], Release, tuple[QueryProblem, ...]] | None:
    """The releases of the gas, the one that is shown, and what was wrong with the address."""
    result = chosen_release(conn, Address("city", address.lang, address.slug).with_query(gas=gas))
    if result is None:
        return None
    releases = tuple(release for release in result.releases if release.gas == gas)
    label = address.get("release")
    named = next((release for release in releases if release.label == label), None)
    if named is None and as_of is not None and label is None:
        known = [release for release in releases if _known_from(release) <= as_of]
        named = known[0] if known else releases[-1]
    if label is None or named is not None:
        return releases, named or result.release, ()
    problem = QueryProblem(PARAMETERS["release"].name(address.lang), label)
    return releases, result.release, (problem,)


def _other(
    address: Address, municipalities: tuple[Municipality, ...]
) -> tuple[Municipality | None, tuple[QueryProblem, ...]]:
    code = address.get("second")
    result = next(
        (municipality for municipality in municipalities if municipality.code == code), None
    )
    if code is None or result is not None:
        return result, ()
    name = PARAMETERS["second"].name(address.lang)
    return None, (QueryProblem(name, code, "unknown_municipality"),)
