"""The large view of the board, which the reader chooses, and the way to the others."""

from collections.abc import Callable, Mapping

from dash.development.base_component import Component

from layouts import html
from layouts.boards.board import DESK, Height, Look, graph
from layouts.boards.portfolio.answers import View
from layouts.boards.portfolio.choice import chooses
from layouts.boards.portfolio.controls import NAME
from layouts.boards.portfolio.flow import flow_chart
from layouts.boards.portfolio.grid import grid
from layouts.boards.portfolio.heat import heat
from layouts.boards.portfolio.pair import pair
from layouts.boards.portfolio.results import result_chart, sector_chart
from layouts.charts.description import FlowChart
from layouts.charts.points import ScatterChart

VIEWS = ("heat", "result", "needs", "flow", "pair", "rows")
"""The views in their order; the first is shown where the address names none."""
HEIGHT = Height(470, 420)

CHARTS: Mapping[str, Callable[[View], ScatterChart | FlowChart | None]] = {
    "result": result_chart,
    "needs": sector_chart,
    "flow": flow_chart,
}
"""View → its chart, of those that are graphs; None where nothing is known to draw."""

TABLES: Mapping[str, Callable[[View], Component]] = {"heat": heat, "pair": pair}
"""View → its table, of those that are tables."""


def shown(view: View) -> str:
    """The view that the address names."""
    return view.address.get("shown") or VIEWS[0]


def is_graph(view: View) -> bool:
    """Whether the large view is a graph."""
    return shown(view) in CHARTS


def main_chart(view: View) -> ScatterChart | FlowChart | None:
    """The chart of the large view, where it is one."""
    make = CHARTS.get(shown(view))
    return make(view) if make is not None else None


def views(view: View) -> list[Component]:
    """The names of the views, each a way to it."""
    here = shown(view)
    return [
        html.Li(
            chooses(
                view.t(f"board.portfolio.view.{name}", n=view.answers.row_count),
                view.address.with_query(shown=None if name == VIEWS[0] else name),
                on=name == here,
            )
        )
        for name in VIEWS
    ]


def main(view: View, look: Look = DESK) -> Component | None:
    """The view itself, where it is a graph or the grid."""
    name = shown(view)
    if name in CHARTS:
        chart = main_chart(view)
        if chart is None:
            return html.P(view.t("portfolio.lead.none"), className="note")
        drawn = graph(NAME, chart, view.address, HEIGHT, look)
        return html.Div([drawn, html.P(chart.message, className="note")])
    return grid(view) if name == "rows" else None


def table(view: View) -> Component | None:
    """The view, where it is a table."""
    make = TABLES.get(shown(view))
    return None if make is None else make(view)
