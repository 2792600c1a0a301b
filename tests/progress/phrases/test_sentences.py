"""What verdicts say to readers."""

from dataclasses import replace

import pytest

from progress.emissions.series import Gas, Scope
from progress.goals.goal import GoalKind, GoalScope, State
from progress.goals.verdict import assess
from progress.goals.verdict_model import Attainment
from progress.i18n.catalogs import OWN as LANGUAGES
from progress.phrases.places import in_place
from progress.phrases.wording import done_label, in_tonnes, needed_label, pair
from progress.phrases.words import (
    attainment_word,
    badge,
    badge_of,
    scope_word,
    sector_phrase,
    variant_phrase,
)
from tests.progress.made_up_series import goal, series, shelf

YEAR = 2026
HISTORY = series(
    {1990: 4000.0} | {year: 2000.0 * 0.98 ** (year - 2015) for year in range(2015, 2025)}
)
LEVEL = goal(GoalKind.LEVEL, target_year=2030, value=600.0)


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_signal_has_a_word(lang: str) -> None:
    assert all(attainment_word(one, lang) for one in Attainment)
    assert all(scope_word(one, lang) for one in Scope)


def test_variants_are_named_as_a_meeting_would() -> None:
    assert variant_phrase("from_2020", "sv") == "räknat från 2020"
    assert variant_phrase("to_2023", "sv") == "räknat till 2023"
    assert variant_phrase("from_2020", "en") == "counted from 2020"
    assert variant_phrase("smoothed", "en") == "with a smoothed rate"
    assert variant_phrase("first_restated", "sv") == "med första året som i statistiken före"


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("attainment", list(Attainment))
def test_a_badge_never_hides_that_it_is_uncertain_or_an_indication(
    lang: str, attainment: Attainment
) -> None:
    bare = badge_of(attainment, lang)
    doubtful = badge_of(attainment, lang, uncertain=True, indicative=True)
    assert bare == attainment_word(attainment, lang)
    assert ("osäkert" if lang == "sv" else "uncertain") in doubtful
    assert doubtful.startswith("Vägledande" if lang == "sv" else "Indicative")


def test_needed_and_done_are_told_as_one_pair() -> None:
    """2 000 t in 2015 at −2 %: 1 667 t in 2024; to 600 t in 2030 takes 15.7 % a year."""
    verdict = assess(LEVEL, shelf(HISTORY), YEAR)
    assert plain(verdict.sentence_sv) == (
        "Högst 600 ton 2030 kräver 15,7 % mindre om året från 2024; 2015–2024 minskade utsläppen "
        "2,0 % om året. I samma takt nås målet inte (håller i alla omräkningar)."
    )
    assert plain(verdict.sentence_en) == (
        "At most 600 tonnes in 2030 requires 15.7% less a year from 2024; in 2015–2024 "
        "emissions fell by 2.0% a year. At the same pace the goal will not be met (it holds in "
        "every recalculation)."
    )
    assert pair(verdict, "sv") == ("minskning 15,7\u00a0% om året", "minskat 2,0\u00a0% om året")
    assert needed_label(verdict, "sv") == "Krävs från 2024"
    assert done_label(verdict, "sv") == "Gjort 2015–2024"


def test_where_nothing_may_be_left_the_pair_is_in_tonnes() -> None:
    aim = goal(GoalKind.STATE, target_year=2030, state=State.FOSSIL_FREE)
    verdict = assess(aim, shelf(HISTORY), YEAR)
    assert in_tonnes(verdict)
    assert pair(verdict, "sv") == ("minskning 300 ton om året", "minskat 32 ton om året")


@pytest.mark.parametrize(
    ("latest", "told"),
    [(2010.0, "2024 var utsläppen lika stora som 2015"), (2400.0, "20 % högre än 2015")],
)
def test_the_same_or_more_is_told_as_it_is(latest: float, told: str) -> None:
    level = series(dict.fromkeys(range(2015, 2024), 2000.0) | {2024: latest})
    assert told in plain(assess(LEVEL, shelf(level), YEAR).sentence_sv)


def test_a_budget_says_what_is_used_and_when_it_runs_out() -> None:
    aim = goal(
        GoalKind.BUDGET, budget_tonnes=12000.0, budget_first_year=2020, budget_last_year=2030
    )
    sentence = plain(assess(aim, shelf(HISTORY), YEAR).sentence_sv)
    assert "Av budgeten för 2020–2030 var 72 % använd 2024, på 45 % av tiden" in sentence
    assert "på samma nivå som 2024 tar den slut" in sentence
    assert "2015–2024 minskade" in sentence


def test_an_indication_names_its_series_first() -> None:
    near = replace(HISTORY, gas=Gas.CO2, sectors_left_out=("industry",))
    aim = goal(
        GoalKind.REDUCTION,
        scope=GoalScope.BUDGET,
        gas="co2",
        near_gas="co2",
        near_sectors_left_out=("industry",),
        base_year=2015,
        target_year=2030,
        reduction=0.5,
    )
    verdict = assess(aim, shelf(near), YEAR)
    assert verdict.sentence_sv.startswith("Kan inte bedömas")
    assert verdict.indicative is not None
    assert verdict.indicative.sentence_sv.startswith("Vägledande, för utsläppen inom kommunens")
    assert "utan Industri" in verdict.indicative.sentence_sv
    assert verdict.indicative.sentence_en.startswith("Indicative")
    assert badge(verdict, "sv").startswith("Vägledande")


def test_an_island_is_lived_on() -> None:
    assert in_place("Gotland", "sv") == "på Gotland"
    assert in_place("Gotland", "en") == "on Gotland"
    assert in_place("Provköping", "sv") == "i Provköping"


@pytest.mark.parametrize(("lang", "words"), [("sv", "transporter"), ("en", "transport")])
def test_a_sector_that_has_no_words_stands_by_its_code(lang: str, words: str) -> None:
    assert sector_phrase("transport", lang) == words
    assert sector_phrase("prov-50", lang) == "prov-50"
