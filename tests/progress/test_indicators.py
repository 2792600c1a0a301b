"""Indicators (RULES §6), units, estimates and restatements."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from progress.emissions.series import Point, Status
from progress.goals.estimates import forecast_record
from progress.goals.units import EmissionUnit, emission_unit
from progress.goals.verdict_model import Direction
from progress.indicators import indicator_direction, latest_change, quartiles, rank
from progress.releases.restatement import restatements
from tests.progress.made_up_series import series


def test_the_latest_change_is_between_the_two_newest_observed_values() -> None:
    points = (Point(2020, 0.0), Point(2022, 5.0), Point(2023, 9.0, Status.FORECAST))
    change = latest_change(points)
    assert change is not None
    assert (change.year, change.before_year, change.difference) == (2022, 2020, 5.0)
    assert change.share is None
    assert latest_change(points[:1]) is None


def test_direction_follows_what_is_desired() -> None:
    rising = tuple(Point(year, float(year - 2000)) for year in range(2015, 2021))
    up = indicator_direction(rising, "up")
    down = indicator_direction(rising, "down")
    assert up is not None
    assert down is not None
    assert (up.direction, down.direction) == (Direction.TOWARDS, Direction.AWAY)
    assert indicator_direction(rising, "none") is None


def test_all_years_are_used_when_fewer_than_four_are_from_2015() -> None:
    old = tuple(Point(year, float(year - 2000)) for year in (2005, 2008, 2011, 2016))
    assert indicator_direction(old, "up") is not None
    assert indicator_direction(old[:3], "up") is None


def test_equal_values_share_a_rank_and_zero_is_a_value() -> None:
    values = {"a": 0.0, "b": 2.0, "c": 2.0, "d": 5.0}
    best = rank(values, "a", "down")
    tied = rank(values, "c", "down")
    assert best is not None
    assert tied is not None
    assert (best.place, best.of, best.shared) == (1, 4, False)
    assert (tied.place, tied.shared) == (2, True)
    assert rank(values, "missing", "down") is None


def test_quartiles_interpolate_between_sorted_values() -> None:
    result = quartiles([4.0, 1.0, 3.0, 2.0])
    assert result is not None
    assert (result.lower, result.median, result.upper) == (1.75, 2.5, 3.25)
    assert quartiles([]) is None
    alone = quartiles([7.0])
    assert alone is not None
    assert (alone.lower, alone.upper) == (7.0, 7.0)


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("", EmissionUnit()),
        ("t CO2e/yr", EmissionUnit()),
        ("kton CO2", EmissionUnit(tonnes=1_000)),
        ("Mton", EmissionUnit(tonnes=1_000_000)),
        ("ton CO2e/person", EmissionUnit(per_person=True)),
        ("ton CO2/invånare", EmissionUnit(per_person=True)),
        ("per invånare", EmissionUnit(per_person=True)),
        ("ton CO2e/person net", EmissionUnit(per_person=True, net=True)),
        ("t CO2e/yr sink", EmissionUnit(sink=True)),
        ("% av resor med bil", None),
        ("kg CO2e/kg mat", None),
    ],
)
def test_units_are_read_from_the_words_of_the_sources(text: str, unit: EmissionUnit | None) -> None:
    assert emission_unit(text) == unit


def test_the_forecast_record_compares_with_the_outcome() -> None:
    told = series({}, forecasts={2023: 79.0, 2024: 5.0, 2025: 1.0})
    came = series({2023: 100.0, 2024: 0.0})
    record = forecast_record(told, came)
    assert [one.year for one in record] == [2023, 2024]
    assert record[0].share == pytest.approx(-0.21)
    assert record[1].share is None


@given(st.dictionaries(st.integers(1990, 2024), st.floats(0, 1e6, allow_subnormal=False)))
def test_a_release_restates_nothing_against_itself(values: dict[int, float]) -> None:
    points = [Point(year, value) for year, value in values.items()]
    assert restatements(points, points) == ()


def test_a_restatement_tells_old_new_and_what_either_lacks() -> None:
    old = [Point(1990, 100.0), Point(2000, 0.0), Point(2010, 5.0)]
    new = [Point(1990, 70.0), Point(2000, 3.0), Point(2020, 9.0)]
    first, second, third, fourth = restatements(old, new)
    assert first.difference == -30.0
    assert first.share == pytest.approx(-0.3)
    assert (second.difference, second.share) == (3.0, None)
    assert (third.year, third.new, third.difference) == (2010, None, None)
    assert (fourth.year, fourth.old) == (2020, None)
    assert len(restatements(old, new, tolerance=5.0)) == 3
