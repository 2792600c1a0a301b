"""A time chart as a graph of a board: one time axis for all, no texts that the page has already."""

from textwrap import wrap
from typing import Any

from layouts.charts.description import TimeChart
from layouts.charts.figure import config, figure
from layouts.charts.palette import DARK, LIGHT

WIDE = {"l": 64, "r": 200, "t": 30, "b": 24}
NARROW = {"l": 40, "r": 10, "t": 30, "b": 24}
"""Pixels, the same in every graph of a board: years stand under each other."""

BESIDE = {
    "x": 1.01,
    "y": 1.12,
    "font": {"size": 11},
    "tracegroupgap": 0,
    "traceorder": "normal",
    "maxheight": 400,
}
MOST_LINES = 2
MOST_CHARACTERS = 21
"""Of a line of the legend: a longer one takes from the room of the years."""
BELOW = {"orientation": "h", "x": 0, "y": -0.14, "font": {"size": 11}}


def board_figure(chart: TimeChart, *, dark: bool = False, narrow: bool = False) -> dict[str, Any]:
    """The figure of `layouts.charts.figure` as a board needs it.

    The marked year is a band (`layout.shapes`), so that another can be marked by a `Patch`.
    """
    made = figure(chart, dark=dark)
    layout = made["layout"]
    del layout["title"]
    colours = DARK if dark else LIGHT
    layout |= {
        "annotations": [_unit(chart, colours.quiet)],
        "margin": NARROW if narrow else WIDE,
        "autosize": True,
        "font": layout["font"] | {"size": 13},
        "hovermode": "closest",
        "hoverdistance": 60,
        "clickmode": "event",
        "dragmode": False,
        "legend": BELOW if narrow else BESIDE,
        "shapes": [*layout["shapes"], *year_shapes(chart.marked_years, dark=dark)],
    }
    layout["xaxis"] |= {
        "fixedrange": True,
        "tickfont": {"size": 12},
        "tick0": 2000,
        "dtick": 10 if narrow else 5,
    }
    layout["yaxis"] |= {"fixedrange": True, "automargin": False, "tickfont": {"size": 12}}
    layout["yaxis"].pop("domain", None)
    for trace in made["data"]:
        trace["name"] = _legend_name(str(trace.get("name", "")))
    return made


def board_config(lang: str) -> dict[str, Any]:
    """The graph config of a board: no buttons over the drawing, since nothing is zoomed."""
    return config(lang) | {"displayModeBar": False}


def year_shapes(years: tuple[int, ...], *, dark: bool = False) -> list[dict[str, Any]]:
    """A band over the whole height of a graph for each marked year."""
    colour = (DARK if dark else LIGHT).goal
    return [
        {
            "type": "rect",
            "x0": year - 0.45,
            "x1": year + 0.45,
            "y0": 0,
            "y1": 1,
            "yref": "paper",
            "fillcolor": colour,
            "opacity": 0.18,
            "line": {"width": 0},
            "layer": "below",
        }
        for year in years
    ]


def _legend_name(name: str) -> str:
    """At most two lines; the whole name is in the texts under the pointer and in the table."""
    lines = wrap(name, MOST_CHARACTERS)
    more = "…" if len(lines) > MOST_LINES else ""
    return "<br>".join(lines[:MOST_LINES]) + more


def _unit(chart: TimeChart, colour: str) -> dict[str, Any]:
    """What the axis counts, over it."""
    return {
        "text": chart.panels[0].measure.axis,
        "x": 0,
        "xref": "paper",
        "xanchor": "left",
        "y": 1,
        "yref": "paper",
        "yanchor": "bottom",
        "yshift": 4,
        "showarrow": False,
        "font": {"size": 12, "color": colour},
    }
