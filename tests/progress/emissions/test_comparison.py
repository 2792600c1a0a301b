"""Series side by side: per person, index, groups; the same rules whatever the order or the unit."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from progress.emissions.comparison import (
    change_since,
    group_years,
    index,
    inhabitants_together,
    per_person,
    quarter,
    together,
)
from progress.emissions.series import Point, Status
from progress.indicators import quartiles

YEARS = st.integers(1990, 2030)
TONNES = st.floats(0, 1e7, allow_subnormal=False)
SERIES = st.dictionaries(YEARS, TONNES, max_size=12).map(
    lambda known: tuple(Point(year, value) for year, value in sorted(known.items()))
)
POSITIVE = st.dictionaries(
    YEARS, st.floats(1, 1e7, allow_subnormal=False), min_size=1, max_size=12
).map(lambda known: tuple(Point(year, value) for year, value in sorted(known.items())))


@given(SERIES, st.dictionaries(YEARS, st.integers(1, 1_000_000)))
def test_per_person_times_people_is_the_tonnes(
    points: tuple[Point, ...], people: dict[int, int]
) -> None:
    result = {point.year: point.value for point in per_person(points, people)}
    assert result.keys() == {point.year for point in points} & people.keys()
    for point in points:
        if point.year in result:
            assert result[point.year] * people[point.year] == pytest.approx(point.value)


def test_a_year_without_population_or_observation_has_no_value_per_person() -> None:
    points = (Point(2020, 0.0), Point(2021, 8.0), Point(2022, 8.0, Status.FORECAST))
    assert per_person(points, {2020: 4, 2022: 4}) == (Point(2020, 0.0),)
    assert per_person(points, {2021: 0}) == ()


@given(POSITIVE, st.data())
def test_an_index_is_100_in_its_base_year_and_keeps_ratios(
    points: tuple[Point, ...], data: st.DataObject
) -> None:
    base = data.draw(st.sampled_from(points))
    result = {point.year: point.value for point in index(points, base.year)}
    assert result[base.year] == 100.0
    for point in points:
        assert result[point.year] / 100 == pytest.approx(point.value / base.value)
        share = change_since(points, base.year, point.year)
        assert share is not None
        assert result[point.year] == pytest.approx(100 * (1 + share), abs=1e-6)


@given(POSITIVE, st.floats(0.001, 1000, allow_subnormal=False), st.data())
def test_an_index_does_not_care_for_the_unit(
    points: tuple[Point, ...], factor: float, data: st.DataObject
) -> None:
    base = data.draw(st.sampled_from(points)).year
    scaled = tuple(Point(p.year, p.value * factor, p.status) for p in points)
    pairs = zip(index(points, base), index(scaled, base), strict=True)
    for one, other in pairs:
        assert one.value == pytest.approx(other.value)


def test_an_index_needs_an_observed_base_above_zero() -> None:
    points = (Point(2015, 0.0), Point(2020, 5.0), Point(2021, 4.0, Status.FORECAST))
    assert index(points, 2015) == ()
    assert index(points, 2016) == ()
    assert index(points, 2021) == ()
    assert change_since(points, 2015, 2020) is None
    assert change_since(points, 2020, 2021) is None
    assert index(points, 2020) == (Point(2015, 0.0), Point(2020, 100.0))


@given(st.lists(SERIES, min_size=1, max_size=5))
def test_a_sum_has_only_the_years_that_all_have(members: list[tuple[Point, ...]]) -> None:
    result = together(members)
    years = set.intersection(*({p.year for p in points} for points in members))
    assert {point.year for point in result} == years
    for point in result:
        values = [p.value for points in members for p in points if p.year == point.year]
        assert point.value == pytest.approx(sum(values))


def test_a_sum_is_as_sure_as_its_least_sure_part() -> None:
    sure, unsure = (Point(2024, 1.0),), (Point(2024, 2.0, Status.PRELIMINARY),)
    assert together([sure, unsure]) == (Point(2024, 3.0, Status.PRELIMINARY),)
    assert together([]) == ()
    assert inhabitants_together([{2023: 1, 2024: 2}, {2024: 5}]) == {2024: 7}
    assert inhabitants_together([]) == {}


def test_a_countys_mean_is_its_tonnes_through_its_people_not_a_mean_of_means() -> None:
    small, large = (Point(2024, 90.0),), (Point(2024, 90.0),)
    mean = per_person(together([small, large]), inhabitants_together([{2024: 10}, {2024: 90}]))
    assert mean == (Point(2024, 1.8),)


@given(st.lists(SERIES, max_size=8))
def test_a_groups_quartiles_are_in_order_and_count_those_with_a_value(
    members: list[tuple[Point, ...]],
) -> None:
    for found in group_years(members):
        values = [p.value for points in members for p in points if p.year == found.year]
        spread = found.quartiles
        assert found.count == len(values)
        assert min(values) <= spread.lower <= spread.median <= spread.upper <= max(values)


@given(st.lists(TONNES, min_size=1, max_size=40))
def test_about_a_quarter_lies_in_each_quarter(values: list[float]) -> None:
    spread = quartiles(values)
    assert spread is not None
    quarters = [quarter(value, spread) for value in sorted(values)]
    assert quarters == sorted(quarters)
    assert set(quarters) <= {1, 2, 3, 4}
    assert quarters[0] == 1
    if len(set(values)) == len(values) and len(values) % 4 == 0:
        assert max(quarters.count(n) for n in (1, 2, 3, 4)) == len(values) // 4
