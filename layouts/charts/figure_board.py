"""A time chart as a graph of a board: one time axis for all, no texts that the page has already."""

from collections.abc import Iterator
from typing import Any

from layouts.charts.description import Chart, TimeChart
from layouts.charts.figure import config, figure
from layouts.charts.figure_points import symbols_trace
from layouts.charts.palette import DARK, LIGHT
from layouts.charts.points import AreaMap, SymbolMap

WIDE = {"l": 64, "r": 16, "t": 26, "b": 24}
NARROW = {"l": 52, "r": 10, "t": 26, "b": 24}
"""Pixels, the same in every graph of a board: years stand under each other."""

SHORT = 16
"""Years on an axis so short that every other one can be named."""


def board_figure(chart: Chart, *, dark: bool = False, narrow: bool = False) -> dict[str, Any]:
    """The figure of `layouts.charts.figure` as a board needs it: without what the page has beside
    it, and with no zoom."""
    made = figure(chart, dark=dark, narrow=narrow)
    if isinstance(chart, TimeChart):
        return _on_years(made, chart, dark=dark, narrow=narrow)
    layout = made["layout"]
    del layout["title"]
    edge = 0 if isinstance(chart, SymbolMap | AreaMap) else 8
    layout |= {
        "margin": {"l": edge, "r": edge * 3, "t": edge, "b": edge},
        "autosize": True,
        "font": {"size": 13},
        "clickmode": "event",
        "dragmode": False,
        "showlegend": False,
    }
    return made


def moved_symbols(chart: SymbolMap, *, dark: bool = False) -> dict[str, Any]:
    """The last trace of a map's figure: all of it that a choice changes."""
    return symbols_trace(chart, DARK if dark else LIGHT)


def _on_years(
    made: dict[str, Any], chart: TimeChart, *, dark: bool, narrow: bool
) -> dict[str, Any]:
    """A time chart on the axis that it shares with its neighbours.

    A marked year is a band (`layout.shapes`). What bands look like, for the year zero, stands in
    `layout.meta`: the browser marks another year at once (`assets/board.js`).
    """
    layout = made["layout"]
    del layout["title"]
    colours = DARK if dark else LIGHT
    layout |= {
        "annotations": [_unit(chart, colours.quiet)],
        "margin": NARROW if narrow else WIDE,
        "autosize": True,
        "font": {"size": 13},
        "hoverdistance": 60,
        "clickmode": "event",
        "dragmode": False,
        "showlegend": False,
        "shapes": [*layout["shapes"], *shapes_of(chart, dark=dark)],
        "meta": {"bands": year_shapes((0,), (0,), dark=dark)},
    }
    layout["xaxis"] |= {
        "fixedrange": True,
        "tickfont": {"size": 12},
        "ticks": "outside",  # so that the first year stands clear of the other axis's zero
        "ticklen": 5,
        "tickcolor": colours.quiet,
        "ticklabeloverflow": "allow",  # the margins hold them: none need be measured
        "tick0": 2000,
        "dtick": _years_between(chart, narrow=narrow),
    }
    layout["yaxis"] |= {
        "fixedrange": True,
        "automargin": False,
        "ticklabeloverflow": "allow",
        "tickfont": {"size": 12},
        "tickformat": ",.3~f",  # whole numbers: "20 000", never "20k"
    }
    layout["yaxis"].pop("domain", None)
    made["data"] = [each for trace in made["data"] for each in (*_bridges(trace), trace)]
    return made


def _years_between(chart: TimeChart, *, narrow: bool) -> int:
    """From one named year to the next: of a short time every other year has room."""
    first, last = chart.years
    if last - first < SHORT:
        return 2
    return 10 if narrow else 5


def board_config(lang: str) -> dict[str, Any]:
    """The graph config of a board: no buttons over the drawing, since nothing is zoomed."""
    return config(lang) | {"displayModeBar": False}


LINKED, MARKED = 0.08, 0.18
"""How strong the band of a year is: that something chosen names, and that is chosen itself."""


def shapes_of(chart: TimeChart, *, dark: bool = False) -> list[dict[str, Any]]:
    """A band over the whole height of the graph for each year that is marked or linked."""
    return year_shapes(chart.linked_years, chart.marked_years, dark=dark)


def year_shapes(
    linked: tuple[int, ...], marked: tuple[int, ...], *, dark: bool = False
) -> list[dict[str, Any]]:
    """The bands of years that something chosen names, then those of years that are chosen."""
    colour = (DARK if dark else LIGHT).goal
    return [
        {
            "name": "marked" if strength == MARKED else "linked",
            "type": "rect",
            "x0": year - 0.45,
            "x1": year + 0.45,
            "y0": 0,
            "y1": 1,
            "yref": "paper",
            "fillcolor": colour,
            "opacity": strength,
            "line": {"width": 0},
            "layer": "below",
        }
        for years, strength in ((linked, LINKED), (marked, MARKED))
        for year in years
    ]


def _bridges(trace: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Thin dots over the years that a line has no value for: nothing is known of them."""
    if trace.get("mode") != "lines+markers" or None not in trace["x"]:
        return
    known = [(x, y) for x, y in zip(trace["x"], trace["y"], strict=True) if x is not None]
    yield {
        "type": "scatter",
        "mode": "lines",
        "meta": trace.get("meta", ""),
        "x": [x for x, _ in known],
        "y": [y for _, y in known],
        "yaxis": trace["yaxis"],
        "line": {"color": trace["line"]["color"], "dash": "dot", "width": 1},
        "hoverinfo": "skip",
    }


def _unit(chart: TimeChart, colour: str) -> dict[str, Any]:
    """What the axis counts, over it."""
    return head(chart.panels[0].measure.axis, colour)


def head(words: str, colour: str) -> dict[str, Any]:
    """Words over the upright axis."""
    return {
        "text": words,
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


def foot(words: str, colour: str) -> dict[str, Any]:
    """Words under the level axis, at its end: long ones reach to the left of the graph."""
    return head(words, colour) | {
        "x": 1,
        "xanchor": "right",
        "y": 0,
        "yanchor": "top",
        "yshift": -20,
    }
