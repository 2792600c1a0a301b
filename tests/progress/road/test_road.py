"""The road to a goal: levers take off the same pace what there is to take, and no case flatters."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from progress.money.sector_places import Group
from progress.records import InvestmentAction
from progress.road.levers import Lever, lever_costs, plan_levers, yearly_need
from progress.road.planned_effects import planned_effects
from progress.road.road import RoadYear, Sufficiency, band_at, road, road_end, road_sum
from tests.progress.road.test_planned_effects import cut

PACE = {2024: 1000.0, 2025: 900.0, 2026: 800.0, 2027: 700.0}
tonnes = st.floats(0.0, 1e6, allow_subnormal=False)


def lever(
    low: float, high: float, ready: int = 2026, group: Group | None = Group.TRANSPORT
) -> Lever:
    return Lever(f"L{low}-{high}-{ready}", ("Prov",), group, low, high, ready)


def test_a_lever_counts_in_full_from_the_year_it_is_ready() -> None:
    years = road(PACE, [lever(100, 150)], {Group.TRANSPORT: 400.0})
    assert [(each.year, each.low, each.high) for each in years] == [
        (2025, 0, 0),
        (2026, 100, 150),
        (2027, 100, 150),
    ]


def test_a_group_gives_no_more_than_it_holds_at_the_same_pace() -> None:
    """200 t in 2024 are 140 t in 2027, when the whole has fallen to seven tenths."""
    years = road(PACE, [lever(100, 150), lever(20, 30)], {Group.TRANSPORT: 200.0})
    assert years[-1].low == 120
    assert years[-1].high == pytest.approx(140)
    assert years[-1].limited == {Group.TRANSPORT}


@given(st.lists(st.tuples(tonnes, tonnes), max_size=6), tonnes)
def test_nothing_cuts_more_than_there_is(effects: list[tuple[float, float]], held: float) -> None:
    levers = [
        lever(min(pair), max(pair), 2025, None if number % 2 else Group.WASTE)
        for number, pair in enumerate(effects)
    ]
    for year in road(PACE, levers, {Group.WASTE: held}):
        assert 0 <= year.low <= year.high * (1 + 1e-9)
        assert year.high <= year.pace * (1 + 1e-9)


def test_the_bad_case_takes_nothing_for_granted_that_the_pace_may_hold_already() -> None:
    """700 t at the same pace, 1 000 t today: 320 t less is 380 t, or 680 t if the pace is them."""
    end = RoadYear(2027, 700.0, {Group.TRANSPORT: (320.0, 320.0)})
    result = road_end(end, 400.0, 1000.0, {2025: 0.1})
    assert (result.good, result.low, result.high, result.bad) == pytest.approx((310, 380, 380, 680))
    assert result.sufficiency is Sufficiency.GOOD
    assert road_end(end, 680.0, 1000.0, {}).sufficiency is Sufficiency.BOTH
    assert road_end(end, 300.0, 1000.0, {2025: 0.1}).sufficiency is Sufficiency.NEITHER
    assert result.open == (0.0, 0.0)


def test_a_rising_pace_is_the_bad_case_with_its_band() -> None:
    end = RoadYear(2027, 1200.0, {None: (100.0, 200.0)})
    assert road_end(end, 0.0, 1000.0, {2026: 0.2}).bad == pytest.approx(1200 * 1.2 - 100)


def test_a_budget_is_held_against_the_sum_of_its_years() -> None:
    years = road(PACE, [lever(100, 100)], {})
    result = road_sum(years, 500.0, 2700.0, 1000.0, {})
    assert result.low == 500 + 900 + 700 + 600
    assert result.bad == 500 + 1000 + 900 + 900


@pytest.mark.parametrize(("year", "share"), [(2024, 0.0), (2025, 0.1), (2026, 0.2), (2045, 0.2)])
def test_beyond_the_last_year_the_band_is_as_wide_as_in_it(year: int, share: float) -> None:
    assert band_at({2025: 0.1, 2026: 0.2}, year) == share


def costing(action_id: str, millions: int) -> InvestmentAction:
    cost = Decimal(millions * 1_000_000)
    return cut(
        action_id,
        50.0,
        shared_effect_group="A",
        start_year=2026,
        end_year=2028,
        cost_low=cost,
        cost_high=cost,
        cost_kind="capex",
        cost_period="total",
    )


def test_costs_of_a_shared_effect_count_once_and_years_are_even() -> None:
    """Two actions share 50 t and cost 30 and 60 million in 2026–2028; a third tells no cost."""
    rows = [costing("P-1", 30), costing("P-2", 60), cut("P-3", 10.0)]
    levers = plan_levers(planned_effects(rows), rows)
    assert [each.key for each in levers] == ["P-1", "P-3"]
    costs_of = lever_costs(levers)
    assert (costs_of.coverage.known, costs_of.coverage.of) == (1, 2)
    (total,) = costs_of.sums.values()
    assert total.low == total.high == 90_000_000
    assert total.quotient is not None
    assert total.quotient.low == 90_000_000 / 50
    need = yearly_need(levers, 2027)
    each_year = (Decimal(30_000_000), Decimal(30_000_000))
    assert need.by_payer["", "SEK"] == {2027: each_year, 2028: each_year}
    assert (need.spread, need.unspread) == (1, 0)
