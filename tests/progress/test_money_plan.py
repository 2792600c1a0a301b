"""Investment plans add as RULES §7.4–5 ask: ranges, coverage, shared effects once."""

from dataclasses import replace
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from progress.money import cost_per_tonne as cpt
from progress.money.coverage import Coverage
from progress.money.plan import CostClass, cost_class, plan_sums
from progress.records import InvestmentAction

ACTION = InvestmentAction(
    municipality_code="0001",
    action_id="P-1",
    row_level="action",
    title="Prov",
    field="",
    sector="energy",
    responsible="",
    cost_low=Decimal(100),
    cost_high=Decimal(200),
    cost_currency="SEK",
    cost_kind="capex",
    cost_period="total",
    cost_text="",
    opex_per_year=None,
    opex_text="",
    reduction_low_t=10.0,
    reduction_high_t=20.0,
    reduction_period="annual",
    reduction_text="",
    sink_low_t=None,
    sink_high_t=None,
    sink_period="",
    sink_text="",
    shared_effect_group="",
    funding_source_text="",
    start_year=None,
    end_year=None,
    quality_flag="ok",
    note="",
    source_id="prov",
    section="",
)
UNKNOWN = replace(
    ACTION,
    action_id="P-2",
    cost_low=None,
    cost_high=None,
    cost_currency="",
    cost_kind="",
    cost_period="",
    reduction_low_t=None,
    reduction_high_t=None,
    reduction_period="",
)
CAPEX = CostClass("SEK", "capex", "total")


@st.composite
def plans(draw: st.DrawFn) -> list[InvestmentAction]:
    result = []
    for number in range(draw(st.integers(0, 12))):
        low = draw(st.none() | st.integers(0, 10**9))
        effect = draw(st.none() | st.integers(0, 10**5))
        result.append(
            replace(
                ACTION,
                action_id=f"P-{number}",
                cost_low=None if low is None else Decimal(low),
                cost_high=None if low is None else Decimal(low + draw(st.integers(0, 10**6))),
                cost_kind=draw(st.sampled_from(["capex", "opex", "total", "unknown"])),
                cost_period=draw(st.sampled_from(["total", "per_year", "unknown"])),
                reduction_low_t=effect,
                reduction_high_t=None if effect is None else effect + draw(st.integers(0, 99)),
                reduction_period=draw(
                    st.sampled_from(["annual", "by2030", "cumulative", "unknown"])
                ),
                row_level=draw(st.sampled_from(["action", "action", "portfolio", "scenario"])),
                shared_effect_group=draw(st.sampled_from(["", "", "g"])),
                sector=draw(st.sampled_from(["energy", "transport"])),
            )
        )
    return result


@given(plans())
def test_ranges_add_as_ranges_and_classes_stay_apart(plan: list[InvestmentAction]) -> None:
    result = plan_sums(plan)
    counted = [
        row
        for row in plan
        if row.row_level == "action" and row.cost_low is not None and row not in result.repeated
    ]
    for key, total in result.by_class.items():
        members = [row for row in counted if cost_class(row) == key]
        assert total.low == sum(row.cost_low for row in members if row.cost_low is not None)
        assert total.high == sum(row.cost_high for row in members if row.cost_high is not None)
        assert total.low <= total.high
        assert total.rows == len(members)
    assert sum(total.rows for total in result.by_class.values()) == len(counted)


@given(plans())
def test_sectors_add_up_to_the_plan_and_coverage_fits(plan: list[InvestmentAction]) -> None:
    result = plan_sums(plan)
    for key, total in result.by_class.items():
        assert total.low == sum(
            classes[key].low for classes in result.by_sector.values() if key in classes
        )
    assert result.coverage.of == sum(row.row_level == "action" for row in plan)
    assert result.coverage.known == sum(c.known for c in result.sector_coverage.values())


def test_only_actions_are_summed() -> None:
    portfolio = replace(ACTION, row_level="portfolio", cost_low=Decimal(10**9))
    result = plan_sums([ACTION, portfolio, UNKNOWN])
    assert result.by_class[CAPEX].low == 100
    assert result.coverage == Coverage(1, 2)


def test_a_cost_entered_twice_for_a_shared_effect_is_summed_once() -> None:
    one = replace(ACTION, shared_effect_group="g")
    twice = replace(one, action_id="P-3")
    other = replace(one, action_id="P-4", cost_high=Decimal(300))
    result = plan_sums([one, twice, other])
    assert result.repeated == (twice,)
    assert result.by_class[CAPEX].low == 200
    assert result.coverage == Coverage(3, 3)


def test_a_cost_without_upper_end_is_marked() -> None:
    result = plan_sums([replace(ACTION, cost_high=None)])
    assert result.by_class[CAPEX].open_ended == 1


@given(plans())
def test_a_plans_quotient_is_sum_over_sum_of_usable_units(plan: list[InvestmentAction]) -> None:
    units = cpt.units(plan)
    assert sum(len(unit.actions) for unit in units) == sum(r.row_level == "action" for r in plan)
    for total in cpt.plan_quotients(plan):
        members = [
            unit
            for unit in units
            if unit.problem is None
            and unit.effect is not None
            and unit.cost_kind == total.cost_kind
            and unit.effect.period == total.period
        ]
        assert total.cost_low == sum(u.cost_low for u in members if u.cost_low is not None)
        assert total.effect_high == sum(u.effect.high for u in members if u.effect is not None)
        assert total.coverage.known <= total.coverage.of
        low, high = total.quotient.low, total.quotient.high
        assert low is None or high is None or low <= high


def test_a_shared_effect_is_counted_once_for_its_group() -> None:
    first = replace(ACTION, shared_effect_group="g")
    second = replace(first, action_id="P-3", cost_low=Decimal(300), cost_high=Decimal(300))
    (unit,) = cpt.units([first, second])
    assert [unit.cost_low, unit.cost_high] == [400, 500]
    assert unit.effect == cpt.Effect(cpt.Measure.REDUCTION, "annual", Decimal(10), Decimal(20))
    assert unit.quotient == cpt.Quotient(Decimal(20), Decimal(50))


def test_kinds_of_effect_are_never_mixed() -> None:
    by2030 = replace(ACTION, action_id="P-3", reduction_period="by2030")
    sink = replace(
        ACTION,
        action_id="P-4",
        reduction_low_t=None,
        reduction_high_t=None,
        sink_low_t=5.0,
        sink_high_t=5.0,
        sink_period="annual",
    )
    result = cpt.plan_quotients([ACTION, by2030, sink])
    assert {(total.measure, total.period, total.units) for total in result} == {
        (cpt.Measure.REDUCTION, "annual", 1),
        (cpt.Measure.REDUCTION, "by2030", 1),
        (cpt.Measure.SINK, "annual", 1),
    }


def test_what_gives_no_quotient_says_why() -> None:
    problems = {
        cpt.NoQuotient.NO_COST: replace(UNKNOWN, reduction_low_t=1.0),
        cpt.NoQuotient.NO_EFFECT: replace(ACTION, reduction_low_t=None, reduction_high_t=None),
        cpt.NoQuotient.DOUBTFUL: replace(ACTION, quality_flag="range;source_error"),
        cpt.NoQuotient.COST_NOT_FOR_WHOLE: replace(ACTION, cost_period="per_year"),
        cpt.NoQuotient.TWO_EFFECTS: replace(ACTION, sink_low_t=1.0, sink_period="annual"),
    }
    for problem, action in problems.items():
        (unit,) = cpt.units([action])
        assert unit.problem is problem
        assert unit.quotient is None
    group = [replace(row, shared_effect_group="g") for row in (ACTION, UNKNOWN)]
    assert cpt.units(group)[0].problem is cpt.NoQuotient.MEMBER_WITHOUT_COST


def test_an_effect_of_zero_costs_without_quotient_but_counts_in_the_plan() -> None:
    nothing = replace(ACTION, action_id="P-3", reduction_low_t=0.0, reduction_high_t=0.0)
    assert cpt.units([nothing])[0].quotient == cpt.Quotient(None, None)
    (total,) = cpt.plan_quotients([ACTION, nothing])
    assert [total.cost_low, total.effect_high, total.units] == [200, 20, 2]


def test_kronor_per_tonne_leave_out_other_scopes_and_stand_in_the_plans_own_currency() -> None:
    euro = replace(ACTION, action_id="P-3", cost_currency="EUR")
    elsewhere = replace(ACTION, action_id="P-4", quality_flag=cpt.OTHER_SCOPE)
    euros, kronor = cpt.plan_quotients([ACTION, euro, elsewhere])
    assert [(each.currency, each.units) for each in (euros, kronor)] == [("EUR", 1), ("SEK", 1)]
    assert (kronor.cost_low, kronor.effect_low) == (Decimal(100), Decimal(10))
    assert cpt.of_other_scope([ACTION, euro, elsewhere]) == 1
    assert len([unit for unit in cpt.units([elsewhere]) if unit.quotient]) == 1  # told, not summed
