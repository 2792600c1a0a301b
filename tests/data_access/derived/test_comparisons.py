"""Releases are held against each other when they come in, and any two when somebody asks."""

import pytest
from sqlalchemy import Connection, select

from data_access import tables
from data_access.derived.comparison_json import from_payload, to_payload
from data_access.derived.comparisons import compared
from data_access.derived.verdicts import refresh_verdicts
from data_access.questions import late_sectors, release_comparison, verdicts_on
from progress.emissions.series import Gas
from progress.emissions.series_breaks import SectorStart
from progress.goals.goal import YARDSTICK_ID
from progress.goals.verdict_change import Cause
from tests.data_access.made_up import emission_release, emit, fill
from tests.stores import Fill, with_verdicts

YEAR = 2026
OLD, NEW = "prov-co2e-1", "prov-co2e-2"


@pytest.fixture(scope="module")
def fills() -> tuple[Fill, ...]:
    return (fill, with_verdicts)


def test_what_is_stored_is_what_is_computed(scratch: Connection) -> None:
    stored = release_comparison(scratch, OLD, NEW)
    assert stored is not None
    assert from_payload(to_payload(stored)) == stored
    scratch.execute(tables.release_comparison.delete())
    assert release_comparison(scratch, OLD, NEW) is None
    assert compared(scratch, OLD, NEW) == stored


def test_restated_and_new_years_and_missing_municipalities_are_told_apart(
    scratch: Connection,
) -> None:
    result = compared(scratch, OLD, NEW)
    assert [one.year for one in result.national.restated] == [1990, *range(2015, 2023)]
    assert [one.year for one in result.national.only_new] == [2023]
    assert result.lacking == ("9002", "9101")
    (one,) = result.municipalities
    assert (one.code, one.restated_years) == ("9001", 9)


def test_a_verdict_that_only_restated_history_moved_says_so(scratch: Connection) -> None:
    result = {verdict.goal_id: verdict for verdict in compared(scratch, OLD, NEW).verdicts}
    assert set(result) == {"9001-G01", "9101-G01", YARDSTICK_ID}
    assert Cause.RESTATED not in result["9101-G01"].causes
    assert Cause.LOST_YEARS not in result["9001-G01"].causes


def test_only_editions_that_follow_on_each_other_are_stored(scratch: Connection) -> None:
    third = emission_release(scratch, "prov-co2e-3", Gas.CO2E, 2027)
    emit(scratch, third, "9001", {year: {"total": 4000.0} for year in range(2015, 2025)})
    refresh_verdicts(scratch, YEAR)
    assert release_comparison(scratch, NEW, "prov-co2e-3") is not None
    assert release_comparison(scratch, OLD, "prov-co2e-3") is None
    assert compared(scratch, OLD, "prov-co2e-3").restated == 8
    pairs = scratch.execute(select(tables.release_comparison)).all()
    assert len(pairs) == 2


def test_an_unknown_label_is_named(scratch: Connection) -> None:
    with pytest.raises(LookupError, match="prov-x"):
        compared(scratch, OLD, "prov-x")


def test_the_verdicts_asked_for_come_and_no_others(scratch: Connection) -> None:
    keys = frozenset({("9001", "9001-G01"), ("9001", "not-there")})
    assert set(verdicts_on(scratch, NEW, keys)) == {("9001", "9001-G01")}
    assert verdicts_on(scratch, NEW, frozenset()) == {}


def test_a_sector_that_a_release_fills_in_late_is_found_at_import(scratch: Connection) -> None:
    late = emission_release(scratch, "prov-co2e-3", Gas.CO2E, 2027)
    for code in ("9001", "9101"):
        emit(
            scratch,
            late,
            code,
            {
                year: {
                    "transport": 10.0,
                    "products": 5.0 if year > 2019 and code == "9001" else 0.0,
                }
                for year in range(2015, 2025)
            },
        )
    refresh_verdicts(scratch, YEAR)
    assert late_sectors(scratch, "prov-co2e-3") == (SectorStart("products", 2020),)
    assert late_sectors(scratch, NEW) == ()
