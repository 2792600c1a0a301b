"""The callbacks of the portfolio's board: every choice is made in all of its views."""

from typing import TYPE_CHECKING, Any

from dash import ALL, MATCH, Input, Output, Patch, State, ctx, no_update

from callbacks.bindings.portfolio import answers_of, checked, chosen_rows, registry
from callbacks.boards.controls import (
    controls_of,
    follow_controls,
    graphs_of,
    legends,
    refuse,
    requested,
)
from data_access.reading import Connection
from layouts.boards import portfolio
from layouts.boards.board import Board, Look
from layouts.charts.description import Chart
from layouts.charts.figure_board import board_figure, moved_symbols
from layouts.charts.points import SymbolMap
from layouts.html.to_html import to_html
from layouts.links.addresses import Address
from layouts.links.query import PARAMETERS

if TYPE_CHECKING:
    from callbacks.first_response import KlimatDash

NAME = portfolio.NAME
GRID = {"board": NAME, "grid": MATCH}


def tree(conn: Connection, address: Address, look: Look) -> Board | None:
    """The board at an address."""
    usable, _ = checked(conn, address)
    return portfolio.board(usable, answers_of(conn, usable), look)


def register(app: "KlimatDash") -> None:
    """Add the callbacks."""
    follow_controls(app, NAME)

    @app.callback(
        Output(graphs_of(NAME), "figure"),
        Output({"board": NAME, "legend": ALL}, "children"),
        Output(portfolio.MAIN, "children"),
        Output(portfolio.PARTS, "parts"),
        Input(controls_of(NAME), "value"),
        prevent_initial_call=True,
    )
    def draw(_values: list[Any]) -> tuple[list[Any], list[Any], Any, dict[str, Any]]:
        at, address = requested()
        if _changed() - {PARAMETERS["page"].name(address.lang)}:
            address = address.with_query(page=None)
        with app.pages.connection() as conn:
            usable, _ = checked(conn, address)
            answers = answers_of(conn, usable)
        view = portfolio.View(usable, answers)
        charts = portfolio.charts(view)
        graphs, of_legends, _, _ = ctx.outputs_list
        there = {graph["id"]["chart"] for graph in graphs}
        same_graph = charts.keys() <= there and portfolio.is_graph(view)
        return (
            [_figure(charts.get(graph["id"]["chart"]), at.look) for graph in graphs],
            legends(of_legends, charts, usable),
            no_update if same_graph else portfolio.main(view, at.look),
            {
                "regions": {
                    name: {"markup": to_html(part)}
                    for name, part in portfolio.regions(view).items()
                },
                "choices": portfolio.choices(view),
            },
        )

    @app.callback(
        Output(GRID, "getRowsResponse"),
        Input(GRID, "getRowsRequest"),
        State(controls_of(NAME), "value"),
        prevent_initial_call=True,
    )
    def rows(request: Any, _values: list[Any]) -> Any:
        if request is None:
            return no_update
        _, address = requested(ctx.states_list[0])
        part, order = _asked(request)
        with app.pages.connection() as conn:
            usable, _ = checked(conn, address)
            grants, count = chosen_rows(conn, usable, part, order)
            names = registry(conn)
        return {"rowData": portfolio.grid_rows(grants, usable.lang, names), "rowCount": count}


def _asked(request: Any) -> tuple[range, dict[str, bool]]:
    """Which rows the grid asks for, and whether the columns it sorts by rise. Answers 400 where
    it asks for something else."""
    try:
        first, last = int(request["startRow"]), int(request["endRow"])
        order = {
            str(each["colId"]): each["sort"] == "asc" for each in request.get("sortModel") or ()
        }
    except (KeyError, TypeError, ValueError, OverflowError):
        refuse("expected rows and an order")
    if not 0 <= first < last <= first + portfolio.MOST_ROWS or not order.keys() <= SORTED_BY:
        refuse("expected other rows or another order")
    return range(first, last), order


SORTED_BY = frozenset(portfolio.COLUMNS) - {"title"}


def _figure(chart: Chart | None, look: Look) -> Any:
    """A graph's new figure; of a map only its circles, since its outlines stay."""
    if chart is None:
        return no_update
    if isinstance(chart, SymbolMap):
        patch = Patch()
        patch["data"][-1] = moved_symbols(chart, dark=look.dark)
        return patch
    return board_figure(chart, dark=look.dark, narrow=look.narrow)


def _changed() -> set[str]:
    """The controls that have changed, by the names of their parameters."""
    ids = ctx.triggered_prop_ids.values()
    return {str(each["control"]) for each in ids if isinstance(each, dict) and "control" in each}
