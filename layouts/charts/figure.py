"""A chart as a plotly figure for exploring: plain lists under one template.

Numbers, hover texts and colours come from the same description and the same formatting as the
drawing and the table. The dictionary goes to the browser as JSON, so it holds nothing else.
"""

from typing import Any

from babel.numbers import get_decimal_symbol, get_group_symbol

from layouts.charts import labels
from layouts.charts.description import Chart, FlowChart, RangeBars, TimeChart
from layouts.charts.figure_areas import area_figure
from layouts.charts.figure_points import map_figure, scatter_figure
from layouts.charts.figure_time import time_figure
from layouts.charts.flow_layout import lay_out
from layouts.charts.palette import DARK, LIGHT, Palette
from layouts.charts.points import AreaMap, ScatterChart, SymbolMap
from layouts.charts.template import template
from progress.i18n import locale_of

GRAPH_CONFIG: dict[str, Any] = {
    "displaylogo": False,
    "showSendToCloud": False,
    "plotlyServerURL": "",
    "responsive": True,
    "scrollZoom": False,
    "modeBarButtonsToRemove": ["lasso2d", "select2d", "sendDataToCloud"],
}
"""The one setting of every interactive chart: nothing leaves for a cloud service."""

NO_COLOUR = "rgba(0,0,0,0)"
FLOW_HEIGHT = 500.0


def figure(
    chart: Chart, lang: str | None = None, *, dark: bool = False, narrow: bool = False
) -> dict[str, Any]:
    """The figure as `{"data": […], "layout": {…}}`. `lang` defaults to the chart's own; a `narrow`
    one has room for fewer names."""
    colours = DARK if dark else LIGHT
    match chart:
        case TimeChart():
            data, layout = time_figure(chart, colours)
        case FlowChart():
            data, layout = _flow(chart, colours)
        case RangeBars():
            data, layout = _ranges(chart, colours)
        case ScatterChart():
            data, layout = scatter_figure(chart, colours, narrow=narrow)
        case SymbolMap():
            data, layout = map_figure(chart, colours)
        case AreaMap():
            data, layout = area_figure(chart, colours)
    return {"data": data, "layout": _base(chart, lang or chart.lang, colours) | layout}


def config(lang: str) -> dict[str, Any]:
    """The graph config in a language."""
    return GRAPH_CONFIG | {"locale": lang}


def _base(chart: Chart, lang: str, colours: Palette) -> dict[str, Any]:
    return {
        "template": template(colours),
        "title": {"text": chart.title},
        "separators": get_decimal_symbol(locale_of(lang)) + get_group_symbol(locale_of(lang)),
        "margin": {"l": 60, "r": 24, "t": 84, "b": 50},
    }


def _flow(chart: FlowChart, colours: Palette) -> tuple[list[dict[str, Any]], dict[str, Any]]:
    place = {node.node_id: number for number, node in enumerate(chart.nodes)}
    layout = lay_out(chart, FLOW_HEIGHT, {node.node_id: 34.0 for node in chart.nodes})
    last = max((node.column for node in chart.nodes), default=0) or 1
    nodes = [layout.nodes[node.node_id] for node in chart.nodes]
    names = {node.node_id: node.label for node in chart.nodes}
    trace = {
        "type": "sankey",
        "arrangement": "fixed",
        "node": {
            "label": [_short(each.node.label, last - each.node.column) for each in nodes],
            "x": [_inside(each.node.column / last) for each in nodes],
            "y": [_inside((each.top + each.height / 2) / layout.height) for each in nodes],
            "color": [colours.tone(each.node.tone) for each in nodes],
            "customdata": [
                f"{each.node.label}<br>{labels.full(each.amount, chart.measure, chart.lang)}"
                for each in nodes
            ],
            "hovertemplate": "%{customdata}<extra></extra>",
            "thickness": 14,
            "pad": 8,
        },
        "link": {
            "source": [place[link.source] for link in chart.links],
            "target": [place[link.target] for link in chart.links],
            "value": [link.amount for link in chart.links],
            "color": [_pale(colours.tone(_tone(chart, link.source))) for link in chart.links],
            "customdata": [
                f"{names[link.source]} → {names[link.target]}<br>"
                + labels.full(link.amount, chart.measure, chart.lang)
                for link in chart.links
            ],
            "hovertemplate": "%{customdata}<extra></extra>",
        },
    }
    return [trace], {
        "margin": {"l": 16, "r": 16, "t": 60, "b": 24},
        "meta": {"nodes": [node.key for node in chart.nodes], "links": _link_keys(chart)},
    }


LONGEST, LONGEST_FACING = 22, 18
"""Letters of a name, and of one in the column before the last, whose names are whole and written
towards it."""


def _short(name: str, from_last: int) -> str:
    most = (len(name), LONGEST_FACING, LONGEST)[min(from_last, 2)]
    return name if len(name) <= most else f"{name[: most - 1].rstrip()}…"


def _link_keys(chart: FlowChart) -> list[str]:
    """What a click on each link chooses: what both its ends do, or nothing."""
    keys = {node.node_id: node.key for node in chart.nodes}
    ends = ([keys[link.source], keys[link.target]] for link in chart.links)
    return ["\n".join(both) if all(both) else "" for both in ends]


def _inside(share: float) -> float:
    """Plotly drops places at the very edge."""
    return round(min(max(share, 0.001), 0.999), 4)


def _tone(chart: FlowChart, node_id: str) -> int:
    return next(node.tone for node in chart.nodes if node.node_id == node_id)


def _pale(colour: str) -> str:
    red, green, blue = (int(colour[place : place + 2], 16) for place in (1, 3, 5))
    return f"rgba({red},{green},{blue},0.35)"


def _ranges(chart: RangeBars, colours: Palette) -> tuple[list[dict[str, Any]], dict[str, Any]]:
    known = [row for row in chart.rows if row.low is not None and row.high is not None]
    names = [row.label for row in known]
    texts = [
        labels.span(row.low or 0.0, row.high or 0.0, chart.measure, chart.lang)
        if row.change is None
        else labels.signed(row.change, chart.measure, chart.lang)
        for row in known
    ]
    pale = [
        _pale(colours.tone(1)) if row.change is None else colours.tone(1 if row.change < 0 else 2)
        for row in known
    ]
    solid = [colours.tone(1) if row.change is None else NO_COLOUR for row in known]
    size = chart.measure.divisor
    shared = {
        "type": "bar",
        "orientation": "h",
        "y": names,
        "hovertext": texts,
        "hovertemplate": "%{y}<br>%{hovertext}<extra></extra>",
        "showlegend": False,
    }
    lows = [(row.low or 0.0) / size for row in known]
    rests = [((row.high or 0.0) - (row.low or 0.0)) / size for row in known]
    data: list[dict[str, Any]] = [
        shared | {"x": lows, "marker": {"color": solid}},
        shared | {"x": rests, "marker": {"color": pale}},
    ]
    if chart.log:
        colour = colours.tone(1)
        bars = {"color": colour, "line": {"color": colour, "width": 3}}
        data = [shared | {"x": rests, "base": lows, "marker": bars}]
    layout = {
        "barmode": "stack",
        "xaxis": {
            "title": {"text": chart.measure.axis},
            "rangemode": "tozero",
            **({"type": "log", "dtick": 1} if chart.log else {}),
        },
        "yaxis": {"autorange": "reversed", "automargin": True},
    }
    return data, layout
