"""A chart on a page: heading, summary sentence, drawing, table of the same numbers, files."""

from dataclasses import replace
from typing import Any, TypeVar

from dash.development.base_component import Component

from layouts import html
from layouts.charts.description import Chart, FlowChart, RangeBars, Spark, TimeChart
from layouts.charts.rows import rows
from layouts.charts.svg import responsive_svg, spark_svg
from layouts.charts.table import chart_table
from layouts.charts.words import word
from layouts.charts.year import year_words
from layouts.html.markup import Raw, aria, data
from layouts.links.addresses import Address, board_of, href
from layouts.links.query import PARAMETERS
from layouts.links.routes import ROUTES
from layouts.links.sharing import chart_sharing
from layouts.phrases.editions import about_edition

AnyChart = TypeVar("AnyChart", TimeChart, FlowChart, RangeBars, Chart)

HEADINGS = {2: html.H2, 3: html.H3, 4: html.H4}


def chart_block(
    chart: Chart,
    address: Address | None = None,
    *,
    level: int = 3,
    table_open: bool = False,
    room: bool = False,
) -> Component:
    """The chart as `<figure class="chart" id=…>`.

    `level` is the heading's (2–4). With `address`, the page's own, there are its files and what
    else a reader can take away: by those the page knows its charts (`Page.charts`); and on pages of
    a municipality the way to its board. The year that the address keeps is marked and told.
    `room`: it is shown to a meeting.
    """
    chart = marked(chart, address)
    drawing = responsive_svg(chart, room=room)
    heading = HEADINGS[level](chart.title, id=f"{chart.chart_id}-heading")
    after: list[Component] = [
        html.Details(
            [html.Summary(word("show_table", chart.lang)), chart_table(chart)],
            open=table_open,
        )
    ]
    if address is not None:
        if (board := board_of(address)) is not None:
            after.append(html.A(word("explore", chart.lang), href=href(board), className="explore"))
        after.append(chart_sharing(chart, address, drawing))
    return html.Figure(
        [
            heading,
            html.Figcaption(chart.message),
            html.Div(Raw(drawing), className="chart-drawing", **chart_live(chart, address)),
            chart_year(chart),
            chart_origin(chart),
            html.Div(after, className="chart-more"),
        ],
        id=chart.chart_id,
        className="chart",
        **aria(labelledby=f"{chart.chart_id}-heading"),
    )


def marked(chart: AnyChart, address: Address | None) -> AnyChart:
    """The chart with the year that the address keeps, where its axis has it."""
    year = None if address is None else address.get("year")
    if year is None or not isinstance(chart, TimeChart):
        return chart
    first, last = chart.years
    return replace(chart, marked_years=(int(year),)) if first <= int(year) <= last else chart


def chart_live(chart: Chart, address: Address | None) -> dict[str, Any]:
    """What the script that reads out the chart needs beside its table."""
    match chart:
        case FlowChart():
            return data(label=word("by_flow", chart.lang))
        case TimeChart() if not chart.small:
            words = {"label": word("by_year", chart.lang), "none": word("no_value", chart.lang)}
            if address is not None and "year" in ROUTES[address.page].parameters:
                words["year"] = PARAMETERS["year"].name(chart.lang)
            if chart.marked_years:
                words["kept"] = str(chart.marked_years[0])
            return data(**words)
        case _:
            return {}


def chart_year(chart: Chart) -> Component | None:
    """The marked year in words, for who has no script."""
    if not isinstance(chart, TimeChart) or not chart.marked_years:
        return None
    words = year_words(rows(chart), chart.marked_years[0], chart.lang)
    return html.P(words, className="year-words note")


def chart_origin(chart: Chart) -> Component | None:
    """Whose figures, with a way to each release: or to all of them, where none is named."""
    if not chart.source:
        return None
    ways = [about_edition(release, chart.lang) for release in chart.releases]
    if not ways:
        everything = href(Address("data", chart.lang)) + "#releases"
        ways = [html.A(word("releases", chart.lang), href=everything)]
    return html.P(
        [chart.source, *(part for way in ways for part in (" ", way))], className="source"
    )


def spark(chart: Spark) -> Component:
    """A spark for a table cell."""
    return Raw(spark_svg(chart))
