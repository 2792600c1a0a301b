"""Goals year by year: a new year moves a verdict, a restatement does not."""

import pytest

from progress.emissions.series import Gas, Point, Scope, Series, Status
from progress.goals.goal_years import AreaYear, Stand, Step, area_year, cut_at, step
from progress.goals.verdict_change import Reading
from progress.goals.verdict_model import Attainment, Direction

A = Attainment


def says(
    attainment: Attainment,
    indicative: Attainment | None = None,
    direction: Direction = Direction.TOWARDS,
) -> Reading:
    return Reading(attainment, direction, None, indicative)


@pytest.mark.parametrize(
    ("before", "now", "moved"),
    [
        (says(A.YES), says(A.YES), Step.SAME),
        (says(A.CLOSE), says(A.YES), Step.BETTER),
        (says(A.YES), says(A.REACHED), Step.BETTER),
        (says(A.YES), says(A.CLOSE), Step.WORSE),
        (says(A.NO), says(A.MISSED), Step.WORSE),
        (says(A.NO), says(A.NO, direction=Direction.LEVEL), Step.DIRECTION),
        (says(A.NOT_ASSESSABLE), says(A.NO), Step.NOW_ASSESSABLE),
        (says(A.NO), says(A.NOT_ASSESSABLE), Step.NO_LONGER),
        (says(A.NOT_ASSESSABLE), says(A.NOT_ASSESSABLE), Step.SAME),
        (says(A.NOT_ASSESSABLE, A.NO), says(A.NOT_ASSESSABLE, A.CLOSE), Step.BETTER),
        (says(A.NOT_ASSESSABLE, A.NO), says(A.YES), Step.NOW_ASSESSABLE),
        (says(A.YES), says(A.NOT_ASSESSABLE, A.YES), Step.NO_LONGER),
    ],
)
def test_how_a_verdict_moved(before: Reading, now: Reading, moved: Step) -> None:
    assert step(before, now) is moved


def test_what_is_told_is_the_own_verdict_else_the_indicative_one() -> None:
    assert Stand(says(A.YES, A.NO)).effective is A.YES
    near = Stand(says(A.NOT_ASSESSABLE, A.NO))
    assert (near.effective, near.indicative) == (A.NO, True)


def test_a_series_is_cut_after_the_year_and_an_empty_one_is_none() -> None:
    points = tuple(Point(year, 10.0) for year in (2020, 2021, 2022))
    series = Series("9001", Scope.TERRITORIAL, Gas.CO2E, "prov", points)
    find = cut_at(lambda *_: series, 2021)
    result = find(Scope.TERRITORIAL, Gas.CO2E, "total", (), False)
    assert result is not None
    assert [point.year for point in result] == [2020, 2021]
    assert cut_at(lambda *_: series, 2019)(Scope.TERRITORIAL, Gas.CO2E, "total", (), False) is None
    assert cut_at(lambda *_: None, 2019)(Scope.TERRITORIAL, Gas.CO2E, "total", (), False) is None


def test_change_is_within_one_release_and_restatement_between_two() -> None:
    newest = [Point(2022, 90.0), Point(2023, 81.0, Status.PRELIMINARY)]
    one = area_year("9001", 2023, newest, [Point(2022, 100.0)])
    assert one.change == pytest.approx(-0.1)
    assert one.restated == pytest.approx(-0.1)
    assert one.status == "preliminary"


def test_a_year_without_value_is_no_zero_and_zero_is_a_value() -> None:
    unknown = area_year("9001", 2023, [Point(2022, 90.0)], None)
    assert (unknown.tonnes, unknown.change, unknown.restated) == (None, None, None)
    assert AreaYear("9001", 0.0, 10.0, None).change == -1.0
    assert AreaYear("9001", 5.0, 0.0, None).change is None
    forecast = area_year("9001", 2023, [Point(2023, 1.0, Status.FORECAST)], None)
    assert forecast.tonnes is None
