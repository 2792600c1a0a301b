"""The trend (RULES §3)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from progress.series import Point
from progress.trend import median, theil_sen, trend, without
from progress.verdict_model import Direction
from tests.progress.made_up_series import series

values = st.floats(0, 1e7, allow_nan=False)
histories = st.dictionaries(st.integers(2015, 2030), values, min_size=4, max_size=12)


def test_slope_is_the_median_of_all_pairwise_slopes() -> None:
    """Points (2015, 100), (2016, 90), (2017, 95), (2019, 60).

    Slopes: −10, −5/2 = −2.5, −40/4 = −10, 5, −30/3 = −10, −35/2 = −17.5.
    Sorted −17.5, −10, −10, −10, −2.5, 5; median (−10 − 10)/2 = −10.
    Median value (90 + 95)/2 = 92.5, median year 2016.5; intercept 92.5 + 10 · 2016.5 = 20 257.5.
    2020 is 20 257.5 − 20 200 = 57.5; 2030 would be −42.5, so 0.
    """
    found = trend(series({2015: 100, 2016: 90, 2017: 95, 2019: 60}))
    assert found is not None
    assert found.line.slope == pytest.approx(-10)
    assert found.line.intercept == pytest.approx(20257.5)
    assert found.value(2020) == pytest.approx(57.5)
    assert found.value(2030) == 0


@pytest.mark.parametrize("count", [0, 1, 2, 3])
def test_fewer_than_four_observed_years_from_2015_give_no_trend(count: int) -> None:
    old = {1990: 50.0, 2000: 45.0, 2005: 40.0, 2010: 30.0}
    recent = {2015 + year: 30.0 for year in range(count)}
    assert trend(series(old | recent)) is None


def test_forecasts_are_never_points_of_the_trend() -> None:
    observed = {2019: 10.0, 2020: 10.0, 2021: 10.0}
    assert trend(series(observed, forecasts={2022: 10.0})) is None


@given(histories)
def test_the_band_holds_the_projection_and_is_never_negative(history: dict[int, float]) -> None:
    found = trend(series(history))
    assert found is not None
    for year in (2025, 2030, 2045):
        low, high = found.band(year)
        assert 0 <= low <= found.value(year) <= high


@given(st.floats(-1e5, 1e5), st.floats(0, 1e6), st.sets(st.integers(2015, 2035), min_size=4))
def test_points_on_a_line_give_that_line(slope: float, start: float, years: set[int]) -> None:
    points = [Point(year, start + slope * (year - 2015)) for year in sorted(years)]
    line = theil_sen(points)
    assert line.slope == pytest.approx(slope, rel=1e-6, abs=1e-6)


@given(histories, st.integers(-30, 30))
def test_shifting_the_years_shifts_the_line(history: dict[int, float], shift: int) -> None:
    points = [Point(year, value) for year, value in sorted(history.items())]
    moved = [Point(point.year + shift, point.value) for point in points]
    before, after = theil_sen(points), theil_sen(moved)
    assert after.value(2040 + shift) == pytest.approx(before.value(2040), rel=1e-6, abs=1e-3)


@pytest.mark.parametrize(
    ("yearly", "direction"),
    [
        (-0.02, Direction.TOWARDS),
        (-0.005, Direction.LEVEL),
        (0.0, Direction.LEVEL),
        (0.005, Direction.LEVEL),
        (0.02, Direction.AWAY),
    ],
)
def test_direction_has_a_level_zone_of_one_per_cent_a_year(
    yearly: float, direction: Direction
) -> None:
    found = trend(series({2020 + n: 100 * (1 + yearly * (n - 2)) for n in range(5)}))
    assert found is not None
    assert found.direction() is direction
    assert not found.direction_uncertain()


def test_a_direction_that_hangs_on_one_year_is_uncertain() -> None:
    found = trend(series({2015: 100, 2020: 100, 2021: 100, 2024: 70}))
    assert found is not None
    assert found.direction_uncertain()


def test_all_zeroes_are_level_and_certain() -> None:
    found = trend(series(dict.fromkeys(range(2015, 2020), 0.0)))
    assert found is not None
    assert found.line.relative_slope is None
    assert found.direction() is Direction.LEVEL
    assert not found.direction_uncertain()


@given(st.lists(values, min_size=1))
def test_the_median_has_no_more_than_half_on_either_side(found: list[float]) -> None:
    middle = median(found)
    assert sum(value < middle for value in found) * 2 <= len(found)
    assert sum(value > middle for value in found) * 2 <= len(found)


def test_leaving_out_a_year_that_is_not_there_changes_nothing() -> None:
    points = (Point(2015, 1.0), Point(2016, 2.0))
    assert without(points, 2020, 2021) == points
