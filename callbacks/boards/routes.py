"""The addresses under a board's prefix: its layout, its callbacks' description, its callbacks."""

import logging
from typing import Any

from dash._utils import to_json
from flask import Response, abort, jsonify, request

from callbacks.boards.place import ROUTE, place
from callbacks.boards.registry import BOARDS
from callbacks.first_response import KlimatDash, with_cache_headers
from data_access.reading import StoreError

logger = logging.getLogger(__name__)

CALLBACKS = "/_dash-update-component"


def register(app: KlimatDash) -> None:
    """Add the callbacks of every board, and the routes that serve them."""
    described: dict[str, list[Any]] = {}
    for name, board in BOARDS.items():
        before = len(app._callback_list)
        board.register(app)
        described[name] = app._callback_list[before:]
        del app._callback_list[before:]  # no other document has what they name
    outputs = {name: {each["output"] for each in own} for name, own in described.items()}
    dispatch = app.server.view_functions[CALLBACKS]

    def layout(**_: str) -> Response:
        result = place()
        if result is None or result.address.page not in BOARDS:
            abort(404)
        try:
            tag = app.tag(app.pages.version(), request.path)
            if request.if_none_match.contains_weak(tag):
                return with_cache_headers(Response(status=304), tag)
            with app.pages.connection() as conn:
                board = BOARDS[result.address.page].tree(conn, result.address, result.look)
        except StoreError as error:
            return app.unreachable(error)
        if board is None:
            abort(404)
        return with_cache_headers(_json(board.tree), tag)

    def dependencies(**_: str) -> Response:
        result = place()
        if result is None or result.address.page not in BOARDS:
            abort(404)
        tag = app.tag(result.address.page)
        if request.if_none_match.contains_weak(tag):
            return with_cache_headers(Response(status=304), tag)
        return with_cache_headers(_json(described[result.address.page]), tag)

    def callbacks(**_: str) -> Any:
        result = place()
        if result is None or result.address.page not in BOARDS:
            abort(404)
        if requested_output() not in outputs[result.address.page]:
            return jsonify(error="this board has no such callback"), 400
        try:
            return dispatch()
        except StoreError as error:
            logger.warning("no figures for a board: %s", error)
            return jsonify(error="the figures cannot be reached now"), 503

    rules = ((layout, "/_dash-layout"), (dependencies, "/_dash-dependencies"))
    for view, rule in rules:
        app.server.add_url_rule(ROUTE + rule, f"board{rule}", view, methods=["GET"])
    app.server.add_url_rule(ROUTE + CALLBACKS, f"board{CALLBACKS}", callbacks, methods=["POST"])


def requested_output() -> object:
    """What the callback that is asked for writes, as Dash names it; None where nothing is named."""
    body = request.get_json(silent=True)
    return body.get("output") if isinstance(body, dict) else None


def _json(value: Any) -> Response:
    text: str = to_json(value)  # type: ignore[no-untyped-call]
    return Response(text, mimetype="application/json")
