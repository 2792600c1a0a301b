"""The goals whose verdict moved, and those that the statistics restated: never the same list."""

from typing import Any

from layouts import html
from layouts.follow_up.answers import FollowUpAnswers
from layouts.follow_up.areas import named
from layouts.follow_up.words import gap_words, stand_words
from layouts.html.cards import section
from layouts.html.folded import folded
from layouts.html.tables import Column
from layouts.links.addresses import Address, href
from layouts.phrases.enumeration import enumerated
from layouts.phrases.goal_words import title_span
from layouts.phrases.text import Text, text
from layouts.restatements.verdicts import causes_words
from progress.goals.goal_years import GoalYear, Stand, Step
from progress.goals.verdict_change import Reading

STEPS = tuple(Step)


def moved_section(address: Address, answers: FollowUpAnswers) -> html.Section:
    """What a new year moved, then what a new release restated."""
    t = text(address.lang)
    year, before = answers.year, answers.year - 1
    moved = sorted(
        (goal for goal in answers.own_goals if goal.step is not Step.SAME),
        key=lambda goal: (STEPS.index(goal.step), goal.municipality_code, goal.goal_id),
    )
    restated = [goal for goal in answers.own_goals if goal.was_restated]
    parts: list[Any] = []
    steps = [goal.step for goal in moved]
    if any(step in (Step.BETTER, Step.WORSE) for step in steps):
        parts.append(
            html.P(
                t(
                    "follow_up.lead.moved",
                    before=before,
                    better=steps.count(Step.BETTER),
                    worse=steps.count(Step.WORSE),
                )
            )
        )
    if not moved:
        parts.append(html.P(t("follow_up.moved.none", before=before, year=year)))
    with_words = [goal for goal in moved if goal.step is not Step.DIRECTION]
    if with_words:
        parts.append(html.Ul([_item(goal, answers, t) for goal in with_words], className="moves"))
    if moved:
        columns = [
            Column(t("follow_up.column.city")),
            Column(t("follow_up.moved.column.goal"), wide=True),
            Column(t("follow_up.moved.column.before", before=before)),
            Column(t("follow_up.moved.column.now", year=year)),
            Column(t("follow_up.moved.column.step")),
            Column(t("follow_up.moved.column.gap", year=year)),
        ]
        rows = [_moved(goal, answers, t) for goal in moved]
        caption = t("follow_up.moved.caption", before=before, year=year)
        intro = html.P(t("follow_up.moved.intro", year=year))
        parts.append(folded(caption, columns, rows, intro))
    if restated:
        parts.append(html.P(t("follow_up.lead.restated", before=before, n=len(restated))))
    parts += _restated(restated, answers, t)
    return section("moved", t("follow_up.moved.heading"), *parts)


def _item(goal_year: GoalYear, answers: FollowUpAnswers, t: Text) -> html.Li:
    """A goal whose verdict is another than the year before: "nås → nås inte, sämre"."""
    words = t(
        "follow_up.moved.item",
        before=stand_words(goal_year.before, t),
        now=stand_words(goal_year.now, t),
        step=t(f"follow_up.step.{goal_year.step}"),
    )
    title = _title(goal_year, answers, t.lang)
    return html.Li([_city(goal_year, answers, t.lang), ": ", title, " – ", words])


def _moved(goal_year: GoalYear, answers: FollowUpAnswers, t: Text) -> list[Any]:
    goal = answers.goals.get((goal_year.municipality_code, goal_year.goal_id))
    turned = goal_year.step is Step.DIRECTION
    return [
        _city(goal_year, answers, t.lang),
        _title(goal_year, answers, t.lang),
        stand_words(goal_year.before, t, direction=turned),
        stand_words(goal_year.now, t, direction=turned),
        t(f"follow_up.step.{goal_year.step}"),
        gap_words(goal_year, goal, t),
    ]


def _restated(restated: list[GoalYear], answers: FollowUpAnswers, t: Text) -> list[Any]:
    before = answers.year - 1
    pairs = [release for release in answers.stands.releases if release.earlier is not None]
    if not pairs:
        return [html.P(t("follow_up.restated.unknown", before=before))]
    intro = html.P(
        t(
            "follow_up.restated.intro",
            before=before,
            told=enumerated([named(pair.earlier or "", answers, t) for pair in pairs], t),
            release=enumerated([named(pair.label, answers, t) for pair in pairs], t),
        )
    )
    if not restated:
        return [intro, html.P(t("follow_up.restated.none", before=before))]
    columns = [
        Column(t("follow_up.column.city")),
        Column(t("follow_up.moved.column.goal"), wide=True),
        Column(t("follow_up.restated.column.old")),
        Column(t("follow_up.restated.column.new")),
        Column(t("follow_up.restated.column.cause"), wide=True),
    ]
    rows = []
    for goal in restated:
        change = goal.restated
        assert change is not None
        old, new = change.old, change.new
        turned = _said(old, t) == _said(new, t)
        rows.append(
            [
                _city(goal, answers, t.lang),
                _title(goal, answers, t.lang),
                _said(old, t, direction=turned),
                _said(new, t, direction=turned),
                causes_words(change, t),
            ]
        )
    return [folded(t("follow_up.restated.caption", before=before), columns, rows, intro)]


def _said(reading: Reading, t: Text, *, direction: bool = False) -> str:
    return stand_words(Stand(reading), t, direction=direction)


def _city(goal_year: GoalYear, answers: FollowUpAnswers, lang: str) -> Any:
    result = next(
        (city for city in answers.cities if city.code == goal_year.municipality_code), None
    )
    if result is None:
        return goal_year.municipality_code
    return html.A(result.name, href=href(Address("city", lang, result.slug)) + "#goals")


def _title(goal_year: GoalYear, answers: FollowUpAnswers, lang: str) -> Any:
    goal = answers.goals.get((goal_year.municipality_code, goal_year.goal_id))
    return goal_year.goal_id if goal is None else title_span(goal, lang)
