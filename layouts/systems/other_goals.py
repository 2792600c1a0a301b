"""Adaptation and mobility: goals, promises and indicators of their own, apart from the verdicts on
emissions."""

from collections.abc import Sequence
from typing import Any

from layouts import html
from layouts.city.indicators import indicators_table
from layouts.html.cards import section
from layouts.html.tables import Column, table
from layouts.links.addresses import Address
from layouts.phrases.goal_words import source_words, title_span
from layouts.phrases.pledges import due_words, promise_quote, promise_title, standing_badge
from layouts.phrases.text import Text, text
from layouts.systems.answers import SystemsAnswers
from layouts.systems.system import State, Summary, waits
from progress.goals.goal import Goal, GoalScope
from progress.phrases.formats import number, percent
from progress.promises.matters import Promise, due_of, is_own
from progress.promises.pledge_status import standing

MOBILITY_INDICATORS = (
    "cycle-metres-per-person",
    "new-cars-electric",
    "new-cars-chargeable",
    "cars-per-charge-point",
    "charge-points-per-1000",
)
SUBJECTS = {
    "adaptation": (frozenset({"adaptation"}), frozenset({"klimatanpassning"})),
    "mobility": (
        frozenset({"mobility"}),
        frozenset({"transporter", "transporter och mobilitet"}),
    ),
}
"""Subject → the themes of commitments and the focus areas of activities that are of it."""


def summary(answers: SystemsAnswers, t: Text) -> Summary:
    """How many goals, promises and indicators there are of each."""
    goals, indicators = len(mobility_goals(answers)), len(_indicators(answers))
    counts = {subject: len(promises(answers, subject)) for subject in SUBJECTS}
    if not goals and not any(counts.values()):
        words = t("systems.other_goals.none", n=indicators)
        return Summary(State.PART if indicators else State.WAITS, words)
    words = t(
        "systems.other_goals.n",
        goals=goals,
        mobility=counts["mobility"],
        adaptation=counts["adaptation"],
        indicators=indicators,
    )
    return Summary(State.SHOWN, words)


def view(address: Address, answers: SystemsAnswers) -> list[Any]:
    """Mobility with its goals, indicators and promises; adaptation with its promises."""
    t = text(address.lang)
    goals, indicators = mobility_goals(answers), _indicators(answers)
    mobility: list[Any] = [html.P(t("systems.other_goals.apart"), className="note")]
    if goals:
        mobility.append(_goals(goals, t))
    else:
        mobility.append(html.P(t("systems.mobility.no_goals", name=answers.name)))
    if indicators:
        mobility.append(indicators_table(indicators, answers.city, t))
    mobility += _promises("mobility", address, answers, t)
    adaptation = _promises("adaptation", address, answers, t)
    return [
        section("mobility", t("systems.mobility.heading"), *mobility),
        section(
            "adaptation",
            t("systems.adaptation.heading"),
            *adaptation,
            html.P(t("systems.adaptation.no_figures"), className="note"),
        ),
    ]


def mobility_goals(answers: SystemsAnswers) -> list[Goal]:
    """Goals of transport that count something else than emissions: journeys, traffic."""
    return [
        goal
        for goal in answers.city.goals
        if goal.scope is GoalScope.TRANSPORT and goal.assessed and goal.series_note_sv
    ]


def promises(answers: SystemsAnswers, subject: str) -> list[Promise]:
    """The city's own commitments and activities of a subject."""
    themes, areas = SUBJECTS[subject]
    own = [each for each in answers.city.commitments if is_own(each)]
    return [
        *(each for each in own if each.theme in themes),
        *(each for each in answers.city.activities if each.focus_area in areas),
    ]


def _indicators(answers: SystemsAnswers) -> list[Any]:
    return [
        each
        for each in answers.city.indicators
        if each.values and each.definition.indicator_id in MOBILITY_INDICATORS
    ]


def _goals(goals: Sequence[Goal], t: Text) -> html.Div:
    columns = [
        Column(t("word.goal")),
        Column(t("systems.mobility.column.asks")),
        Column(t("systems.mobility.column.year"), numeric=True),
        Column(t("systems.column.source"), wide=True),
    ]
    rows = [
        [
            title_span(goal, t.lang),
            _asks(goal, t),
            str(goal.target_year or t("word.none")),
            html.Span(source_words(goal, t), className="note", lang="sv"),
        ]
        for goal in goals
    ]
    return table(t("systems.mobility.goals.caption"), columns, rows, stack=True)


def _asks(goal: Goal, t: Text) -> Any:
    if goal.reduction is not None:
        base = goal.base_year
        key = "systems.mobility.less" if base is None else "systems.mobility.less.since"
        return t(key, share=percent(goal.reduction, t.lang), year=base)
    if goal.value is not None:
        value = number(goal.value, t.lang)
        return html.Span(f"{value} {goal.unit_text}", lang="sv")
    return t("word.none")


def _promises(subject: str, address: Address, answers: SystemsAnswers, t: Text) -> list[Any]:
    rows = [
        [
            promise_title(each.title_sv, each.title_en, t.lang),
            due_words(due_of(each), t),
            standing_badge(standing(each.status, due_of(each), answers.today), t),
            promise_quote(each.quote_sv, each.section, t),
        ]
        for each in promises(answers, subject)
    ]
    if not rows:
        return [waits(address, t(f"systems.{subject}.waits"), "activities")]
    columns = [
        Column(t("systems.promises.column.title")),
        Column(t("city.commitments.column.due")),
        Column(t("city.commitments.column.status")),
        Column(t("city.commitments.column.quote"), wide=True),
    ]
    return [table(t(f"systems.{subject}.caption", n=len(rows)), columns, rows, stack=True)]
