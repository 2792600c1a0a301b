"""The activity plan: by focus area what is to be done when, by which decision, with which priority
and resources, and who steers."""

from collections.abc import Callable, Sequence
from typing import Any

from layouts import html
from layouts.html.cards import disclosure, key_figures, section
from layouts.html.tables import Column, table
from layouts.links.addresses import Address, href
from layouts.phrases import kronor
from layouts.phrases.pledges import promise_title, standing_badge
from layouts.phrases.text import Text, text
from layouts.phrases.wording import capital, in_language
from layouts.systems.answers import SystemsAnswers
from layouts.systems.parties import source_cell
from layouts.systems.system import State, Summary, waits
from progress.phrases.formats import day
from progress.promises.contract_systems import RoleKind
from progress.promises.decisions import coming
from progress.promises.pledge_status import Resources, standing
from progress.records import Activity

NOT_STEERING = (RoleKind.PARTY, RoleKind.PLATFORM)


def summary(answers: SystemsAnswers, t: Text) -> Summary:
    """How many activities there are, and what the plan tells of them."""
    activities = answers.city.activities
    if not activities:
        return Summary(State.WAITS, t("systems.activity_plan.none"))
    planned = sum(bool(each.decision or each.priority) for each in activities)
    words = t(
        "systems.activity_plan.n",
        n=len(activities),
        of=len(_areas(activities)),
        planned=planned,
    )
    return Summary(State.SHOWN if planned else State.PART, words)


def view(address: Address, answers: SystemsAnswers) -> list[Any]:
    """What is known of the plan, the plan by focus area, and who steers it."""
    t = text(address.lang)
    activities = answers.city.activities
    parts: list[Any] = []
    if activities:
        parts.append(key_figures(_known(activities, t)))
    if not any(each.decision or each.priority for each in activities):
        parts.append(waits(address, t("systems.activity_plan.waits"), "activities"))
    areas = _areas(activities)
    for area, members in areas.items():
        name = capital(area) if area else t("systems.activity_plan.no_area")
        parts.append(
            disclosure(
                f"{name} ({len(members)})",
                _table(name, members, answers, t),
                opened=len(areas) == 1,
            )
        )
    plan = section("plan", t("systems.activity_plan.heading"), *parts)
    return [plan, _steering(address, answers)]


def _areas(activities: Sequence[Activity]) -> dict[str, list[Activity]]:
    """Activities by focus area, those with a priority first."""
    result: dict[str, list[Activity]] = {}
    for each in sorted(activities, key=lambda each: (not each.priority, each.priority, each.start)):
        result.setdefault(each.focus_area, []).append(each)
    return dict(sorted(result.items(), key=lambda item: (-len(item[1]), item[0])))


def _known(activities: Sequence[Activity], t: Text) -> list[tuple[str, str, str]]:
    """Of how many the plan tells a time, a decision, a priority, who is responsible, resources."""
    tests: dict[str, Callable[[Activity], object]] = {
        "year": lambda each: each.start or each.end,
        "decision": lambda each: each.decision,
        "priority": lambda each: each.priority,
        "responsible": lambda each: each.responsible,
        "enough": lambda each: each.status_resources == Resources.ENOUGH,
        "politics": lambda each: each.status_resources == Resources.POLITICS,
    }
    return [
        (
            t(f"systems.activity_plan.known.{name}"),
            t("systems.of", n=sum(bool(test(each)) for each in activities), of=len(activities)),
            "",
        )
        for name, test in tests.items()
    ]


def _table(name: str, activities: Sequence[Activity], answers: SystemsAnswers, t: Text) -> html.Div:
    columns = [
        Column(t("city.activities.column.title")),
        *(
            Column(t(f"systems.activity_plan.column.{each}"))
            for each in ("year", "decision", "priority", "responsible", "resources", "standing")
        ),
    ]
    rows = [_row(each, answers, t) for each in activities]
    return table(t("systems.activity_plan.caption", area=name), columns, rows, stack=True)


def _row(activity: Activity, answers: SystemsAnswers, t: Text) -> list[Any]:
    missing = t("word.none")
    years = "–".join(dict.fromkeys(each for each in (activity.start, activity.end) if each))
    return [
        promise_title(activity.title_sv, activity.title_en, t.lang),
        years or missing,
        html.Span(activity.decision, lang="sv") if activity.decision else missing,
        activity.priority or missing,
        html.Span(activity.responsible, lang="sv") if activity.responsible else missing,
        _resources(activity, t) or missing,
        standing_badge(standing(activity.status, activity.end, answers.today), t),
    ]


def _resources(activity: Activity, t: Text) -> str:
    """Whether existing resources suffice, what it costs, who pays."""
    parts = []
    if activity.status_resources:
        parts.append(capital(t(f"pack.resources.{activity.status_resources}")))
    if activity.cost_sek is not None:
        parts.append(kronor.words(activity.cost_sek, t.lang))
    if activity.financed_by:
        parts.append(t("city.activities.financed", name=activity.financed_by))
    return ". ".join(parts)


def _steering(address: Address, answers: SystemsAnswers) -> html.Section:
    """Who steers, the deciding first, with the next meeting of each body that has one."""
    t = text(address.lang)
    order = tuple(RoleKind)
    bodies = sorted(
        (role for role in answers.roles if role.role not in NOT_STEERING),
        key=lambda role: order.index(RoleKind(role.role)),
    )
    heading = t("systems.steering.heading")
    if not bodies:
        words = t("systems.steering.none")
        return section("steering", heading, waits(address, words, "contract-roles"))
    meetings = coming(answers.city.meetings, answers.today)
    next_days = {each.body.casefold(): each.day for each in reversed(meetings)}
    rows = []
    for body in bodies:
        next_day = next_days.get(body.name.casefold())
        kind = t(f"systems.role.{body.role}")
        rows.append(
            [
                html.Span(body.name, lang="sv"),
                t("systems.role.proposed", role=kind) if body.proposed else capital(kind),
                in_language(body.promised_sv, body.promised_en, t.lang),
                t("systems.steering.no_meeting") if next_day is None else day(next_day, t.lang),
                source_cell(body),
            ]
        )
    columns = [
        Column(t("systems.steering.column.body")),
        Column(t("systems.steering.column.role")),
        Column(t("systems.steering.column.task")),
        Column(t("systems.steering.column.next")),
        Column(t("systems.column.source"), wide=True),
    ]
    meeting = href(Address("meeting", address.lang, slug=address.slug))
    return section(
        "steering",
        heading,
        table(t("systems.steering.caption"), columns, rows, stack=True),
        html.P(html.A(t("city.way.meeting"), href=meeting)),
    )
