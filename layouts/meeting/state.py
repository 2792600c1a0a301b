"""The first views of a meeting: where we stand, the exceptions, the sectors and the goals."""

from dataclasses import replace
from typing import Any

from dash import html

from layouts.addresses import Address, href
from layouts.cards import badge, direction
from layouts.city.emissions import emissions_chart
from layouts.city.sectors import sector_chart
from layouts.goal_words import title_span
from layouts.meeting.view import Setting, View, columns, short_list
from layouts.meeting.words import gap_words, needed_words, off_words, turns
from layouts.tables import Column, table
from layouts.text import Text
from progress.attention import Told, reasons
from progress.lead import lead, most_important
from progress.pledge_status import Freshness

MOST_OFF = 3
MOST_TURNED = 4
MOST_GOALS = 5


def position(setting: Setting) -> View:
    """One sentence, one chart."""
    t, answers = setting.t, setting.answers.city
    chart = emissions_chart(setting.address, answers)
    if chart is not None:
        alone = t("city.emissions.title.alone", name=setting.name)
        chart = replace(chart, title=alone, panels=chart.panels[:1])
    words = lead(answers.verdicts, answers.municipality, setting.lang)
    return View(
        "position",
        t("meeting.position", name=setting.name),
        (
            columns(
                html.P(words, className="meeting-lead"),
                None if chart is None else setting.chart(chart),
                look="meeting-split",
            ),
        ),
        () if chart is None else (chart,),
        ("emissions", "goals"),
    )


def exceptions(setting: Setting) -> View:
    """What is off, what has turned, what is missing."""
    t, lang, answers = setting.t, setting.lang, setting.answers
    off = [one for one in answers.told if one.off]
    moved = turns(answers, lang, t)
    lacking = _missing(setting)
    return View(
        "exceptions",
        t("meeting.exceptions"),
        (
            columns(
                _column(
                    setting,
                    t("meeting.off.heading", n=len(off)),
                    [_off(one, lang, t) for one in off],
                    MOST_OFF,
                    t("meeting.off.none"),
                ),
                _column(
                    setting,
                    t("meeting.turned.heading", n=len(moved)),
                    moved,
                    MOST_TURNED,
                    t("meeting.turned.none"),
                ),
                _column(
                    setting,
                    t("meeting.missing.heading", n=len(lacking)),
                    lacking,
                    len(lacking),
                    t("meeting.missing.none"),
                ),
            ),
        ),
        (),
        ("emissions", "goals", "commitments", "investment-actions"),
    )


def sectors(setting: Setting) -> View:
    """The sectors that drive the emissions, and those that have turned."""
    t, answers = setting.t, setting.answers
    chart = sector_chart(setting.address, answers.city)
    if chart is None:
        words = html.P(t("meeting.sectors.none"), className="meeting-lead")
        return View("sectors", t("meeting.sectors"), (words,))
    moved = turns(answers, setting.lang, t)
    aside = html.Div(
        [
            setting.heading(t("meeting.turned.heading", n=len(moved))),
            short_list(moved, MOST_TURNED, setting) if moved else html.P(t("meeting.turned.none")),
        ]
    )
    return View(
        "sectors",
        t("meeting.sectors"),
        (columns(setting.chart(chart), aside, look="meeting-split meeting-wide-first"),),
        (chart,),
    )


def goals(setting: Setting) -> View:
    """Every goal that has a verdict as a row; the others counted by reason."""
    t, lang, answers = setting.t, setting.lang, setting.answers
    told = answers.told
    first = most_important(answers.verdicts)
    parts: list[Any] = []
    if first is not None:
        parts.append(html.P(first.sentence_sv if lang == "sv" else first.sentence_en))
    if told:
        heads = ("goal", "verdict", "gap", "needed")
        heading = [Column(t(f"meeting.goals.column.{one}")) for one in heads]
        rows = [_goal(one, lang, t) for one in told[:MOST_GOALS]]
        parts.append(table(t("meeting.goals.caption"), heading, rows, stack=True))
    after: list[Any] = []
    if len(told) > MOST_GOALS:
        after += [t("meeting.goals.more", n=len(told) - MOST_GOALS), " "]
    without = reasons(answers.verdicts)
    if without:
        why = ", ".join(
            t("meeting.reason", n=n, reason=t(f"word.reason.short.{reason}"))
            for reason, n in without.items()
        )
        after += [t("meeting.goals.without", n=sum(without.values()), why=why), " "]
    there = href(Address("city", lang, answers.city.municipality.slug)) + "#goals"
    link = html.A(t("meeting.goals.link"), href=there, className="no-print")
    parts.append(html.P([*after, link]))
    return View("goals", t("meeting.goals"), tuple(parts), (), ("emissions", "goals"))


def _column(setting: Setting, heading: str, items: list[Any], most: int, nothing: str) -> html.Div:
    body = short_list(items, most, setting) if items else html.P(nothing)
    return html.Div([setting.heading(heading), body])


def _off(one: Told, lang: str, t: Text) -> html.Span:
    return html.Span(
        [
            html.Strong(title_span(one.goal.goal, lang)),
            html.Br(),
            html.Span(off_words(one, lang, t), className="quiet"),
        ]
    )


def _goal(one: Told, lang: str, t: Text) -> list[Any]:
    shown: list[Any] = [badge(one.goal.attainment, t)]
    if one.indicative:
        near = t(f"word.attainment.{one.verdict.attainment}").lower()
        shown += [html.Br(), html.Small(t("meeting.goals.near", verdict=near))]
    way = direction(one.verdict, t)
    if way is not None:
        shown += [html.Br() if one.indicative else " ", way]
    return [
        title_span(one.goal.goal, lang),
        html.Span(shown),
        gap_words(one, lang, t),
        needed_words(one, lang, t),
    ]


def _missing(setting: Setting) -> list[str]:
    """What is not known, counted; unknown is not zero."""
    t, answers = setting.t, setting.answers
    found = [
        t("meeting.missing.goals", n=n, reason=t(f"word.reason.short.{reason}"))
        for reason, n in reasons(answers.verdicts).items()
    ]
    told = answers.counted(answers.promises)
    for age, key in ((Freshness.NONE, "never"), (Freshness.OLD, "old")):
        if told.by_freshness[age]:
            found.append(t(f"meeting.missing.{key}", n=told.by_freshness[age], of=told.of))
    plan = answers.plan
    if plan is None:
        found.append(t("meeting.missing.plan"))
    elif plan.costed < plan.actions:
        n = plan.actions - plan.costed
        found.append(t("meeting.missing.cost", n=n, of=plan.actions))
    silent = [one for one in answers.city.indicators if not one.values]
    if silent:
        found.append(
            t("meeting.missing.indicators", n=len(silent), of=len(answers.city.indicators))
        )
    return found
