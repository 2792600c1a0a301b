"""Need, secured and gap of a plan: by payer, sector and first year, or why they are unknown."""

from collections.abc import Iterable

from dash.development.base_component import Component

from layouts import html
from layouts.charts.block import chart_block
from layouts.charts.description import RangeBars, RangeRow
from layouts.html.cards import disclosure
from layouts.html.folded import folded
from layouts.html.tables import Column, table
from layouts.money import words
from layouts.money.flow import measure
from layouts.money.origin import origin
from layouts.money.view import View
from layouts.phrases import kronor
from progress.money.funding import PAYERS, FundingGap, GapOf, funding_gaps, gaps_by
from progress.money.plan import actions_of
from progress.records import InvestmentAction


def gap_chart(view: View) -> RangeBars | None:
    """Need by payer with what is secured of it; None where no action tells what is secured."""
    t, lang = view.t, view.lang
    first = funding_gaps(view.answers.actions)[0]
    if first.need_low is None or first.currency != "SEK":
        return None
    result = _by_payer(view, first)
    return RangeBars(
        "gapet",
        t("money.plan.gap.title"),
        lang,
        _sentence(view, first),
        measure(t),
        t("money.plan.gap.payer"),
        tuple(
            RangeRow(
                _payer(view, each.key),
                None if each.gap.need_low is None else float(each.gap.need_low),
                None if each.gap.need_high is None else float(each.gap.need_high),
                part=None if each.gap.secured is None else float(each.gap.secured),
                note=_coverage(view, each.gap),
            )
            for each in result
        ),
        part_label=t("money.plan.gap.secured"),
        source=origin(view, (row.source_id for row in actions_of(view.answers.actions))),
    )


def gap_parts(view: View, chart: RangeBars | None) -> list[Component]:
    """The gap with its coverage, then the plan's own words on funding and on running costs."""
    t = view.t
    actions = actions_of(view.answers.actions)
    if not actions:
        return []
    result: list[Component] = [html.H3(t("money.plan.gap.heading"))]
    gaps = funding_gaps(actions)
    if gaps[0].need_low is None:
        coverage = gaps[0].coverage
        result.append(html.P(t("money.plan.gap.unknown", known=coverage.known, of=coverage.of)))
    else:
        result += _known(view, gaps, chart)
    return [*result, *_said(view, actions)]


def _known(view: View, gaps: Iterable[FundingGap], chart: RangeBars | None) -> list[Component]:
    t = view.t
    result: list[Component] = []
    if chart is not None:
        result.append(chart_block(chart, view.address))
    for gap in gaps:
        if chart is None or gap.currency != "SEK":
            result.append(html.P(_sentence(view, gap)))
        result += [
            _table(
                view,
                "payer",
                [(_payer(view, group.key), group.gap) for group in _by_payer(view, gap)],
            ),
            _table(view, "sector", _by_sector(view, gap)),
            _table(view, "year", _by_year(view, gap)),
        ]
    result.append(html.P(t("money.plan.gap.note"), className="note"))
    return result


def _by_payer(view: View, whole: FundingGap) -> list[GapOf[str]]:
    result = gaps_by(view.answers.actions, lambda row: row.payer, whole.currency)
    return sorted(result, key=lambda gap: PAYERS.index(gap.key))


def _by_sector(view: View, whole: FundingGap) -> list[tuple[str, FundingGap]]:
    """The largest gap first, unknown ones last."""
    result = gaps_by(view.answers.actions, lambda row: row.sector, whole.currency)
    named = [(words.sector(gap.key, view.t), gap.gap) for gap in result]
    return sorted(
        named, key=lambda pair: -1 if pair[1].gap_high is None else pair[1].gap_high, reverse=True
    )


def _by_year(view: View, whole: FundingGap) -> list[tuple[str, FundingGap]]:
    result = gaps_by(view.answers.actions, lambda row: row.start_year, whole.currency)
    ordered = sorted(result, key=lambda group: (group.key is None, group.key or 0))
    no_year = view.t("money.plan.gap.no_year")
    return [(no_year if group.key is None else str(group.key), group.gap) for group in ordered]


def _payer(view: View, payer: str) -> str:
    return view.t(f"money.payer.{payer or 'unknown'}")


def _sentence(view: View, gap: FundingGap) -> str:
    need, secured, left = _amounts(view, gap)
    known, of = gap.coverage.known, gap.coverage.of
    return view.t("money.plan.gap.known", known=known, of=of, need=need, secured=secured, gap=left)


def _amounts(view: View, gap: FundingGap) -> tuple[str, str, str]:
    """Need, secured and gap in words, or that they are unknown."""
    if gap.need_low is None or gap.need_high is None or gap.secured is None:
        return (view.t("money.rank.unknown"),) * 3
    assert gap.gap_low is not None
    assert gap.gap_high is not None
    lang = view.lang
    return (
        kronor.brief_range(gap.need_low, gap.need_high, lang, gap.currency),
        kronor.brief(gap.secured, lang, gap.currency),
        kronor.brief_range(gap.gap_low, gap.gap_high, lang, gap.currency),
    )


def _table(view: View, name: str, gaps: Iterable[tuple[str, FundingGap]]) -> Component:
    t = view.t
    columns = [
        Column(t(f"money.plan.gap.{name}")),
        Column(t("money.plan.gap.need"), numeric=True),
        Column(t("money.plan.gap.secured"), numeric=True),
        Column(t("money.plan.gap.gap"), numeric=True),
        Column(t("money.plan.gap.coverage"), numeric=True),
    ]
    rows = [[heading, *_amounts(view, gap), _coverage(view, gap)] for heading, gap in gaps]
    return folded(t(f"money.plan.gap.by_{name}"), columns, rows)


def _coverage(view: View, gap: FundingGap) -> str:
    return view.t("money.plan.row_note", n=gap.coverage.known, of=gap.coverage.of)


def _said(view: View, actions: tuple[InvestmentAction, ...]) -> list[Component]:
    t, lang = view.t, view.lang
    result: list[Component] = []
    said = [row for row in actions if row.funding_source_text]
    if said:
        rows = [
            [
                words.of_plan(row.title, row),
                words.of_plan(row.responsible or "–", row),
                words.of_plan(row.funding_source_text, row),
            ]
            for row in said
        ]
        columns = [
            Column(t("money.plan.action")),
            Column(t("money.plan.responsible")),
            Column(t("money.plan.words")),
        ]
        result.append(
            disclosure(
                t("money.plan.gap.said"),
                table(t("money.plan.gap.said.caption"), columns, rows, stack=True),
            )
        )
    running = [row for row in actions if row.opex_per_year is not None or row.opex_text]
    if running:
        cells = [
            [
                words.of_plan(row.title, row),
                "–"
                if row.opex_per_year is None
                else kronor.brief(row.opex_per_year, lang, row.cost_currency or "SEK"),
                words.of_plan(row.opex_text, row),
            ]
            for row in running
        ]
        columns = [
            Column(t("money.plan.action")),
            Column(t("money.plan.running.per_year"), numeric=True),
            Column(t("money.plan.words")),
        ]
        result.append(
            disclosure(
                t("money.plan.running"),
                table(t("money.plan.running.caption"), columns, cells, stack=True),
            )
        )
    return result
