"""The callbacks of the board of what it would take: each choice is answered in words and graphs."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from dash import ALL, ClientsideFunction, Input, Output, ctx, no_update, set_props
from flask import abort

from callbacks.bindings.what_if import answers_of
from callbacks.boards.controls import controls_of, follow_controls, graphs_of, legends, requested
from data_access.reading import Connection
from layouts.boards import what_if
from layouts.boards.board import Board, Look, store_id
from layouts.charts.figure_board import board_figure
from layouts.links.addresses import Address

if TYPE_CHECKING:
    from callbacks.first_response import KlimatDash

NAME = what_if.NAME


def tree(conn: Connection, address: Address, look: Look) -> Board | None:
    """The board at an address; None where there is nothing to reckon with."""
    answers = answers_of(conn, address)
    shown = None if answers is None else what_if.view(address, answers)
    return None if shown is None else what_if.board(shown, look)


def register(app: "KlimatDash") -> None:
    """Add the callbacks."""
    follow_controls(app, NAME)
    in_browser: Callable[..., None] = app.clientside_callback
    in_browser(
        ClientsideFunction("what_if", "take"),
        Output(store_id(NAME, "address"), "data", allow_duplicate=True),
        Input(store_id(NAME, "drag"), "data"),
        prevent_initial_call="initial_duplicate",
    )

    @app.callback(
        Output(graphs_of(NAME), "figure"),
        Output({"board": NAME, "legend": ALL}, "children"),
        Output({"board": NAME, "text": ALL}, "children"),
        Output(store_id(NAME, "drag"), "data"),
        Input(controls_of(NAME), "value"),
        prevent_initial_call=True,
    )
    def draw(_values: list[Any]) -> tuple[Any, ...]:
        at, address = requested()
        with app.pages.connection() as conn:
            answers = answers_of(conn, address)
        shown = None if answers is None else what_if.view(address, answers)
        if shown is None:
            abort(404)
        drawn, said = what_if.charts(shown), what_if.texts(shown)
        graphs, of_legends, texts, _ = ctx.outputs_list
        for control, props in what_if.follow(shown.address, shown.choice):
            set_props(control, props)
        return (
            [
                board_figure(drawn[name], dark=at.look.dark, narrow=at.look.narrow)
                if (name := each["id"]["chart"]) in drawn
                else no_update
                for each in graphs
            ],
            legends(of_legends, drawn, address),
            [said.get(each["id"]["text"], no_update) for each in texts],
            what_if.in_browser(shown),
        )
