"""A city's investment plan: what is costed, by field and kind, and the plan's own summaries."""

from dash.development.base_component import Component

from layouts import html
from layouts.charts.block import chart_block
from layouts.charts.description import RangeBars, RangeRow
from layouts.html.cards import disclosure, notice, section
from layouts.html.folded import MOST_ROWS, folded
from layouts.html.tables import Column, table
from layouts.money import words
from layouts.money.flow import measure
from layouts.money.gap import gap_parts
from layouts.money.origin import origin
from layouts.money.view import View
from layouts.phrases.enumeration import enumerated
from layouts.phrases.wording import uncapital
from progress.money.plan import (
    ACTION,
    CostRange,
    PlanSums,
    actions_of,
    commonest_class,
    plan_sums,
)
from progress.records import InvestmentAction

IN_KRONOR = "SEK"


def plan_chart(view: View) -> RangeBars | None:
    """The commonest class of cost in kronor, field by field; None where no action has one."""
    t, lang = view.t, view.lang
    sums = plan_sums(view.answers.actions)
    chosen = commonest_class(sums, IN_KRONOR)
    if chosen is None:
        return None
    ranges: dict[str, CostRange | None] = {
        sector: classes[chosen] for sector, classes in sums.by_sector.items() if chosen in classes
    }
    # A field whose costs are of other classes only is no unknown: it stands in the table below.
    ranges |= {sector: None for sector in sums.sector_coverage if sector not in sums.by_sector}
    ordered = sorted(ranges, key=lambda s: (-_high(ranges[s]), words.sector(s, t)))
    biggest = ranges[ordered[0]]
    total = sums.by_class[chosen]
    assert biggest is not None
    name = words.class_name(chosen, t)
    return RangeBars(
        "planen",
        t("money.plan.title", class_name=uncapital(name)),
        lang,
        t(
            "money.plan.message",
            low_high=words.cost(total, lang, chosen.currency),
            n=total.rows,
            of=sums.coverage.of,
            sector=words.sector(ordered[0], t).lower(),
            largest=words.cost(biggest, lang, chosen.currency),
        ),
        measure(t),
        t("money.plan.sector"),
        tuple(
            RangeRow(
                words.sector(sector, t),
                None if cost is None else float(cost.low),
                None if cost is None else float(cost.high),
                note=t(
                    "money.plan.row_note",
                    n=0 if cost is None else cost.rows,
                    of=sums.sector_coverage[sector].of,
                ),
            )
            for sector, cost in ((sector, ranges[sector]) for sector in ordered)
        ),
        source=origin(view, (row.source_id for row in actions_of(view.answers.actions))),
    )


def plan_section(view: View, chart: RangeBars | None, gap_chart: RangeBars | None) -> Component:
    """The plan with its coverage, or that there is none."""
    t = view.t
    actions = view.answers.actions
    heading = t("money.plan.heading")
    if not actions:
        return section("plan", heading, notice(html.P(t("money.plan.none", name=view.name))))
    sums = plan_sums(actions)
    parts: list[Component] = [html.P(_coverage(view, sums))]
    if chart is not None:
        parts.append(chart_block(chart, view.address))
    if sums.by_class:
        parts += _classes(view, sums)
    parts += gap_parts(view, gap_chart)
    summaries = [row for row in actions if row.row_level != ACTION]
    if summaries:
        parts.append(
            _summaries(
                view, summaries, opened=not sums.coverage.known and len(summaries) <= MOST_ROWS
            )
        )
    return section("plan", heading, *parts)


def _coverage(view: View, sums: PlanSums) -> str:
    t = view.t
    if sums.coverage.known:
        return t("money.plan.coverage", known=sums.coverage.known, of=sums.coverage.of)
    if any(row.cost_low is not None for row in view.answers.actions):
        return t("money.plan.only_summary")
    return t("money.plan.uncosted", of=sums.coverage.of)


def _classes(view: View, sums: PlanSums) -> list[Component]:
    t, lang = view.t, view.lang
    columns = [
        Column(t("money.plan.class")),
        Column(t("money.plan.sum"), numeric=True),
        Column(t("money.plan.actions"), numeric=True),
    ]
    ordered = sorted(sums.by_class, key=lambda each: (-sums.by_class[each].rows, each.kind))
    rows = [
        [
            words.class_name(each, t),
            words.cost(sums.by_class[each], lang, each.currency),
            str(sums.by_class[each].rows),
        ]
        for each in ordered
    ]
    result: list[Component] = [
        table(t("money.plan.classes"), columns, rows)
        if len(rows) <= MOST_ROWS
        else folded(t("money.plan.classes"), columns, rows),
        html.P(t("money.plan.class_note"), className="note"),
    ]
    open_ended = sum(total.open_ended for total in sums.by_class.values())
    if open_ended:
        result.append(html.P(t("money.plan.open", n=open_ended), className="note"))
    if sums.repeated:
        titles = enumerated([row.title for row in sums.repeated], t)
        result.append(html.P(t("money.plan.repeated", titles=titles), className="note"))
    result.append(disclosure(t("money.plan.by_sector"), _by_sector(view, sums)))
    return result


def _by_sector(view: View, sums: PlanSums) -> Component:
    t, lang = view.t, view.lang
    columns = [
        Column(t("money.plan.sector")),
        Column(t("money.plan.class")),
        Column(t("money.plan.sum"), numeric=True),
        Column(t("money.plan.actions"), numeric=True),
        Column(t("money.plan.known"), numeric=True),
    ]
    rows = []
    for sector, coverage in sums.sector_coverage.items():
        name = words.sector(sector, t)
        known = t("money.plan.n_of", known=coverage.known, of=coverage.of)
        classes = sums.by_sector.get(sector, {})
        rows += [
            [
                name,
                words.class_name(each, t),
                words.cost(cost, lang, each.currency),
                str(cost.rows),
                known,
            ]
            for each, cost in classes.items()
        ] or [[name, "–", t("money.rank.unknown"), "0", known]]
    return table(t("money.plan.by_sector.caption"), columns, rows, stack=True)


def _summaries(view: View, rows: list[InvestmentAction], *, opened: bool) -> Component:
    t = view.t
    columns = [
        Column(t("money.plan.sector")),
        Column(t("money.plan.level")),
        Column(t("money.plan.cost"), numeric=True),
        Column(t("money.plan.effect"), numeric=True),
        Column(t("money.plan.note")),
    ]
    cells = [
        [
            words.of_plan(row.title, row),
            t(f"money.level.{row.row_level}"),
            words.action_cost(row, t),
            words.action_effect(row, t),
            html.Span([words.quality(row.quality_flag, t), ". ", words.of_plan(row.note, row)])
            if row.note
            else words.quality(row.quality_flag, t),
        ]
        for row in rows
    ]
    return disclosure(
        t("money.plan.summaries", n=len(rows)),
        html.P(t("money.plan.summaries.note")),
        table(t("money.plan.summaries.caption"), columns, cells, stack=True),
        opened=opened,
    )


def _high(cost: CostRange | None) -> float:
    return -1.0 if cost is None else float(cost.high)
