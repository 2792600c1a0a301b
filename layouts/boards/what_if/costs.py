"""What the chosen levers cost: sums with their coverage, kronor per tonne, a budget by year."""

from decimal import Decimal

from dash.development.base_component import Component

from layouts import html
from layouts.boards.what_if.lever_words import lever_name
from layouts.boards.what_if.levers import Levers, Road
from layouts.boards.what_if.result import groups_words, limited_groups
from layouts.charts.block import chart_block
from layouts.charts.description import Measure, RangeBars, RangeRow
from layouts.html.tables import Column, table
from layouts.links.addresses import Address
from layouts.money.words import class_name
from layouts.phrases.kronor import brief_range, per_tonne
from layouts.phrases.text import Text
from progress.money.plan import CostClass
from progress.phrases.formats import tonnes_span
from progress.road.levers import CostSum, Lever, lever_costs, yearly_need

CURVE_ID = "cost-chart"
FAR = 100
"""How many times the cheapest the dearest costs, for a curve with steps of ten."""
FEWEST = 2
"""Levers with a cost per tonne that a curve has to compare."""


def costs_section(
    chosen: Levers, road: Road | None, this_year: int, address: Address, t: Text
) -> Component | None:
    """The costs of what is chosen; None where nothing is."""
    if not chosen.chosen:
        return None
    costs = lever_costs(chosen.chosen)
    of = costs.coverage
    parts: list[Component | None] = [
        html.H3(t("what_if.costs.heading"), id="costs"),
        html.P(t("what_if.costs.coverage", known=of.known, of=of.of)),
    ]
    if costs.sums:
        parts.append(html.Ul([html.Li(_sum(*each, t)) for each in sorted(costs.sums.items())]))
        parts.append(_more_each(chosen.chosen, road, t))
    curve = _curve(chosen.chosen, t)
    parts += [None if curve is None else chart_block(curve, address, level=4)]
    parts.append(_yearly(chosen.chosen, this_year, t))
    return html.Div(parts)


def _sum(key: tuple[str, str], cost: CostSum, t: Text) -> str:
    currency, kind = key
    words = t(
        "what_if.costs.sum",
        kind=class_name(CostClass(currency, kind, "total"), t),
        sum=brief_range(cost.low, cost.high, t.lang, currency),
        n=cost.levers,
    )
    quotient = cost.quotient
    if quotient is None:
        return f"{words} {t('what_if.costs.no_quotient')}"
    each = per_tonne(quotient.low, quotient.high, t.lang)
    return words + " " + t("what_if.costs.per_tonne", each=each, currency=currency, n=cost.over)


def _more_each(levers: tuple[Lever, ...], road: Road | None, t: Text) -> Component | None:
    """Where less is cut than the effects that costs are divided by come to."""
    limited = limited_groups(road) if road is not None else set()
    groups = limited & {lever.group for lever in levers if lever.quotient is not None}
    if not groups:
        return None
    return html.P(t("what_if.costs.limited", sectors=groups_words(groups, t)))


def _curve(levers: tuple[Lever, ...], t: Text) -> RangeBars | None:
    """The levers by what they cost for each yearly tonne, the cheapest first, of one currency."""
    priced = [
        (lever, quotient)
        for lever in levers
        if (quotient := lever.quotient) is not None
        and quotient.low is not None
        and quotient.high is not None
    ]
    currencies = {lever.cost.currency for lever, _ in priced if lever.cost is not None}
    if len(priced) < FEWEST or len(currencies) != 1:
        return None
    currency = currencies.pop()
    unit = t("what_if.costs.unit", currency=currency)
    rows = tuple(
        RangeRow(
            lever_name(lever),
            float(quotient.low or 0),
            float(quotient.high or 0),
            note=t("what_if.costs.curve.note", effect=tonnes_span(lever.low, lever.high, t.lang)),
        )
        for lever, quotient in sorted(priced, key=lambda each: each[1].low or Decimal(0))
    )
    message = t("what_if.costs.curve.message", n=len(rows), of=len(levers))
    cheapest, dearest = min(row.low or 0.0 for row in rows), max(row.high or 0.0 for row in rows)
    if log := cheapest > 0 and dearest >= FAR * cheapest:
        message += " " + t("what_if.costs.curve.log")
    return RangeBars(
        CURVE_ID,
        t("what_if.costs.curve"),
        t.lang,
        message,
        Measure(unit, unit),
        t("what_if.plan.table.action"),
        rows,
        source=t("sharing.source", source=t("what_if.costs.source")),
        log=log,
    )


def _yearly(levers: tuple[Lever, ...], this_year: int, t: Text) -> Component | None:
    """What each payer would need in each coming year."""
    need = yearly_need(levers, this_year)
    years = sorted({year for amounts in need.by_payer.values() for year in amounts})
    if not years:
        return html.P(t("what_if.costs.no_years"), className="note") if need.unspread else None
    rows = []
    for (payer, currency), amounts in sorted(need.by_payer.items()):
        cells = [
            brief_range(*amounts[year], t.lang, currency) if year in amounts else "–"
            for year in years
        ]
        rows.append([payer or t("what_if.costs.payer.unknown"), *cells])
    columns = [
        Column(t("what_if.costs.payer")),
        *(Column(str(year), numeric=True) for year in years),
    ]
    caption = t("what_if.costs.yearly", n=need.spread, left=need.unspread)
    return table(caption, columns, rows)
