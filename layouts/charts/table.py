"""A chart's numbers as an HTML table that scrolls inside its own region when it is wide."""

from dash.development.base_component import Component

from layouts.charts.description import Chart
from layouts.charts.rows import Rows, rows
from layouts.light import html
from layouts.markup import Element, aria


def chart_table(chart: Chart) -> Component:
    """The chart's table with caption, heads with scope, and notes under it."""
    return data_table(rows(chart))


def data_table(content: Rows) -> Component:
    """Any `Rows` as a table: `div.table-scroll` (a focusable region) around `table.data`."""
    first, *others = content.columns
    head = html.Thead(
        html.Tr(
            [
                Element("th", each.head, scope="col", className=_css(each.numeric))
                for each in content.columns
            ]
        )
    )
    looks = [(each.cells, {"className": "num"} if each.numeric else {}) for each in others]
    body = html.Tbody(
        [
            Element(
                "tr",
                [
                    Element("th", name, scope="row"),
                    *(Element.alike("td", cells[place], look) for cells, look in looks),
                ],
            )
            for place, name in enumerate(first.cells)
        ]
    )
    table = html.Table([html.Caption(content.caption), head, body], className="data")
    region = html.Div(
        table,
        className="table-scroll",
        role="region",
        tabIndex="0",
        **aria(label=content.caption),
    )
    if not content.notes:
        return region
    return html.Div([region, html.P(" ".join(content.notes), className="note")])


def _css(numeric: bool) -> str | None:
    return "num" if numeric else None
