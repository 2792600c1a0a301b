"""Stored verdicts are the ones that the rules give, for every release of a goal's gas."""

import pytest
from sqlalchemy import Connection, delete, insert, select, update

from data_access import tables
from data_access.derived.emission_totals import refresh_totals
from data_access.derived.verdict_json import from_payload, to_payload
from data_access.derived.verdicts import all_verdicts, refresh_verdicts
from data_access.emission_series import SeriesShelf
from data_access.questions import (
    goals,
    municipalities,
    pace_gaps,
    verdicts,
    yardstick_standings,
)
from progress.emissions.series import Gas, Scope, Unit
from progress.goals.goal import YARDSTICK_ID
from progress.goals.leading import leading
from progress.goals.pace import pace_gap
from progress.goals.verdict_model import Attainment, Basis, Reason, Standing, Verdict
from progress.goals.yardstick import is_yardstick
from progress.phrases.lead import lead
from tests.data_access.made_up import SECTOR_IDS, emission_release, emit, fill, release
from tests.stores import Fill, with_verdicts

YEAR = 2026


@pytest.fixture(scope="module")
def fills() -> tuple[Fill, ...]:
    return (fill, with_verdicts)


def of(found: tuple[Verdict, ...], goal_id: str, code: str = "9001") -> Verdict:
    (one,) = (
        verdict
        for verdict in found
        if (verdict.goal.municipality_code, verdict.goal.goal_id) == (code, goal_id)
    )
    return one


def test_a_stored_verdict_is_the_computed_one_to_the_last_field(scratch: Connection) -> None:
    computed = [verdict.verdict for verdict in all_verdicts(scratch, YEAR)]
    assert len(computed) == 9
    assert [from_payload(to_payload(verdict)) for verdict in computed] == computed
    newest = verdicts(scratch)
    assert set(newest) <= set(computed)
    assert len(newest) == 6


def test_each_goal_is_read_against_the_newest_release_of_its_gas(scratch: Connection) -> None:
    result = verdicts(scratch)
    assert of(result, "9001-G01").release == "prov-co2e-2"
    assert of(result, YARDSTICK_ID).release == "prov-co2e-2"
    near = of(result, "9001-G02").indicative
    assert near is not None
    assert near.release == "prov-co2-1"


def test_another_release_can_be_asked_for(scratch: Connection) -> None:
    old = verdicts(scratch, release="prov-co2e-1")
    assert {verdict.goal.goal_id for verdict in old} == {"9001-G01", "9101-G01", YARDSTICK_ID}
    assert of(old, "9001-G01").release == "prov-co2e-1"
    assert verdicts(scratch, release="finns-inte") == ()


def test_the_pace_is_that_of_the_stored_yardsticks(scratch: Connection) -> None:
    for label in ("prov-co2e-1", "prov-co2e-2"):
        yardsticks = [
            verdict for verdict in verdicts(scratch, release=label) if is_yardstick(verdict.goal)
        ]
        assert yardsticks
        expected = {
            yardstick.goal.municipality_code: pace_gap(yardstick.needed_rate, yardstick.done_rate)
            for yardstick in yardsticks
        }
        known = {code: gap for code, gap in expected.items() if gap is not None}
        assert pace_gaps(scratch, label) == known
        standings = yardstick_standings(scratch, label)
        assert standings == {
            yardstick.goal.municipality_code: Standing(
                yardstick.attainment, yardstick.fragile, yardstick.basis is not Basis.OWN
            )
            for yardstick in yardsticks
            if yardstick.attainment is not Attainment.NOT_ASSESSABLE
        }
    assert known
    assert pace_gaps(scratch, "prov-co2-1") == {}


def test_one_city_gets_its_own(scratch: Connection) -> None:
    result = verdicts(scratch, "9001")
    assert [verdict.goal.goal_id for verdict in result] == ["9001-G01", "9001-G02", YARDSTICK_ID]


def test_the_yardstick_is_held_against_every_municipality_of_the_release(
    scratch: Connection,
) -> None:
    held = [verdict for verdict in verdicts(scratch) if verdict.goal.goal_id == YARDSTICK_ID]
    assert [one.goal.municipality_code for one in held] == ["9001", "9002", "9101"]


def test_a_goal_that_is_not_in_force_has_no_verdict(scratch: Connection) -> None:
    assert "9101-G02" in {goal.goal_id for goal in goals(scratch)}
    assert "9101-G02" not in {verdict.goal.goal_id for verdict in verdicts(scratch)}


def test_a_budget_of_its_own_scope_is_only_indicated_without_what_it_leaves_out(
    scratch: Connection,
) -> None:
    budget = of(verdicts(scratch), "9001-G02")
    assert (budget.attainment, budget.reason) == (
        Attainment.NOT_ASSESSABLE,
        Reason.SCOPE_MISMATCH,
    )
    assert budget.indicative is not None
    assert budget.indicative.sectors_left_out == ("industry",)
    assert budget.indicative.actual == 800.0 - 20 * 8


def test_a_group_goal_has_no_series_until_the_city_loads_its_own(scratch: Connection) -> None:
    before = of(verdicts(scratch), "9101-G01", "9101")
    assert (before.reason, before.indicative) == (Reason.NO_SERIES, None)
    own = emission_release(scratch, "prov-own-2025", Gas.CO2E, 2025, scope=Scope.GROUP)
    emit(scratch, own, "9101", {year: {"total": 50.0} for year in range(2018, 2024)})
    refresh_verdicts(scratch, YEAR)
    after = of(verdicts(scratch), "9101-G01", "9101")
    assert (after.reason, after.release, after.actual) == (None, "prov-own-2025", 50.0)


def test_a_goal_per_person_is_read_per_person_where_the_population_is_known(
    scratch: Connection,
) -> None:
    scratch.execute(
        update(tables.goal)
        .where(tables.goal.c.goal_id == "9001-G01")
        .values(kind="level", per_person=True, value=0.5, unit_text="ton CO2e/person")
    )
    people = release(scratch, "prov-population-3", "population")
    scratch.execute(
        insert(tables.population).values(
            release_id=people, municipality_code="9001", year=2024, inhabitants=5000
        )
    )
    refresh_verdicts(scratch, YEAR)
    result = of(verdicts(scratch), "9001-G01")
    assert (result.unit, result.latest_year) == (Unit.TONNES_PER_PERSON, 2023)
    assert result.actual == pytest.approx(1140 / 1011)


def test_figures_of_another_gas_come_from_its_newest_release(scratch: Connection) -> None:
    label = tables.release.c.label
    (release_id,) = scratch.scalars(
        select(tables.release.c.release_id).where(label == "prov-co2-1")
    )
    shelf = SeriesShelf(scratch)
    find = shelf.finder(shelf.release(release_id), "9001")
    result = find(Scope.TERRITORIAL, Gas.CO2E, "total", (), False)
    assert result is not None
    assert result.release == "prov-co2e-2"


def test_years_without_sectors_are_gaps_for_a_series_that_leaves_a_sector_out(
    scratch: Connection,
) -> None:
    release = tables.release.c
    co2 = scratch.scalar(select(release.release_id).where(release.label == "prov-co2-1"))
    key = tables.emission.c
    year_2023 = (key.release_id == co2, key.municipality_code == "9001", key.year == 2023)
    scratch.execute(delete(tables.emission).where(*year_2023))
    scratch.execute(
        insert(tables.emission).values(
            release_id=co2,
            municipality_code="9001",
            year=2023,
            sector_id=SECTOR_IDS["total"],
            tonnes=1.0,
            status="final",
        )
    )
    refresh_verdicts(scratch, YEAR)
    near = of(verdicts(scratch), "9001-G02").indicative
    assert near is not None
    assert near.latest_year == 2022


def test_the_lead_of_a_store_with_changed_figures_is_another(scratch: Connection) -> None:
    """Both rates are worked out again from what the store then holds, and told to the tenth."""

    def told() -> tuple[str, str]:
        (place,) = (each for each in municipalities(scratch) if each.code == "9001")
        own = verdicts(scratch, "9001")
        shown = leading(own)
        assert shown is not None
        assert shown.goal.kind == "reduction"
        values: dict[int, float] = {
            row.year: row.tonnes
            for row in scratch.execute(
                select(tables.emission_total.c.year, tables.emission_total.c.tonnes)
                .join(tables.release)
                .where(
                    tables.release.c.label == shown.release,
                    tables.emission_total.c.municipality_code == "9001",
                )
            )
        }
        first, latest = min(year for year in values if year >= 2015), max(values)
        assert shown.target is not None
        assert shown.target_year is not None
        done = 1 - (values[latest] / values[first]) ** (1 / (latest - first))
        needed = 1 - (shown.target / values[latest]) ** (1 / (shown.target_year - latest))
        words = lead(own, place, "sv").text.replace("\u00a0", " ")
        for rate in (done, needed):
            assert f"{rate * 100:.1f} %".replace(".", ",") in words, words
        return words, shown.release or ""

    before, label = told()
    changed = tables.emission.c
    scratch.execute(
        update(tables.emission)
        .where(
            changed.release_id.in_(
                select(tables.release.c.release_id).where(tables.release.c.label == label)
            ),
            changed.municipality_code == "9001",
            changed.year > 2015,
        )
        .values(tonnes=changed.tonnes * 0.9)
    )
    refresh_totals(scratch)
    refresh_verdicts(scratch, YEAR)
    after, _ = told()
    assert after != before
