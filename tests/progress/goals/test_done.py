"""What has been done, drawn in other ways, and carried on (RULES §3, §5)."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from progress.emissions.series import Point
from progress.goals.done import continued, direction_of, done_of, done_over, smoothed_rate
from progress.goals.needed import cut_per_year, needed_per_year, needed_rate
from progress.goals.rate_variants import both_ways, rate_variants
from progress.goals.verdict_model import Direction
from tests.progress.made_up_series import series

tonnes = st.floats(1.0, 1e7, allow_subnormal=False)
rates = st.floats(-0.3, 0.5, allow_subnormal=False)
histories = st.dictionaries(st.integers(2015, 2025), tonnes, min_size=4)

BORLANGE = {
    2015: 455_984.0,
    2020: 361_300.0,
    2021: 390_000.0,
    2022: 380_000.0,
    2023: 370_000.0,
    2024: 413_700.0,
}


def points(values: dict[int, float]) -> tuple[Point, ...]:
    return tuple(Point(year, value) for year, value in sorted(values.items()))


def test_the_done_rate_is_the_mean_yearly_change_from_first_to_latest() -> None:
    """455 984 t in 2015 and 413 700 in 2024: 1 − (413 700/455 984)^(1/9) = 1.08 % a year,
    whatever lies between."""
    done = done_of(series(BORLANGE))
    assert done is not None
    assert done.rate == pytest.approx(1 - (413_700 / 455_984) ** (1 / 9))
    assert done.rate == pytest.approx(0.0108, abs=5e-5)
    between = done_of(series(BORLANGE | {2021: 1.0}))
    assert between is not None
    assert between.rate == done.rate


def test_years_before_2015_and_fewer_than_four_give_nothing() -> None:
    assert done_of(series({1990: 9.0, 2010: 8.0, 2014: 7.0, 2015: 6.0, 2020: 5.0})) is None
    since = done_of(series({2014: 100.0, 2015: 80.0, 2018: 70.0, 2020: 65.0, 2024: 60.0}))
    assert since is not None
    assert since.rate == pytest.approx(1 - (60 / 80) ** (1 / 9))
    assert done_over(points({2020: 0.0, 2021: 2.0, 2022: 3.0, 2023: 4.0})) is None
    assert done_over(points({2020: 4.0, 2021: 2.0, 2022: 3.0, 2023: 0.0})) is None


@given(tonnes, rates)
def test_a_steady_rate_is_found_by_both(first: float, rate: float) -> None:
    steady = {2015 + n: first * (1 - rate) ** n for n in range(10)}
    done = done_over(points(steady))
    assert done is not None
    assert done.rate == pytest.approx(rate, abs=1e-9)
    assert smoothed_rate(points(steady)) == pytest.approx(rate, abs=1e-9)
    assert done.value(2030) == pytest.approx(first * (1 - rate) ** 15, rel=1e-9)


@given(histories, st.floats(1e-2, 1e2, allow_subnormal=False))
def test_scaling_a_series_leaves_its_rates(values: dict[int, float], scale: float) -> None:
    here, there = (
        points(values),
        points({year: value * scale for year, value in values.items()}),
    )
    done, scaled = done_over(here), done_over(there)
    assert done is not None
    assert scaled is not None
    assert scaled.rate == pytest.approx(done.rate, abs=1e-9)


def test_the_smoothed_rate_weighs_slopes_by_their_years() -> None:
    """Values e^0, e^-1, e^-1, e^-4 in 2015, 2016, 2017, 2019; slopes with their weights, sorted:
    −1.5 (2), −1 (1), −1 (3), −1 (4), −0.5 (2), 0 (1): half of 13 is 6.5, which the third −1 passes,
    so the rate is 1 − e^−1."""
    values = {2015: 1.0, 2016: math.exp(-1), 2017: math.exp(-1), 2019: math.exp(-4)}
    assert smoothed_rate(points(values)) == pytest.approx(1 - math.exp(-1))


def test_variants_over_the_same_years_are_one() -> None:
    """Six years with a gap: without the first they are the five newest, told once as from 2020."""
    result = rate_variants(points(BORLANGE), 460_000.0)
    assert [one.code for one in result] == ["from_2020", "to_2023", "smoothed", "first_restated"]
    by_code = {one.code: one.rate for one in result}
    assert by_code["from_2020"] == pytest.approx(1 - (413_700 / 361_300) ** (1 / 4))
    assert by_code["to_2023"] == pytest.approx(1 - (370_000 / 455_984) ** (1 / 8))
    assert by_code["first_restated"] == pytest.approx(1 - (413_700 / 460_000) ** (1 / 9))


def test_every_year_gives_a_variant_of_its_own() -> None:
    yearly = {year: 100.0 - year + 2015 for year in range(2015, 2025)}
    codes = [rate_variant.code for rate_variant in rate_variants(points(yearly), None)]
    assert codes == ["from_2016", "to_2023", "from_2020", "smoothed"]


def test_four_points_leave_no_year_to_take_away() -> None:
    four = {2015: 100.0, 2020: 90.0, 2022: 80.0, 2024: 75.0}
    assert [rate_variant.code for rate_variant in rate_variants(points(four), None)] == ["smoothed"]


@pytest.mark.parametrize(
    ("rate", "direction"),
    [(0.011, Direction.TOWARDS), (0.01, Direction.LEVEL), (-0.011, Direction.AWAY)],
)
def test_a_direction_needs_more_than_a_per_cent_a_year(rate: float, direction: Direction) -> None:
    assert direction_of(rate) is direction
    assert direction_of(-rate, desired_up=True) is direction


def test_a_direction_is_uncertain_where_others_go_both_ways() -> None:
    assert both_ways([Direction.TOWARDS, Direction.AWAY])
    assert not both_ways([Direction.TOWARDS, Direction.LEVEL])


@given(tonnes, st.floats(0.01, 0.99, allow_subnormal=False), st.integers(1, 40))
def test_the_needed_rate_leads_to_the_target(value: float, share: float, years: int) -> None:
    target = value * share
    rate = needed_rate(value, target, years)
    assert rate is not None
    assert continued(Point(2024, value), rate, 2024 + years) == pytest.approx(target, rel=1e-9)
    each = needed_per_year(value, target, years)
    assert each is not None
    assert value - each * years == pytest.approx(target, rel=1e-6, abs=1e-6)
    assert cut_per_year(value, rate, years) == pytest.approx(each, rel=1e-6)


def test_no_rate_reaches_nothing_and_none_is_needed_below_the_target() -> None:
    assert needed_rate(100.0, 0.0, 6) is None
    assert needed_per_year(100.0, 0.0, 6) == pytest.approx(100 / 6)
    assert needed_rate(10.0, 20.0, 6) is None
    assert needed_per_year(10.0, 20.0, 6) is None
    assert needed_rate(100.0, 50.0, 0) is None
