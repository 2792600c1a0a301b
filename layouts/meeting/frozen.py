"""An earlier meeting as it was: all that its snapshot froze, told from the snapshot alone."""

from collections.abc import Iterator
from decimal import Decimal

from layouts import html
from layouts.html.blocks import Block, Grid, Heading, Items, Links, Words
from layouts.html.tables import Column
from layouts.links.addresses import href
from layouts.meeting.changes import choices, plan_gap, release_name, status_words
from layouts.meeting.goal_changes import verdict_words
from layouts.meeting.view import Setting, View
from layouts.money.words import class_name
from layouts.phrases import kronor
from layouts.phrases.wording import in_language
from progress.money.plan import CostClass
from progress.phrases.formats import day, number
from progress.snapshots import FrozenGoal, FrozenPlan, FrozenStatus, Snapshot

NUMERIC = ("tonnes", "sum", "known", "actions")


def frozen(setting: Setting) -> View:
    """The snapshot that the address names, or those there are to choose among."""
    t, answers = setting.t, setting.answers
    since, old = answers.since, answers.frozen
    if since is None or old is None:
        return View("frozen", t("meeting.frozen"), choices(setting, "frozen"), ())
    taken = day(since.taken.date(), setting.lang)
    there = setting.address.with_query(view="changes")
    body = (
        Words(t("meeting.frozen.intro", name=since.name, day=taken)),
        Links(html.A(t("meeting.frozen.changes"), href=href(there))),
        *_goals(setting, old),
        *_figures(setting, old),
        *_statuses(setting, old),
        *_money(setting, old),
        *_plan(setting, old.plan),
        *_releases(setting, old),
    )
    return View("frozen", t("meeting.frozen"), body, ())


def _grid(
    setting: Setting, name: str, heads: tuple[str, ...], rows: list[tuple[object, ...]]
) -> Grid:
    columns = tuple(
        Column(setting.t(f"meeting.frozen.column.{head}"), numeric=head in NUMERIC)
        for head in heads
    )
    return Grid(setting.t(f"meeting.frozen.{name}"), columns, tuple(rows), stack=True)


def _goals(setting: Setting, old: Snapshot) -> Iterator[Block]:
    lang = setting.lang
    if not old.goals:
        return
    rows: list[tuple[object, ...]] = [
        (in_language(goal.title_sv, goal.title_en, lang), _verdict(goal, setting))
        for goal in sorted(old.goals, key=lambda goal: (not goal.sentence_sv, goal.goal_id))
    ]
    yield _grid(setting, "goals", ("goal", "verdict"), rows)


def _verdict(goal: FrozenGoal, setting: Setting) -> html.Span:
    """The verdict in short, and what was said of it."""
    words = verdict_words(goal, setting.t)
    if goal.reason:
        words = f"{words}: {setting.t(f'word.reason.short.{goal.reason}')}"
    sentence = in_language(goal.sentence_sv, goal.sentence_en, setting.lang)
    return html.Span([html.Strong(words), html.Br(), sentence])


def _figures(setting: Setting, old: Snapshot) -> Iterator[Block]:
    t, lang = setting.t, setting.lang
    if not old.figures:
        return
    rows: list[tuple[object, ...]] = [
        (str(figure.year), number(figure.value, lang, 0), t(f"word.status.{figure.status}"))
        for figure in reversed(old.figures)
    ]
    known = {release.label: release for release in old.releases}
    name = release_name(known[old.release], setting) if old.release in known else old.release
    yield _grid(setting, "figures", ("year", "tonnes", "status"), rows)
    yield Words(t("sharing.source", source=name), "note")


def _statuses(setting: Setting, old: Snapshot) -> Iterator[Block]:
    t = setting.t
    promises = (*old.statuses, *(old.further or ()))
    reported = [promise for promise in promises if promise.day]
    silent = len(promises) - len(reported)
    if not reported:
        yield Heading(t("meeting.frozen.promises"))
    else:
        rows = [
            _status(status, setting)
            for status in sorted(reported, key=lambda status: status.day)[::-1]
        ]
        yield _grid(setting, "promises", ("promise", "standing", "day"), rows)
    if silent or not reported:
        yield Words(t("meeting.frozen.silent", n=silent))


def _status(frozen_status: FrozenStatus, setting: Setting) -> tuple[object, ...]:
    title = in_language(frozen_status.title_sv, frozen_status.title_en, setting.lang)
    return title, status_words(frozen_status, setting.t), frozen_status.day


def _money(setting: Setting, old: Snapshot) -> Iterator[Block]:
    t, lang = setting.t, setting.lang
    if not old.money:
        yield Heading(t("meeting.frozen.money"))
        yield Words(t("meeting.frozen.money.none"))
        return
    rows: list[tuple[object, ...]] = [
        (
            t(f"word.amount.{total.kind}").capitalize(),
            kronor.words(Decimal(total.sek), lang) if total.known else t("word.missing"),
            t("meeting.frozen.of", known=total.known, of=total.of),
        )
        for total in old.money
    ]
    yield _grid(setting, "money", ("kind", "sum", "known"), rows)


def _plan(setting: Setting, plan: FrozenPlan | None) -> Iterator[Block]:
    """Nothing where the snapshot is older than plans in snapshots."""
    t, lang = setting.t, setting.lang
    if plan is None:
        return
    yield Heading(t("meeting.frozen.plan"))
    if not plan.actions:
        yield Words(t("money.lead.plan.none"))
        return
    gap = plan_gap(plan, t)
    yield Words(
        t(
            "meeting.frozen.plan.words",
            n=plan.actions,
            costed=plan.costed,
            funded=plan.funded,
            gap=gap,
        )
    )
    rows: list[tuple[object, ...]] = [
        (
            class_name(CostClass(cost.currency, cost.kind, cost.period), t),
            kronor.brief_range(Decimal(cost.low), Decimal(cost.high), lang, cost.currency),
            str(cost.actions),
        )
        for cost in plan.costs
    ]
    if rows:
        yield _grid(setting, "plan", ("cost", "sum", "actions"), rows)


def _releases(setting: Setting, old: Snapshot) -> Iterator[Block]:
    t = setting.t
    if not old.releases:
        return
    yield Heading(t("meeting.frozen.releases"))
    yield Items(
        tuple(
            t("meeting.frozen.release", title=release_name(release, setting), day=release.imported)
            for release in old.releases
        )
    )
    yield Words(t("meeting.frozen.rules", n=old.rules), "note")
