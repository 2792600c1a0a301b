"""What it would take: the address decides, and every figure agrees with the rules."""

import re
from dataclasses import replace
from decimal import Decimal
from html import unescape
from typing import Any

import pytest

from layouts.boards.what_if import WhatIfAnswers, page
from layouts.boards.what_if.answers import held
from layouts.boards.what_if.choice import choose
from layouts.frame.page import Page
from layouts.html.to_html import to_html
from layouts.links.addresses import Address, href, parse
from progress.emissions.series import Gas, Scope
from progress.goals.goal import Goal, GoalKind, GoalScope, State
from progress.goals.verdict import assess
from progress.goals.yardstick import yardstick_goal
from progress.records import InvestmentAction, SectorValue
from tests.layouts.city_facts import HERE
from tests.progress.made_up_series import goal, series, shelf
from tests.progress.road.test_planned_effects import cut

COSTS: dict[str, Any] = {
    "cost_low": Decimal(120_000_000),
    "cost_high": Decimal(120_000_000),
    "cost_kind": "capex",
    "cost_period": "total",
}
SV = "/sv/kommun/provkoping/vad-kravs"
VALUES = {1990: 2000.0, **{year: 1000.0 - 20 * (year - 2015) for year in range(2015, 2025)}}
LEVEL = goal(GoalKind.LEVEL, goal_id="9999-G01", value=400.0, target_year=2030, base_year=2015)
BUDGET = goal(
    GoalKind.BUDGET,
    goal_id="9999-G02",
    scope=GoalScope.BUDGET,
    near_gas="co2e",
    near_reason_sv="Prov.",
    near_reason_en="Test.",
    budget_tonnes=15_000.0,
    rate=0.02,
    budget_first_year=2020,
    budget_last_year=2040,
)


def answers(
    *goals: Goal, actions: tuple[InvestmentAction, ...] = (), values: Any = VALUES
) -> WhatIfAnswers:
    find = shelf(series(values))
    every = (*goals, yardstick_goal("9999"))
    return WhatIfAnswers(HERE, tuple(assess(one, find, 2026) for one in every), actions, 2026)


def shown(query: str, given: WhatIfAnswers, path: str = SV) -> tuple[Page, str]:
    parsed = parse(path, query)
    assert parsed is not None
    made = page(parsed.address, given)
    return made, unescape(re.sub(r"<[^>]+>", " ", to_html(made.body))).replace("\xa0", " ")


def test_the_readers_rate_and_start_stand_in_the_address() -> None:
    """820 t in 2024, 784.6 at the same pace in 2026, −10 % a year from 2027: 515 t in 2030."""
    made, text = shown("takt=10&start=2027", answers(LEVEL))
    assert "i samma takt som hittills till och med 2026 (då 785 ton)" in text
    assert "minskar med 10 % om året" in text
    assert "515 ton" in text
    assert "3 år för sent" in text, "400 t is passed in 2033: 784.6 · 0.9⁷ = 375"
    assert made.problems == ()


@pytest.mark.parametrize("rate", ["7.5", "7,5"])
def test_decimals_may_follow_a_comma_or_a_point(rate: str) -> None:
    _, text = shown(f"takt={rate}&start=2027", answers(LEVEL))
    assert "7,5 % om året" in text


@pytest.mark.parametrize("query", ["takt=51", "takt=-1", "takt=1e1", "takt=50.1", "takt=x"])
def test_a_rate_outside_what_may_be_tried_is_named(query: str) -> None:
    parsed = parse(SV, query)
    assert parsed is not None
    assert [problem.name for problem in parsed.problems] == ["takt"]


@pytest.mark.parametrize("start", ["2024", "2031"])
def test_a_start_in_a_measured_year_or_after_the_goal_is_named(start: str) -> None:
    made, text = shown(f"start={start}", answers(LEVEL))
    assert [(problem.name, problem.value) for problem in made.problems] == [("start", start)]
    assert "från 2027" in text


def test_a_goal_that_is_not_the_citys_is_named() -> None:
    made, _ = shown("mal=0000-G99", answers(LEVEL))
    assert [problem.name for problem in made.problems] == ["mal"]


def test_without_a_choice_the_page_tells_the_rate_that_is_needed_and_that_it_suffices() -> None:
    """(400 / 784.6)^(1/4) = 0.845: 15.50 % a year in 2027–2030, a tenth up so that it suffices."""
    _, text = shown("", answers(LEVEL))
    assert "minskar med 15,6 % om året från 2027" in text
    assert "Det nås 2030." in text


def test_a_rate_of_nought_is_a_choice() -> None:
    _, text = shown("takt=0", answers(LEVEL))
    assert "till och med 2026 (då 785 ton) och sedan ligger kvar där är de 785 ton" in text
    assert "Det nås inte före 2100." in text


def test_a_city_without_goals_of_its_own_is_held_against_the_yardstick() -> None:
    result = held(answers().verdicts)
    assert [one.yardstick for one in result] == [True]
    _, text = shown("", answers())
    assert "300 ton år 2045" in text


def test_the_yardstick_never_comes_before_a_goal_of_the_citys_own() -> None:
    assert [one.goal_id for one in held(answers(LEVEL, BUDGET).verdicts)] == [
        "9999-G01",
        "9999-G02",
        "yardstick-2045",
    ]


def test_a_goal_whose_year_has_come_is_not_offered() -> None:
    past = goal(GoalKind.LEVEL, goal_id="9999-G03", value=900.0, target_year=2020, base_year=2015)
    assert [one.goal_id for one in held(answers(past).verdicts)] == ["yardstick-2045"]


def test_a_budget_is_told_as_a_sum_and_a_day_and_as_an_indication() -> None:
    """2020–2024: 900+880+860+840+820 = 4 300 t; 802 and 785 at the same pace, then 14 years of 785.

    16 871 t in all: 1 871 t over. After 2026 9 113 t are left, 11.6 years of 785 t: August 2038.
    """
    _, text = shown("mal=9999-G02&takt=0", answers(BUDGET))
    assert "16,9 tusen ton" in text
    assert "augusti 2038" in text
    assert "1 871 ton" in text
    assert "vägledande" in text


def test_the_citys_budget_stands_beside_another_goal_with_the_same_rate() -> None:
    _, text = shown("mal=9999-G01&takt=0", answers(LEVEL, BUDGET))
    assert "Stadens koldioxidbudget" in text
    assert "16,9 tusen ton" in text
    assert "ingen statistik räknar exakt det som budgeten omfattar" in text


def test_the_plan_tells_its_coverage_and_what_is_left_to_find() -> None:
    """Same pace 2030: 820·0.82^(6/9) = 718 t, less 60–90 t is 628–658 t; the goal is 400 t."""
    plan = (cut("P-1", 60.0, 90.0), cut("P-2", 5.0, reduction_period="unknown"))
    made, text = shown("", answers(LEVEL, actions=plan))
    assert "1 av 2 åtgärder" in text
    assert "1 av 1 åtgärder tar bort 60,0–90,0 ton år 2030, räknat från 718 ton" in text
    assert "Det räcker inte för målet" in text
    assert "228–258 ton är kvar att finna" in text
    assert "1 anger ett antal ton utan att säga om det gäller ett år eller flera" in text
    assert set(made.charts) == {"scenario-chart", "plan-chart"}


def test_a_plan_without_figures_says_so_and_draws_nothing() -> None:
    plan = (cut("P-1", 5.0, reduction_period="unknown"),)
    made, text = shown("", answers(LEVEL, actions=plan))
    assert "Ingen åtgärd i planen" in text
    assert set(made.charts) == {"scenario-chart"}, "a chart of measures needs a measure"


def test_a_city_without_a_plan_says_so() -> None:
    _, text = shown("", answers(LEVEL))
    assert "Ingen investeringsplan för Provköping finns här" in text


def test_the_gap_of_a_plan_is_of_the_whole_place_even_if_the_goal_is_of_one_sector() -> None:
    traffic = goal(
        GoalKind.LEVEL,
        goal_id="9999-G04",
        scope=GoalScope.TRANSPORT,
        value=10.0,
        target_year=2030,
        base_year=2015,
    )
    find = shelf(
        series(VALUES),
        series({year: value / 10 for year, value in VALUES.items()}, sector="transport"),
    )
    verdicts = tuple(assess(one, find, 2026) for one in (traffic, yardstick_goal("9999")))
    given = WhatIfAnswers(HERE, verdicts, (cut("P-1", 60.0),), 2026)
    _, text = shown("mal=9999-G04", given)
    assert "Gapet räknas mot: Jämförelsemål" in text


def test_a_municipality_without_statistics_has_a_page_that_says_so() -> None:
    given = WhatIfAnswers(HERE, (), (), 2026)
    made, text = shown("", given)
    assert "inget mål för Provköping" in text
    assert made.charts == {}


def test_no_field_of_the_form_needs_a_script() -> None:
    made, _ = shown("takt=7&start=2028", answers(LEVEL))
    html = to_html(made.body)
    assert 'method="get"' in html
    assert 'name="takt"' in html
    assert 'value="7"' in html
    assert 'value="2028"' in html
    assert 'name="mal"' in html
    assert html.count('name="takt"') == html.count('name="start"') == 3, "board and two forms"


def test_both_languages_tell_the_same_figures() -> None:
    given = answers(LEVEL, BUDGET, actions=(cut("P-1", 60.0, 90.0),))
    swedish, _ = shown("takt=10&start=2027", given)
    english, text = shown(
        "rate=10&start=2027", given, "/en/municipality/provkoping/what-would-it-take"
    )
    for chart_id, chart in swedish.charts.items():
        panel, other = chart.panels[0], english.charts[chart_id].panels[0]
        assert [one.points for one in panel.assumed] == [one.points for one in other.assumed]
        assert [wedge.years for wedge in panel.wedges] == [wedge.years for wedge in other.wedges]
        assert [path.points for path in panel.paths] == [path.points for path in other.paths]
    assert "515 tonnes" in text


def test_the_scenario_of_the_address_is_the_rules_own() -> None:
    choice = choose(
        Address("what_if", "sv", "provkoping", query=(("rate", "10"), ("start", "2027"))),
        answers(LEVEL),
    )
    assert choice is not None
    assert choice.scenario.at(2030) == pytest.approx(820 * 0.82 ** (2 / 9) * 0.9**4)
    assert choice.held.verdict.gas is Gas.CO2E
    assert choice.held.verdict.scope is Scope.TERRITORIAL


def plan_of(*levers: InvestmentAction, query: str = "", **changes: Any) -> tuple[Page, str]:
    return shown(query, replace(answers(LEVEL, actions=levers), **changes))


def test_only_ticked_levers_count_and_none_may_be_ticked() -> None:
    levers = (cut("P-1", 60.0, 90.0), cut("P-2", 30.0))
    assert "2 av 2 åtgärder tar bort 90,0–120 ton" in plan_of(*levers)[1]
    chosen = plan_of(*levers, query="atgarder=valda&atgard=P-2")[1]
    assert "1 av 2 åtgärder tar bort 30,0 ton" in chosen
    assert "Ingen av 2 åtgärder är vald" in plan_of(*levers, query="atgarder=valda")[1]


def test_levers_cut_no_more_than_their_sectors_hold() -> None:
    """Transport and machinery emitted 100 t of 820 in 2024: at the same pace 88 t of 718 in 2030.

    100/820 · 718 = 87.6.
    """
    release = answers(LEVEL).verdicts[0].release or ""
    sectors = {
        release: (
            SectorValue(2024, "transport", 80.0, "final"),
            SectorValue(2024, "machinery", 20.0, "final"),
            SectorValue(2024, "industry", 720.0, "final"),
        )
    }
    _, text = plan_of(cut("P-1", 60.0, 90.0, **COSTS), sectors=sectors)
    assert "tar bort 60,0–87,6 ton år 2030" in text
    dearer = "I transporter och arbetsmaskiner finns inte så mycket att minska: där kostar varje"
    assert dearer in text
    assert dearer not in plan_of(cut("P-1", 60.0, 80.0, **COSTS), sectors=sectors)[1]
    assert "mer än det som finns att minska i transporter och arbetsmaskiner" in text
    text = re.sub(r"\s+", " ", text)
    assert (
        "Industri och produktanvändning 720 ton 88 % Transporter och arbetsmaskiner 100 ton 12 %"
        in text
    )
    assert "Kommunkoncernens egna utsläpp finns inte här för Provköping" in text


def test_an_effect_that_rows_share_is_told_with_the_sectors_of_all_of_them() -> None:
    rows = tuple(
        cut(f"P-{number}", 60.0, sector=sector, shared_effect_group="P-plast")
        for number, sector in enumerate(("energy", "energy", "waste_and_circular"))
    )
    text = re.sub(r"\s+", " ", plan_of(*rows)[1])
    assert "Påhittad åtgärd Energi; Avfall och cirkulär ekonomi 60 2030" in text


def test_measures_are_summed_by_whom_the_plan_makes_responsible() -> None:
    levers = (
        cut("P-1", 60.0, 90.0, responsible="City of Malmö"),
        cut("P-2", 30.0, responsible="Municipal company Kraftringen"),
        cut("P-3", 7.0, responsible="Gas distributor"),
        cut("P-4", 5.0, responsible="Tekniska förvaltningen"),
        cut("P-5", 3.0, responsible=""),
    )
    text = re.sub(r"\s+", " ", plan_of(*levers)[1])
    assert "Kommunen och dess egna bolag 2 90,0–120 ton" in text
    assert "säger vem som äger 1 7,0 ton" in text
    assert "Någon som inte är placerad här 1 5,0 ton" in text
    assert "Planen säger inte vem 1 3,0 ton" in text


def test_a_measure_of_ones_own_comes_by_a_form_into_the_address_and_counts() -> None:
    query = "ny-atgard=Sol&ny-hogst=1 500&ny-lagst=100&ny-kostnad=2000000&ny-klar=2028"
    made, _ = shown(query, answers(LEVEL))
    assert made.leads_to is not None
    assert made.leads_to.all("own") == ("Sol~100~1500~2000000~~2028~",)
    again, text = shown(href(made.leads_to).partition("?")[2], answers(LEVEL))
    assert again.leads_to is None
    assert "1 av 1 åtgärder tar bort 100–718 ton år 2030" in text, "there is no more to cut"
    assert "2,0 mn kr för 1" in text
    assert "1 300–20 000 SEK för varje ton om året" in text, "2 000 000 / 1 500 and / 100"


@pytest.mark.parametrize(
    ("effect", "words"),
    [
        (300.0, "Det räcker inte för målet"),
        (340.0, "bara i det goda fallet"),
        (430.0, "även i det dåliga fallet"),
    ],
)
def test_what_suffices_in_the_good_case_is_not_told_as_sufficient(
    effect: float, words: str
) -> None:
    """At the same pace 718 t in 2030, at today's level 820 t; the goal is 400 t.

    The made-up series has no band: 718 − 340 = 378 suffices, 820 − 340 = 480 does not.
    """
    assert words in plan_of(cut("P-1", effect))[1]


def test_scenarios_are_named_in_the_address_and_told_beside_each_other() -> None:
    levers = (cut("P-1", 60.0, 90.0), cut("P-2", 30.0))
    chosen = "takt=10&start=2027&atgarder=valda&atgard=P-2"
    made, _ = plan_of(*levers, query=f"{chosen}&nytt-scenario=Lugnt")
    assert made.leads_to is not None
    assert made.leads_to.all("scenario") == ("Lugnt~10~2027~P-2",)
    _, text = plan_of(*levers, query="takt=20&scenario=Lugnt~10~2027~P-2&scenario=Inget~~~-")
    table = re.sub(r"\s+", " ", text[text.index("Scenarierna bredvid varandra") :])
    assert "Det som visas −20 % om året från 2027 321 ton 2/2 90,0–120 ton" in table, "784.6 · 0.8⁴"
    assert "Lugnt −10 % om året från 2027 515 ton 1/2 30,0 ton" in table
    assert "Inget −15,6 % om året från 2027 398 ton 0/2 0 ton" in table
    assert "vy=scenarier" in to_html(plan_of(*levers, query="scenario=Inget~~~-")[0].body)


def test_a_scenario_keeps_the_readers_own_measures_as_they_were_when_it_was_saved() -> None:
    sun, wind = "Sol~100~150~~~2028~", "Vind~20~20~~2026~2029~energy"
    made, _ = plan_of(
        cut("P-1", 60.0), query=f"egen={sun}&egen={wind}&scenario=Utan~~~&nytt-scenario=Båda"
    )
    assert made.leads_to is not None
    assert made.leads_to.all("scenario") == ("Utan~~~", f"Båda~~~~{sun}~{wind}")
    query = href(made.leads_to.with_query(own=(wind,))).partition("?")[2]
    table = re.sub(r"\s+", " ", plan_of(cut("P-1", 60.0), query=query)[1])
    table = table[table.index("Scenarierna bredvid varandra") :]
    pace = "−15,6 % om året från 2027 398 ton"
    assert f"Det som visas {pace} 2/2 80,0 ton" in table
    assert f"Utan {pace} 1/1 60,0 ton" in table
    assert f"Båda {pace} 3/3 180–230 ton" in table


def test_a_scenario_that_makes_the_address_too_long_to_be_read_is_not_kept() -> None:
    own = [f"{'Å' * 55}{number}~1~1~~~2028~" for number in range(6)]
    query = "&".join([*(f"egen={each}" for each in own), "nytt-scenario=Alla"])
    made, _ = plan_of(query=query)
    assert made.leads_to is not None
    assert made.leads_to.all("scenario") == ()
    assert made.leads_to.all("own") == tuple(own)


def test_a_neutral_goal_is_not_told_as_the_lenient_one_of_its_two_readings() -> None:
    """Of 2 000 t in 1990 at most 300 may be left: (300 / 784.6)^(1/4) is 21.4 % a year."""
    neutral = goal(GoalKind.STATE, goal_id="9999-G05", state=State.NEUTRAL, target_year=2030)
    text = re.sub(r"\s+", " ", shown("", answers(neutral))[1])
    assert "minskar med minst 21,4 % om året från 2027" in text
    assert "Målet säger inte hur mycket som får vara kvar 2030" in text
    assert "här räknas på högst 300 ton, 15 % av 1990" in text
    assert "Om 15 % av 1990 får vara kvar: det nås 2030." in text
    assert "2030, om 15 % av 1990 får vara kvar" in text
    assert "Det nås" not in text
    assert "Målets bana" not in text, "there is no path to a goal of two readings"
    made = page(
        Address("what_if", "sv", "provkoping"), answers(neutral, actions=(cut("P-1", 1.0),))
    )
    told = re.search(r"Målet nås [^.\"]*", to_html(made.body))
    assert told is None, "nor by a slider that is dragged"


def test_where_two_readings_end_differently_each_is_named() -> None:
    neutral = goal(GoalKind.STATE, goal_id="9999-G05", state=State.NEUTRAL, target_year=2030)
    given = answers(neutral, actions=(cut("P-1", 60.0),))
    text = re.sub(r"\s+", " ", shown("scenario=Lugnt~10~2027~", given)[1])
    assert "säger inte hur mycket som får vara kvar. Om inget får vara kvar: räcker inte" in text
    assert (
        "1/1 60,0 ton – Om inget får vara kvar: räcker inte, 658 ton kvar att finna. "
        "Om 15 % av 1990 får vara kvar: räcker inte, 358 ton kvar att finna." in text
    )


def test_the_yearly_need_is_told_by_payer_with_what_it_leaves_out() -> None:
    """120 million from 2027 to 2029 are 40 a year; an action without a first year is left out."""
    levers = (
        cut("P-1", 60.0, payer="Energibolaget", start_year=2027, end_year=2029, **COSTS),
        cut("P-2", 30.0, end_year=2029, **COSTS),
    )
    made, text = plan_of(*levers)
    text = re.sub(r"\s+", " ", text)
    assert "1 med båda årtalen, 1 utan" in text
    assert "Energibolaget 40,0 mn kr 40,0 mn kr 40,0 mn kr" in text
    assert "2 av 2 valda åtgärder har en kostnad i källan" in text
    assert "2 700 000 SEK för varje ton om året" in text, "240 million for 90 tonnes"
    assert "cost-chart" in made.charts
