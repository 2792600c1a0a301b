"""What the municipality itself controls, as far as the sources tell: whom the plan makes
responsible, the group's own emissions, and where in the place the others arise."""

from dash.development.base_component import Component

from layouts import html
from layouts.boards.what_if.answers import WhatIfAnswers
from layouts.boards.what_if.levers import Levers, Road, held_by_group
from layouts.html.tables import Column, table
from layouts.phrases.text import Text
from progress.emissions.series import Scope, Unit
from progress.phrases.formats import percent, tonnes, tonnes_span
from progress.road.responsibility import by_responsible


def control_section(
    chosen: Levers, road: Road | None, answers: WhatIfAnswers, t: Text
) -> Component:
    """Who is responsible for what is chosen of the plan, and where the emissions arise."""
    parts = [
        html.H3(t("what_if.control.heading"), id="control"),
        html.P(t("what_if.control.intro")),
        _responsible(chosen, t),
        html.P(_group_emissions(answers, t)),
        None if road is None else _sectors(road, answers, t),
    ]
    return html.Div([part for part in parts if part is not None])


def _responsible(chosen: Levers, t: Text) -> Component | None:
    sums = by_responsible(chosen.chosen)
    if not sums:
        return None
    columns = [
        Column(t("what_if.control.responsible")),
        Column(t("what_if.control.measures"), numeric=True),
        Column(t("what_if.control.effect"), numeric=True),
    ]
    rows = [
        [
            t(f"what_if.control.{responsible}"),
            str(each.levers),
            tonnes_span(each.low, each.high, t.lang),
        ]
        for responsible, each in sums.items()
    ]
    return table(t("what_if.control.caption"), columns, rows, stack=True)


def _group_emissions(answers: WhatIfAnswers, t: Text) -> str:
    """The municipal group's own emissions, from a verdict on them; else that none are here."""
    own = next(
        (
            verdict
            for verdict in answers.verdicts
            if verdict.scope is Scope.GROUP
            and verdict.unit is Unit.TONNES
            and verdict.actual is not None
        ),
        None,
    )
    if own is None:
        return t("what_if.control.group.none", name=answers.municipality.name)
    return t("what_if.control.group", value=tonnes(own.actual, t.lang), year=own.latest_year)


def _sectors(road: Road, answers: WhatIfAnswers, t: Text) -> Component | None:
    """The latest year by group of sectors, the largest first."""
    verdict = road.held.verdict
    held = held_by_group(verdict, answers)
    total = sum(held.values())
    if total <= 0:
        return None
    columns = [
        Column(t("what_if.plan.table.sector")),
        Column(t("what_if.control.emitted", year=verdict.latest_year), numeric=True),
        Column(t("what_if.control.share"), numeric=True),
    ]
    rows = [
        [t(f"money.sectors.{group}"), tonnes(value, t.lang), percent(value / total, t.lang)]
        for group, value in sorted(held.items(), key=lambda each: -each[1])
        if value > 0
    ]
    return table(t("what_if.control.sectors", year=verdict.latest_year), columns, rows, stack=True)
