"""What a city's page says first (RULES §4, §5)."""

from dataclasses import replace

import pytest

from progress.emissions.change_causes import change_causes
from progress.emissions.events import Event, Way
from progress.emissions.series import Gas, Series
from progress.goals.background import Background
from progress.goals.goal import Goal, GoalKind, GoalScope, State
from progress.goals.leading import leading, own_goals
from progress.goals.verdict import assess
from progress.goals.verdict_model import Verdict
from progress.goals.yardstick import yardstick_goal
from progress.phrases.lead import PHONE_ROOM, ROOM, YARDSTICK_ROOM, lead
from progress.records import Municipality
from tests.progress.made_up_series import goal, series, shelf

YEAR = 2026
PLACE = Municipality("9999", "Provköping", "provkoping", "99", "Provlän")
HISTORY = series(
    {1990: 4000.0} | {year: 2000.0 * 0.98 ** (year - 2015) for year in range(2015, 2025)}
)
REDUCTION = goal(GoalKind.REDUCTION, base_year=1990, target_year=2030, reduction=0.8)
NEUTRAL = goal(GoalKind.STATE, goal_id="9999-G02", target_year=2030, state=State.NEUTRAL)
CUT = Event(
    "cut-2024",
    2024,
    None,
    ("transport", "machinery"),
    Way.UP,
    "biobränslekravet sänktes i hela landet",
    "the biofuel requirement was cut nationwide",
    "",
    "",
    "",
    "",
)
CAUSES = change_causes(
    2024,
    {"transport": 80.0, "machinery": 10.0, "waste": 10.0},
    {"transport": 96.0, "machinery": 14.0, "waste": 10.0},
    [CUT],
)


def verdicts(*goals: Goal, loaded: tuple[Series, ...] = (HISTORY,)) -> tuple[Verdict, ...]:
    background = Background(goals=goals)
    every = (*goals, yardstick_goal("9999"))
    return tuple(assess(aim, shelf(*loaded), YEAR, background) for aim in every)


def told(*goals: Goal, lang: str = "sv", loaded: tuple[Series, ...] = (HISTORY,)) -> str:
    return plain(lead(verdicts(*goals, loaded=loaded), PLACE, lang).text)


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


def test_the_lead_is_needed_and_done_of_the_leading_goal_with_both_rates_strong() -> None:
    """800 t in 2030 from 1 667 in 2024 takes 11.5 % a year."""
    result = lead(verdicts(REDUCTION), PLACE, "sv")
    assert plain(result.text) == (
        "80 % lägre utsläpp 2030 än 1990 kräver att de minskar 11,5 % om året från 2024; "
        "2015–2024 minskade de 2,0 % om året."
    )
    marked = [plain(span.text) for sentence in result.sentences for span in sentence if span.strong]
    assert marked == ["11,5 %", "2,0 %"]


def test_other_figures_give_another_lead() -> None:
    other = series(
        {1990: 4000.0} | {year: 2000.0 * 0.96 ** (year - 2015) for year in range(2015, 2025)}
    )
    assert "minskar 8,7 %" not in told(REDUCTION)
    assert "kräver att de minskar 8,7 % om året" in told(REDUCTION, loaded=(other,))
    assert "minskade de 4,0 %" in told(REDUCTION, loaded=(other,))


def test_what_is_left_out_is_shorter_where_there_is_little_room() -> None:
    parts = "jordbruk och produktanvändning"
    aim = replace(NEUTRAL, leaves_out_sv=parts, leaves_out_en="agriculture and product use")
    said = told(aim)
    assert said.endswith(f"Här räknas även {parts}, men inte i målet.")
    assert len(said) <= ROOM["sv"]


def test_undefined_neutrality_asks_at_least_and_what_is_left_out_is_named_at_once() -> None:
    aim = replace(NEUTRAL, leaves_out_sv="SSAB", leaves_out_en="the steelworks SSAB")
    assert told(aim) == (
        "Klimatneutralt 2030 kräver att utsläppen minskar minst 15 % om året från 2024; "
        "2015–2024 minskade de 2,0 % om året. Här räknas hela kommunen, även SSAB som målet "
        "ställer utanför."
    )


def test_higher_than_at_first_is_said_with_but() -> None:
    """2 100 t is 5 % more than 2 000; the fall that is needed is to 800 t."""
    higher = series({1990: 4000.0} | dict.fromkeys(range(2015, 2024), 2000.0) | {2024: 2100.0})
    assert told(REDUCTION, loaded=(higher,)) == (
        "80 % lägre utsläpp 2030 än 1990 kräver 14,9 % mindre om året från 2024, men 2024 var de "
        "5 % högre än 2015."
    )


def test_nearly_all_of_the_fall_long_ago_is_said() -> None:
    early = series({1990: 4000.0, 2015: 2000.0} | dict.fromkeys(range(2020, 2025), 1000.0))
    assert told(REDUCTION, loaded=(early,)).endswith("om året, men nästan allt före 2020.")


def test_of_small_changes_it_is_not_said_when_most_of_them_came() -> None:
    """1 % a year or less is a small change (§3): nine tenths of it before 2020 is no news."""
    small = series({1990: 4000.0, 2015: 1000.0} | dict.fromkeys(range(2020, 2025), 980.0))
    assert told(REDUCTION, loaded=(small,)).endswith("; 2015–2024 minskade de 0,2 % om året.")


def test_the_change_has_its_cause_and_goes_first_where_there_is_no_room() -> None:
    assert CAUSES is not None
    full = lead(verdicts(REDUCTION), PLACE, "sv", CAUSES).text
    assert plain(full).endswith("2024 ökade de 20 %: biobränslekravet sänktes i hela landet.")
    assert len(full) <= ROOM["sv"]
    aim = replace(NEUTRAL, leaves_out_sv="SSAB", leaves_out_en="SSAB")
    assert "ökade" not in lead(verdicts(aim), PLACE, "sv", CAUSES).text


def test_a_newer_release_of_another_gas_is_never_left_out() -> None:
    dioxide = replace(HISTORY, gas=Gas.CO2, points=HISTORY.points[:-1])
    aim = goal(GoalKind.REDUCTION, gas="co2", target_year=2030, reduction=1.0)
    result = lead(verdicts(aim, loaded=(dioxide, HISTORY)), PLACE, "sv", CAUSES)
    assert plain(result.text) == (
        "Noll fossil koldioxid 2030 kräver 200 ton mindre varje år från 2023; i samma takt som "
        "2015–2023 blir det 32. 2024 ökade växthusgaserna 20 %."
    )


def test_a_reached_goal_is_followed_by_the_next() -> None:
    aim = replace(REDUCTION, reduction=0.5)
    next_one = goal(
        GoalKind.REDUCTION,
        goal_id="9999-G03",
        scope=GoalScope.TRANSPORT,
        title_sv="Vägtrafikens utsläpp −80 % 1990–2030",
        title_en="Road traffic −80% 1990–2030",
        base_year=1990,
        target_year=2030,
        reduction=0.8,
    )
    loaded = (HISTORY, replace(HISTORY, sector="transport"))
    assert told(aim, next_one, loaded=loaded) == (
        "Målet 50 % lägre utsläpp än 1990 är nått sex år i förtid: 1 700 ton 2024 mot 2 000. "
        "Vägtrafikens mål 2030 kräver 11,5 % mindre om året; transporterna har minskat 2,0 %."
    )


def test_goals_that_cannot_be_assessed_give_the_yardstick_and_why() -> None:
    aim = replace(NEUTRAL, coverage_differs=True)
    assert told(aim) == (
        "Provköpings mål räknar även konsumtion och går inte att bedöma här. Jämförelsemålet "
        "(85 % lägre 2045 än 1990) kräver 4,8 % mindre om året från 2024; 2015–2024 minskade "
        "utsläppen 2,0 %."
    )


def test_a_city_whose_goals_are_not_held_is_told_so_in_a_sentence_of_its_own() -> None:
    """It names the place: the heading above it is not read with it in a feed or a slide."""
    assert told().startswith("Inga egna klimatmål för Provköping är kända här. ")
    assert told(lang="en").startswith("No climate goals set by Provköping are known here. ")


def test_a_nearer_goal_that_has_passed_is_named_beside() -> None:
    passed = goal(GoalKind.LEVEL, goal_id="9999-G04", target_year=2025, value=10.0)
    said = told(REDUCTION, passed)
    assert "Målåret för stadens mål 2025 har gått; statistiken går till 2024." in said
    said = told(REDUCTION, passed, lang="en")
    assert "The city’s 2025 goal is past its target year; statistics reach 2024." in said


def test_without_statistics_it_is_said() -> None:
    for lang in ("sv", "en"):
        words = told(NEUTRAL, lang=lang, loaded=())
        assert "Provköping" in words


@pytest.mark.parametrize("lang", ["sv", "en"])
def test_a_phone_has_a_short_one(lang: str) -> None:
    early = series({1990: 4000.0, 2015: 2000.0} | dict.fromkeys(range(2020, 2025), 1000.0))
    result = lead(verdicts(REDUCTION, loaded=(early,)), PLACE, lang, CAUSES)
    assert len(result.short.text) <= PHONE_ROOM < len(result.text)
    assert not any("None" in one.text for one in (result, result.short))


def test_a_rise_is_told_beside_the_yardstick_where_there_is_room() -> None:
    """§5: the change is the first to go; the room is that of Örebro's lead in RULES."""
    aim = replace(NEUTRAL, coverage_differs=True)
    rose = ", och 2024 ökade de 20 %."
    for name, is_told in (("Ort", True), ("Provköpingsstrand", False)):
        said = lead(verdicts(aim), replace(PLACE, name=name), "sv", CAUSES).text
        assert plain(said).endswith(rose) is is_told
        assert len(said) <= YARDSTICK_ROOM["sv"]


def test_a_phone_has_needed_and_done_also_where_the_first_sentence_tells_neither() -> None:
    aim = replace(NEUTRAL, coverage_differs=True)
    result = lead(verdicts(aim), PLACE, "sv", CAUSES)
    assert len(result.text) > PHONE_ROOM
    assert plain(result.short.text) == (
        "Jämförelsemålet (85 % lägre 2045 än 1990) kräver 4,8 % mindre om året från 2024; "
        "2015–2024 minskade utsläppen 2,0 %."
    )


def test_the_leading_goal_is_whole_near_and_defined() -> None:
    loaded = (HISTORY, replace(HISTORY, sector="transport"))
    part = replace(REDUCTION, goal_id="part", scope=GoalScope.TRANSPORT, target_year=2028)
    late = replace(REDUCTION, goal_id="late", target_year=2045)
    passed = replace(REDUCTION, goal_id="passed", target_year=2025)
    chosen = leading(verdicts(late, part, passed, NEUTRAL, REDUCTION, loaded=loaded))
    assert chosen is not None
    assert chosen.goal.goal_id == REDUCTION.goal_id
    assert leading(()) is None


def test_goals_that_say_the_same_are_counted_once() -> None:
    same = replace(NEUTRAL, defined_by=REDUCTION.goal_id)
    again = replace(REDUCTION, goal_id="9999-G05")
    assert [goal.goal.goal_id for goal in own_goals(verdicts(REDUCTION, same, again))] == [
        "9999-G01"
    ]
