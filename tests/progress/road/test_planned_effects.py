"""The plan's effects in time: once each, only where the plan says when, ranges kept."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from progress.constants import PLAN_YEAR
from progress.records import InvestmentAction
from progress.road.planned_effects import PORTFOLIO, Unplaced, planned_effects


def action(action_id: str, **changes: Any) -> InvestmentAction:
    known: dict[str, Any] = {
        "municipality_code": "9999",
        "action_id": action_id,
        "row_level": "action",
        "title": "Påhittad åtgärd",
        "field": "",
        "sector": "transport",
        "responsible": "",
        "cost_low": None,
        "cost_high": None,
        "cost_currency": "SEK",
        "cost_kind": "",
        "cost_period": "",
        "cost_text": "",
        "opex_per_year": None,
        "opex_text": "",
        "reduction_low_t": None,
        "reduction_high_t": None,
        "reduction_period": "",
        "reduction_text": "",
        "sink_low_t": None,
        "sink_high_t": None,
        "sink_period": "",
        "sink_text": "",
        "shared_effect_group": "",
        "funding_source_text": "",
        "start_year": None,
        "end_year": None,
        "quality_flag": "ok",
        "note": "",
        "source_id": "made-up",
        "section": "",
    }
    return InvestmentAction(**(known | changes))


def cut(action_id: str, low: float, high: float | None = None, **changes: Any) -> InvestmentAction:
    return action(
        action_id,
        **{
            "reduction_low_t": low,
            "reduction_high_t": low if high is None else high,
            "reduction_period": "annual",
            **changes,
        },
    )


ranges = st.tuples(
    st.floats(0, 1e6, allow_subnormal=False), st.floats(0, 1e6, allow_subnormal=False)
).map(sorted)
plans = st.lists(
    st.builds(
        lambda number, both, period, group, end: cut(
            f"P-{number}",
            both[0],
            both[1],
            reduction_period=period,
            shared_effect_group=group,
            end_year=end,
        ),
        st.integers(0, 10_000),
        ranges,
        st.sampled_from(["annual", "by2030", "cumulative", "unknown", ""]),
        st.sampled_from(["", "", "one", "other"]),
        st.sampled_from([None, 2025, 2028, 2030, 2033]),
    ),
    unique_by=lambda row: row.action_id,
    max_size=12,
)


@given(plans)
def test_every_action_is_placed_or_has_a_reason(plan: list[InvestmentAction]) -> None:
    result = planned_effects(plan)
    assert result.coverage.of == len(plan)
    assert result.coverage.known + sum(result.unplaced.values()) == len(plan)


@given(plans)
def test_ranges_stay_ranges_and_the_sum_never_falls_before_the_plans_year(
    plan: list[InvestmentAction],
) -> None:
    result = planned_effects(plan)
    sums = [result.at(year) for year in range(2020, PLAN_YEAR + 1)]
    assert all(low <= high for low, high in sums)
    assert sums == sorted(sums)
    highest = sum(row.reduction_high_t or 0 for row in plan)
    assert sums[-1][1] <= highest * (1 + 1e-9)


@given(plans)
def test_the_sectors_add_up_to_the_whole(plan: list[InvestmentAction]) -> None:
    result = planned_effects(plan)
    parts = [result.at(PLAN_YEAR, sector) for sector in result.sectors]
    assert sum(high for _, high in parts) == pytest.approx(result.at(PLAN_YEAR)[1])


@given(plans, st.randoms(use_true_random=False))
def test_the_order_of_the_rows_does_not_matter(plan: list[InvestmentAction], shuffle: Any) -> None:
    mixed = list(plan)
    shuffle.shuffle(mixed)
    assert planned_effects(mixed).at(PLAN_YEAR) == pytest.approx(
        planned_effects(plan).at(PLAN_YEAR)
    )


def test_a_shared_effect_counts_once_for_all_its_actions() -> None:
    rows = [cut(f"P-{n}", 32_000, shared_effect_group="cycling") for n in range(4)]
    result = planned_effects([*rows, action("P-9", shared_effect_group="cycling")])
    assert result.at(PLAN_YEAR) == (32_000, 32_000)
    assert (result.coverage.known, result.coverage.of) == (5, 5)


def test_a_yearly_effect_counts_in_full_from_the_year_when_the_action_is_ready() -> None:
    result = planned_effects([cut("P-1", 100, start_year=2024, end_year=2027)])
    assert [result.at(year)[1] for year in (2024, 2026, 2027, 2030)] == [0, 0, 100, 100]
    assert result.assumed_years == 0


def test_a_yearly_effect_with_only_a_start_counts_from_it() -> None:
    result = planned_effects([cut("P-1", 100, start_year=2026)])
    assert [result.at(year)[1] for year in (2025, 2026)] == [0, 100]


def test_an_effect_without_a_year_stands_in_the_plans_year_and_says_so() -> None:
    """No ramp is invented: nothing counts the year before."""
    result = planned_effects([cut("P-1", 100), cut("P-2", 50, reduction_period="by2030")])
    assert result.at(PLAN_YEAR - 1) == (0, 0)
    assert result.at(PLAN_YEAR) == (150, 150)
    assert result.assumed_years == 1


def test_an_effect_by_2030_ignores_when_the_action_is_ready() -> None:
    result = planned_effects([cut("P-1", 100, reduction_period="by2030", end_year=2026)])
    assert result.at(2029) == (0, 0)


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        (action("P-1"), Unplaced.NO_EFFECT),
        (cut("P-1", 10, reduction_period="unknown"), Unplaced.UNKNOWN_KIND),
        (cut("P-1", 10, reduction_period=""), Unplaced.UNKNOWN_KIND),
        (cut("P-1", 10, reduction_period="cumulative"), Unplaced.CUMULATIVE),
        (cut("P-1", 10, end_year=2033), Unplaced.AFTER_PLAN),
        (cut("P-1", 10, quality_flag="range;source_error"), Unplaced.DOUBTFUL),
        (cut("P-1", 10, quality_flag="ok;other_scope"), Unplaced.OTHER_SCOPE),
        (action("P-1", sink_low_t=9.0, sink_high_t=9.0, sink_period="annual"), Unplaced.SINK_ONLY),
    ],
)
def test_what_cannot_be_placed_says_why(row: InvestmentAction, reason: Unplaced) -> None:
    result = planned_effects([row])
    assert result.unplaced == {reason: 1}
    assert not result.quantified
    assert result.at(PLAN_YEAR) == (0, 0)


def test_an_effect_of_nought_is_a_known_effect() -> None:
    result = planned_effects([cut("P-1", 0)])
    assert result.quantified
    assert result.coverage.known == 1


def test_uptake_is_never_added_to_cuts() -> None:
    row = cut("P-1", 100, sink_low_t=900.0, sink_high_t=900.0, sink_period="annual")
    assert planned_effects([row]).at(PLAN_YEAR) == (100, 100)


def test_a_plan_is_read_on_one_level() -> None:
    field = cut("F-1", 1_000, row_level=PORTFOLIO)
    total = cut("T-1", 5_000, row_level="programme_total")
    one = cut("P-1", 10)
    assert planned_effects([field, total, one]).at(PLAN_YEAR) == (10, 10)
    only_fields = planned_effects([field, total, action("P-1")])
    assert only_fields.level == PORTFOLIO
    assert only_fields.at(PLAN_YEAR) == (1_000, 1_000)
    assert only_fields.coverage.of == 1


def test_an_empty_plan_has_nothing_to_place() -> None:
    result = planned_effects([])
    assert (result.coverage.known, result.coverage.of, result.first_year) == (0, 0, None)
