"""Verdicts (RULES §2, §4, §5)."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from progress.emissions.series import Gas, Point, Scope, Series, Status, Unit
from progress.goals.background import Background
from progress.goals.goal import Goal, GoalKind, GoalScope, State
from progress.goals.verdict import assess
from progress.goals.verdict_model import Attainment, Basis, Direction, Reason, Robustness, Verdict
from progress.goals.yardstick import yardstick_goal
from tests.progress.made_up_series import CODE, goal, series, shelf

YEAR = 2026
REDUCTION = goal(GoalKind.REDUCTION, base_year=2015, target_year=2030, reduction=0.6)
FOSSIL_FREE = goal(GoalKind.STATE, target_year=2030, state=State.FOSSIL_FREE)
NEUTRAL = goal(GoalKind.STATE, target_year=2030, state=State.NEUTRAL)
BUDGET = goal(GoalKind.BUDGET, budget_tonnes=500.0, budget_first_year=2020, budget_last_year=2029)
RATE = goal(GoalKind.ANNUAL_RATE, base_year=2015, target_year=2040, rate=0.05)

values = st.floats(1e-3, 1e6, allow_subnormal=False)
histories = st.dictionaries(st.integers(2010, 2025), values, min_size=1, max_size=12)
open_goals = st.sampled_from([REDUCTION, FOSSIL_FREE, BUDGET, RATE])


def judged(aim: Goal, *loaded: Series, goals: tuple[Goal, ...] = (), year: int = YEAR) -> Verdict:
    return assess(aim, shelf(*loaded), year, Background(goals=(aim, *goals)))


def steady(first: float, rate: float, last_year: int = 2024, **older: float) -> Series:
    """A series that falls by a rate from 2015 on; `older` are earlier years (y1990=…)."""
    known = {int(name[1:]): value for name, value in older.items()}
    return series(
        known | {year: first * (1 - rate) ** (year - 2015) for year in range(2015, last_year + 1)}
    )


def codes(verdict: Verdict) -> set[str]:
    return {note.code for note in verdict.assumptions}


# Attainment


@pytest.mark.parametrize(
    ("rate", "attainment"),
    [(0.06, Attainment.YES), (0.05, Attainment.CLOSE), (0.04, Attainment.NO)],
)
def test_attainment_is_by_the_value_at_the_done_rate(rate: float, attainment: Attainment) -> None:
    """−60 % of 100 t by 2030 is 40 t. At 6 %: 57.3 t in 2024 and 39.5 in 2030. At 5 %: 63.0 and
    46.3: 16.7 of the 23.0 needed is under nine tenths … so the bounds are worked out here."""
    latest = 100 * (1 - rate) ** 9
    at_rate = latest * (1 - rate) ** 6
    expected = Attainment.NO
    if at_rate <= 40:
        expected = Attainment.YES
    elif latest - at_rate >= 0.9 * (latest - 40):
        expected = Attainment.CLOSE
    assert judged(REDUCTION, steady(100, rate)).attainment is expected
    if attainment is not Attainment.CLOSE:
        assert expected is attainment


def test_close_is_nine_tenths_of_what_is_needed() -> None:
    """From 100 t level to 40 t in six years: 60 t are needed. A fall to 46 t is 54, just enough."""
    for end, attainment in ((45.9, Attainment.CLOSE), (46.1, Attainment.NO)):
        rate = 1 - (end / 100) ** (1 / 6)
        history = {year: 100 / (1 - rate) ** (2024 - year) for year in range(2018, 2025)}
        aim = goal(GoalKind.LEVEL, target_year=2030, value=40.0)
        assert judged(aim, series(history)).attainment is attainment


def test_a_budget_is_close_within_a_tenth_of_the_budget() -> None:
    """Ten level years: 50 t a year is 500, 54 is 540, 56 is 560 against 500 t."""
    result = [judged(BUDGET, steady(level, 0)).attainment for level in (50, 54, 56)]
    assert result == [Attainment.YES, Attainment.CLOSE, Attainment.NO]


def test_reached_needs_nothing_more_and_no_robustness() -> None:
    verdict = judged(REDUCTION, series({2015: 100, 2020: 60, 2022: 50, 2024: 40}))
    assert verdict.attainment is Attainment.REACHED
    assert verdict.needed_rate is None
    assert verdict.needed_tonnes_per_year is None
    assert verdict.robustness is None


def test_reached_before_its_year_while_emissions_rise_is_uncertain() -> None:
    """10 t in 2015 and 30 in 2024 are under 40 t, but rise by 13 % a year."""
    aim = goal(GoalKind.LEVEL, target_year=2030, value=40.0)
    verdict = judged(aim, series({2015: 10, 2018: 15, 2021: 20, 2024: 30}))
    assert (verdict.attainment, verdict.robustness) == (Attainment.REACHED, Robustness.FRAGILE)
    assert "osäkert" in verdict.sentence_sv
    assert "uncertain" in verdict.sentence_en


def test_missed_when_the_target_year_is_observed_above_the_target() -> None:
    aim = replace(REDUCTION, target_year=2023)
    verdict = judged(aim, series({2015: 100, 2022: 60, 2023: 50, 2024: 30}))
    assert verdict.attainment is Attainment.MISSED
    assert verdict.needed_rate is None
    assert verdict.projected is None


def test_a_past_target_year_that_the_statistics_lack_is_settled_by_the_next_year() -> None:
    aim = replace(REDUCTION, target_year=2019)
    verdict = judged(aim, series({2015: 100, 2020: 39, 2024: 60}))
    assert verdict.attainment is Attainment.REACHED
    assert "target_year_is_gap" in codes(verdict)


def test_a_target_year_that_has_passed_without_statistics_awaits_them() -> None:
    """2025 has passed in 2026 and the statistics end in 2024: no pace is asked for, and what was
    left is told: 80 − 40 t."""
    aim = goal(GoalKind.LEVEL, target_year=2025, value=40.0)
    verdict = judged(aim, steady(80, 0.0))
    assert verdict.attainment is Attainment.AWAITING
    assert verdict.awaiting
    assert verdict.left == pytest.approx(40)
    assert (verdict.needed_rate, verdict.needed_tonnes_per_year, verdict.robustness) == (None,) * 3
    assert judged(aim, steady(80, 0.0), year=2025).attainment is Attainment.NO


def test_strictly_under_is_not_met_by_the_value_itself() -> None:
    aim = goal(GoalKind.LEVEL, target_year=2024, value=40.0, strict=True)
    assert judged(aim, steady(40, 0)).attainment is Attainment.MISSED
    assert judged(replace(aim, strict=False), steady(40, 0)).attainment is Attainment.REACHED


# What neutral means


def test_fossil_free_and_minus_all_are_nothing_and_told_in_tonnes() -> None:
    """100 t in 2015 at −3 %: 76.0 t in 2024; 12.7 t a year are needed, 2.1 at the done rate."""
    latest = 100 * 0.97**9
    for aim in (FOSSIL_FREE, goal(GoalKind.REDUCTION, target_year=2030, reduction=1.0)):
        verdict = judged(aim, steady(100, 0.03))
        assert verdict.target == 0
        assert verdict.needed_rate is None
        assert verdict.needed_tonnes_per_year == pytest.approx(latest / 6)
        assert verdict.done_tonnes_per_year == pytest.approx(latest * (1 - 0.97**6) / 6)
        assert verdict.attainment is Attainment.NO


def test_an_undefined_neutrality_has_two_bounds() -> None:
    """Nothing, or 15 % of 1990 = 30 t; needed is told of the lenient one, as a least."""
    verdict = judged(NEUTRAL, steady(100, 0.01, y1990=200))
    latest = 100 * 0.99**9
    assert verdict.bounds is not None
    assert verdict.bounds.strict.target == 0
    assert verdict.bounds.lenient.target == pytest.approx(30)
    assert verdict.target == pytest.approx(30)
    assert verdict.needed_is_least
    assert verdict.needed_rate == pytest.approx(1 - (30 / latest) ** (1 / 6))
    assert verdict.attainment is Attainment.NO
    assert verdict.path is None
    assert verdict.years_behind is None


def test_bounds_that_differ_depend_on_what_the_municipality_means() -> None:
    verdict = judged(NEUTRAL, steady(100, 0.14, y1990=200))
    assert verdict.bounds is not None
    assert verdict.bounds.lenient.attainment is not verdict.bounds.strict.attainment
    assert verdict.attainment is Attainment.DEPENDS
    assert "beror på vad kommunen menar" in verdict.sentence_sv


def test_another_row_of_the_city_says_what_neutral_means() -> None:
    """Gävle's form: climate-neutral 2030 is −80 % from 2020, so 20 % of that year's value."""
    meaning = goal(
        GoalKind.REDUCTION, goal_id="9999-G02", base_year=2020, target_year=2030, reduction=0.8
    )
    aim = replace(NEUTRAL, defined_by="9999-G02")
    verdict = judged(aim, steady(100, 0.02, y1990=200), goals=(meaning,))
    assert verdict.bounds is None
    assert verdict.base_year == 2020
    assert verdict.target == pytest.approx(0.2 * 100 * 0.98**5)
    assert "base_year_of_definition" in codes(verdict)


def test_a_definition_that_is_only_a_rate_is_told_beside_the_bounds() -> None:
    """Karlstad's form: 9 % a year is the city's own rate, beside what the lenient bound needs."""
    meaning = goal(GoalKind.ANNUAL_RATE, goal_id="9999-G02", target_year=2030, rate=0.09)
    aim = replace(NEUTRAL, defined_by="9999-G02")
    verdict = judged(aim, steady(100, 0.01, y1990=200), goals=(meaning,))
    assert verdict.bounds is not None
    assert verdict.own_rate == 0.09
    assert "stadens egen takt är 9" in verdict.sentence_sv


def test_neutral_in_carbon_dioxide_alone_has_no_target_and_awaits_without_what_is_left() -> None:
    dioxide = replace(steady(100, 0.01, y1990=200), gas=Gas.CO2)
    aim = replace(NEUTRAL, gas="co2")
    assert judged(aim, dioxide).reason is Reason.NO_TARGET_VALUE
    passed = judged(replace(aim, target_year=2025), dioxide)
    assert passed.attainment is Attainment.AWAITING
    assert passed.left is None
    assert "Målåret 2025 har gått" in passed.sentence_sv


def test_a_climate_positive_goal_is_at_best_close_and_a_least_demand() -> None:
    aim = replace(NEUTRAL, state=State.POSITIVE, residual_tonnes=60.0)
    verdict = judged(aim, steady(100, 0.05))
    assert verdict.attainment is Attainment.CLOSE
    assert verdict.needed_is_least
    assert judged(replace(aim, state=State.NEUTRAL), steady(100, 0.05)).attainment is Attainment.YES


def test_a_residual_of_another_account_makes_it_indicative() -> None:
    meaning = goal(
        GoalKind.REDUCTION,
        goal_id="9999-G02",
        scope=GoalScope.CITY_CORE,
        base_year=1990,
        target_year=2030,
        reduction=0.85,
    )
    verdict = judged(
        replace(NEUTRAL, defined_by="9999-G02"), steady(100, 0.02, y1990=200), goals=(meaning,)
    )
    assert verdict.target == pytest.approx(30)
    assert verdict.basis is Basis.INDICATIVE


# Base years and sizes


def test_where_no_base_year_is_stated_there_is_no_path() -> None:
    verdict = judged(goal(GoalKind.LEVEL, target_year=2030, value=50.0), steady(100, 0.02))
    assert (verdict.path, verdict.path_gap, verdict.years_behind) == (None, None, None)
    assert verdict.needed_rate is not None
    assert verdict.target_gap == pytest.approx(100 * 0.98**15 - 50)


def test_per_cent_of_no_known_base_is_not_assessable() -> None:
    history = steady(100, 0.03)
    for aim in (replace(REDUCTION, base_year=None), replace(REDUCTION, base_year=1990)):
        verdict = judged(aim, history)
        assert (verdict.attainment, verdict.reason) == (Attainment.NOT_ASSESSABLE, Reason.NO_BASE)
        assert verdict.done_rate is not None
    stated = judged(replace(REDUCTION, base_year=1990, base_value=150.0), history)
    assert stated.target == pytest.approx(60)
    assert "base_from_source" in codes(stated)


def test_a_rate_is_counted_from_the_first_year_of_its_budget() -> None:
    """Borlänge's form: 16 % a year belongs to the budget of 2020–2040."""
    own = replace(steady(100, 0.02), scope=Scope.BUDGET, gas=Gas.CO2)
    budget = replace(BUDGET, goal_id="9999-G02", scope=GoalScope.BUDGET, gas="co2")
    aim = replace(RATE, base_year=None, rate=0.16, scope=GoalScope.BUDGET, gas="co2")
    verdict = judged(aim, own, goals=(budget,))
    assert verdict.base_year == 2020
    assert verdict.tested_from == 2020
    assert judged(aim, own).base_year is None


def test_an_account_of_another_size_makes_per_cent_an_indication() -> None:
    """Stockholm's form: the city states twice the tonnes of the statistics for the base year; what
    one row states counts for the others of the same scope and gas."""
    stated = replace(REDUCTION, goal_id="9999-G02", base_value=200.0)
    for aim in (replace(REDUCTION, base_value=200.0), replace(REDUCTION, goal_id="9999-G03")):
        verdict = judged(aim, steady(100, 0.03), goals=(stated,))
        assert verdict.basis is Basis.INDICATIVE
        assert verdict.attainment is not Attainment.NOT_ASSESSABLE
        assert "account_of_other_size" in codes(verdict)
    assert judged(replace(REDUCTION, base_value=105.0), steady(100, 0.03)).basis is Basis.OWN


def test_an_amount_is_never_held_against_a_series_of_another_size() -> None:
    aim = goal(GoalKind.LEVEL, base_year=2015, base_value=200.0, target_year=2030, value=50.0)
    verdict = judged(aim, steady(100, 0.03))
    assert (verdict.attainment, verdict.reason) == (Attainment.NOT_ASSESSABLE, Reason.OTHER_SIZE)
    assert verdict.covers == pytest.approx(0.5)
    assert (verdict.needed_rate, verdict.path_gap, verdict.target_gap) == (None, None, None)
    assert judged(replace(aim, base_value=104.0), steady(100, 0.03)).reason is None


def near_budget(level: float) -> Verdict:
    near = series(
        dict.fromkeys(range(2015, 2024), level), gas=Gas.CO2, sectors_left_out=("industry",)
    )
    aim = replace(
        BUDGET,
        scope=GoalScope.BUDGET,
        gas="co2",
        rate=0.16,
        near_gas="co2",
        near_sectors_left_out=("industry",),
    )
    return judged(aim, near)


def test_a_budget_on_a_near_series_of_another_size_has_no_account() -> None:
    """500 t over 2020–2029 at 16 %: Σ 0.84^k = 5.1567, so it counts 96.96 t in 2020; the series
    has 57.2, which is 59 %."""
    verdict = near_budget(57.2)
    assert (verdict.attainment, verdict.reason) == (Attainment.NOT_ASSESSABLE, Reason.OTHER_SIZE)
    near = verdict.indicative
    assert near is not None
    assert near.budget is None
    assert near.covers == pytest.approx(0.59, abs=0.001)
    assert "täcker cirka 59" in verdict.sentence_sv
    assert near.needed_rate is None


def test_a_budget_on_a_near_series_of_its_size_is_an_indication() -> None:
    verdict = near_budget(97.0)
    assert verdict.reason is Reason.SCOPE_MISMATCH
    near = verdict.indicative
    assert near is not None
    assert near.basis is Basis.NEAR
    assert near.attainment is Attainment.NO
    assert near.budget is not None
    assert near.sectors_left_out == ("industry",)


def test_what_an_aim_leaves_out_makes_the_whole_area_an_indication() -> None:
    verdict = judged(replace(REDUCTION, leaves_out_sv="SSAB"), steady(100, 0.03))
    assert verdict.basis is Basis.INDICATIVE
    assert verdict.sentence_sv.startswith("Vägledande")
    assert any("SSAB" in note.text_sv for note in verdict.assumptions)


# Robustness


def test_a_verdict_that_holds_in_every_recount_is_stable() -> None:
    verdict = judged(REDUCTION, steady(100, 0.02))
    assert verdict.robustness is Robustness.STABLE
    assert [variant.code for variant in verdict.variants] == [
        "from_2016",
        "to_2023",
        "from_2020",
        "smoothed",
    ]
    assert verdict.fragile_variants == ()


def test_a_verdict_that_other_years_change_is_fragile_and_always_told_so() -> None:
    """A steep fall to 2020 and level after: on its way since 2015, not since 2020."""
    history = {2015: 100.0, 2016: 85.0, 2017: 75.0, 2018: 65.0, 2019: 60.0} | dict.fromkeys(
        range(2020, 2025), 55.0
    )
    verdict = judged(REDUCTION, series(history))
    assert verdict.attainment is Attainment.YES
    assert verdict.robustness is Robustness.FRAGILE
    assert "from_2020" in {fragile_variant.code for fragile_variant in verdict.fragile_variants}
    assert "osäkert" in verdict.sentence_sv
    assert "uncertain" in verdict.sentence_en


def test_with_fewer_than_three_variants_nothing_shows_that_it_holds() -> None:
    verdict = judged(REDUCTION, series({2015: 100, 2020: 90, 2022: 80, 2024: 75}))
    assert len(verdict.variants) == 1
    assert verdict.robustness is Robustness.FRAGILE
    assert "osäkert" in verdict.sentence_sv


def test_the_first_year_as_the_release_before_had_it_is_a_variant() -> None:
    now, before = steady(100, 0.02), steady(90, 0.0)
    background = Background(find_before=shelf(before))
    verdict = assess(REDUCTION, shelf(now), YEAR, background)
    restated = next(variant for variant in verdict.variants if variant.code == "first_restated")
    assert restated.rate == pytest.approx(1 - (100 * 0.98**9 / 90) ** (1 / 9))


def test_a_rate_is_tested_on_the_years_from_its_base() -> None:
    """−1 % a year to 2019 and −6 % after: under 5 % since 2015, over it since 2020."""
    history = {year: 100 * 0.99 ** (year - 2015) for year in range(2015, 2020)}
    history |= {year: history[2019] * 0.94 ** (year - 2019) for year in range(2020, 2025)}
    assert judged(RATE, series(history)).attainment is Attainment.NO
    since = judged(replace(RATE, base_year=2020), series(history))
    assert since.attainment is Attainment.YES
    assert since.tested_rate == pytest.approx(0.06)
    assert since.first_year == 2015
    assert all(not variant.code.startswith("from_2016") for variant in since.variants)


def test_more_than_the_promised_rate_is_told_with_why() -> None:
    verdict = judged(RATE, steady(100, 0.01))
    assert verdict.needed_rate is not None
    assert verdict.needed_rate > 0.05
    assert "eftersom minskningen hittills varit mindre" in verdict.sentence_sv
    assert verdict.sentence_sv.count("mindre om året") == 1, "the rate is said once"


# The sectors that begin


def test_a_sector_that_begins_is_in_the_level_and_in_nothing_else() -> None:
    whole = (*steady(100, 0.02).points[:-1], Point(2024, 500.0))
    history = replace(steady(100, 0.02), begun=("international_transport",), whole=whole)
    verdict = judged(REDUCTION, history)
    assert verdict.level == 500.0
    assert verdict.actual == pytest.approx(100 * 0.98**9)
    assert verdict.done_rate == pytest.approx(0.02)
    assert verdict.begun == ("international_transport",)


# Not assessable


def test_no_series_of_the_scope_is_said_so() -> None:
    verdict = judged(replace(NEUTRAL, scope=GoalScope.GROUP), steady(100, 0.03))
    assert (verdict.attainment, verdict.reason) == (Attainment.NOT_ASSESSABLE, Reason.NO_SERIES)
    assert verdict.indicative is None


@pytest.mark.parametrize("scope", [GoalScope.GROUP, GoalScope.CONSUMPTION])
def test_an_own_series_makes_the_goal_assessable(scope: GoalScope) -> None:
    own = replace(steady(100, 0.01), scope=Scope(scope))
    verdict = judged(replace(FOSSIL_FREE, scope=scope, coverage_differs=True), own)
    assert verdict.attainment is not Attainment.NOT_ASSESSABLE
    assert verdict.scope is Scope(scope)
    assert verdict.release == "made-up-2026"


def test_a_goal_that_counts_more_has_a_near_series_only_where_one_is_named() -> None:
    """Consumption counted by the goal's own words is never near (RULES §2)."""
    history = steady(100, 0.03, y1990=200)
    verdict = judged(replace(NEUTRAL, coverage_differs=True), history)
    assert (verdict.reason, verdict.indicative) == (Reason.SCOPE_MISMATCH, None)
    named = judged(replace(NEUTRAL, coverage_differs=True, near_gas="co2e"), history)
    assert named.reason is Reason.SCOPE_MISMATCH
    assert named.indicative is not None
    assert named.effective is named.indicative
    assert "near_series" in codes(named.indicative)


def test_too_few_years_still_tell_what_is_needed() -> None:
    verdict = judged(REDUCTION, series({2015: 100, 2024: 80}))
    assert verdict.reason is Reason.NO_DONE_RATE
    assert verdict.path_gap == pytest.approx(80 - 64)
    assert verdict.needed_rate == pytest.approx(1 - 0.5 ** (1 / 6))


def test_what_the_source_leaves_out_gives_no_target_value() -> None:
    history = steady(100, 0.03)
    for aim in (
        replace(FOSSIL_FREE, target_year=None),
        replace(RATE, rate=None, target_year=None),
        replace(BUDGET, budget_tonnes=None),
        replace(BUDGET, budget_first_year=None),
        goal(GoalKind.LEVEL, target_year=2030),
        goal(GoalKind.REDUCTION, target_year=2030),
    ):
        verdict = judged(aim, history)
        assert verdict.attainment is Attainment.NOT_ASSESSABLE
        assert verdict.reason is Reason.NO_TARGET_VALUE


def test_a_rate_without_an_end_still_has_its_path_and_is_what_is_needed() -> None:
    verdict = judged(replace(RATE, target_year=None), steady(100, 0.03))
    assert verdict.path == pytest.approx(100 * 0.95**9)
    assert verdict.needed_rate == 0.05
    assert verdict.attainment is Attainment.NO


def test_a_goal_in_words_or_in_another_unit_has_no_verdict() -> None:
    history = steady(100, 0.03)
    assert judged(goal(GoalKind.NARRATIVE), history).reason is Reason.NARRATIVE
    trips = goal(GoalKind.LEVEL, target_year=2030, value=40.0, unit_text="% av resor med bil")
    assert judged(trips, history).reason is Reason.NO_SERIES
    noted = replace(NEUTRAL, series_note_sv="Målet räknar annat.", series_note_en="Other things.")
    assert judged(noted, history).reason is Reason.NO_SERIES
    assert "Other things." in judged(noted, history).sentence_en


def test_a_gas_that_the_source_leaves_out_is_taken_as_all_and_flagged() -> None:
    verdict = judged(replace(FOSSIL_FREE, gas="unspecified"), steady(100, 0.03))
    assert verdict.gas is Gas.CO2E
    assert "gas_assumed" in codes(verdict)


def test_a_goal_per_person_needs_a_series_per_person() -> None:
    aim = goal(GoalKind.LEVEL, target_year=2030, value=1.0, per_person=True)
    assert judged(aim, steady(100, 0.03)).reason is Reason.NO_SERIES
    verdict = judged(aim, replace(steady(5, 0.03), unit=Unit.TONNES_PER_PERSON))
    assert verdict.unit is Unit.TONNES_PER_PERSON
    assert "ton per person" in verdict.sentence_sv.replace("\u00a0", " ")


def test_a_transport_goal_is_held_against_the_transport_sector() -> None:
    aim = replace(REDUCTION, scope=GoalScope.TRANSPORT)
    assert judged(aim, steady(100, 0.03)).reason is Reason.NO_SERIES
    transport = replace(steady(100, 0.07), sector="transport")
    assert judged(aim, transport).attainment is Attainment.YES


# Properties


@given(open_goals, histories, st.floats(0.01, 100, allow_subnormal=False))
def test_scaling_tonnes_scales_gaps_and_leaves_rates(
    aim: Goal, history: dict[int, float], scale: float
) -> None:
    small = judged(aim, series(dict(sorted(history.items()))))
    scaled_aim = aim
    if aim.budget_tonnes is not None:
        scaled_aim = replace(aim, budget_tonnes=aim.budget_tonnes * scale)
    large = judged(
        scaled_aim, series({year: value * scale for year, value in sorted(history.items())})
    )
    assert (small.path_gap is None) == (large.path_gap is None)
    if small.path_gap is not None and large.path_gap is not None and small.actual is not None:
        noise = 1e-6 * scale * (small.actual + abs(small.base or 0) + 1)
        assert large.path_gap == pytest.approx(small.path_gap * scale, rel=1e-6, abs=noise)
    if small.needed_rate is not None and large.needed_rate is not None:
        assert large.needed_rate == pytest.approx(small.needed_rate, abs=1e-6)


@given(open_goals, histories)
def test_every_history_gives_a_complete_verdict_with_sentences(
    aim: Goal, history: dict[int, float]
) -> None:
    verdict = judged(aim, series(dict(sorted(history.items()))))
    assert verdict.sentence_sv
    assert verdict.sentence_en
    assert (verdict.reason is None) == (verdict.attainment is not Attainment.NOT_ASSESSABLE)
    assert "None" not in verdict.sentence_sv + verdict.sentence_en
    assert "nan" not in verdict.sentence_en.lower().split()
    if verdict.fragile:
        assert "osäkert" in verdict.sentence_sv
        assert "uncertain" in verdict.sentence_en


@given(open_goals, histories)
def test_needed_and_done_are_in_the_same_unit(aim: Goal, history: dict[int, float]) -> None:
    """A rate beside a rate or tonnes beside tonnes, on what the verdict rests on."""
    verdict = judged(aim, series(dict(sorted(history.items()))))
    if verdict.needed_tonnes_per_year is not None and verdict.done_rate is not None:
        assert verdict.done_tonnes_per_year is not None
    if verdict.needed_rate is not None and verdict.target and verdict.target_year:
        years = verdict.target_year - (verdict.latest_year or 0)
        reached = (verdict.actual or 0) * (1 - verdict.needed_rate) ** years
        assert reached == pytest.approx(verdict.target, rel=1e-6)


def test_the_account_its_run_out_and_its_verdict_are_read_from_the_same_rows() -> None:
    """A forecast of next to nothing for every coming year makes the budget last."""
    coming = dict.fromkeys(range(2025, 2030), 1.0)
    history = series(dict.fromkeys(range(2015, 2025), 80.0), forecasts=coming)
    verdict = judged(replace(BUDGET, budget_tonnes=420.0), history)
    account = verdict.budget
    assert account is not None
    assert account.projected_sum_tonnes == pytest.approx(
        sum(row.tonnes or 0 for row in account.years)
    )
    assert account.run_out_at_done_rate is None
    assert verdict.attainment is Attainment.YES
    assert account.run_out_if_level is not None


@pytest.mark.parametrize("level", [0.0, 1e-12, 1e-3])
@pytest.mark.parametrize("aim", [REDUCTION, FOSSIL_FREE, BUDGET])
def test_zero_and_nearly_zero_are_values(aim: Goal, level: float) -> None:
    verdict = judged(aim, steady(level, 0))
    assert verdict.actual == level


@pytest.mark.parametrize("count", [1, 2, 4])
def test_one_two_and_four_points(count: int) -> None:
    verdict = judged(REDUCTION, series({2015 + 3 * n: 100.0 - n for n in range(count)}))
    assert (verdict.done_rate is not None) == (count >= 4)
    assert verdict.actual == 100.0 - (count - 1)


def test_a_preliminary_latest_year_is_observed() -> None:
    points = tuple(Point(year, 60.0) for year in range(2015, 2024))
    history = replace(steady(100, 0.03), points=(*points, Point(2024, 55.0, Status.PRELIMINARY)))
    verdict = judged(REDUCTION, history)
    assert (verdict.latest_year, verdict.latest_status) == (2024, Status.PRELIMINARY)


# Real figures


OREBRO = series(
    {
        1990: 847468.723,
        2000: 752951.195,
        2005: 747304.264,
        2010: 704083.16,
        2015: 439514.528,
        2020: 378166.58,
        2021: 424695.75,
        2022: 363747.978,
        2023: 347634.126,
        2024: 416489.106,
    },
    municipality_code="1880",
    release="smhi-co2e-2026",
)
"""Örebro, territorial CO2e, tonnes: the national emission database, release 2026, as republished by
Klimatkollen in municipality-data.json (territorial-data-pipeline, 25 June 2026)."""


def test_the_yardstick_for_orebro_worked_by_hand() -> None:
    """−85 % by 2045 from 1990.

    Target 0.15 · 847 468.723 = 127 120.308 t.
    Path in 2024: 847 468.723 − 720 348.415 · 34/55 = 847 468.723 − 445 306.292 = 402 162.430.
    Gap 416 489.106 − 402 162.430 = 14 326.676 t; no years behind, as the path begins before 2015.
    Needed, 21 years: 1 − (127 120.308/416 489.106)^(1/21) = 1 − 0.305219^0.047619 = 5.49 %.
    Done: 1 − (416 489.106/439 514.528)^(1/9) = 1 − 0.947612^0.111111 = 0.60 %: small changes.
    2045: 416 489.106 · 0.994039^21 = 367 300 t: 49 200 t less of the 289 369 needed, so no.
    From 2020: 1 − (416 489.106/378 166.58)^(1/4) = −2.44 %; to 2023: 2.89 %: uncertain direction.
    """
    verdict = assess(yardstick_goal("1880"), shelf(OREBRO), YEAR)
    assert verdict.target == pytest.approx(127120.308, abs=0.001)
    assert verdict.path == pytest.approx(402162.430, abs=0.01)
    assert verdict.path_gap == pytest.approx(14326.676, abs=0.01)
    assert verdict.years_behind is None
    assert verdict.needed_rate == pytest.approx(0.0549, abs=1e-4)
    assert verdict.done_rate == pytest.approx(1 - (416489.106 / 439514.528) ** (1 / 9))
    assert verdict.done_rate == pytest.approx(0.0060, abs=1e-4)
    assert verdict.direction is Direction.LEVEL
    assert verdict.direction_uncertain
    assert verdict.projected == pytest.approx(367_300, abs=200)
    assert (verdict.attainment, verdict.robustness) == (Attainment.NO, Robustness.STABLE)


def test_the_group_of_orebro_has_no_series() -> None:
    """Contract 2024 §3.1: the municipal group climate-neutral 2030; no public series of its own."""
    aim = replace(NEUTRAL, municipality_code="1880", scope=GoalScope.GROUP, gas="unspecified")
    assert assess(aim, shelf(OREBRO), YEAR).reason is Reason.NO_SERIES


def test_the_made_up_municipality_is_not_a_real_one() -> None:
    assert not CODE.startswith(("0", "1", "2"))
