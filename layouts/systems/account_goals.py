"""The goals of an account as rows: as they were frozen, else with the observed years until it."""

from typing import Any

from layouts import html
from layouts.follow_up.words import gap_words, stand_words
from layouts.meeting.goal_changes import verdict_words
from layouts.phrases.goal_words import title_span
from layouts.phrases.text import Text
from layouts.phrases.wording import in_language
from layouts.systems.answers import Account, SystemsAnswers
from progress.emissions.series import Unit
from progress.goals.goal import YARDSTICK_ID
from progress.goals.goal_years import GoalYear
from progress.phrases.formats import percent
from progress.phrases.wording import in_unit
from progress.snapshots import FrozenGoal


def goal_rows(answers: SystemsAnswers, account: Account, t: Text) -> list[list[Any]]:
    """Title, verdict, gap, needed and done a year of each of the city's goals."""
    if account.snapshot is not None:
        goals = [each for each in account.snapshot.goals if each.goal_id != YARDSTICK_ID]
        return [_frozen(goal, t) for goal in goals if goal.attainment]
    own = {goal.goal_id: goal for goal in answers.city.goals}
    return [_open(each, own[each.goal_id], t) for each in account.goals if each.goal_id in own]


def _open(year: GoalYear, goal: Any, t: Text) -> list[Any]:
    pace = year.now.distance
    shares = (None, None) if pace is None else (pace.needed, pace.done)
    return [
        title_span(goal, t.lang),
        stand_words(year.now, t),
        gap_words(year, goal, t),
        *(_rate(share, t) for share in shares),
    ]


def _frozen(goal: FrozenGoal, t: Text) -> list[Any]:
    gap = t("word.none")
    if goal.gap is not None:
        size = in_unit(abs(goal.gap), Unit(goal.unit), t.lang)
        gap = t("follow_up.gap.over" if goal.gap > 0 else "follow_up.gap.under", gap=size)
    return [
        html.Span(in_language(goal.title_sv, goal.title_en, t.lang)),
        verdict_words(goal, t),
        gap,
        _rate(goal.needed, t),
        _rate(goal.done, t),
    ]


def _rate(share: float | None, t: Text) -> str:
    """A yearly fall in per cent."""
    return t("word.none") if share is None else percent(share, t.lang, 1)
