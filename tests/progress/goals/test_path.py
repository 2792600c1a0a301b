"""Path and years behind (RULES §4)."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from progress.goals.path import Path, RatePath, StraightPath, years_behind

tonnes = st.floats(1e-3, 1e7, allow_subnormal=False)
shares = st.floats(0.0, 0.95, allow_subnormal=False)


@st.composite
def falling_paths(draw: st.DrawFn) -> Path:
    first = draw(st.integers(1990, 2025))
    last = first + draw(st.integers(2, 60))
    base = draw(tonnes)
    if draw(st.booleans()):
        return StraightPath(first, base, last, base * draw(shares))
    return RatePath(first, base, last, draw(st.floats(0.005, 0.5, allow_subnormal=False)))


@given(falling_paths(), st.integers(0, 60))
def test_a_value_on_the_path_is_nought_years_behind(path: Path, after: int) -> None:
    year = path.base_year + after
    value = path.value(year)
    assert value is not None
    behind = years_behind(path, year, value)
    assert behind is not None
    assert behind.years == pytest.approx(0, abs=1e-4)
    assert not behind.is_minimum


@given(falling_paths(), st.integers(0, 60), st.integers(0, 60))
def test_the_value_asked_for_in_another_year_is_as_many_years_off(
    path: Path, year: int, other: int
) -> None:
    assert path.last_year is not None
    length = path.last_year - path.base_year
    year, other = path.base_year + year % (length + 1), path.base_year + other % (length + 1)
    value, here = path.value(other), path.value(year)
    assert value is not None
    assert here is not None
    assume(abs(value - here) > 1e-6 * path.base)
    behind = years_behind(path, year, value)
    assert behind is not None
    assert behind.years == pytest.approx(year - other, abs=1e-3)


def test_a_value_above_the_start_is_more_than_the_age_of_the_path_behind() -> None:
    behind = years_behind(StraightPath(2015, 100, 2030, 0), 2024, 120)
    assert behind is not None
    assert (behind.years, behind.is_minimum) == (9, True)


def test_a_value_below_the_end_is_more_than_the_years_left_ahead() -> None:
    behind = years_behind(StraightPath(2015, 100, 2030, 40), 2024, 30)
    assert behind is not None
    assert (behind.years, behind.is_minimum) == (-6, True)


@pytest.mark.parametrize(("value", "years"), [(101.0, 9.0), (100.0, 0.0), (99.0, -6.0)])
def test_a_flat_path_only_tells_over_on_or_under(value: float, years: float) -> None:
    behind = years_behind(StraightPath(2015, 100, 2030, 100), 2024, value)
    assert behind is not None
    assert behind.years == years


def test_no_path_before_its_base_year() -> None:
    path = StraightPath(2020, 100, 2030, 0)
    assert path.value(2019) is None
    assert years_behind(path, 2019, 50) is None


def test_after_the_target_year_the_target_stays() -> None:
    assert StraightPath(2015, 100, 2020, 25).value(2024) == 25
    assert RatePath(2015, 100, 2016, 0.5).value(2024) == 50


def test_zero_everywhere_is_on_the_path() -> None:
    for path in (StraightPath(2015, 0, 2030, 0), RatePath(2015, 0, 2030, 0.16)):
        behind = years_behind(path, 2024, 0)
        assert behind is not None
        assert behind.years == 0
