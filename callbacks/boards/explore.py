"""The callbacks of the board of all municipalities: four views that mark each other."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from dash import ALL, ClientsideFunction, Input, Output, Patch, State, ctx, no_update, set_props
from flask import abort

from callbacks.bindings.explore import answers_of
from callbacks.boards.controls import controls_of, follow_controls, graphs_of, legends, requested
from data_access.reading import Connection
from layouts.boards import explore
from layouts.boards.board import Board, Look, store_id
from layouts.charts.description import Chart
from layouts.links.addresses import Address
from layouts.links.query import PARAMETERS

if TYPE_CHECKING:
    from callbacks.first_response import KlimatDash

NAME = explore.NAME


def tree(conn: Connection, address: Address, look: Look) -> Board | None:
    """The board at an address; None while no emissions are loaded."""
    answered = answers_of(conn, address)
    return None if answered is None else explore.board(explore.View(*answered), look)


def register(app: "KlimatDash") -> None:
    """Add the callbacks."""
    follow_controls(app, NAME)
    in_browser: Callable[..., None] = app.clientside_callback
    in_browser(
        ClientsideFunction("explore", "brush"),
        Output(controls_of(NAME), "value", allow_duplicate=True),
        Input(graphs_of(NAME), "selectedData"),
        State(controls_of(NAME), "value"),
        prevent_initial_call=True,
    )
    in_browser(
        ClientsideFunction("explore", "take"),
        Output(store_id(NAME, "address"), "data", allow_duplicate=True),
        Input(store_id(NAME, "series"), "data"),
        prevent_initial_call="initial_duplicate",
    )

    @app.callback(
        Output(graphs_of(NAME), "figure"),
        Output({"board": NAME, "legend": ALL}, "children"),
        Output({"board": NAME, "text": ALL}, "children"),
        Output(store_id(NAME, "series"), "data"),
        Input(controls_of(NAME), "value"),
        prevent_initial_call=True,
    )
    def draw(_values: list[Any]) -> tuple[Any, ...]:
        at, address = requested()
        with app.pages.connection() as conn:
            answered = answers_of(conn, address)
        if answered is None:
            abort(404)
        view = explore.View(*answered)
        drawn, said = explore.charts(view), explore.texts(view)
        graphs, of_legends, texts, _ = ctx.outputs_list
        only_marks = _only_marks(address.lang)
        set_props(
            {"board": NAME, "control": PARAMETERS["year"].name(address.lang)},
            {"max": view.years[-1]},
        )
        return (
            [
                _figure(
                    drawn.get(each["id"]["chart"]), at.look, explore.brush_of(address), only_marks
                )
                for each in graphs
            ],
            legends(of_legends, drawn, view.address),
            [said.get(each["id"]["text"], no_update) for each in texts],
            explore.series(view),
        )


def _only_marks(lang: str) -> bool:
    """Whether nothing has changed but who is marked."""
    names = {PARAMETERS[name].name(lang) for name in explore.MARKS}
    changed = ctx.triggered_prop_ids.values()
    return all(isinstance(each, dict) and each.get("control") in names for each in changed)


def _figure(chart: Chart | None, look: Look, brush: str, only_marks: bool) -> Any:
    """A graph's new figure; where only the marks have changed, how strong its dots are."""
    if chart is None:
        return no_update
    marks = explore.marks(chart) if only_marks else None
    if marks is None:
        return explore.figure(chart, look, brush)
    patch = Patch()
    for name, value in marks.items():
        patch["data"][0]["marker"][name] = value
    patch["layout"]["selections"] = []
    return patch
