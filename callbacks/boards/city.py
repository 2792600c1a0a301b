"""The callbacks of a city's board: what its controls choose is drawn in all of its graphs."""

from typing import TYPE_CHECKING, Any

from dash import ALL, Input, Output, State, ctx, no_update
from flask import abort

from callbacks.bindings.city_board import answers_of
from callbacks.boards.controls import (
    controls_of,
    drawn_before,
    follow_bands,
    follow_controls,
    graphs_of,
    legends,
    requested,
    same_but_bands,
)
from data_access.reading import Connection
from layouts.boards import city
from layouts.boards.board import Board, Look, store_id, text_id
from layouts.charts.description import TimeChart
from layouts.charts.figure_board import board_figure
from layouts.links.addresses import Address

if TYPE_CHECKING:
    from callbacks.first_response import KlimatDash

LEGENDS = {"board": city.NAME, "legend": ALL}


def tree(conn: Connection, address: Address, look: Look) -> Board | None:
    """The board at an address; None where it names no municipality."""
    answers = answers_of(conn, address)
    return None if answers is None else city.board(address, answers, look)


def register(app: "KlimatDash") -> None:
    """Add the callbacks."""
    follow_controls(app, city.NAME)
    follow_bands(app, city.NAME)

    @app.callback(
        Output(graphs_of(city.NAME), "figure"),
        Output(LEGENDS, "children"),
        Output(text_id(city.NAME, "sentence"), "children"),
        Output(text_id(city.NAME, "year"), "children"),
        Output(text_id(city.NAME, "marks"), "children"),
        Output(store_id(city.NAME, "drawn"), "data"),
        Input(controls_of(city.NAME), "value"),
        State(store_id(city.NAME, "drawn"), "data"),
        prevent_initial_call=True,
    )
    def draw(_values: list[Any], drawn: Any) -> tuple[Any, ...]:
        at, address = requested()
        with app.pages.connection() as conn:
            answers = answers_of(conn, address)
            before = drawn_before(at, drawn)
            answers_before = None if before is None else answers_of(conn, before)
        if answers is None:
            abort(404)
        address = city.usable(address, answers)
        shown = city.charts(address, answers)
        known: dict[str, TimeChart] = {}
        if before is not None and answers_before is not None:
            before = city.usable(before, answers_before)
            known = dict(city.charts(before, answers_before))
        wanted = [each["id"]["chart"] for each in ctx.outputs_list[0]]
        return (
            [
                board_figure(shown[name], dark=at.look.dark, narrow=at.look.narrow)
                if name in shown and not same_but_bands(shown[name], known.get(name))
                else no_update
                for name in wanted
            ],
            legends(ctx.outputs_list[1], shown, address),
            city.sentence(address, answers),
            city.year_words(address, answers),
            city.marks_line(address, answers),
            city.drawn(address, answers),
        )
