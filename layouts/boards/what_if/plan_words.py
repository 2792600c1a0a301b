"""The plan behind the levers: what of it has an effect with a place in time, and what has none."""

from typing import Any

from dash.development.base_component import Component

from layouts import html
from layouts.boards.what_if.levers import Levers, Road
from layouts.boards.what_if.words import goal_name, series_name
from layouts.html.cards import disclosure
from layouts.html.tables import Column, table
from layouts.links.addresses import Address, href
from layouts.money.words import of_plan, sector
from layouts.phrases.text import Text
from progress.constants import PLAN_YEAR
from progress.phrases.formats import number
from progress.road.planned_effects import PORTFOLIO, PlannedEffects, Unplaced


def plan_section(
    chosen: Levers, road: Road | None, address: Address, name: str, t: Text
) -> Component:
    """How much of the plan has an effect that can be placed, how it is counted, and what cannot."""
    heading = html.H3(t("what_if.plan.heading"), id="plan")
    effects = chosen.effects
    if not effects.coverage.of:
        return html.Div([heading, html.P(t("what_if.plan.none", name=name))])
    parts: list[Any] = [heading, html.P(_coverage(effects, name, t))]
    if road is not None and effects.quantified:
        against = t("what_if.plan.against", goal=goal_name(road.held, t))
        series = series_name(road.held.verdict, t)
        parts.append(html.P(f"{against} {series}.", className="note"))
    if unplaced := _unplaced(effects, t):
        parts += [
            html.P(t("what_if.plan.unplaced")),
            html.Ul([html.Li(reason) for reason in unplaced]),
        ]
    if effects.quantified:
        parts += [_assumptions(effects, t), _table(chosen, t)]
    money = href(Address("money", t.lang, slug=address.slug))
    parts.append(html.P(html.A(t("what_if.plan.money"), href=money), className="links"))
    return html.Div(parts)


def _coverage(effects: PlannedEffects, name: str, t: Text) -> str:
    coverage = effects.coverage
    level = "portfolio" if effects.level == PORTFOLIO else "action"
    key = f"what_if.plan.coverage.{level}"
    if coverage.known == 0:
        key += ".none"
    return t(key, known=coverage.known, of=coverage.of, name=name)


def _unplaced(effects: PlannedEffects, t: Text) -> list[str]:
    order = [reason for reason in Unplaced if reason in effects.unplaced]
    return [
        t(f"what_if.plan.unplaced.{reason}", n=effects.unplaced[reason], year=PLAN_YEAR)
        for reason in order
    ]


def _assumptions(effects: PlannedEffects, t: Text) -> html.Div:
    items = [t("what_if.plan.assumed.most"), t("what_if.plan.assumed.once")]
    if effects.assumed_years:
        n = effects.assumed_years
        items.append(t("what_if.plan.assumed.year", n=n, year=PLAN_YEAR))
    items.append(t("what_if.plan.assumed.step"))
    items.append(t("what_if.plan.assumed.sinks"))
    if effects.level == PORTFOLIO:
        items.append(t("what_if.plan.assumed.portfolio"))
    return html.Div(
        [
            html.P(t("what_if.plan.assumed"), className="label"),
            html.Ul([html.Li(item) for item in items]),
        ],
        className="assumptions",
    )


def _table(chosen: Levers, t: Text) -> html.Details:
    """The source's own words, in its own language."""
    rows = []
    for lever in chosen.of_plan:
        low, high = number(lever.low, t.lang), number(lever.high, t.lang)
        when = "what_if.plan.table.assumed" if lever.year_assumed else "what_if.plan.table.from"
        names = [of_plan(row.title, row) for row in lever.actions]
        rows.append(
            [
                html.Span([part for name in names for part in (html.Br(), name)][1:]),
                "; ".join(dict.fromkeys(sector(each.sector, t) for each in lever.actions)),
                high if lever.low == lever.high else f"{low}–{high}",
                t(when, year=lever.ready),
            ]
        )
    columns = [
        Column(t("what_if.plan.table.action")),
        Column(t("what_if.plan.table.sector")),
        Column(t("what_if.plan.table.effect"), numeric=True),
        Column(t("what_if.plan.table.year")),
    ]
    caption = t("what_if.plan.table.caption")
    return disclosure(t("what_if.plan.table"), table(caption, columns, rows, stack=True))
