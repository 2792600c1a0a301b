"""The seeded store holds the publishers' figures, all of them and nothing else."""

import csv
from collections import Counter, defaultdict
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import Connection, Engine, func, select

from data_access import imports, tables
from data_access.engine import open_store
from data_access.questions import (
    activities,
    commitments,
    default_release,
    goals,
    grants,
    indicator_definitions,
    indicator_values,
    investment_actions,
    local_contracts,
    municipalities,
    population,
    published_national,
    status_reports,
    stocks,
    totals,
)
from progress.emissions.series import Status
from progress.goals.goal import GoalScope, State
from progress.money.kinds import granted_unknown
from progress.promises.matters import Promise, matters
from tests.stores import new_store

RELEASES = (
    "smhi-co2-2023",
    "smhi-co2-2024",
    "smhi-co2-2025",
    "smhi-co2e-2025",
    "smhi-co2e-2026",
)


def published_totals() -> dict[str, dict[str, dict[int, float]]]:
    """Release → municipality → year → tonnes, from the file of totals that no import reads."""
    result: dict[str, dict[str, dict[int, float]]] = defaultdict(lambda: defaultdict(dict))
    with (imports.SEED_FOLDER / "publisher_totals.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            year = int(row["year"])
            result[row["release"]][row["municipality_code"]][year] = float(row["tonnes"])
    return result


def test_every_total_of_every_release_equals_the_publishers(seeded: Engine) -> None:
    published = published_totals()
    assert tuple(sorted(published)) == RELEASES
    compared = 0
    with seeded.connect() as conn:
        for label, places in published.items():
            held = totals(conn, label)
            assert held.keys() == places.keys()
            for code, years in places.items():
                points = {point.year: point.value for point in held[code]}
                assert points.keys() == years.keys()
                for year, tonnes in years.items():
                    assert points[year] == pytest.approx(tonnes, abs=0.1), (label, code, year)
                    compared += 1
    assert compared == 17_110


def test_every_value_is_final_as_the_files_mark_none_otherwise(seeded: Engine) -> None:
    with seeded.connect() as conn:
        statuses = conn.scalars(select(tables.emission.c.status).distinct()).all()
    assert statuses == [Status.FINAL]


def test_no_municipality_has_both_sectors_and_a_total(seeded: Engine) -> None:
    with seeded.connect() as conn:
        sector = tables.emission.c.sector_id
        mixed = (
            select(tables.emission.c.release_id)
            .group_by(
                tables.emission.c.release_id,
                tables.emission.c.municipality_code,
                tables.emission.c.year,
            )
            .having(func.min(sector) == 0, func.max(sector) > 0)
        )
        assert conn.execute(mixed).all() == []


def test_the_nation_is_more_than_its_municipalities(seeded: Engine) -> None:
    with seeded.connect() as conn:
        for label in ("smhi-co2-2024", "smhi-co2e-2025", "smhi-co2e-2026"):
            nation = {point.year: point.value for point in published_national(conn, label)}
            places = totals(conn, label).values()
            for year, tonnes in nation.items():
                allocated = sum(p.value for points in places for p in points if p.year == year)
                assert 0 < tonnes - allocated < 600_000, (label, year)


def test_the_newest_release_of_each_gas_is_the_default(seeded: Engine) -> None:
    with seeded.connect() as conn:
        assert default_release(conn, "co2") == "smhi-co2-2025"
        assert default_release(conn, "co2e") == "smhi-co2e-2026"


def test_all_municipalities_are_there_and_28_are_known_contract_cities(seeded: Engine) -> None:
    with seeded.connect() as conn:
        result = municipalities(conn)
    assert len(result) == 290
    assert len({one.slug for one in result}) == 290
    assert all(one.slug.isascii() for one in result)
    since = Counter(one.contract_since for one in result)
    assert since == {None: 262, 2019: 9, 2021: 14, 2024: 5}
    assert sum(one.eu_mission for one in result) == 7


def test_population_is_kept_from_1990(seeded: Engine) -> None:
    with seeded.connect() as conn:
        assert list(population(conn, "2081")) == list(range(1990, 2026))


def test_goals_stand_in_tonnes_and_shares(seeded: Engine) -> None:
    with seeded.connect() as conn:
        result = {goal.goal_id: goal for goal in goals(conn)}
    assert len(result) == 153
    budget = result["2081-G02"]
    assert (budget.budget_tonnes, budget.value) == (1_328_000, 1_328_000)
    assert (budget.budget_first_year, budget.budget_last_year) == (2020, 2040)
    assert budget.scope is GoalScope.BUDGET
    assert budget.near_sectors_left_out == ("industry",)
    assert result["2081-G03"].rate == pytest.approx(0.16)
    assert result["0380-G03"].base_value == 1_068_000
    assert result["2081-G04"].per_person
    assert result["2081-G04"].strict
    assert result["1880-G02"].state is State.POSITIVE
    assert result["1880-G03"].coverage_differs
    assert all(one.title_en for one in result.values())


def test_every_goal_that_counts_no_emissions_says_so_in_both_languages(seeded: Engine) -> None:
    with seeded.connect() as conn:
        result = goals(conn)
    for one in result:
        assert bool(one.series_note_sv) == bool(one.series_note_en), one.goal_id
        assert bool(one.near_reason_sv) == bool(one.near_reason_en), one.goal_id
        assert one.near_reason_sv or one.near_gas is None, one.goal_id
        if one.assessed and one.scope is GoalScope.OTHER and one.kind != "narrative":
            assert one.series_note_sv, one.goal_id


def test_money_and_pledges_are_there_in_full(seeded: Engine) -> None:
    with seeded.connect() as conn:
        assert len(grants(conn)) == 507
        assert len(investment_actions(conn)) == 178
        assert len(commitments(conn)) == 90
        assert len(activities(conn)) == 56
        assert len(stocks(conn)) == 6
        assert {activity.status for activity in activities(conn)} >= {
            "running",
            "done",
            "not_begun",
        }


def test_every_indicator_has_values_and_who_did_not_answer_has_none(seeded: Engine) -> None:
    with seeded.connect() as conn:
        result = {
            indicator_definition.indicator_id: indicator_values(
                conn, indicator_definition.indicator_id
            )
            for indicator_definition in indicator_definitions(conn)
        }
    assert all(result.values())
    assert len(result["procurement-climate-requirements"]) == 162
    shares = [*result["new-cars-electric"], *result["new-cars-chargeable"]]
    assert all(0 <= share.value <= 1 for share in shares)


def test_seeding_a_filled_store_is_refused(seeded_copy: Engine) -> None:
    with pytest.raises(imports.ImportRefused, match="filled already"):
        imports.seed(seeded_copy)


def test_a_seed_that_fails_midway_leaves_the_store_empty(
    sqlite_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(conn: Connection, _folder: Path) -> dict[str, int]:
        assert conn.scalar(select(func.count()).select_from(tables.release)) == 1
        assert conn.scalar(select(func.count()).select_from(tables.municipality)) == 290
        raise RuntimeError("midway")

    monkeypatch.setattr("data_access.imports.seeding.put_definitions", fail)
    engine = open_store(new_store(sqlite_url), read_only=False)
    with pytest.raises(RuntimeError, match="midway"):
        imports.seed(engine)
    with engine.connect() as conn:
        assert conn.scalar(select(func.count()).select_from(tables.release)) == 0
        assert conn.scalar(select(func.count()).select_from(tables.municipality)) == 0
    engine.dispose()


def test_a_decision_is_told_apart_from_the_sum(seeded: Engine) -> None:
    with seeded.connect() as conn:
        result = {grant.grant_id: grant for grant in grants(conn)}
    unknown = {grant_id for grant_id, one in result.items() if granted_unknown(one)}
    assert {"sma-2015-lund", "sma-2018-nacka", "vc-w2-0123", "vc-w2-0381"} <= unknown
    # A sum that was applied for, of a project that was granted.
    assert (result["vc-w2-1880"].decision, result["vc-w2-1880"].amount_kind) == (
        "granted",
        "applied",
    )
    assert result["vc-call-13-plats"].decision == "applied"
    assert {one.decision for one in result.values()} == {"applied", "granted", "unknown"}
    # To a municipality that works at home alone: its own, whichever of the 290 it is (RULES §7.10).
    at_home = [
        one
        for one in result.values()
        if one.beneficiary_municipality_code
        and set(one.places) <= {one.beneficiary_municipality_code}
    ]
    assert {one.allocation for one in at_home} == {"own"}


def test_what_has_come_of_promises_is_told_with_its_source(seeded: Engine) -> None:
    with seeded.connect() as conn:
        reports = status_reports(conn)
        counted = local_contracts(conn, "2081")
        told = {commitment.commitment_id: commitment for commitment in commitments(conn)}
    assert [report.status_date.isoformat() for report in reports["ALL-C03"]] == [
        "2024-12-06",
        "2025-12-05",
    ]
    assert (told["ORE-C19"].status, told["ORE-C19"].status_date) == ("done", date(2024, 5, 26))
    assert told["ORE-C02"].status == "running"
    assert all("https://" in told[one].status_source for one in ("ORE-C19", "ORE-C02", "ALL-C03"))
    assert [(one.at, one.signatories, one.approximate) for one in counted] == [
        ("2022-04-11", 12, False),
        ("2023-11", 40, True),
        ("2026-11-30", 54, False),
    ]


@pytest.mark.parametrize(("code", "pairs"), [("1880", 14), ("2081", 5)])
def test_promises_that_quote_one_sentence_of_the_contract_are_one_matter(
    seeded: Engine, code: str, pairs: int
) -> None:
    with seeded.connect() as conn:
        every: tuple[Promise, ...] = (*commitments(conn), *activities(conn))
    own = [promise for promise in every if promise.municipality_code == code]
    of_one = [each.promises for each in matters(own, date(2026, 11, 30)) if len(each.promises) > 1]
    assert len(of_one) == pairs
    assert all(first.section == second.section for first, second in of_one)
