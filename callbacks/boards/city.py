"""The callbacks of a city's board: what its controls choose is drawn in all of its graphs."""

from typing import TYPE_CHECKING, Any

from dash import ALL, Input, Output, Patch, ctx, no_update
from flask import abort

from callbacks.bindings.city_board import answers_of
from callbacks.boards.controls import controls_of, follow_controls, graphs_of, requested
from data_access.reading import Connection
from layouts.addresses import Address
from layouts.boards import city
from layouts.boards.board import Board, Look, text_id
from layouts.boards.legend import legend_items
from layouts.charts.figure_board import board_figure, year_shapes
from layouts.query import PARAMETERS

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

    @app.callback(
        Output(graphs_of(city.NAME), "figure"),
        Output(LEGENDS, "children"),
        Output(text_id(city.NAME, "sentence"), "children"),
        Output(text_id(city.NAME, "year"), "children"),
        Input(controls_of(city.NAME), "value"),
        prevent_initial_call=True,
    )
    def draw(_values: list[Any]) -> tuple[list[Any], list[Any], Any, str]:
        at, address = requested()
        with app.pages.connection() as conn:
            answers = answers_of(conn, address)
        if answers is None:
            abort(404)
        wanted = [output["id"]["chart"] for output in ctx.outputs_list[0]]
        address = city.usable(address, answers)
        year = address.get("year")
        only_year = _only(PARAMETERS["year"].name(address.lang))
        if only_year:
            shapes = year_shapes((int(year),) if year else (), dark=at.look.dark)
            return (
                [_marked(shapes) for _ in wanted],
                [no_update for _ in wanted],
                no_update,
                city.year_words(address, answers),
            )
        drawn = city.charts(address, answers)
        return (
            [
                board_figure(drawn[name], dark=at.look.dark, narrow=at.look.narrow)
                if name in drawn
                else no_update
                for name in wanted
            ],
            [legend_items(drawn[name], address) if name in drawn else no_update for name in wanted],
            city.sentence(address, answers),
            city.year_words(address, answers),
        )


def _marked(shapes: list[dict[str, Any]]) -> Patch:
    """Another year marked in a figure that is drawn already."""
    patch = Patch()
    patch["layout"]["shapes"] = shapes
    return patch


def _only(control: str) -> bool:
    """Whether this control, and no other, has changed."""
    changed = ctx.triggered_prop_ids.values()
    return {prop["control"] for prop in changed if isinstance(prop, dict)} == {control}
