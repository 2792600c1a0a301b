"""What has turned: the newest year against the direction of those before it."""

from hypothesis import given
from hypothesis import strategies as st

from progress.emissions.series import Point, Status
from progress.emissions.turning_points import turned

FALLING = tuple(Point(year, 100.0 - 5 * (year - 2015)) for year in range(2015, 2023))


def test_a_rise_after_falling_years_is_a_turn() -> None:
    turn = turned((*FALLING, Point(2023, 70.0)))
    assert turn is not None
    assert (turn.year, turn.rises, turn.first_year) == (2023, True, 2015)
    assert turn.difference == 70.0 - 65.0
    assert round(turn.share, 3) == 0.077


def test_a_fall_after_rising_years_is_a_turn_too() -> None:
    rising = tuple(Point(year, 50.0 + 5 * (year - 2015)) for year in range(2015, 2023))
    turn = turned((*rising, Point(2023, 60.0)))
    assert turn is not None
    assert not turn.rises


def test_going_on_as_before_staying_level_or_hardly_moving_is_no_turn() -> None:
    level = tuple(Point(year, 100.0) for year in range(2015, 2023))
    assert turned((*FALLING, Point(2023, 60.0))) is None
    assert turned((*FALLING, Point(2023, 65.5))) is None
    assert turned((*level, Point(2023, 130.0))) is None


def test_a_gap_before_the_newest_year_or_too_few_years_give_no_turn() -> None:
    assert turned((*FALLING, Point(2024, 90.0))) is None
    assert turned((*FALLING[:3], Point(2018, 200.0))) is None
    assert turned(()) is None


def test_a_forecast_is_no_turn_and_zero_is_a_value() -> None:
    assert turned((*FALLING, Point(2023, 90.0, Status.FORECAST))) is None
    to_zero = (*FALLING[:-1], Point(2022, 0.0), Point(2023, 5.0))
    assert turned(to_zero) is None


@given(st.lists(st.floats(1, 1e6, allow_subnormal=False), min_size=5, max_size=10))
def test_a_turn_does_not_depend_on_the_unit(values: list[float]) -> None:
    points = [Point(2015 + place, value) for place, value in enumerate(values)]
    scaled = [Point(point.year, point.value * 1024) for point in points]
    one, other = turned(points), turned(scaled)
    assert (one is None) == (other is None)
    assert one is None or other is None or one.rises == other.rises
