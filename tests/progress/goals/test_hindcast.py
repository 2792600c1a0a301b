"""How far estimates have missed (RULES §3)."""

import pytest

from progress.emissions.series import Point, Status
from progress.goals.done import done_of
from progress.goals.estimates import estimates
from progress.goals.hindcast import (
    NO_BAND,
    Band,
    HorizonErrors,
    all_misses,
    band_of,
    errors_by_horizon,
    misses,
)
from tests.progress.made_up_series import series

SIX = {2015: 100.0, 2016: 98.0, 2017: 97.0, 2018: 95.0, 2019: 80.0, 2020: 90.0}


def points(values: dict[int, float]) -> tuple[Point, ...]:
    return tuple(Point(year, value) for year, value in sorted(values.items()))


def test_an_estimate_is_made_from_the_years_up_to_its_origin_alone() -> None:
    """Origin 2018 (four years): d = 1 − 0.95^(1/3) = 1.695 %; 2019: 93.39, 2020: 91.81.
    Origin 2019: d = 1 − 0.8^(1/4) = 5.426 %; 2020: 75.66."""
    result = list(misses("9999", points(SIX)))
    assert [(one.origin, one.year) for one in result] == [(2018, 2019), (2018, 2020), (2019, 2020)]
    rate = 1 - 0.95 ** (1 / 3)
    assert result[0].estimate == pytest.approx(95 * (1 - rate))
    assert result[1].estimate == pytest.approx(95 * (1 - rate) ** 2)
    assert result[2].estimate == pytest.approx(80 * 0.8**0.25)
    assert result[2].share == pytest.approx(90 / (80 * 0.8**0.25) - 1)


def test_an_origin_and_horizon_of_two_releases_count_once_from_the_newer() -> None:
    older = {"9999": points(SIX), "9998": points(SIX)}
    newer = {"9999": points(SIX | {2020: 70.0})}
    result = all_misses([newer, older])
    assert len(result) == 6
    outcome = {(one.municipality_code, one.origin, one.year): one.outcome for one in result}
    assert outcome["9999", 2019, 2020] == 70.0
    assert outcome["9998", 2019, 2020] == 90.0


def test_the_band_never_narrows_and_ends_with_too_few_errors() -> None:
    errors = [
        HorizonErrors(1, 1740, 0.042, 0.106),
        HorizonErrors(2, 1450, 0.055, 0.142),
        HorizonErrors(3, 870, 0.060, 0.128),
        HorizonErrors(4, 580, 0.082, 0.160),
        HorizonErrors(5, 290, 0.098, 0.221),
    ]
    assert band_of(errors).shares == (0.106, 0.142, 0.142, 0.160)
    assert band_of([]) == NO_BAND


def test_the_quantile_is_of_the_sizes_of_the_errors() -> None:
    errors = errors_by_horizon(misses("9999", points(SIX)))
    one_ahead = errors[0]
    sizes = sorted(
        abs(miss.share) for miss in misses("9999", points(SIX)) if miss.year - miss.origin == 1
    )
    assert (one_ahead.horizon, one_ahead.number) == (1, 2)
    assert one_ahead.quantile == pytest.approx(sizes[0] + 0.8 * (sizes[1] - sizes[0]))


def test_estimates_begin_at_the_latest_value_and_lose_their_band_where_it_ends() -> None:
    history = series({year: 100.0 * 0.98 ** (year - 2015) for year in range(2015, 2025)})
    done = done_of(history)
    result = estimates(history, done, Band((0.1, 0.2)), 2027)
    latest = 100.0 * 0.98**9
    assert [one.year for one in result] == [2025, 2026, 2027]
    assert result[0].value == pytest.approx(latest * 0.98)
    assert (result[0].low, result[0].high) == pytest.approx(
        (latest * 0.98 * 0.9, latest * 0.98 * 1.1)
    )
    assert result[2].value == pytest.approx(latest * 0.98**3)
    assert (result[2].low, result[2].high) == (None, None)


def test_a_forecast_stands_in_the_place_of_the_estimate_for_its_year_only() -> None:
    history = series(dict.fromkeys(range(2018, 2024), 10.0), forecasts={2025: 4.0})
    result = estimates(history, done_of(history), NO_BAND, 2026)
    assert [(one.year, one.value, one.status) for one in result] == [
        (2024, 10.0, Status.ESTIMATE),
        (2025, 4.0, Status.FORECAST),
        (2026, 10.0, Status.ESTIMATE),
    ]
    assert estimates(series({2023: 1.0}), None, NO_BAND, 2026) == ()
