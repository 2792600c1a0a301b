"""What all boards' callbacks begin with: the address that the controls make, and what keeps it."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any, NoReturn
from urllib.parse import parse_qsl

from dash import ALL, ClientsideFunction, Input, Output, State, ctx, no_update
from flask import abort, jsonify, make_response

from callbacks.boards.place import Place, chosen, place
from layouts.boards.board import store_id
from layouts.boards.legend import legend_items
from layouts.boards.twins import NOTHING
from layouts.charts.description import Chart, TimeChart
from layouts.links.addresses import Address, href

if TYPE_CHECKING:
    from callbacks.first_response import KlimatDash


MOST_PAIRS = 60
"""Of names and values in an address that a browser tells of."""


def controls_of(board: str) -> dict[str, Any]:
    """The pattern of all controls of a board."""
    return {"board": board, "control": ALL}


def graphs_of(board: str) -> dict[str, Any]:
    """The pattern of all its graphs."""
    return {"board": board, "chart": ALL}


def follow_controls(app: "KlimatDash", board: str) -> None:
    """Let a click choose what it names, and the address follow the controls (assets/board.js)."""
    in_browser: Callable[..., None] = app.clientside_callback
    in_browser(
        ClientsideFunction("board", "pick"),
        Output(controls_of(board), "value"),
        Input(graphs_of(board), "clickData"),
        State(controls_of(board), "value"),
        prevent_initial_call=True,
    )
    in_browser(
        ClientsideFunction("board", "keep"),
        Output(store_id(board, "address"), "data"),
        Input(controls_of(board), "value"),
        prevent_initial_call=True,
    )


def follow_bands(app: "KlimatDash", board: str) -> None:
    """Let the bands of years follow what the server says is drawn: no figure is drawn anew for
    them. The board's callback writes it into its store `drawn` (`drawn_before`)."""
    in_browser: Callable[..., None] = app.clientside_callback
    in_browser(
        ClientsideFunction("board", "bands"),
        Output(store_id(board, "address"), "data", allow_duplicate=True),
        Input(store_id(board, "drawn"), "data"),
        prevent_initial_call=True,
    )


def drawn_before(at: Place, drawn: Any) -> Address | None:
    """The address of what the browser has drawn; None where it does not tell of this board."""
    written = drawn.get("address") if isinstance(drawn, dict) else None
    if not isinstance(written, str):
        return None
    path, _, query = written.partition("?")
    if path != href(at.address.without_query()):
        return None
    return chosen(at.address, parse_qsl(query)[:MOST_PAIRS]).address


def same_but_bands(chart: TimeChart, before: TimeChart | None) -> bool:
    """Whether a chart that is drawn is the same but for its bands, which the browser moves."""
    return before is not None and replace(before, **_bands(chart)) == chart


def _bands(chart: TimeChart) -> dict[str, Any]:
    return {"marked_years": chart.marked_years, "linked_years": chart.linked_years}


def legends(outputs: list[Any], charts: Mapping[str, Chart], address: Address) -> list[Any]:
    """What a callback answers its legends with: the entries of each chart that is drawn."""
    names = [output["id"]["legend"] for output in outputs]
    return [legend_items(charts[name], address) if name in charts else no_update for name in names]


def requested(controls: list[Any] | None = None) -> tuple[Place, Address]:
    """The board that asks, and the address that its controls make: the first input, if not others.

    Answers 404 where there is no such board, 400 where a value is no text or list of texts.
    """
    at = place()
    if at is None:
        abort(404)
    pairs: list[tuple[str, str]] = []
    for control in ctx.inputs_list[0] if controls is None else controls:
        value = control.get("value")
        values = value if isinstance(value, list) else [_text(value)]
        if not all(isinstance(each, str) for each in values):
            refuse("expected texts")
        pairs += [(str(control["id"]["control"]), each) for each in values if each != NOTHING]
    return at, chosen(at.address, pairs).address


def refuse(why: str) -> NoReturn:
    """Answer 400 with what is wrong with the request."""
    abort(make_response(jsonify(error=why), 400))


def _text(value: Any) -> Any:
    """A control's value; numbers, such as a slider's, as texts."""
    number = isinstance(value, int | float) and not isinstance(value, bool)
    return str(value) if number else value or ""
