"""The seed's goals say what their cities' pages say (seed_data/own/goal_corrections.csv)."""

from collections.abc import Mapping

import pytest
from sqlalchemy import Engine

from data_access.imports.source_addresses import is_address, opens
from data_access.questions import goals, sources
from progress.goals.goal import Goal, State


@pytest.fixture(scope="module")
def found(seeded: Engine) -> Mapping[str, Goal]:
    with seeded.connect() as conn:
        return {goal.goal_id: goal for goal in goals(conn)}


@pytest.mark.parametrize(
    ("goal_id", "base_year", "residual"),
    [
        ("0380-G01", 2020, 0.28),
        ("0380-G02", 2020, None),
        ("0380-G06", 2020, 0.28),
        ("0580-G01", 2009, None),
        ("0580-G03", None, 0.15),
        ("2081-G03", 2020, None),
        ("1490-G02", 2020, None),
        ("0182-G05", 1990, None),
    ],
)
def test_base_years_and_what_may_remain(
    found: Mapping[str, Goal], goal_id: str, base_year: int | None, residual: float | None
) -> None:
    assert found[goal_id].base_year == base_year
    assert found[goal_id].residual_share == residual


def test_goals_of_a_state_name_the_goal_that_says_what_they_mean(
    found: Mapping[str, Goal],
) -> None:
    defined = {one.goal_id: one.defined_by for one in found.values() if one.defined_by}
    assert defined == {
        "0180-G02": "0180-G01",
        "0580-G03": "0580-G02",
        "1280-G02": "1280-G01",
        "1281-G01": "1281-G02",
        "1283-G01": "1283-G02",
        "1480-G01": "1480-G02",
        "1780-G01": "1780-G03",
        "2180-G02": "2180-G01",
        "2480-G01": "2480-G02",
        "2480-G04": "2480-G05",
    }


def test_fossil_free_is_an_end_state_of_its_own(found: Mapping[str, Goal]) -> None:
    of_the_area = {"0180-G05", "0780-G02", "0880-G03", "2180-G06", "2380-G05", "2480-G07"}
    assert all(found[goal_id].state is State.FOSSIL_FREE for goal_id in of_the_area)
    named = {one.goal_id for one in found.values() if one.state is State.FOSSIL_FREE}
    assert all("fossil" in found[goal_id].title_sv.lower() for goal_id in named)


def test_what_an_aim_leaves_out_is_told_in_both_languages(found: Mapping[str, Goal]) -> None:
    told = {one.goal_id: (one.leaves_out_sv, one.leaves_out_en) for one in found.values()}
    assert told["2081-G01"] == ("SSAB", "SSAB")
    assert {goal_id for goal_id, words in told.items() if any(words)} == {"0123-G01", "2081-G01"}
    assert all(all(words) for words in told.values() if any(words))


@pytest.mark.parametrize("goal_id", ["0484-G01", "1490-G02", "1490-G05", "1880-G03", "1880-G04"])
def test_a_goal_that_counts_consumption_has_no_near_series(
    found: Mapping[str, Goal], goal_id: str
) -> None:
    assert found[goal_id].coverage_differs
    assert found[goal_id].near_gas is None


@pytest.mark.parametrize(
    ("goal_id", "status"),
    [
        ("0484-G04", "interim"),
        ("0880-G05", "adopted"),
        ("0880-G06", "adopted"),
        ("1880-G06", "superseded"),
        ("1880-G07", "superseded"),
        ("2081-G11", "adopted"),
        ("2482-G02", "adopted"),
    ],
)
def test_standing_of_goals(found: Mapping[str, Goal], goal_id: str, status: str) -> None:
    assert found[goal_id].status == status
    assert "förslag" not in found[goal_id].title_sv


def test_every_address_of_a_goal_and_a_source_opens(
    seeded: Engine, found: Mapping[str, Goal]
) -> None:
    with seeded.connect() as conn:
        known = sources(conn)
    addresses = [one.source_ref for one in found.values()]
    addresses += [address for one in known.values() for address in (one.url, one.file_url)]
    assert [address for address in addresses if is_address(address) and not opens(address)] == []
    assert known["smhi-co2e-2026"].url == "https://nationellaemissionsdatabasen.smhi.se/"
    assert "/blob/" in known["smhi-co2e-2026"].file_url
    assert known["smhi-co2e-2026"].licence == "CC BY 4.0"
    assert known["scb-population"].licence == "CC0 1.0"
