"""The plan's effects against the gap between trend and goal path, and what cannot be told."""

from dataclasses import dataclass
from typing import Any

from layouts import html
from layouts.addresses import Address, href
from layouts.cards import disclosure, section
from layouts.charts.block import chart_block
from layouts.charts.description import LinePanel, TimeChart
from layouts.charts.overlays import Wedge, WedgeYear
from layouts.editions import edition
from layouts.money.words import of_plan, sector
from layouts.tables import Column, table
from layouts.text import Text
from layouts.what_if.answers import Held, WhatIfAnswers
from layouts.what_if.chart import goal_paths, lines, measure
from layouts.what_if.words import goal_name, series_name
from progress.constants import PLAN_YEAR
from progress.formats import number, percent, tonnes
from progress.planned_effects import (
    PORTFOLIO,
    GapCover,
    PlannedEffects,
    Unplaced,
    gap_cover,
    planned_effects,
)
from progress.scenario import done_value, path_behind
from progress.series import TOTAL, Scope, Unit
from progress.verdict_model import Verdict

CHART_ID = "plan-chart"
TONES = (
    "transport",
    "energy",
    "industry",
    "buildings",
    "waste_and_circular",
    "agriculture",
    "construction",
    "land_use_and_sinks",
    "cross_cutting",
)
"""A sector's place here is its tone, the same in every city."""


@dataclass(frozen=True, slots=True)
class PlanView:
    """A city's placed effects and the gap that they are held against, None where none is known."""

    name: str
    has_plan: bool
    effects: PlannedEffects
    held: Held | None
    cover: GapCover | None


def plan_view(answers: WhatIfAnswers, chosen: Held, all_held: tuple[Held, ...]) -> PlanView:
    """The gap of the chosen goal if that counts the whole place, else of the first that does."""
    effects = planned_effects(answers.actions)
    held = next((each for each in (chosen, *all_held) if _whole_area(each.verdict)), None)
    cover = None if held is None else _cover(effects, held.verdict)
    return PlanView(answers.municipality.name, bool(answers.actions), effects, held, cover)


def plan_chart(view: PlanView, t: Text) -> TimeChart | None:
    """Trend, goal path and the effects hanging from the trend; None where nothing is placed."""
    if view.held is None or view.cover is None or not view.effects.quantified:
        return None
    verdict = view.held.verdict
    panel = LinePanel(
        t("what_if.chart.panel", gas=t(f"word.gas.title.{verdict.gas}")),
        measure(verdict, t),
        lines(verdict, PLAN_YEAR, t),
        goal_paths(verdict, PLAN_YEAR, t("what_if.plan.path", year=PLAN_YEAR), t),
        wedges=_wedges(view.effects, verdict, t),
    )
    heading = t("what_if.plan.chart", name=view.name)
    words = " ".join(_sum_words(view, t))
    source = t("sharing.source.plan_and_release", release=edition(verdict.release or "", t))
    return TimeChart(
        CHART_ID,
        heading,
        t.lang,
        words,
        (panel,),
        source=t("sharing.source", source=source),
        releases=(verdict.release,) if verdict.release else (),
    )


def plan_section(
    view: PlanView, chart: TimeChart | None, address: Address, t: Text
) -> html.Section:
    """Coverage in words first; what the plan does not say is said as plainly."""
    lang = address.lang
    heading = t("what_if.plan.heading")
    if not view.has_plan:
        return section("plan", heading, html.P(t("what_if.plan.none", name=view.name)))
    parts: list[Any] = [html.P(_coverage(view, t))]
    if chart is not None and view.held is not None:
        against = t("what_if.plan.against", goal=goal_name(view.held, t))
        series = series_name(view.held.verdict, t)
        parts += [html.P(f"{against} {series}.", className="note"), chart_block(chart, address)]
    elif view.effects.quantified:
        parts.append(html.P(t("what_if.plan.no_gap_known")))
    unplaced = _unplaced(view.effects, t)
    if unplaced:
        parts += [
            html.P(t("what_if.plan.unplaced")),
            html.Ul([html.Li(reason) for reason in unplaced]),
        ]
    if view.effects.quantified:
        parts += [_assumptions(view.effects, t), _table(view.effects, t)]
    money = href(Address("money", lang, slug=address.slug))
    parts.append(html.P(html.A(t("what_if.plan.money"), href=money), className="links"))
    return section("plan", heading, *parts)


def _whole_area(verdict: Verdict) -> bool:
    """Whether the series counts the whole place, as a plan does, with a done rate and a path."""
    path = path_behind(verdict)
    return (
        verdict.scope is Scope.TERRITORIAL
        and verdict.unit is Unit.TONNES
        and verdict.sector in (None, TOTAL)
        and not verdict.sectors_left_out
        and verdict.done_rate is not None
        and verdict.latest_year is not None
        and verdict.latest_year < PLAN_YEAR
        and path is not None
        and path.value(PLAN_YEAR) is not None
    )


def _cover(effects: PlannedEffects, verdict: Verdict) -> GapCover | None:
    path, trend = path_behind(verdict), done_value(verdict, PLAN_YEAR)
    required = None if path is None else path.value(PLAN_YEAR)
    return None if required is None or trend is None else gap_cover(effects, trend, required)


def _wedges(effects: PlannedEffects, verdict: Verdict, t: Text) -> tuple[Wedge, ...]:
    """One wedge a sector, each year from the same pace downwards, the largest sector uppermost."""
    first = max(effects.first_year or PLAN_YEAR, (verdict.latest_year or PLAN_YEAR) + 1)
    tops = {year: done_value(verdict, year) or 0.0 for year in range(first, PLAN_YEAR + 1)}
    result = []
    for code in effects.sectors:
        years = []
        for year in tops:
            low, high = effects.at(year, code)
            if high > 0:
                years.append(WedgeYear(year, tops[year], low, high))
                tops[year] -= high
        if years:
            tone = TONES.index(code) + 1 if code in TONES else len(TONES)
            result.append(Wedge(sector(code, t), tone, tuple(years)))
    return tuple(result)


def _coverage(view: PlanView, t: Text) -> str:
    coverage, effects = view.effects.coverage, view.effects
    level = "portfolio" if effects.level == PORTFOLIO else "action"
    key = f"what_if.plan.coverage.{level}"
    if coverage.known == 0:
        key += ".none"
    return t(key, known=coverage.known, of=coverage.of, name=view.name)


def _sum_words(view: PlanView, t: Text) -> list[str]:
    lang = t.lang
    cover = view.cover
    if cover is None:
        return []
    same = cover.low == cover.high
    key = "what_if.plan.sum" if same else "what_if.plan.sum.range"
    low, high = tonnes(cover.low, lang), tonnes(cover.high, lang)
    words = [t(key, low=low, high=high, year=cover.year)]
    trend, path = tonnes(cover.trend, lang), tonnes(cover.path, lang)
    if cover.share_high is None or cover.share_low is None:
        words.append(t("what_if.plan.no_gap", trend=trend, path=path, year=cover.year))
        return words
    gap = tonnes(cover.gap, lang)
    fields = {"gap": gap, "trend": trend, "path": path, "year": cover.year}
    share = percent(cover.share_high, lang)
    if cover.share_high >= 1:
        words.append(t("what_if.plan.share.all", **fields))
    elif same:
        words.append(t("what_if.plan.share", share=share, **fields))
    else:
        least = percent(cover.share_low, lang)
        words.append(t("what_if.plan.share.range", least=least, share=share, **fields))
    return words


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


def _table(effects: PlannedEffects, t: Text) -> html.Details:
    """The source's own words, in its own language."""
    rows = []
    for effect in sorted(effects.placed, key=lambda each: (-each.high, each.actions[0].action_id)):
        low, high = number(effect.low, t.lang), number(effect.high, t.lang)
        when = "what_if.plan.table.assumed" if effect.year_assumed else "what_if.plan.table.from"
        names = [of_plan(row.title, row) for row in effect.actions]
        rows.append(
            [
                html.Span([part for name in names for part in (html.Br(), name)][1:]),
                sector(effect.sector, t),
                high if effect.low == effect.high else f"{low}–{high}",
                t(when, year=effect.first_year),
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
