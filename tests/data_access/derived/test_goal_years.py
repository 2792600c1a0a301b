"""Goals year by year as the store keeps them: on one release, apart from what was restated."""

from itertools import pairwise

import pytest
from sqlalchemy import Connection, Engine, delete

from data_access import questions as ask
from data_access import tables
from data_access.derived.backgrounds import Backgrounds
from data_access.derived.goal_years import FIRST_YEAR, refresh_goal_years
from data_access.derived.goal_years_json import from_payload, to_payload
from data_access.emission_series import SeriesShelf
from progress.goals.goal import YARDSTICK_ID
from progress.goals.goal_years import CITIES, NATION, YearStands
from progress.goals.verdict_change import reading
from tests.data_access.imports.conftest import seeded, seeded_copy

__all__ = ["seeded", "seeded_copy"]
"""The seeded store, and a copy to write to."""


@pytest.fixture
def seed(seeded: Engine) -> Connection:  # type: ignore[misc]
    with seeded.connect() as conn:
        yield conn


def every_year(conn: Connection) -> list[YearStands]:
    result = [ask.year_stands(conn, year) for year in sorted(ask.followed_years(conn))]
    return [one for one in result if one is not None]


def test_every_year_from_the_first_contract_to_the_newest_statistics(seed: Connection) -> None:
    years = ask.followed_years(seed)
    assert years == tuple(range(2024, FIRST_YEAR - 1, -1))
    assert ask.year_stands(seed, FIRST_YEAR - 1) is None


def test_the_newest_year_says_what_the_verdicts_say(seed: Connection) -> None:
    stands = ask.year_stands(seed, ask.followed_years(seed)[0])
    assert stands is not None
    told = {(v.goal.municipality_code, v.goal.goal_id): v for v in ask.verdicts(seed)}
    of_cities = [goal for goal in stands.goals if goal.municipality_code not in (NATION, CITIES)]
    assert len(of_cities) > 100
    for of_city in of_cities:
        verdict = told[of_city.municipality_code, of_city.goal_id]
        assert of_city.now.reading == reading(verdict), of_city.goal_id


def test_the_year_before_is_last_years_end_on_the_same_release(seed: Connection) -> None:
    for earlier, later in pairwise(every_year(seed)):
        ended = {(goal.municipality_code, goal.goal_id): goal.now for goal in earlier.goals}
        for goal in later.goals:
            assert goal.before == ended[goal.municipality_code, goal.goal_id]


def test_what_an_older_release_told_is_kept_apart_from_the_movement(seed: Connection) -> None:
    newest = every_year(seed)[-1]
    comparison = ask.release_comparison(seed, "smhi-co2e-2025", "smhi-co2e-2026")
    assert comparison is not None
    told = {
        (verdict.municipality_code, verdict.goal_id): verdict.old for verdict in comparison.verdicts
    }
    restated = [goal for goal in newest.goals if goal.was_restated]
    assert restated
    for goal in newest.goals:
        key = (goal.municipality_code, goal.goal_id)
        if goal.restated is not None and key in told:
            assert goal.restated.old == told[key]
            assert goal.restated.new == goal.before.reading


def test_a_gas_without_an_older_release_has_nothing_restated(seed: Connection) -> None:
    newest = every_year(seed)[-1]
    labels = {release.gas: release for release in newest.releases}
    assert (labels["co2"].last_year, labels["co2"].earlier) == (2023, None)
    assert labels["co2e"].earlier == "smhi-co2e-2025"
    co2 = {goal.goal_id for goal in ask.goals(seed) if goal.gas == "co2"}
    for one in newest.goals:
        if one.goal_id in co2:
            assert one.restated is None
            assert one.now == one.before


def test_areas_add_up(seed: Connection) -> None:
    newest = every_year(seed)[-1]
    areas = {area.code: area for area in newest.areas}
    nation = {p.year: p.value for p in ask.national(seed, "smhi-co2e-2026")}
    assert areas[NATION].tonnes == pytest.approx(nation[2024])
    assert areas[NATION].before == pytest.approx(nation[2023])
    cities = sum(one.tonnes or 0.0 for code, one in areas.items() if code not in (NATION, CITIES))
    assert areas[CITIES].tonnes == pytest.approx(cities)
    yardsticks = {goal.municipality_code for goal in newest.goals if goal.goal_id == YARDSTICK_ID}
    assert {NATION, CITIES} < yardsticks


def test_a_year_is_read_as_it_was_written(seed: Connection) -> None:
    for one in every_year(seed):
        assert from_payload(to_payload(one)) == one


def test_years_are_made_anew_and_a_store_without_statistics_has_none(
    seeded_copy: Engine,
) -> None:
    with seeded_copy.begin() as conn:
        conn.execute(delete(tables.goal_years))
        refresh_goal_years(conn, shelf := SeriesShelf(conn), 2026, Backgrounds(conn, shelf))
        assert len(ask.followed_years(conn)) == 5
        conn.execute(tables.release.update().values(published=False))
        refresh_goal_years(conn, shelf := SeriesShelf(conn), 2026, Backgrounds(conn, shelf))
        assert ask.followed_years(conn) == ()
