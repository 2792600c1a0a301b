"""The tree of the board: its controls, what is shown in words, and its four linked views."""

from collections.abc import Mapping
from typing import Any

from dash import dcc
from dash.development.base_component import Component

from layouts import html
from layouts.boards.board import DESK, Board, Height, Look, graph, store_id, text_id
from layouts.boards.controls import choices
from layouts.boards.explore.answers import View
from layouts.boards.explore.areas import area_map
from layouts.boards.explore.controls import NAME, controls
from layouts.boards.explore.findings import findings
from layouts.boards.explore.ranking import RANKING, ranking_chart
from layouts.boards.explore.scatter import scatter_chart
from layouts.boards.explore.series import series
from layouts.boards.explore.time import time_chart
from layouts.boards.explore.words import marks_line, sentence
from layouts.charts.description import Chart
from layouts.charts.figure_areas import FEWEST, area_marks
from layouts.charts.figure_board import board_figure, foot, head
from layouts.charts.figure_points import dot_opacities
from layouts.charts.palette import DARK, LIGHT
from layouts.charts.points import AreaMap, ScatterChart
from layouts.links.addresses import Address

HEIGHTS = {
    "spridning": Height(300, 320),
    "rangordning": Height(250, 260),
    "over-tid": Height(300, 260),
    "karta": Height(600, 620),
}
"""Of the graphs: together with the head of the page they fill a screen."""
MARGIN = {"l": 64, "r": 12, "t": 24, "b": 40}
"""Pixels around dots, with room for seven digits: where plotly is to find out, it draws twice."""


def charts(view: View) -> dict[str, Chart]:
    """The charts that its graphs draw, by their ids, in the order in which they are read."""
    made = (scatter_chart(view), ranking_chart(view), time_chart(view), area_map(view))
    return {chart.chart_id: chart for chart in made}


def texts(view: View) -> dict[str, Any]:
    """What the board says of what is chosen."""
    return {
        "sentence": sentence(view),
        "findings": findings(view),
        "marks": marks_line(view),
    }


def figure(chart: Chart, look: Look, brush: str = "select") -> dict[str, Any]:
    """What plotly draws of a chart: a brush over dots and places, `select` (a box) or `lasso`.
    (Dots, and what is marked meanwhile, a script draws: `assets/boards/explore.js`.)"""
    made = board_figure(chart, dark=look.dark, narrow=look.narrow)
    layout, ink = made["layout"], (DARK if look.dark else LIGHT).quiet
    if isinstance(chart, ScatterChart | AreaMap):
        ranking = chart.chart_id == RANKING
        layout["dragmode"] = False if look.narrow else "select" if ranking else brush
        layout["selectdirection"] = "v" if ranking else "d"
        layout["selections"] = []  # what a brush took is marked: its outline goes
    if isinstance(chart, ScatterChart):
        made["data"][0]["marker"]["maxdisplayed"] = FEWEST
        layout["margin"] = MARGIN
        for axis in (layout["xaxis"], layout["yaxis"]):
            axis["automargin"] = False
            del axis["title"]
        named = look.narrow or ranking  # by the graph's title, so that the unit has room
        above = chart.y.measure.axis if named else chart.y.head
        below = chart.x.measure.axis if look.narrow and not ranking else chart.x.head
        layout["annotations"] = [head(above, ink), foot(below, ink)]
    if not isinstance(chart, AreaMap):  # what heads the axis has more room from the edge
        layout["annotations"][0]["xshift"] = -layout["margin"]["l"]
    return made


def brush_of(address: Address) -> str:
    """What a pointer draws with."""
    return address.get("brush") or "select"


def marks(chart: Chart) -> dict[str, Any] | None:
    """How strong the dots or places of a chart are drawn, by plotly's names of markers: all of it
    that a mark changes."""
    match chart:
        case ScatterChart():
            return {"opacity": dot_opacities(chart)}
        case AreaMap():
            return area_marks(chart)
        case _:
            return None


def board(view: View, look: Look = DESK) -> Board:
    """The board as the address asks for it."""
    drawn, said = charts(view), texts(view)

    def part(name: str, css: str) -> Component:
        return html.P(said[name], id=text_id(NAME, name), className=css)

    graphs: Mapping[str, Component] = {
        chart_id: graph(
            NAME,
            chart,
            view.address,
            HEIGHTS[chart_id],
            look,
            figure(chart, look, brush_of(view.address)),
        )
        for chart_id, chart in drawn.items()
    }
    tree = html.Div(
        [
            choices(view.address.lang, controls(view)),
            html.Div(
                [
                    html.Div(
                        [
                            part("sentence", "board-sentence"),
                            part("findings", "board-findings"),
                            part("marks", "board-marked"),
                        ],
                        className="board-notes",
                        role="status",
                    ),
                    html.Div(
                        [
                            html.Div(
                                [graphs["spridning"], graphs["over-tid"], graphs["rangordning"]],
                                className="explore-dots",
                            ),
                            graphs["karta"],
                        ],
                        className="explore-views",
                    ),
                ],
                className="board-graphs",
            ),
            dcc.Store(id=store_id(NAME, "address")),
            dcc.Store(id=store_id(NAME, "series"), data=series(view)),
        ],
        className="board",
    )
    return Board(NAME, tree, drawn)
