"""A chart on a page: heading, summary sentence, drawing, table of the same numbers, exploring."""

from dash.development.base_component import Component

from layouts.addresses import Address, href
from layouts.charts.description import Chart, Spark
from layouts.charts.svg import responsive_svg, spark_svg
from layouts.charts.table import chart_table
from layouts.charts.words import word
from layouts.light import html
from layouts.markup import Raw, aria
from layouts.sharing import chart_sharing

HEADINGS = {2: html.H2, 3: html.H3, 4: html.H4}


def chart_block(
    chart: Chart,
    address: Address | None = None,
    *,
    level: int = 3,
    table_open: bool = False,
) -> Component:
    """The chart as `<figure class="chart" id=…>`.

    `level` is the heading's (2–4). With `address`, the page's own, there is a link that opens the
    chart for exploring, its files and what else a reader can take away; the page must then hand
    the chart on in `Page.charts`.
    """
    drawing = responsive_svg(chart)
    heading = HEADINGS[level](chart.title, id=f"{chart.chart_id}-heading")
    after: list[Component] = [
        html.Details(
            [html.Summary(word("show_table", chart.lang)), chart_table(chart)],
            open=table_open,
        )
    ]
    if address is not None:
        link = href(address.with_query(explore=chart.chart_id))
        after.append(html.A(word("explore", chart.lang), href=link, className="explore"))
        after.append(chart_sharing(chart, address, drawing))
    return html.Figure(
        [
            heading,
            html.Figcaption(chart.message),
            html.Div(Raw(drawing), className="chart-drawing"),
            chart_origin(chart),
            html.Div(after, className="chart-more"),
        ],
        id=chart.chart_id,
        className="chart",
        **aria(labelledby=f"{chart.chart_id}-heading"),
    )


def chart_origin(chart: Chart) -> Component | None:
    """Whose figures, with a way to each release: or to all of them, where none is named."""
    if not chart.source:
        return None
    ways = [
        html.A(label, href=href(Address("release", chart.lang, slug=label)))
        for label in chart.releases
    ]
    if not ways:
        everything = href(Address("data", chart.lang)) + "#releases"
        ways = [html.A(word("releases", chart.lang), href=everything)]
    return html.P(
        [chart.source, *(part for way in ways for part in (" ", way))], className="source"
    )


def spark(chart: Spark) -> Component:
    """A spark for a table cell."""
    return Raw(spark_svg(chart))
