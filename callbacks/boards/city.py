"""The callbacks of a city's board: what its controls choose is drawn in all of its graphs."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from dash import ALL, ClientsideFunction, Input, Output, Patch, State, ctx, no_update
from flask import abort, jsonify, make_response

from callbacks.bindings.city_board import answers_of
from callbacks.boards.place import chosen, place
from data_access.reading import Connection
from layouts.addresses import Address, QueryProblem
from layouts.boards import city
from layouts.boards.board import Board, Look, text_id
from layouts.boards.legend import legend_items
from layouts.boards.twins import NOTHING
from layouts.charts.figure_board import board_figure, year_shapes
from layouts.query import PARAMETERS

if TYPE_CHECKING:
    from callbacks.first_response import KlimatDash

CONTROLS = {"board": city.NAME, "control": ALL}
LEGENDS = {"board": city.NAME, "legend": ALL}
GRAPHS = {"board": city.NAME, "chart": ALL}


def tree(conn: Connection, address: Address, look: Look) -> Board | None:
    """The board at an address; None where it names no municipality."""
    answers = answers_of(conn, address)
    return None if answers is None else city.board(address, answers, look)


def register(app: "KlimatDash") -> None:
    """Add the callbacks."""
    in_browser: Callable[..., None] = app.clientside_callback
    in_browser(
        ClientsideFunction("board", "pick"),
        Output(CONTROLS, "value"),
        Input(GRAPHS, "clickData"),
        State(CONTROLS, "value"),
        prevent_initial_call=True,
    )

    in_browser(
        ClientsideFunction("board", "keep"),
        Output("board-address", "data"),
        Input(CONTROLS, "value"),
        prevent_initial_call=True,
    )

    @app.callback(
        Output(GRAPHS, "figure"),
        Output(LEGENDS, "children"),
        Output(text_id(city.NAME, "sentence"), "children"),
        Output(text_id(city.NAME, "year"), "children"),
        Input(CONTROLS, "value"),
        prevent_initial_call=True,
    )
    def draw(_values: list[Any]) -> tuple[list[Any], list[Any], Any, str]:
        at = place()
        if at is None:
            abort(404)
        address, problems = _chosen(at.address)
        with app.pages.connection() as conn:
            answers = answers_of(conn, address)
        if answers is None:
            abort(404)
        wanted = [one["id"]["chart"] for one in ctx.outputs_list[0]]
        address = city.usable(address, answers)
        year = address.get("year")
        only_year = _only(PARAMETERS["year"].name(address.lang))
        if only_year and not problems:
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
    return {one["control"] for one in changed if isinstance(one, dict)} == {control}


def _text(value: Any) -> Any:
    """A control's value; numbers, such as a slider's, as texts."""
    number = isinstance(value, int | float) and not isinstance(value, bool)
    return str(value) if number else value or ""


def _chosen(at: Address) -> tuple[Address, tuple[QueryProblem, ...]]:
    """The address that the controls make. Answers 400 where a value is no text or list of texts."""
    pairs: list[tuple[str, str]] = []
    for one in ctx.inputs_list[0]:
        value = one.get("value")
        values = value if isinstance(value, list) else [_text(value)]
        if not all(isinstance(each, str) for each in values):
            abort(make_response(jsonify(error="expected texts"), 400))
        pairs += [(str(one["id"]["control"]), each) for each in values if each != NOTHING]
    parsed = chosen(at, pairs)
    return parsed.address, parsed.problems
