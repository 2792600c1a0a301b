"""Restated, new and lost years are told apart, and so is what each does to a verdict (§1.3)."""

from collections.abc import Mapping

from hypothesis import given
from hypothesis import strategies as st

from progress.emissions.series import Point, Series
from progress.emissions.series_breaks import SectorStart, sector_starts
from progress.goals.goal import Goal, GoalKind
from progress.goals.verdict import assess
from progress.goals.verdict_change import Cause, VerdictChange, only_shared_years, verdict_change
from progress.goals.verdict_model import Attainment, Direction
from progress.releases.comparison import (
    compare_totals,
    largest_first,
    median_share,
)
from progress.releases.restatement import TOLERANCE_TONNES, two_releases
from tests.progress.made_up_series import goal, series, shelf

YEARS = st.integers(2000, 2030)
TONNES = st.floats(0, 1e7, allow_nan=False, allow_subnormal=False)
VALUES = st.dictionaries(YEARS, TONNES, max_size=12)
TOTALS = st.dictionaries(st.sampled_from(["0001", "0002", "0003"]), VALUES, max_size=3)

HALVED = goal(GoalKind.REDUCTION, base_year=2015, target_year=2035, reduction=0.5)


def points(values: Mapping[int, float]) -> tuple[Point, ...]:
    return tuple(Point(year, value) for year, value in sorted(values.items()))


def falling(first: int, last: int, start: float = 1000.0, step: float = 30.0) -> dict[int, float]:
    return {year: start - step * (year - first) for year in range(first, last + 1)}


def changed(
    old: Mapping[int, float], new: Mapping[int, float], held: Goal = HALVED
) -> VerdictChange:
    before, after = shelf(series(old, release="old")), shelf(series(new, release="new"))
    return verdict_change(
        assess(held, before, 2026), assess(held, after, 2026), before, after, 2026
    )


@given(VALUES, VALUES)
def test_every_year_falls_into_exactly_one_group(
    old: dict[int, float], new: dict[int, float]
) -> None:
    result = two_releases(points(old), points(new))
    groups = (result.restated, result.same, result.only_old, result.only_new)
    years = [one.year for group in groups for one in group]
    assert sorted(years) == sorted(old.keys() | new.keys())
    assert {one.year for one in result.shared} == old.keys() & new.keys()
    assert {one.year for one in result.only_old} == old.keys() - new.keys()


@given(VALUES)
def test_a_release_restates_nothing_of_itself(values: dict[int, float]) -> None:
    result = two_releases(points(values), points(values))
    assert result.restated == result.only_old == result.only_new == ()
    assert result.largest is None


def test_a_difference_that_rounds_to_no_tonne_is_no_restatement() -> None:
    old = points({2020: 10.0, 2021: 0.0})
    new = points({2020: 10.0 + TOLERANCE_TONNES, 2021: 1.0})
    result = two_releases(old, new)
    assert [one.year for one in result.restated] == [2021]
    assert result.restated[0].share is None


@given(TOTALS, TOTALS)
def test_the_country_changes_by_what_its_municipalities_change(
    old: dict[str, dict[int, float]], new: dict[str, dict[int, float]]
) -> None:
    result = compare_totals(
        {code: points(values) for code, values in old.items()},
        {code: points(values) for code, values in new.items()},
    )
    for one in result.national.shared:
        both = [
            code
            for code in old.keys() & new.keys()
            if one.year in old[code] and one.year in new[code]
        ]
        expected = sum(new[code][one.year] for code in both) - sum(
            old[code][one.year] for code in both
        )
        assert one.difference is not None
        assert abs(one.difference - expected) <= 1e-6
    assert result.values == sum(each.shared_years for each in result.municipalities)
    assert set(result.lacking) == old.keys() ^ new.keys()


def test_a_municipality_that_one_release_lacks_is_no_national_restatement() -> None:
    old = {"0001": points({2020: 100.0}), "0002": points({2020: 50.0})}
    result = compare_totals(old, {"0001": points({2020: 100.0, 2021: 90.0})})
    assert result.national.restated == ()
    assert [one.new for one in result.national.only_new] == [90.0]
    assert result.lacking == ("0002",)


def test_municipalities_are_ranked_by_tonnes_up_or_down_or_by_median_share() -> None:
    old = {"0001": points({2020: 100.0, 2021: 100.0}), "0002": points({2020: 1000.0})}
    new = {"0001": points({2020: 50.0, 2021: 80.0}), "0002": points({2020: 1100.0})}
    result = compare_totals(old | {"0003": old["0001"]}, new | {"0003": old["0001"]})
    by_tonnes = largest_first(result.municipalities)
    assert [by_tonne.code for by_tonne in by_tonnes] == ["0002", "0001"]
    by_share = largest_first(result.municipalities, by_share=True)
    assert [one.code for one in by_share] == ["0001", "0002"]
    assert by_share[0].median_share == 0.35
    assert result.median_share == 0.1


def test_no_shared_value_has_no_median() -> None:
    assert median_share(()) is None


def test_restated_history_alone_is_the_cause_when_the_years_are_the_same() -> None:
    change = changed(falling(2015, 2023, step=50.0), falling(2015, 2023, step=5.0))
    assert change.old.attainment is Attainment.YES
    assert change.new.attainment is Attainment.NO
    assert change.causes == (Cause.RESTATED,)


def test_a_new_year_alone_is_never_called_a_restatement() -> None:
    risen = falling(2015, 2019) | {2020: 2000.0, 2021: 2000.0, 2022: 2000.0, 2023: 2000.0}
    change = changed(falling(2015, 2019), risen)
    assert change.new.direction is Direction.AWAY
    assert change.causes == (Cause.NEW_YEARS,)


def test_years_that_the_newer_release_lacks_are_a_cause_of_their_own() -> None:
    bent = falling(2015, 2019, step=100.0) | dict.fromkeys(range(2020, 2024), 600.0)
    kept = {year: value for year, value in bent.items() if year >= 2020}
    held = goal(GoalKind.REDUCTION, base_year=2020, target_year=2035, reduction=0.5)
    change = changed(bent, kept, held)
    assert change.old.direction is Direction.TOWARDS
    assert change.new.direction is Direction.LEVEL
    assert change.causes == (Cause.LOST_YEARS,)


def test_causes_that_undo_each_other_leave_the_verdict_as_it_was() -> None:
    old = falling(2015, 2020, step=70.0)
    new = falling(2015, 2020, step=-30.0) | {
        year: 1000.0 - 30.0 * (year - 2015) for year in range(2021, 2030)
    }
    change = changed(old, new)
    assert not change.changed
    assert set(change.causes) >= {Cause.RESTATED, Cause.NEW_YEARS}


@given(st.dictionaries(st.integers(2012, 2025), TONNES, min_size=1, max_size=10))
def test_the_same_release_twice_moves_no_verdict(values: dict[int, float]) -> None:
    change = changed(values, values)
    assert change.causes == ()
    assert not change.changed


SERIES = st.dictionaries(st.integers(2012, 2025), TONNES, max_size=10).map(series)


@given(SERIES, SERIES)
def test_shared_years_are_those_of_both_with_each_release_s_own_values(
    series: Series, other: Series
) -> None:
    cut = only_shared_years(series, other)
    assert [p.year for p in cut] == [p.year for p in only_shared_years(other, series)]
    assert set(cut.points) <= set(series.points)


def test_a_forecast_is_no_shared_year() -> None:
    old = series({2020: 5.0}, forecasts={2021: 4.0})
    new = series({2020: 6.0, 2021: 7.0})
    assert [point.value for point in only_shared_years(new, old)] == [6.0]


def test_a_series_that_the_old_release_lacks_gives_a_verdict_by_new_data() -> None:
    new = shelf(series(falling(2015, 2023)))
    nothing = shelf()
    before, after = assess(HALVED, nothing, 2026), assess(HALVED, new, 2026)
    change = verdict_change(before, after, nothing, new, 2026)
    assert change.old.attainment is Attainment.NOT_ASSESSABLE
    assert change.causes == (Cause.NEW_YEARS,)


def test_a_sector_that_begins_late_is_found_and_one_that_never_begins_is_not() -> None:
    filled = [
        ("industry", 2021, True),
        ("industry", 2022, True),
        ("international_transport", 2021, False),
        ("international_transport", 2022, True),
        ("products", 2021, False),
        ("products", 2022, False),
    ]
    assert sector_starts(filled) == (SectorStart("international_transport", 2022),)


def test_years_given_as_totals_only_are_no_empty_sectors() -> None:
    filled = [("total", 1990, True), ("industry", 2015, True), ("industry", 2016, True)]
    assert sector_starts(filled) == ()
