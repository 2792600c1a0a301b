"""What the rules promise whatever the figures are, over whole verdicts (§3–§5)."""

import math
from dataclasses import fields
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from progress.goals.budget import BudgetTerms, budget_account, run_out
from progress.goals.done import done_of
from progress.goals.goal import Goal, GoalKind, State
from progress.goals.verdict import assess
from progress.goals.verdict_model import Attainment, Verdict
from tests.progress.made_up_series import goal, series, shelf

YEARS = range(2015, 2025)
amounts = st.floats(1.0, 1e7, allow_subnormal=False)
histories = st.dictionaries(
    st.sampled_from(YEARS), st.floats(0.0, 1e6, allow_subnormal=False), min_size=5
)


def level(value: float, target_year: int = 2045, base_year: int = 2015) -> Goal:
    return goal(GoalKind.LEVEL, value=value, target_year=target_year, base_year=base_year)


def rate(share: float, target_year: int = 2045, base_year: int = 2015) -> Goal:
    return goal(GoalKind.ANNUAL_RATE, rate=share, base_year=base_year, target_year=target_year)


def budget(tonnes: float, first: int = 2020, last: int = 2040) -> Goal:
    return goal(
        GoalKind.BUDGET, budget_tonnes=tonnes, budget_first_year=first, budget_last_year=last
    )


def judged(aim: Goal, values: dict[int, float]) -> Verdict:
    return assess(aim, shelf(series(dict(sorted(values.items())))), 2026)


@given(amounts, st.floats(0.0, 0.95, allow_subnormal=False))
def test_a_series_on_its_straight_path_has_no_gap_and_is_not_behind(
    base: float, kept: float
) -> None:
    target = base * kept
    on_path = {year: base + (target - base) * (year - 2015) / 30 for year in YEARS}
    verdict = judged(level(target), on_path)
    assert verdict.path_gap == pytest.approx(0.0, abs=base * 1e-6)
    assert verdict.years_behind == pytest.approx(0.0, abs=1e-6)


@given(amounts, st.floats(0.001, 0.4, allow_subnormal=False))
def test_a_series_on_its_rate_has_no_gap_is_not_behind_and_needs_that_rate(
    base: float, share: float
) -> None:
    on_path = {year: base * (1 - share) ** (year - 2015) for year in YEARS}
    verdict = judged(rate(share), on_path)
    assert verdict.path_gap == pytest.approx(0.0, abs=base * 1e-6)
    assert verdict.years_behind == 0.0
    assert verdict.needed_rate == pytest.approx(share, rel=1e-6)
    assert verdict.done_rate == pytest.approx(share, rel=1e-6)


@given(histories, st.sampled_from(YEARS))
def test_a_gap_year_changes_no_other_year(values: dict[int, float], gap: int) -> None:
    """Without one year's value, every other year of the account keeps its tonnes."""
    terms = BudgetTerms(1e6, 2015, 2040)
    whole = series(dict(sorted(values.items())))
    rest = {year: value for year, value in sorted(values.items()) if year != gap}
    less = series(rest)
    with_all = budget_account(terms, whole, done_of(whole))
    with_gap = budget_account(terms, less, done_of(less))
    if with_all is None or with_gap is None:
        return
    kept = {year.year: year.tonnes for year in with_gap.years}
    for one in with_all.years:
        if one.year in rest:
            assert kept[one.year] == one.tonnes == rest[one.year]


@given(histories, st.integers(0, 40))
def test_shifting_goal_and_series_alike_leaves_gap_and_rates(
    values: dict[int, float], shift: int
) -> None:
    """From 2015 on, where the done rate may begin."""
    here = judged(level(100.0, base_year=min(values)), values)
    moved = {year + shift: value for year, value in values.items()}
    there = judged(level(100.0, 2045 + shift, min(values) + shift), moved)
    assert there.attainment is here.attainment
    assert there.path_gap == pytest.approx(here.path_gap, rel=1e-6, abs=1e-6)
    assert there.needed_rate == here.needed_rate
    assert there.direction is here.direction


@given(histories, st.floats(1e-3, 1e3, allow_subnormal=False))
def test_scaling_series_and_budget_alike_leaves_shares_rates_and_dates(
    values: dict[int, float], scale: float
) -> None:
    values = {year: value + 1.0 for year, value in values.items()}
    here = judged(budget(2e6), values)
    there = judged(budget(2e6 * scale), {year: value * scale for year, value in values.items()})
    assert there.attainment is here.attainment
    assert (here.budget is None) == (there.budget is None)
    if here.budget is None or there.budget is None:
        return
    assert there.budget.share_used == pytest.approx(here.budget.share_used)
    assert there.budget.remaining_tonnes == pytest.approx(
        here.budget.remaining_tonnes * scale, rel=1e-6, abs=scale
    )
    assert (there.budget.run_out_if_level is None) == (here.budget.run_out_if_level is None)
    if here.needed_rate is not None:
        assert there.needed_rate == pytest.approx(here.needed_rate, abs=1e-6)


@given(amounts, st.lists(st.floats(1.0, 1e6, allow_subnormal=False), min_size=1, max_size=30))
def test_on_the_run_out_day_the_sum_passes_the_budget_and_not_the_day_before(
    tonnes: float, yearly: list[float]
) -> None:
    spent = list(enumerate(yearly, start=2020))
    day = run_out(tonnes, spent)
    if day is None:
        assert sum(yearly) <= tonnes * (1 + 1e-9)
        return

    def used_before(moment: date) -> float:
        first = date(moment.year, 1, 1)
        share = (moment - first).days / (date(moment.year + 1, 1, 1) - first).days
        earlier = math.fsum(value for year, value in spent if year < moment.year)
        return earlier + dict(spent)[moment.year] * share

    noise = tonnes * 1e-9 + 1e-6
    a_day = dict(spent)[day.year] / 365
    assert used_before(day) <= tonnes + noise
    assert used_before(day) + a_day >= tonnes - noise


@given(histories, st.integers(2000, 2019), st.floats(0.0, 1e6, allow_subnormal=False))
def test_a_goal_in_the_past_is_settled_by_what_is_measured(
    values: dict[int, float], target_year: int, target: float
) -> None:
    verdict = judged(level(target, target_year, base_year=1990), {1990: 1e6, 2024: 5.0} | values)
    assert verdict.attainment in (Attainment.REACHED, Attainment.MISSED)
    assert verdict.needed_rate is None
    assert verdict.needed_tonnes_per_year is None
    assert verdict.robustness is None


@pytest.mark.parametrize("kind", ["level", "rate", "budget", "state", "reduction"])
@given(
    st.dictionaries(st.sampled_from(YEARS), st.sampled_from([0.0, 1e-300, 1e-9, 1.0]), min_size=1)
)
def test_no_zero_or_near_zero_makes_a_figure_that_is_no_number(
    kind: str, values: dict[int, float]
) -> None:
    aims = {
        "level": level(0.0),
        "rate": rate(0.1),
        "budget": budget(1e-6),
        "state": goal(GoalKind.STATE, state=State.NEUTRAL, target_year=2030),
        "reduction": goal(GoalKind.REDUCTION, reduction=1.0, base_year=2015, target_year=2030),
    }
    verdict = judged(aims[kind], values)
    for each in fields(verdict):
        value = getattr(verdict, each.name)
        assert not isinstance(value, float) or math.isfinite(value), each.name
    assert verdict.sentence_sv
    assert "nan" not in f"{verdict.sentence_sv} {verdict.sentence_en}".lower().split()


@pytest.mark.parametrize("count", [1, 2, 3])
def test_with_under_four_points_nothing_is_projected(count: int) -> None:
    verdict = judged(level(10.0), {2021 + n: 100.0 - n for n in range(count)})
    assert verdict.attainment is Attainment.NOT_ASSESSABLE
    assert verdict.projected is None
    assert verdict.actual == 100.0 - (count - 1)


def test_a_missing_base_year_never_takes_a_neighbour_in_silence() -> None:
    """1990 is not in the release: −70 % of nothing known has no target value."""
    aim = goal(GoalKind.REDUCTION, reduction=0.7, base_year=1990, target_year=2030)
    verdict = judged(aim, dict.fromkeys(YEARS, 100.0))
    assert verdict.attainment is Attainment.NOT_ASSESSABLE
    assert verdict.target is None
    assert verdict.base_year in (None, 1990)
