"""What a board is made of: its tree of Dash components, and the charts that its graphs draw."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, cast

from dash import dcc
from dash.development.base_component import Component

from layouts import html
from layouts.boards.legend import legend
from layouts.boards.twins import static
from layouts.charts.description import Chart
from layouts.charts.figure_board import board_config, board_figure
from layouts.html.markup import aria, data
from layouts.links.addresses import Address
from layouts.links.query import PARAMETERS

ENTRY_POINT = "react-entry-point"
"""Where Dash renders: the id is Dash's own."""


CLICKED = ("year", "goal", "from_year", "to_year", "page")
"""Parameters that the board's script sets or sets back by itself."""


@dataclass(frozen=True, slots=True)
class Board:
    """`name` stands in the ids of its components, `charts` are drawn by the graphs of their ids.

    `tree` is what Dash renders, of `html`, `dcc` and `dbc` components. `grid` is what an address
    asks (`vy=rader`) that shows a grid: its scripts are fetched for that alone.
    """

    name: str
    tree: Component
    charts: Mapping[str, Chart] = field(default_factory=dict)
    grid: str = ""


@dataclass(frozen=True, slots=True)
class Look:
    """How a board is drawn for its reader: in dark colours, on a narrow screen."""

    dark: bool = False
    narrow: bool = False


DESK = Look()


@dataclass(frozen=True, slots=True)
class Height:
    """Of a graph, in pixels: on a desk, and on a phone."""

    wide: int
    narrow: int


def graph(
    board: str,
    chart: Chart,
    address: Address,
    height: Height,
    look: Look,
    figure: Mapping[str, Any] | None = None,
) -> html.Figure:
    """A chart as a graph of its board: its heading, its drawing and its legend. `figure` is what
    plotly draws, where that holds more than `board_figure`."""
    heading = f"{chart.chart_id}-heading"
    return html.Figure(
        [
            html.H2(chart.title, id=heading),
            html.Div(
                [
                    dcc.Graph(
                        id=graph_id(board, chart.chart_id),
                        figure=figure or board_figure(chart, dark=look.dark, narrow=look.narrow),
                        config=cast(Any, board_config(chart.lang)),
                        responsive=True,
                        className="board-drawing",
                        style={"--wide": f"{height.wide}px", "--narrow": f"{height.narrow}px"},
                    ),
                    legend(board, chart, address),
                ],
                className="board-row",
                role="group",
                **aria(labelledby=heading),
            ),
        ],
        className="board-chart",
        id=chart.chart_id,
    )


def graph_id(board: str, chart_id: str) -> dict[str, str]:
    """The id by which callbacks know the graph: all of a board by `{"board": …, "chart": ALL}`."""
    return {"board": board, "chart": chart_id}


def text_id(board: str, name: str) -> dict[str, str]:
    """The id of a text of the board that callbacks write."""
    return {"board": board, "text": name}


def store_id(board: str, name: str) -> dict[str, str]:
    """The id of what the board remembers in the browser."""
    return {"board": board, "store": name}


def stage(board: Board, address: Address) -> Component:
    """The board as a document, and the place beside it where Dash renders the same."""
    return html.Div(
        [
            html.Div(static(board.tree, address, board.charts), id="board-static"),
            html.Div(id=ENTRY_POINT, **data(graphs=str(len(board.charts)))),
        ],
        className="board-stage",
        **data(**{name: PARAMETERS[name].name(address.lang) for name in CLICKED}, grid=board.grid),
    )
