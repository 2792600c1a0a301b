"""What verdicts say to readers."""

import string
from dataclasses import replace

import pytest

from progress.facts import Municipality
from progress.goals import GoalKind, GoalScope, State
from progress.i18n.catalogs import OWN as LANGUAGES
from progress.lead import lead, most_important
from progress.places import in_place
from progress.sentence_texts import EN, SV
from progress.series import Gas, Scope
from progress.verdict import assess
from progress.verdict_model import Attainment, Direction, Reason, Robustness
from progress.words import (
    attainment_word,
    direction_word,
    reason_word,
    robustness_word,
    scope_word,
    variant_phrase,
)
from progress.yardstick import yardstick_goal
from tests.progress.made_up_series import goal, series, shelf

YEAR = 2026
PLACE = Municipality("9999", "Provköping", "provkoping", "99", "Provlän")
HISTORY = series({1990: 200.0} | {year: 2000.0 - year + 2015 for year in range(2015, 2025)})
NEUTRAL = goal(GoalKind.STATE, target_year=2030, state=State.NEUTRAL)


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


def fields(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_both_languages_have_the_same_clauses_with_the_same_figures() -> None:
    assert SV.keys() == EN.keys()
    for key, text in SV.items():
        assert fields(text) == fields(EN[key]), key


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_signal_has_a_word(lang: str) -> None:
    assert all(attainment_word(one, lang) for one in Attainment)
    assert all(direction_word(one, lang) for one in (*Direction, None))
    assert all(robustness_word(one, lang) for one in Robustness)
    assert all(reason_word(one, lang) for one in Reason)
    assert all(scope_word(one, lang) for one in Scope)


def test_variants_are_named_as_a_meeting_would() -> None:
    assert variant_phrase("without_2024", "sv") == "utan 2024"
    assert variant_phrase("without_2020_2021", "sv") == "utan 2020 och 2021"
    assert variant_phrase("without_2024", "en") == "without 2024"
    assert variant_phrase("last_five", "en") == "with the last five years only"


def test_a_sentence_holds_actual_gap_years_direction_and_requirement() -> None:
    verdict = assess(NEUTRAL, shelf(HISTORY), YEAR)
    assert plain(verdict.sentence_sv) == (
        "År 2024 var utsläppen 1 991 ton, 1 191 ton mer än målets bana (8,9 år efter). "
        "Trenden sedan 2015 pekar varken uppåt eller nedåt, och målet för 2030 (0 ton) nås inte "
        "om den håller i sig; det krävs en minskning med 53,5 % per år."
    )
    assert plain(verdict.sentence_en) == (
        "In 2024 emissions were 1,991 tonnes, 1,191 tonnes more than the goal's path "
        "(8.9 years behind). The trend since 2015 points neither up nor down, and the goal for "
        "2030 (0 tonnes) will not be met if it holds; cuts of 53.5% a year are needed."
    )


def test_a_rise_is_said_plainly() -> None:
    rising = series({year: 1000.0 + 50 * (year - 2015) for year in range(2015, 2025)})
    verdict = assess(NEUTRAL, shelf(rising), YEAR)
    assert "ökade utsläppen" in verdict.sentence_sv
    assert "åt fel håll" in verdict.sentence_sv
    assert "emissions rose" in verdict.sentence_en
    assert "the wrong way" in verdict.sentence_en


def test_a_budget_says_what_is_used_and_when_it_runs_out() -> None:
    aim = goal(
        GoalKind.BUDGET, budget_tonnes=12000.0, budget_first_year=2020, budget_last_year=2030
    )
    verdict = assess(aim, shelf(HISTORY), YEAR)
    assert "83 % av budgeten var använd på 45 % av tiden" in plain(verdict.sentence_sv)
    assert "tar budgeten slut" in verdict.sentence_sv


def test_an_indication_names_its_series_first() -> None:
    near = replace(HISTORY, gas=Gas.CO2, sectors_left_out=("industry",))
    aim = replace(
        NEUTRAL,
        scope=GoalScope.BUDGET,
        gas="co2",
        near_gas="co2",
        near_sectors_left_out=("industry",),
    )
    verdict = assess(aim, shelf(near), YEAR)
    assert verdict.sentence_sv.startswith("Kan inte bedömas")
    assert verdict.indicative is not None
    assert verdict.indicative.sentence_sv.startswith("Vägledande, för utsläppen inom kommunens")
    assert "utan Industri" in verdict.indicative.sentence_sv
    assert verdict.indicative.sentence_en.startswith("As an indication")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_lead_tells_level_change_and_whether_it_is_on_track(lang: str) -> None:
    find = shelf(HISTORY)
    verdicts = (assess(NEUTRAL, find, YEAR), assess(yardstick_goal("9999"), find, YEAR))
    text = plain(lead(verdicts, PLACE, lang))
    assert "Provköping" in text
    assert "2024" in text
    assert "1990" in text
    assert ("är inte på väg dit" if lang == "sv" else "is not on its way there") in text
    assert 2 <= text.count(". ") + text.endswith(".") <= 3


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_lead_without_statistics_says_so(lang: str) -> None:
    verdicts = (assess(NEUTRAL, shelf(), YEAR), assess(yardstick_goal("9999"), shelf(), YEAR))
    assert "Provköping" in lead(verdicts, PLACE, lang)
    assert lead((), PLACE, lang) == lead(verdicts, PLACE, lang)


def test_the_lead_prefers_the_whole_place_and_the_nearest_year_ahead() -> None:
    find = shelf(HISTORY, replace(HISTORY, sector="transport"))
    late = assess(replace(NEUTRAL, goal_id="late", target_year=2045), find, YEAR)
    near = assess(replace(NEUTRAL, goal_id="near", target_year=2030), find, YEAR)
    part = assess(
        replace(NEUTRAL, goal_id="part", target_year=2028, scope=GoalScope.TRANSPORT), find, YEAR
    )
    past = assess(replace(NEUTRAL, goal_id="past", target_year=2020), find, YEAR)
    chosen = most_important((late, part, past, near))
    assert chosen is not None
    assert chosen.goal.goal_id == "near"
    assert most_important(()) is None


def test_an_island_is_lived_on() -> None:
    assert in_place("Gotland", "sv") == "på Gotland"
    assert in_place("Gotland", "en") == "on Gotland"
    assert in_place("Provköping", "sv") == "i Provköping"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_lead_says_why_own_goals_are_not_in_it(lang: str) -> None:
    find = shelf(HISTORY)
    yardstick = assess(yardstick_goal("9999"), find, YEAR)
    words = assess(replace(NEUTRAL, kind=GoalKind.NARRATIVE), find, YEAR)
    none, unassessed = (
        ("finns inte med", "går inte att bedöma, därför att de saknar siffror")
        if lang == "sv"
        else ("are not included", "cannot be assessed, because they have no figures")
    )
    assert none in lead((yardstick,), PLACE, lang)
    assert unassessed in lead((yardstick, words), PLACE, lang)
    assert none not in lead((yardstick, words), PLACE, lang)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_lead_says_when_emissions_rise_and_whose_gas_is_counted(lang: str) -> None:
    rising = series(
        {1990: 900.0} | {year: 1000.0 + 50 * (year - 2015) for year in range(2015, 2025)}
    )
    text = plain(lead((assess(yardstick_goal("9999"), shelf(rising), YEAR),), PLACE, lang))
    assert (
        "trenden i Provköping är att utsläppen ökar" if lang == "sv" else "is that emissions rise"
    ) in text
    dioxide = replace(HISTORY, gas=Gas.CO2)
    goal_of_dioxide = assess(replace(NEUTRAL, gas="co2"), shelf(dioxide), YEAR)
    text = plain(lead((goal_of_dioxide,), PLACE, lang))
    assert ("utsläppen av koldioxid" if lang == "sv" else "carbon dioxide emissions") in text
    assert ("varje år från 2025" if lang == "sv" else "every year from 2025") in text
