"""What differs from an earlier meeting: new, changed (old → new), and why."""

from decimal import Decimal
from typing import Any

from dash import html

from layouts import kronor
from layouts.addresses import href
from layouts.blocks import Block, Heading, Items, Side, Words
from layouts.meeting.foot import since_words
from layouts.meeting.view import Setting, View, short_list
from layouts.releases import release_title
from layouts.text import Text
from layouts.wording import in_language
from progress.formats import NBSP, day, number, tonnes
from progress.snapshots import (
    Cause,
    Difference,
    FigureChange,
    FrozenGoal,
    FrozenRelease,
    FrozenStatus,
    FrozenSum,
    GoalChange,
    MoneyChange,
    SnapshotName,
    StatusChange,
)

MOST = 6
KINDS = ("emissions", "goals", "commitments", "activities", "grants")


def changes(setting: Setting) -> View:
    """The difference from the snapshot that the address names, or the snapshots to choose among."""
    t, answers = setting.t, setting.answers
    chosen, found = answers.since, answers.difference
    heading = t("meeting.changes")
    if chosen is None or found is None:
        return View("changes", heading, _choices(setting), KINDS)
    intro = Words(since_words(chosen, setting.lang, t))
    if found.nothing:
        return View("changes", heading, (intro, Words(t("meeting.changes.nothing"), "lead")), KINDS)
    new = "; ".join(_title(one, setting) for one in found.new_releases)
    note = Words(t("meeting.changes.releases", releases=new), "note") if new else None
    before = (intro,) if note is None else (intro, note)
    return View("changes", heading, (*before, _columns(setting, found)), KINDS)


def _title(one: FrozenRelease, setting: Setting) -> str:
    """The release's title in the reader's language, where the store has it still."""
    known = (each for each in setting.answers.city.all_releases if each.label == one.label)
    release = next(known, None)
    return one.title if release is None else release_title(release, setting.lang, setting.t)


def _columns(setting: Setting, found: Difference) -> Side:
    t, lang = setting.t, setting.lang
    goals = [_goal(one, lang, t) for one in found.goals]
    figures = [_figure(one, lang, t) for one in reversed(found.figures)]
    promises = [_status(one, lang, t) for one in found.statuses]
    money = [_money(one, lang, t) for one in found.money]
    return Side(
        (
            _part(setting, "goals", goals),
            _part(setting, "figures", figures),
            (*_part(setting, "promises", promises), *_part(setting, "money", money)),
        )
    )


def _part(setting: Setting, what: str, items: list[Any]) -> tuple[Block, ...]:
    t = setting.t
    body = short_list(items, MOST, setting) if items else Words(t("meeting.changes.none"))
    return Heading(t(f"meeting.changes.{what}", n=len(items))), body


def _because(causes: tuple[Cause, ...], t: Text) -> html.Span:
    words = ", ".join(t(f"meeting.cause.{one}") for one in causes)
    return html.Span(t("meeting.changes.because", causes=words), className="quiet")


def _goal(one: GoalChange, lang: str, t: Text) -> html.Span:
    shown = one.new or one.old
    assert shown is not None
    title = in_language(shown.title_sv, shown.title_en, lang)
    if one.old is None or one.new is None:
        words = t("meeting.changes.goal.new" if one.old is None else "meeting.changes.goal.gone")
    elif one.old.reading == one.new.reading:
        words = t("meeting.changes.goal.terms")
    else:
        words = f"{_verdict(one.old, t)} → {_verdict(one.new, t)}"
    return html.Span([html.Strong(title), html.Br(), words, html.Br(), _because(one.causes, t)])


def _verdict(goal: FrozenGoal, t: Text) -> str:
    if not goal.attainment:
        return t("meeting.changes.no_verdict")
    words = t(f"word.attainment.short.{goal.attainment}").lower()
    if goal.near and goal.near != goal.attainment:
        near = t(f"word.attainment.short.{goal.near}").lower()
        words = f"{words} ({t('meeting.goals.near', verdict=near)})"
    return f"{words}, {t(f'word.direction.{goal.direction}')}" if goal.direction else words


def _figure(one: FigureChange, lang: str, t: Text) -> html.Span:
    year = html.Strong(str(one.year))
    if one.new is None:
        gone = t("meeting.changes.figure.gone", old=tonnes(one.old, lang))
        return html.Span([year, f": {gone}"])
    words = tonnes(one.new, lang) if one.old is None else _moved(one.old, one.new, lang, t)
    return html.Span([year, f": {words} ", _because((one.cause,), t)])


def _moved(old: float, new: float, lang: str, t: Text) -> str:
    """Old → new, with as many digits as it takes to tell them apart."""
    unit = t("word.unit.tonnes")
    told = [(tonnes(old, lang), tonnes(new, lang))]
    told += [
        (f"{number(old, lang, more)}{NBSP}{unit}", f"{number(new, lang, more)}{NBSP}{unit}")
        for more in range(3)
    ]
    before, after = next((pair for pair in told if pair[0] != pair[1]), told[-1])
    return f"{before} → {after}"


def _status(one: StatusChange, lang: str, t: Text) -> html.Span:
    shown = one.new or one.old
    assert shown is not None
    title = in_language(shown.title_sv, shown.title_en, lang)
    if one.old is None or one.new is None:
        key = "meeting.changes.promise.new" if one.old is None else "meeting.changes.promise.gone"
        return html.Span([title, ": ", t(key)])
    return html.Span([title, ": ", f"{_progress(one.old, t)} → {_progress(one.new, t)}"])


def _progress(one: FrozenStatus, t: Text) -> str:
    words = t(f"word.progress.{one.status}")
    return f"{words} ({one.day})" if one.day else words


def _money(one: MoneyChange, lang: str, t: Text) -> html.Span:
    shown = one.new or one.old
    assert shown is not None
    kind = t(f"word.amount.{shown.kind}").capitalize()
    return html.Span([kind, ": ", f"{_sum(one.old, lang, t)} → {_sum(one.new, lang, t)}"])


def _sum(one: FrozenSum | None, lang: str, t: Text) -> str:
    if one is None or not one.known:
        return t("word.missing")
    amount = kronor.words(Decimal(one.sek), lang)
    return t("meeting.changes.sum", sum=amount, known=one.known, of=one.of)


def _choices(setting: Setting) -> tuple[Block, ...]:
    """Every snapshot of the municipality as a link, or how one is taken."""
    t, names = setting.t, setting.answers.snapshots
    if not names:
        return (Words(t("meeting.changes.untaken"), "lead"),)
    choices = tuple(_link(one, setting) for one in names)
    return Words(t("meeting.changes.choose")), Items(choices)


def _link(one: SnapshotName, setting: Setting) -> html.Span:
    there = setting.address.with_query(view="changes", meeting=str(one.snapshot_id))
    taken = day(one.taken.date(), setting.lang)
    return html.Span([html.A(one.name, href=href(there)), f" ({taken})"])
