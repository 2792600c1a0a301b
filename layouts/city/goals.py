"""Goals with their verdicts: assessable, indicative, not assessable and why; the yardstick."""

from typing import Any

from layouts import html
from layouts.city.answers import CityAnswers
from layouts.city.explanation import explanation
from layouts.html.cards import direction, disclosure, section, verdict_badge
from layouts.html.markup import data
from layouts.html.placeholders import report_slot
from layouts.html.tables import Column, table
from layouts.links.addresses import Address, href
from layouts.phrases.corrections import corrected_words
from layouts.phrases.goal_words import goal_quote, title_span
from layouts.phrases.goal_words import title as goal_title
from layouts.phrases.releases import release_title
from layouts.phrases.text import Text, text
from progress.goals.goal import Goal
from progress.goals.verdict_model import Attainment, Verdict
from progress.phrases.wording import in_unit
from progress.phrases.words import badge as verdict_label
from progress.phrases.words import plain_words

STATUS_WORDS = frozenset(
    {
        "past",
        "superseded",
        "proposed",
        "planned",
        "calculated_need",
        "regional",
        "challenge",
        "project_goal",
        "mission_definition",
    }
)
CONTRADICTS = "contradicts"


def goals_section(address: Address, answers: CityAnswers) -> html.Section | None:
    """The municipality's own goals, then the yardstick under its own name."""
    t = text(address.lang)
    own = answers.own_verdicts
    assessed = [v for v in own if v.attainment is not Attainment.NOT_ASSESSABLE]
    near = [v for v in own if _has_indication(v)]
    without = [v for v in own if v not in assessed and v not in near]
    lang = address.lang
    what_if = href(Address("what_if", lang, slug=answers.municipality.slug))
    parts: list[Any] = [
        html.P(_intro(answers, len(assessed), len(near), len(own), t)),
        _on_release(answers, t) if address.get("release") is not None else None,
        html.P(html.A(t("city.goals.what_if"), href=what_if), className="links"),
    ]
    for v in (*assessed, *near):
        corrected = corrected_words(answers.corrections, v.goal.goal_id, t)
        parts.append(_card(v, address, t, corrected=corrected))
    if answers.yardstick is not None:
        parts.append(_card(answers.yardstick, address, t, quoted=False))
    if without:
        caption = t("city.goals.without.caption", n=len(without))
        parts.append(disclosure(caption, _without(without, t)))
    others = [goal for goal in answers.goals if not goal.assessed]
    if others:
        parts.append(_others(others, t))
    return section("goals", t("city.goals.heading"), *parts) if len(parts) > 2 else None


def _on_release(answers: CityAnswers, t: Text) -> html.P:
    """On which releases the verdicts rest where a reader has chosen one for the figures."""
    return html.P(
        t(
            "city.goals.release",
            gas=t(f"word.gas.short.{answers.gas}"),
            release=release_title(answers.release, t),
        ),
        className="note",
    )


def _has_indication(verdict: Verdict) -> bool:
    return (
        verdict.attainment is Attainment.NOT_ASSESSABLE
        and verdict.indicative is not None
        and verdict.indicative.attainment is not Attainment.NOT_ASSESSABLE
    )


def _intro(answers: CityAnswers, assessed: int, near: int, own: int, t: Text) -> str:
    name = answers.municipality.name
    if own == 0:
        return t("city.goals.intro.none", name=name)
    key = "city.goals.intro" if assessed else "city.goals.intro.no_verdict"
    words = t(key, name=name, n=own, **({"assessed": assessed} if assessed else {}))
    return f"{words} {t('city.goals.intro.near', n=near)}" if near else words


def _card(
    verdict: Verdict, address: Address, t: Text, *, quoted: bool = True, corrected: str = ""
) -> html.Details:
    """A goal as a row: name, badge and direction; sentence, reckoning and source unfold."""
    lang = address.lang
    near = verdict.indicative if _has_indication(verdict) else None
    effective = verdict if near is None else near
    name = title_span(verdict.goal, lang) if quoted else html.Span(t("city.goals.yardstick.name"))
    says = [
        None if quoted else html.P(t("city.goals.yardstick.intro"), className="note"),
        html.P(_sentence(verdict, lang)),
        html.P(corrected, className="note") if corrected else None,
        _indication(near, t) if near is not None else None,
        _how(effective, t),
        html.P(
            report_slot(_reported(effective, lang), f"{href(address)}#{_anchor(verdict)}", lang)
        ),
    ]
    rests_on = [
        goal_quote(verdict.goal, t) if quoted else None,
        _assumptions(effective, t),
    ]
    return html.Details(
        [
            html.Summary(
                [
                    html.Strong(name),
                    " ",
                    verdict_badge(verdict, t) if near is None else _near_badge(near, t),
                    " ",
                    direction(effective, t),
                ]
            ),
            html.Div([html.Div(says), html.Div(rests_on)], className="split"),
        ],
        className="goal-row",
        id=_anchor(verdict),
    )


def _anchor(verdict: Verdict) -> str:
    return f"goal-{verdict.goal.goal_id.lower()}"


def _reported(verdict: Verdict, lang: str) -> str:
    """What a report of an error names: the goal, the release and the value it rests on."""
    value = in_unit(verdict.actual, verdict.unit, lang)
    return f"{goal_title(verdict.goal, lang)} ({verdict.release or '–'}: {value})"


def _near_badge(near: Verdict, t: Text) -> html.Span:
    """An indicative verdict: named so, and in no colour of success or failure."""
    return html.Span(
        verdict_label(near, t.lang), className="verdict", **data(attainment="not_assessable")
    )


def _indication(near: Verdict, t: Text) -> html.Div:
    """A verdict on another series than the goal's own: named so, and in no colour of success."""
    return html.Div(
        [
            html.P(
                [
                    html.Strong(t("word.indicative")),
                    ": ",
                    plain_words(near, t.lang),
                    ". ",
                    direction(near, t),
                ]
            ),
            html.P(_sentence(near, t.lang)),
        ],
        className="indicative",
    )


def _sentence(verdict: Verdict, lang: str) -> str:
    return verdict.sentence_sv if lang == "sv" else verdict.sentence_en


def _assumptions(verdict: Verdict, t: Text) -> html.Div | None:
    """What the software assumes where the source is silent (RULES §2): never hidden."""
    if not verdict.assumptions:
        return None
    items = [
        html.Li(assumption.text_sv if t.lang == "sv" else assumption.text_en)
        for assumption in verdict.assumptions
    ]
    return html.Div(
        [html.P(t("city.goals.assumptions")), html.Ul(items)],
        className="assumptions",
    )


def _how(verdict: Verdict, t: Text) -> html.Details | None:
    if verdict.actual is None:
        return None
    return disclosure(t("city.how.heading"), *explanation(verdict, t))


def _without(verdicts: list[Verdict], t: Text) -> html.Div:
    """Goals that have no verdict of any kind: each with its reason, in neutral dress."""
    columns = [
        Column(t("word.goal")),
        Column(t("city.goals.without.reason")),
        Column(t("city.goals.without.quote"), wide=True),
    ]
    rows = [
        [
            title_span(verdict.goal, t.lang),
            t(f"word.reason.{verdict.reason}") if verdict.reason else t("word.none"),
            goal_quote(verdict.goal, t),
        ]
        for verdict in verdicts
    ]
    caption = t("city.goals.without.caption", n=len(verdicts))
    return table(caption, columns, rows, stack=True)


def _others(goals: list[Goal], t: Text) -> html.Details:
    """Rows that are not goals in force, each called what its source makes it."""
    items = [
        html.Li(
            [
                html.Span(_status(goal, t), className="badge"),
                " ",
                title_span(goal, t.lang),
                goal_quote(goal, t),
            ]
        )
        for goal in sorted(goals, key=lambda goal: (goal.status, goal.goal_id))
    ]
    return disclosure(
        t("city.goals.others", n=len(goals)),
        html.P(t("city.goals.others.intro"), className="note"),
        html.Ul(items, className="goals-without"),
    )


def _status(goal: Goal, t: Text) -> str:
    if goal.status.startswith(CONTRADICTS):
        return t("city.goals.status.contradicts")
    known = goal.status if goal.status in STATUS_WORDS else "other"
    return t(f"city.goals.status.{known}")
