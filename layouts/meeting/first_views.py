"""The first views of a meeting: where we stand, the exceptions, the sectors and the goals."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from layouts import html
from layouts.city.ahead import goal_name
from layouts.city.ahead import leading as leads_the_page
from layouts.city.emissions import emissions_chart
from layouts.city.head import leading_badge
from layouts.city.sectors import sector_chart
from layouts.city.tiles import rates
from layouts.html.blocks import Block, Drawing, Grid, Heading, Items, Links, Rates, Side, Words
from layouts.html.cards import direction, verdict_badge
from layouts.html.tables import Column
from layouts.links.addresses import Address, href
from layouts.meeting.matter_words import matter_words
from layouts.meeting.view import CHANGES, VIEW_IDS, Setting, View, short_list
from layouts.meeting.words import gap_words, needed_words, off_words, pace_words, turns
from layouts.phrases.goal_words import title_span
from layouts.phrases.text import Text
from progress.goals.leading import leading
from progress.phrases.lead import lead
from progress.promises.attention import AssessedGoal, reasons
from progress.promises.decisions import proposals
from progress.promises.matters import standings
from progress.promises.pledge_status import Freshness, Standing

MOST_OFF = 2
MOST_TURNED = 4
MOST_LATE = 3
MOST_OVERDUE = 4
MOST_GOALS = 4


def position(setting: Setting) -> View:
    """The verdict, one sentence, needed and done, what calls for the meeting, and the chart."""
    t, lang, answers = setting.t, setting.lang, setting.answers.city
    chart = emissions_chart(setting.address, replace(answers, grants=()))
    opening = lead(answers.verdicts, answers.municipality, lang, answers.causes)
    words: list[Block] = [Words(opening.text, "lead")]
    verdict = leads_the_page(answers)
    if verdict is not None:
        words.insert(0, Words(leading_badge(verdict, lang)))
        if rows := rates(verdict.effective, t):
            words.append(Rates(tuple(rows), goal_name(verdict.effective, lang)))
    words.append(Items(_counts(setting), look="counts"))
    return View(
        "position",
        t("meeting.position", name=setting.name),
        (Side((tuple(words), () if chart is None else (Drawing(chart),)), "split"),),
        ("emissions", "goals", "commitments"),
    )


def _counts(setting: Setting) -> tuple[Any, ...]:
    """How much is late, has changed and is to be decided, each the way to its view."""
    t, answers = setting.t, setting.answers
    own = answers.own_promises
    where = standings(own, answers.today)
    late = where[Standing.LATE] + where[Standing.OVERDUE]
    key = "late" if own else "late.none"
    counts: list[tuple[str, int | None, str]] = [
        (
            "exceptions",
            late if own else None,
            t(f"meeting.count.{key}", of=len(own)),
        )
    ]
    if answers.difference is not None:
        n = answers.difference.count
        counts.append((CHANGES, n, t("meeting.count.changed", n=n)))
    else:
        n = len(turns(answers, t))
        counts.append(("sectors", n, t("meeting.count.turned", n=n)))
    n = len(proposals(answers.decisions))
    if n:
        counts.append(("decisions", n, t("meeting.count.decisions", n=n)))
    else:
        n = len(answers.questions)
        counts.append(("questions", n, t("meeting.count.questions", n=n)))
    return tuple(_count(view_id, n, words, setting) for view_id, n, words in counts)


def _count(view_id: str, n: int | None, words: str, setting: Setting) -> html.A:
    number = VIEW_IDS.index(view_id) + 1 if view_id in VIEW_IDS else view_id
    there = href(setting.address.with_query(view=str(number)))
    return html.A([html.Strong("–" if n is None else str(n)), " ", words], href=there)


def exceptions(setting: Setting) -> View:
    """What is late or stopped and why, the goals that are off course, what is missing."""
    t, answers = setting.t, setting.answers
    off = [goal for goal in answers.assessed if goal.off]
    lacking = _missing(setting)
    return View(
        "exceptions",
        t("meeting.exceptions"),
        (
            Side(
                (
                    _promises(setting),
                    (
                        *_column(
                            setting,
                            t("meeting.off.heading", n=len(off)),
                            [_off(goal, t) for goal in off],
                            MOST_OFF,
                            t("meeting.off.none"),
                        ),
                        *_column(
                            setting,
                            t("meeting.missing.heading"),
                            lacking,
                            len(lacking),
                            t("meeting.missing.none"),
                        ),
                    ),
                ),
                "split meeting-halves",
            ),
        ),
        ("emissions", "goals", "commitments", "activities", "investment-actions"),
    )


def sectors(setting: Setting) -> View:
    """The sectors that drive the emissions, and those that have turned."""
    t, answers = setting.t, setting.answers
    chart = sector_chart(setting.address, answers.city)
    moved = turns(answers, t)
    heading = t("meeting.turned.heading", n=len(moved))
    aside = _column(setting, heading, moved, MOST_TURNED, t("meeting.turned.none"))
    if chart is None:
        body: tuple[Block, ...] = (Words(t("meeting.sectors.none"), "lead"), *aside)
        return View("sectors", t("meeting.sectors"), body)
    side = Side(((Drawing(chart),), aside), "split meeting-wide-first")
    return View("sectors", t("meeting.sectors"), (side,))


def goals(setting: Setting) -> View:
    """Every goal that has a verdict as a row; the others counted by reason."""
    t, lang, answers = setting.t, setting.lang, setting.answers
    assessed = answers.assessed
    first = leading(answers.verdicts)
    parts: list[Block] = []
    if first is not None:
        parts.append(Words(first.sentence_sv if lang == "sv" else first.sentence_en))
    if assessed:
        heads = ("goal", "verdict", "gap", "needed", "done")
        heading = tuple(Column(t(f"meeting.goals.column.{head}")) for head in heads)
        rows = tuple(_goal(goal, t) for goal in assessed)
        parts.append(Grid(t("meeting.goals.caption"), heading, rows, MOST_GOALS, stack=True))
    after: list[str] = []
    if len(assessed) > MOST_GOALS:
        after.append(t("meeting.goals.more", n=len(assessed) - MOST_GOALS))
    if without := _without_verdict(setting):
        after.append(without)
    if after:
        parts.append(Words(" ".join(after)))
    there = href(Address("city", lang, answers.city.municipality.slug)) + "#goals"
    parts.append(Links(html.A(t("meeting.goals.link"), href=there)))
    return View("goals", t("meeting.goals"), tuple(parts), ("emissions", "goals"))


def _without_verdict(setting: Setting) -> str:
    """How many goals have no verdict, by reason; empty where all have one."""
    t, without = setting.t, reasons(setting.answers.verdicts)
    if not without:
        return ""
    why = ", ".join(
        t("meeting.reason", n=n, reason=t(f"word.reason.short.{reason}"))
        for reason, n in without.items()
    )
    return t("meeting.goals.without", n=sum(without.values()), why=why)


def _promises(setting: Setting) -> tuple[Block, ...]:
    """Late and stopped with their reasons, then what is past its time; the city's own first."""
    t, every = setting.t, setting.answers.matters
    slow = [each for each in every if each.standing in (Standing.LATE, Standing.STOPPED)]
    overdue = [each for each in every if each.standing is Standing.OVERDUE and each.own]
    late = _column(
        setting,
        t("meeting.late.heading", n=len(slow)),
        [matter_words(matter, setting, badge=True) for matter in slow],
        MOST_LATE,
        t("meeting.late.none"),
    )
    if not overdue:
        return late
    room = MOST_OVERDUE if not slow else 1
    items = [matter_words(matter, setting) for matter in overdue]
    heading = t("meeting.overdue.heading", n=len(overdue))
    return (*late, Heading(heading), short_list(items, room, setting))


def _column(
    setting: Setting, heading: str, items: Sequence[Any], most: int, nothing: str
) -> tuple[Block, ...]:
    body = short_list(items, most, setting) if items else Words(nothing)
    return Heading(heading), body


def _off(goal: AssessedGoal, t: Text) -> html.Span:
    return html.Span(
        [
            html.Strong(title_span(goal.goal.goal, t.lang)),
            html.Br(),
            html.Span(off_words(goal, t), className="quiet"),
        ]
    )


def _goal(goal: AssessedGoal, t: Text) -> tuple[Any, ...]:
    shown: list[Any] = [verdict_badge(goal.goal, t)]
    way = direction(goal.verdict, t)
    if way is not None:
        shown += [" ", way]
    return (
        title_span(goal.goal.goal, t.lang),
        html.Span(shown),
        gap_words(goal, t),
        needed_words(goal, t),
        pace_words(goal, t),
    )


def _missing(setting: Setting) -> list[str]:
    """What is not known, counted; unknown is not zero."""
    t, answers = setting.t, setting.answers
    without = _without_verdict(setting)
    result = [without] if without else []
    count = answers.counted(answers.promises)
    for age, key in ((Freshness.NONE, "never"), (Freshness.OLD, "old")):
        if count.by_freshness[age]:
            result.append(t(f"meeting.missing.{key}", n=count.by_freshness[age], of=count.of))
    plan = answers.plan
    if plan is None:
        result.append(t("meeting.missing.plan"))
    elif plan.costed < plan.actions:
        n = plan.actions - plan.costed
        result.append(t("meeting.missing.cost", n=n, of=plan.actions))
    silent = [indicator for indicator in answers.city.indicators if not indicator.values]
    if silent:
        result.append(
            t("meeting.missing.indicators", n=len(silent), of=len(answers.city.indicators))
        )
    return result
