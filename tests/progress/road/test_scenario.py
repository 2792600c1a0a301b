"""A reader's own rate and start against a goal: the arithmetic holds whatever is chosen."""

from dataclasses import replace

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from progress.goals.budget import BudgetTerms, budget_account
from progress.goals.goal import GoalKind
from progress.goals.path import RatePath
from progress.goals.verdict import assess
from progress.goals.verdict_model import Verdict
from progress.road.scenario import (
    LAST_YEAR_TOLD,
    Scenario,
    budget_sum,
    delay,
    done_value,
    path_behind,
    rate_from,
    scenario_of,
)
from tests.progress.made_up_series import goal, series, shelf

values = st.floats(1.0, 1e7, allow_subnormal=False)
rates = st.floats(0.0, 0.5, allow_subnormal=False)
starts = st.integers(2025, 2040)

FALLING = {year: 1000.0 - 20 * (year - 2015) for year in range(2015, 2025)}


def target_verdict(value: float = 400.0, target_year: int = 2045) -> Verdict:
    aim = goal(GoalKind.LEVEL, value=value, target_year=target_year, base_year=2015)
    return assess(aim, shelf(series(FALLING)), 2026)


def budget_verdict(tonnes: float, first: int = 2020, last: int = 2040) -> Verdict:
    aim = goal(
        GoalKind.BUDGET, budget_tonnes=tonnes, budget_first_year=first, budget_last_year=last
    )
    return assess(aim, shelf(series(FALLING)), 2026)


def on_series(verdict: Verdict, rate: float, start: int) -> Scenario:
    result = scenario_of(verdict, rate, start)
    assert result is not None
    return result


def test_until_the_cuts_begin_emissions_go_on_at_the_done_rate() -> None:
    """820 t in 2024, 2.18 % less a year: 820·0.82^(2/9) = 784.6 in 2026, then −10 % a year."""
    chosen = on_series(target_verdict(), 0.1, 2027)
    assert chosen.at(2026) == pytest.approx(820 * 0.82 ** (2 / 9))
    assert chosen.at(2030) == pytest.approx(820 * 0.82 ** (2 / 9) * 0.9**4)
    assert chosen.year_of(790.0) == 2026
    level = on_series(replace(target_verdict(), done_rate=None), 0.1, 2027)
    assert level.at(2026) == 820


def test_a_years_delay_asks_for_a_higher_rate_and_leaves_more_emitted() -> None:
    """784.6 t in 2026 to 400 t in 2045: 19 years from 2027, 18 from 2028, after 767.4 t in 2027."""
    result = delay(target_verdict(), 2027)
    assert result is not None
    before = [820 * 0.82 ** (years / 9) for years in (2, 3)]
    rates = [1 - (400 / value) ** (1 / left) for value, left in zip(before, (19, 18), strict=True)]
    assert [result.rate, result.later_rate] == pytest.approx(rates)
    in_time = sum(before[0] * (1 - rates[0]) ** n for n in range(1, 20))
    later = before[1] + sum(before[1] * (1 - rates[1]) ** n for n in range(1, 19))
    assert result.more == pytest.approx(later - in_time)
    assert delay(target_verdict(value=400.0, target_year=2027), 2027) is None


def test_the_value_stays_level_until_the_start_and_falls_from_then() -> None:
    """1000 t in 2024, −10 % a year from 2027: 1000 in 2026, 900 in 2027, 810 in 2028."""
    chosen = Scenario(2024, 1000.0, 0.1, 2027)
    assert [chosen.at(year) for year in range(2024, 2029)] == pytest.approx(
        [1000, 1000, 1000, 900, 810]
    )
    assert chosen.sum(2025, 2028) == pytest.approx(3710)
    assert chosen.year_of(810.0) == 2028
    assert chosen.year_of(809.0) == 2029


@given(values, starts, st.integers(2025, 2100))
def test_a_rate_of_nought_is_level(value: float, start: int, year: int) -> None:
    chosen = Scenario(2024, value, 0.0, start)
    assert chosen.at(year) == value
    assert chosen.year_of(value * 0.99) is None


@given(values, rates, starts, st.integers(0, 10), st.integers(2025, 2080))
def test_a_later_start_never_gives_a_smaller_sum(
    value: float, rate: float, start: int, wait: int, last: int
) -> None:
    early = Scenario(2024, value, rate, start).sum(2025, last)
    late = Scenario(2024, value, rate, start + wait).sum(2025, last)
    assert late >= early or late == pytest.approx(early, rel=1e-12)


@given(values, rates, st.floats(0.0, 0.4, allow_subnormal=False), starts, st.integers(2025, 2080))
def test_a_higher_rate_never_gives_a_larger_sum(
    value: float, rate: float, more: float, start: int, last: int
) -> None:
    slow = Scenario(2024, value, rate, start).sum(2025, last)
    fast = Scenario(2024, value, min(rate + more, 0.99), start).sum(2025, last)
    assert fast <= slow or fast == pytest.approx(slow, rel=1e-12)


@given(values, rates, starts, st.floats(1e-3, 1e3, allow_subnormal=False))
def test_scaling_the_value_scales_the_sum_and_leaves_the_year(
    value: float, rate: float, start: int, scale: float
) -> None:
    one, other = Scenario(2024, value, rate, start), Scenario(2024, value * scale, rate, start)
    assert other.sum(2025, 2045) == pytest.approx(one.sum(2025, 2045) * scale)
    assert one.year_of(value * 0.3) == other.year_of(value * scale * 0.3)


@given(st.floats(1.0, 790.0, allow_subnormal=False), starts, st.integers(1, 30))
def test_the_required_rate_fed_back_reaches_the_target_in_the_target_year(
    target: float, start: int, years: int
) -> None:
    verdict = target_verdict(target, start + years - 1)
    required = rate_from(verdict, start)
    assume(required is not None and required < 1)  # the same pace may have reached it
    assert required is not None
    chosen = on_series(verdict, required, start)
    assert chosen.at(start + years - 1) == pytest.approx(target, rel=1e-6)
    assert chosen.year_of(target) == start + years - 1


@given(st.floats(5_000.0, 15_000.0, allow_subnormal=False), st.integers(2025, 2030))
def test_the_required_rate_fed_back_uses_the_budget_to_its_end(budget: float, start: int) -> None:
    verdict = budget_verdict(budget)
    required = rate_from(verdict, start)
    assume(required is not None and required < 1)
    assert required is not None
    assert verdict.budget is not None
    total = budget_sum(on_series(verdict, required, start), verdict.budget)
    assert total.total == pytest.approx(budget, rel=1e-6)
    assert total.over == pytest.approx(0.0, abs=budget * 1e-6)


@pytest.mark.parametrize("verdict", [target_verdict(), budget_verdict(15_000.0)])
def test_starting_at_once_is_the_verdicts_own_rate(verdict: Verdict) -> None:
    assert rate_from(verdict, 2025) == verdict.needed_rate


@given(st.integers(2025, 2044))
def test_waiting_never_lowers_the_required_rate(start: int) -> None:
    now, later = rate_from(target_verdict(), start), rate_from(target_verdict(), start + 1)
    assert now is not None
    assert later is None or later >= now


def test_a_budget_that_begins_after_the_start_counts_its_own_years_only() -> None:
    """Cuts from 2027, budget 2030–2032: the years before 2030 cost nothing of the budget."""
    verdict = budget_verdict(1_200.0, 2030, 2032)
    required = rate_from(verdict, 2027)
    assert required is not None
    assert verdict.budget is not None
    assert verdict.actual is not None
    total = budget_sum(on_series(verdict, required, 2027), verdict.budget)
    assert total.used == 0
    assert total.total == pytest.approx(1_200.0)


def test_no_rate_is_enough_where_the_budget_is_gone_while_waiting() -> None:
    assert rate_from(budget_verdict(6_000.0), 2029) is None


def test_no_rate_leads_to_nothing() -> None:
    assert rate_from(target_verdict(0.0), 2027) is None


def test_zero_emissions_are_already_there() -> None:
    chosen = Scenario(2024, 0.0, 0.0, 2027)
    assert chosen.year_of(0.0) == 2024
    assert chosen.sum(2025, 2045) == 0


def test_what_takes_beyond_the_century_is_not_dated() -> None:
    assert Scenario(2024, 1000.0, 0.001, 2027).year_of(10.0) is None
    assert Scenario(2024, 1000.0, 0.5, LAST_YEAR_TOLD).year_of(500.0) == LAST_YEAR_TOLD


@pytest.mark.parametrize(("rate", "start"), [(0.1, 2024), (-0.1, 2027), (1.0, 2027)])
def test_a_start_in_an_observed_year_or_an_impossible_rate_is_refused(
    rate: float, start: int
) -> None:
    with pytest.raises(ValueError, match=r"must|share"):
        Scenario(2024, 1000.0, rate, start)


def test_the_path_behind_a_verdict_passes_where_the_verdict_says() -> None:
    rated = goal(GoalKind.ANNUAL_RATE, rate=0.05, base_year=2015, target_year=2040)
    verdicts = [
        target_verdict(),
        budget_verdict(15_000.0),
        assess(rated, shelf(series(FALLING)), 2026),
    ]
    for verdict in verdicts:
        path = path_behind(verdict)
        assert path is not None
        assert verdict.latest_year is not None
        assert path.value(verdict.latest_year) == pytest.approx(verdict.path)


def test_a_budget_with_a_stated_rate_has_the_path_whose_sum_is_the_budget() -> None:
    verdict = budget_verdict(15_000.0)
    stated = replace(verdict, goal=replace(verdict.goal, rate=0.1))
    path = path_behind(stated)
    assert isinstance(path, RatePath)
    asked = [path.value(year) for year in range(2020, 2041)]
    assert sum(value for value in asked if value is not None) == pytest.approx(15_000.0)


def test_the_same_pace_goes_on_from_the_latest_value() -> None:
    """1000 t in 2015, 820 in 2024: (820/1000)^(1/9) a year, so 820·0.82^(6/9) in 2030."""
    verdict = target_verdict()
    assert done_value(verdict, 2024) == 820.0
    assert done_value(verdict, 2030) == pytest.approx(820 * 0.82 ** (6 / 9))
    assert done_value(replace(verdict, done_rate=None), 2030) is None


def test_the_account_and_the_scenario_meet_at_the_latest_observed_year() -> None:
    """Nothing is counted twice: level emissions give the account's own sum at level."""
    held = series(FALLING)
    account = budget_account(BudgetTerms(15_000.0, 2020, 2040), held, None)
    assert account is not None
    total = budget_sum(Scenario(2024, FALLING[2024], 0.0, 2025), account)
    assert total.total == pytest.approx(account.projected_sum_tonnes)
