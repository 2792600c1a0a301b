"""The gap is need less what is secured where both are known: never a guess, never below nothing."""

from dataclasses import replace
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from progress.money.coverage import Coverage
from progress.money.funding import funding_gap, funding_gaps, gaps_by
from progress.money.plan import plan_sums
from progress.records import InvestmentAction
from tests.progress.test_money_plan import ACTION, UNKNOWN

FUNDED = replace(ACTION, payer="municipality", secured=Decimal(50), start_year=2027)
amounts = st.decimals(min_value=0, max_value=10**9, places=0)


def action(
    number: int, low: Decimal, more: Decimal, secured: Decimal | None, payer: str
) -> InvestmentAction:
    return replace(
        ACTION,
        action_id=f"P-{number}",
        cost_low=low,
        cost_high=low + more,
        secured=secured,
        payer=payer,
    )


plans = st.lists(
    st.tuples(
        amounts, amounts, st.none() | amounts, st.sampled_from(["", "state", "municipality"])
    ),
    max_size=12,
).map(lambda rows: [action(number, *row) for number, row in enumerate(rows)])


@given(plans)
def test_the_gaps_of_all_payers_add_up_to_the_plans(plan: list[InvestmentAction]) -> None:
    whole = funding_gap(plan)
    parts = [one.gap for one in gaps_by(plan, lambda row: row.payer, "SEK")]
    for name in ("need_low", "need_high", "secured", "gap_low", "gap_high"):
        known = [getattr(part, name) for part in parts if getattr(part, name) is not None]
        assert (sum(known, Decimal(0)) if known else None) == getattr(whole, name)
    assert sum(part.coverage.known for part in parts) == whole.coverage.known
    assert sum(part.coverage.of for part in parts) == whole.coverage.of == len(plan)


@given(plans)
def test_a_gap_is_a_range_that_is_never_below_nothing(plan: list[InvestmentAction]) -> None:
    gap = funding_gap(plan)
    if gap.gap_low is None or gap.gap_high is None:
        assert all(row.secured is None for row in plan)
        return
    assert 0 <= gap.gap_low <= gap.gap_high
    assert gap.need_high is not None
    assert gap.gap_high <= gap.need_high


def test_only_actions_where_both_are_known_count_and_zero_secured_is_known() -> None:
    nothing = replace(ACTION, action_id="P-3", secured=Decimal(0))
    silent = replace(ACTION, action_id="P-4")
    uncosted = replace(UNKNOWN, secured=Decimal(5))
    gap = funding_gap([FUNDED, nothing, silent, uncosted])
    assert gap.need_low == 200
    assert gap.need_high == 400
    assert gap.secured == 50
    assert gap.gap_low == 150
    assert gap.gap_high == 350
    assert gap.coverage == Coverage(2, 4)
    assert funding_gap([silent, uncosted]).gap_high is None


def test_a_cost_each_year_or_without_upper_end_is_no_known_need() -> None:
    yearly = replace(FUNDED, cost_period="per_year")
    endless = replace(FUNDED, cost_high=None)
    assert funding_gap([yearly, endless]).coverage == Coverage(0, 2)


def test_what_one_action_has_too_much_of_covers_no_other() -> None:
    rich = replace(FUNDED, action_id="P-3", secured=Decimal(200))
    gap = funding_gap([FUNDED, rich])
    assert gap.gap_low == 50
    assert gap.gap_high == 150


def test_currencies_stay_apart_and_kronor_come_first() -> None:
    euro = replace(FUNDED, action_id="P-3", cost_currency="EUR")
    assert [gap.currency for gap in funding_gaps([euro, FUNDED])] == ["SEK", "EUR"]
    assert [gap.currency for gap in funding_gaps([euro])] == ["EUR"]
    (unknown,) = funding_gaps([ACTION])
    assert (unknown.currency, unknown.need_low) == ("SEK", None)


def test_two_payers_of_one_action_are_not_one_cost_entered_twice() -> None:
    shared = replace(FUNDED, shared_effect_group="gemensam")
    other = replace(shared, action_id="P-3", payer="state")
    assert plan_sums([shared, other]).repeated == ()
    assert funding_gap([shared, other]).need_high == 400
    again = replace(shared, action_id="P-4")
    assert plan_sums([shared, again]).repeated == (again,)
    assert funding_gap([shared, again]).need_high == 200
