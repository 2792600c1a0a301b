"""The carbon budget (RULES §4)."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from progress.goals.budget import (
    BudgetTerms,
    budget_account,
    budget_path,
    needed_budget_rate,
    powers_sum,
    run_out,
)
from progress.goals.done import done_of
from tests.progress.made_up_series import series

tonnes = st.floats(1.0, 1e7, allow_subnormal=False)


def test_borlange_starts_near_218_kton_if_1328_kton_and_16_per_cent_are_to_agree() -> None:
    """Contract 2024 §3.1: at most 1 328 kton CO2 2020–2040, 16 % a year.

    Σ_{k=0..20} 0.84^k = (1 − 0.84^21)/0.16 = (1 − 0.025697)/0.16 = 6.089396;
    1 328 000 / 6.089396 = 218 084 t in 2020.
    """
    path = budget_path(BudgetTerms(1_328_000, 2020, 2040), 0.16, None)
    assert path is not None
    assert path.base == pytest.approx(218_084, abs=1)
    values = [path.value(year) for year in range(2020, 2041)]
    assert sum(value for value in values if value is not None) == pytest.approx(1_328_000)


@given(tonnes, st.floats(0.1, 60.0, allow_subnormal=False), st.integers(1, 60))
def test_without_a_stated_rate_the_path_from_the_first_year_uses_the_budget(
    first_value: float, years_of_budget: float, length: int
) -> None:
    terms = BudgetTerms(first_value * years_of_budget, 2020, 2020 + length)
    path = budget_path(terms, None, first_value)
    if years_of_budget < 1:
        assert path is None
        return
    assert path is not None
    assert path.base == first_value
    total = first_value * powers_sum(1 - path.rate, 0, length)
    assert total == pytest.approx(terms.tonnes, rel=1e-6)


@given(
    tonnes, st.floats(0.001, 0.999, allow_subnormal=False), st.integers(1, 60), st.integers(0, 5)
)
def test_the_needed_rate_applied_uses_what_remains(
    value: float, share: float, counted: int, before: int
) -> None:
    years = counted + before
    remaining = value * counted * share
    result = needed_budget_rate(value, remaining, years, years_before=before)
    assert result is not None
    total = sum(value * (1 - result) ** k for k in range(before + 1, years + 1))
    assert total == pytest.approx(remaining, rel=1e-6)


def test_no_rate_is_needed_where_level_is_low_enough_and_none_is_enough_where_all_is_gone() -> None:
    assert needed_budget_rate(10, 50, 5) is None
    assert needed_budget_rate(0, 0, 5) is None
    assert needed_budget_rate(10, 0, 5) is None
    assert needed_budget_rate(10, -25, 5) is None


def test_the_run_out_day_spreads_a_year_evenly() -> None:
    """100 t: 2023 uses 60, 40 are left; 2024 has 366 days and 80 t, so half of it: 183 days,
    which is 2 July."""
    assert run_out(100, [(2023, 60), (2024, 80)]) == date(2024, 7, 2)
    assert run_out(100, [(2023, 60), (2024, 40)]) is None
    assert run_out(100, [(2023, 100), (2024, 0), (2025, 1)]) == date(2025, 1, 1)
    assert run_out(0, [(2023, 0)]) is None


@given(
    st.lists(st.floats(0, 1e6, allow_subnormal=False), min_size=1, max_size=30),
    st.floats(1, 1e7, allow_subnormal=False),
    st.floats(0.1, 10, allow_subnormal=False),
)
def test_scaling_all_tonnes_leaves_the_run_out_day(
    years: list[float], budget: float, scale: float
) -> None:
    before = run_out(budget, [(2020 + n, value) for n, value in enumerate(years)])
    after = run_out(budget * scale, [(2020 + n, value * scale) for n, value in enumerate(years)])
    if before is None or after is None:
        total = sum(years)
        assert before == after or total == pytest.approx(budget, rel=1e-9)
    else:
        assert abs((after - before).days) <= 1


def test_the_account_through_the_latest_observed_year() -> None:
    """Budget 100 t 2020–2029; 10 t a year observed 2020–2023: 40 used, 60 left, 40 % of the tonnes
    in 40 % of the time; level emissions sum to exactly 100, so it never runs out."""
    observed = series(dict.fromkeys(range(2018, 2024), 10.0))
    account = budget_account(BudgetTerms(100, 2020, 2029), observed, done_of(observed))
    assert account is not None
    assert account.used_tonnes == 40
    assert account.remaining_tonnes == 60
    assert account.share_used == pytest.approx(0.4)
    assert account.share_of_time == pytest.approx(0.4)
    assert account.run_out_if_level is None
    assert account.projected_sum_tonnes == pytest.approx(100)
    assert [(year.year, year.status) for year in account.years][3:6] == [
        (2023, "final"),
        (2024, "continued"),
        (2025, "continued"),
    ]
    assert [year.year for year in account.years] == list(range(2020, 2030))


def test_a_gap_year_is_filled_between_its_neighbours_and_changes_no_other_year() -> None:
    whole = {2019: 12.0, 2020: 11.0, 2021: 10.0, 2022: 6.0, 2023: 8.0, 2024: 7.0}
    terms = BudgetTerms(200, 2020, 2035)
    full = series(whole)
    gap = series({year: value for year, value in whole.items() if year != 2022})
    before = budget_account(terms, full, done_of(full))
    after = budget_account(terms, gap, done_of(gap))
    assert before is not None
    assert after is not None
    filled = {year.year: year for year in after.years}
    assert (filled[2022].tonnes, filled[2022].status) == (9.0, "estimate")
    assert [y for y in before.years if y.year != 2022] == [y for y in after.years if y.year != 2022]


def test_a_first_year_that_nothing_can_fill_gives_no_account() -> None:
    observed = series({2022: 10.0, 2023: 9.0})
    assert budget_account(BudgetTerms(100, 2020, 2030), observed, None) is None


def test_a_forecast_stands_in_the_account_but_never_counts_as_used() -> None:
    observed = series({2020: 10.0, 2021: 10.0, 2022: 10.0, 2023: 10.0}, forecasts={2024: 3.0})
    account = budget_account(BudgetTerms(100, 2020, 2030), observed, done_of(observed))
    assert account is not None
    assert account.used_tonnes == 40
    shown = {year.year: (year.tonnes, year.status) for year in account.years}
    assert shown[2024] == (3.0, "forecast")
    assert shown[2025] == (10.0, "continued")
    assert account.projected_sum_tonnes == pytest.approx(
        sum(value or 0 for value, _ in shown.values())
    )


def test_a_budget_that_has_not_begun_has_used_nothing() -> None:
    observed = series(dict.fromkeys(range(2018, 2024), 10.0))
    account = budget_account(BudgetTerms(100, 2026, 2035), observed, done_of(observed))
    assert account is not None
    assert (account.used_tonnes, account.share_of_time) == (0, 0)
    assert account.projected_sum_tonnes == pytest.approx(100)
