"""What differs from an earlier meeting: new, changed (old → new), and why."""

from decimal import Decimal
from typing import Any

from layouts import html
from layouts.html.blocks import Block, Heading, Items, Links, Side, Words
from layouts.links.addresses import href
from layouts.meeting.foot import since_words
from layouts.meeting.goal_changes import distinguished, goal_change, tonnes_ways
from layouts.meeting.view import Setting, View, short_list
from layouts.phrases import kronor
from layouts.phrases.releases import kind_words, release_title
from layouts.phrases.text import Text
from layouts.phrases.wording import in_language
from progress.phrases.formats import day, tonnes
from progress.snapshots import (
    Cause,
    Difference,
    FigureChange,
    FrozenPlan,
    FrozenRelease,
    FrozenStatus,
    FrozenSum,
    GoalChange,
    MoneyChange,
    PlanChange,
    SnapshotName,
    StatusChange,
)

MOST = 6
MOST_GOALS = 2
KINDS = ("emissions", "goals", "commitments", "activities", "grants")


def changes(setting: Setting) -> View:
    """The difference from the snapshot that the address names, or the snapshots to choose among."""
    t, answers = setting.t, setting.answers
    chosen, difference = answers.since, answers.difference
    heading = t("meeting.changes")
    if chosen is None or difference is None:
        return View("changes", heading, choices(setting, "changes"), KINDS)
    intro = Words(since_words(chosen, t))
    back = Links(_as_it_was(setting, chosen))
    if difference.nothing:
        same = Words(t("meeting.changes.nothing"), "lead")
        return View("changes", heading, (intro, back, same), KINDS)
    behind = {answers.city.release.label, *answers.behind}
    names = [
        release_name(release, setting)
        for release in difference.new_releases
        if release.label in behind
    ]
    new = "; ".join(dict.fromkeys(names))
    note = Words(t("meeting.changes.releases", releases=new), "note") if new else None
    before = (intro, back) if note is None else (intro, note, back)
    return View("changes", heading, (*before, _columns(setting, difference)), KINDS)


def release_name(frozen_release: FrozenRelease, setting: Setting) -> str:
    """The release's title in the reader's language, where the store has it still."""
    known = (
        each for each in setting.answers.city.all_releases if each.label == frozen_release.label
    )
    release = next(known, None)
    if release is not None:
        return release_title(release, setting.t)
    if frozen_release.title == frozen_release.label:
        return kind_words(frozen_release.kind, setting.t)
    return frozen_release.title


def _columns(setting: Setting, difference: Difference) -> Side:
    t = setting.t
    first = sorted(difference.goals, key=_quieter)
    goals = [goal_change(change, _because(change.causes, t), t) for change in first]
    figures = [_figure(figure, t) for figure in reversed(difference.figures)]
    promises = [_status(status, t) for status in difference.statuses]
    money = [_money(amount, t) for amount in difference.money]
    money += [_plan(difference.plan, t)] if difference.plan is not None else []
    return Side(
        (
            _part(setting, "goals", goals, MOST_GOALS),
            _part(setting, "figures", figures),
            (*_part(setting, "promises", promises), *_part(setting, "money", money)),
        )
    )


def _quieter(goal_change: GoalChange) -> int:
    """New, gone and other verdicts first, then other terms, then other figures alone."""
    if (
        goal_change.old is None
        or goal_change.new is None
        or goal_change.old.reading != goal_change.new.reading
    ):
        return 0
    return 1 if goal_change.old.terms != goal_change.new.terms else 2


def _part(setting: Setting, what: str, items: list[Any], most: int = MOST) -> tuple[Block, ...]:
    t = setting.t
    body = short_list(items, most, setting) if items else Words(t("meeting.changes.none"))
    return Heading(t(f"meeting.changes.{what}", n=len(items))), body


def _because(causes: tuple[Cause, ...], t: Text) -> html.Span:
    words = ", ".join(t(f"meeting.cause.{cause}") for cause in causes)
    return html.Span(t("meeting.changes.because", causes=words), className="quiet")


def _figure(figure_change: FigureChange, t: Text) -> html.Span:
    year = html.Strong(str(figure_change.year))
    if figure_change.new is None:
        gone = t("meeting.changes.figure.gone", old=tonnes(figure_change.old, t.lang))
        return html.Span([year, f": {gone}"])
    words = (
        tonnes(figure_change.new, t.lang)
        if figure_change.old is None
        else distinguished(figure_change.old, figure_change.new, tonnes_ways(t))
    )
    return html.Span([year, f": {words} ", _because((figure_change.cause,), t)])


def _status(status_change: StatusChange, t: Text) -> html.Span:
    shown = status_change.new or status_change.old
    assert shown is not None
    title = in_language(shown.title_sv, shown.title_en, t.lang)
    if status_change.old is None or status_change.new is None:
        key = (
            "meeting.changes.promise.new"
            if status_change.old is None
            else "meeting.changes.promise.gone"
        )
        return html.Span([title, ": ", t(key)])
    return html.Span(
        [title, ": ", f"{_progress(status_change.old, t)} → {_progress(status_change.new, t)}"]
    )


def _progress(frozen_status: FrozenStatus, t: Text) -> str:
    words = status_words(frozen_status, t)
    return f"{words} ({frozen_status.day})" if frozen_status.day else words


def status_words(frozen_status: FrozenStatus, t: Text) -> str:
    """A frozen status, and what the promise needs where that was told."""
    words = t(f"word.progress.{frozen_status.status}")
    return (
        f"{words}, {t(f'pack.resources.{frozen_status.resources}')}"
        if frozen_status.resources
        else words
    )


def _money(money_change: MoneyChange, t: Text) -> html.Span:
    shown = money_change.new or money_change.old
    assert shown is not None
    kind = t(f"word.amount.{shown.kind}").capitalize()
    return html.Span([kind, ": ", f"{_sum(money_change.old, t)} → {_sum(money_change.new, t)}"])


def _plan(plan_change: PlanChange, t: Text) -> html.Span:
    """The plan's actions, costs and gap, those that are others."""
    items = [
        t(f"meeting.changes.plan.{name}", old=was, new=now)
        for name, was, now in (
            ("actions", plan_change.old.actions, plan_change.new.actions),
            ("costed", plan_change.old.costed, plan_change.new.costed),
            ("funded", plan_change.old.funded, plan_change.new.funded),
            ("gap", plan_gap(plan_change.old, t), plan_gap(plan_change.new, t)),
        )
        if was != now
    ]
    return html.Span(
        [t("meeting.changes.plan"), ": ", "; ".join(items or [t("meeting.changes.plan.costs")])]
    )


def plan_gap(plan: FrozenPlan, t: Text) -> str:
    """The gap of a frozen plan, or that it is not known."""
    if not plan.gap_low or not plan.gap_high:
        return t("word.missing")
    low, high = Decimal(plan.gap_low), Decimal(plan.gap_high)
    return kronor.brief_range(low, high, t.lang, plan.currency)


def _sum(frozen_sum: FrozenSum | None, t: Text) -> str:
    if frozen_sum is None or not frozen_sum.known:
        return t("word.missing")
    amount = kronor.words(Decimal(frozen_sum.sek), t.lang)
    return t("meeting.changes.sum", sum=amount, known=frozen_sum.known, of=frozen_sum.of)


def choices(setting: Setting, view: str) -> tuple[Block, ...]:
    """Every snapshot of the municipality as a link to a view of it, or how one is taken."""
    t, names = setting.t, setting.answers.snapshots
    if not names:
        return (Words(t("meeting.changes.untaken"), "lead"),)
    return Words(t(f"meeting.{view}.choose")), Items(tuple(_link(o, view, setting) for o in names))


def _link(snapshot_name: SnapshotName, view: str, setting: Setting) -> html.Span:
    there = setting.address.with_query(view=view, meeting=str(snapshot_name.snapshot_id))
    taken = day(snapshot_name.taken.date(), setting.lang)
    return html.Span([html.A(snapshot_name.name, href=href(there)), f" ({taken})"])


def _as_it_was(setting: Setting, snapshot_name: SnapshotName) -> html.A:
    there = setting.address.with_query(view="frozen", meeting=str(snapshot_name.snapshot_id))
    return html.A(setting.t("meeting.frozen.link"), href=href(there))
