"""The first screen of a city: chart with its views, key figures beside it, three cards under it."""

from typing import Any

from dash.development.base_component import Component

from layouts import html
from layouts.charts.block import chart_live, chart_origin, chart_year, marked
from layouts.charts.description import TimeChart
from layouts.charts.svg import first_svg
from layouts.charts.table import chart_table
from layouts.charts.words import word
from layouts.city.answers import CityAnswers
from layouts.city.emissions import all_years
from layouts.city.funds import money_known
from layouts.city.head import caution
from layouts.city.series import View, default_view, view_of, views
from layouts.city.summary import summary
from layouts.city.tiles import among_all, figures, needed_and_done
from layouts.html.markup import Raw, aria
from layouts.links.addresses import Address, href
from layouts.links.sharing import chart_sharing
from layouts.phrases.text import Text, text
from progress.phrases.formats import day, part_of_date
from progress.promises.decisions import coming


def first_screen(
    address: Address, answers: CityAnswers, chart: TimeChart | None, more: list[Any]
) -> list[Any]:
    """Everything under the lead that a reader sees without scrolling. `more` is folded under the
    chart."""
    t = text(address.lang)
    if chart is None:
        return [html.P(t("city.first.nothing"))]
    aside = [
        figures(answers, t),
        needed_and_done(answers, t),
        *among_all(answers, t),
        *money_known(address, answers, t),
        _next(answers, t),
    ]
    return [
        html.Div(
            [_figure(address, answers, chart, more, t), html.Div(aside, className="city-aside")],
            className="city-first",
        ),
        summary(answers, t),
    ]


def _figure(
    address: Address, answers: CityAnswers, chart: TimeChart, more: list[Any], t: Text
) -> Component:
    """The chart of the view; the table is open where it is what was asked for.

    Its parts stand in the order in which a phone shows them: nothing moves as they come, and the
    keyboard goes from each to the next.
    """
    chart = marked(chart, address)
    drawing = first_svg(chart)
    view = view_of(address, answers)
    table = html.Details(
        [html.Summary(word("show_table", chart.lang)), chart_table(chart)],
        open=view is View.TABLE,
    )
    return html.Figure(
        [
            html.H2(chart.title, id=f"{chart.chart_id}-heading", className="visually-hidden"),
            html.P(_unit(chart, answers, t), className="chart-unit"),
            html.Div(Raw(drawing), className="chart-drawing", **chart_live(chart, address)),
            chart_year(chart),
            html.Figcaption([chart.message, " ", _earlier(address, answers, t)]),
            caution(answers, t),
            _views(address, answers, view, t),
            html.Div(
                [table, *more, chart_sharing(chart, address, drawing), chart_origin(chart)],
                className="chart-more",
            ),
        ],
        id=chart.chart_id,
        className="chart city-chart",
        **aria(labelledby=f"{chart.chart_id}-heading"),
    )


def _unit(chart: TimeChart, answers: CityAnswers, t: Text) -> str:
    """What is counted, and in which unit."""
    return f"{t(f'word.gas.short.{answers.gas}')}, {chart.panels[0].measure.axis}"


def _views(address: Address, answers: CityAnswers, now: View, t: Text) -> html.Nav:
    """The series that the chart can show, each an address; a kept year goes along."""
    links = []
    default = default_view(answers)
    for view in views(answers):
        there = address.with_query(series=None if view is default else view.value)
        here = aria(current="true") if view is now else {}
        links.append(html.Li(html.A(t(f"city.view.{view}"), href=f"{href(there)}", **here)))
    return html.Nav(
        html.Ul(links, className="choices"), className="chart-views", **aria(label=t("city.views"))
    )


def _earlier(address: Address, answers: CityAnswers, t: Text) -> Component | str:
    """The way to the years before the axis begins, and back."""
    first = all_years(address, answers)
    if first is not None:
        there = href(address.with_query(from_year=first))
        return html.A(t("city.first.from", year=first), href=there)
    if address.get("from_year") is not None:
        return html.A(t("city.first.later"), href=href(address.with_query(from_year=None)))
    return ""


def _next(answers: CityAnswers, t: Text) -> html.P | None:
    """When the next year's statistics can be expected, and when the contract is next met about."""
    expected, words = answers.next_statistics, []
    if expected is not None:
        month = part_of_date(f"{expected.expected:%Y-%m}", t.lang)
        fields = {"year": expected.year, "month": month, "publisher": expected.publisher}
        words.append(t("city.next.statistics", **fields))
    if answers.today is not None and (ahead := coming(answers.meetings, answers.today)):
        when = day(ahead[0].day, t.lang)
        words.append(t("meeting.decisions.next", day=when, body=ahead[0].body))
    return html.P(" ".join(words), className="note") if words else None
