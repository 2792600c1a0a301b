"""A chart's numbers as an HTML table that scrolls inside its own region when it is wide."""

from dash.development.base_component import Component

from layouts import html
from layouts.charts.columns import Column, Role, Rows
from layouts.charts.description import Chart
from layouts.charts.rows import rows
from layouts.html.markup import Element, aria, data


def chart_table(chart: Chart) -> Component:
    """The chart's table with caption, heads with scope, and notes under it."""
    return data_table(rows(chart))


def data_table(content: Rows) -> Component:
    """Any `Rows` as a table: `div.table-scroll` (a focusable region) around `table.data`."""
    first, *others = content.columns
    head = Element(
        "tr",
        [
            Element("th", each.head, scope="col", className=_css(each.numeric), **reading)
            for each, reading in zip(content.columns, _reading(content.columns), strict=True)
        ],
    )
    looks = [(each.cells, {"className": "num"} if each.numeric else {}) for each in others]
    body = [
        Element(
            "tr",
            [
                Element("th", name, scope="row"),
                *(Element.alike("td", cells[place], look) for cells, look in looks),
            ],
        )
        for place, name in enumerate(first.cells)
    ]
    table = Element(
        "table",
        [
            Element("caption", content.caption),
            Element("thead", head),
            Element("tbody", body),
        ],
        className="data",
    )
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


def _reading(columns: tuple[Column, ...]) -> list[dict[str, str]]:
    """How the script that reads out a year is to take each column's cells. A panel is named once,
    at the first of its columns."""
    result: list[dict[str, str]] = []
    panel = ""
    for column in columns:
        reading = column.reading
        if reading is None:
            result.append({})
        elif reading.role is not Role.VALUE:
            result.append(data(role=str(reading.role)))
        else:
            attributes = {"series": reading.series, "unit": reading.unit}
            if reading.panel != panel:
                attributes["panel"] = panel = reading.panel
            if reading.status is not None:
                attributes["status"] = reading.status
            result.append(data(**attributes))
    return result
