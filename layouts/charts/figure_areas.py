"""A map of areas for plotly: outlines as shapes by class, a mark in each place to point at.

Shapes are drawn at once and have nothing to hover over; the marks are what a pointer finds, what
a brush takes, and what shows that a place is chosen. No geo traces: those fetch from outside.
"""

from typing import Any

from layouts.charts import labels
from layouts.charts.figure_points import HOVER, land, one_or_all
from layouts.charts.outlines import centre
from layouts.charts.palette import Palette
from layouts.charts.points import Area, AreaMap
from layouts.charts.words import word

MARK = 9
ALL, FEWEST = 0, 1
"""How many marks plotly draws of those that it knows: it has no word for none."""


def area_figure(chart: AreaMap, colours: Palette) -> tuple[list[dict[str, Any]], dict[str, Any]]:
    """The marks of what can be chosen as the one trace, upon the outlines. Whoever shows the graph
    gives it the proportions of the map."""
    marked = [area for area in chart.areas if area.key]
    middles = [centre(area.outline) for area in marked]
    trace = {
        "type": "scatter",
        "mode": "markers",
        "x": [round(x) for x, _ in middles],
        "y": [round(y) for _, y in middles],
        "customdata": [area.key for area in marked],
        "hovertext": [area_words(area, chart) for area in marked],
        "hovertemplate": HOVER,
        "marker": {
            "size": MARK,
            "color": colours.goal,
            **area_marks(chart),
            "line": {"width": 1.5, "color": colours.ground},
        },
        "cliponaxis": False,
    }
    layout = {
        "xaxis": {"visible": False, "range": [0, chart.width], "fixedrange": True},
        "yaxis": {
            "visible": False,
            "range": [chart.height, 0],
            "fixedrange": True,
            "scaleanchor": "x",
        },
        "shapes": [
            land(outlines, colours.steps[step - 1] if step else colours.ground, colours.quiet)
            for step in range(len(colours.steps) + 1)
            if (outlines := tuple(a.outline for a in chart.areas if a.step == step))
        ],
    }
    return [trace], layout


def area_marks(chart: AreaMap) -> dict[str, Any]:
    """How strong each place's mark is drawn, and how many are: none is seen where nobody is chosen,
    and plotly need not draw what a pointer and a brush find without."""
    chosen = any(area.faded for area in chart.areas)
    shown = [1.0 if chosen and not area.faded else 0.0 for area in chart.areas if area.key]
    return {"opacity": one_or_all(shown), "maxdisplayed": ALL if chosen else FEWEST}


def area_words(area: Area, chart: AreaMap) -> str:
    """An area in words, as its hover text tells it."""
    value = (
        word("unknown", chart.lang)
        if area.value is None
        else labels.full(area.value, chart.value.measure, chart.lang)
    )
    return f"<b>{area.label}</b><br>{chart.value.title}: {value}"
