"""The window of a chart: opened by an address that names the chart, by one question to Dash."""

from collections.abc import Callable
from typing import Any

from dash import ClientsideFunction, Input, Output, no_update
from flask import abort, jsonify, make_response

from callbacks.first_response import KlimatDash
from data_access.reading import StoreError
from layouts.addresses import parse_href
from layouts.charts.figure import config, figure
from layouts.text import text

MOST_CHARACTERS = 2200


def register(app: KlimatDash) -> None:
    """Add the callbacks: two in the browser (assets/explore.js) and one here."""
    in_browser: Callable[..., None] = app.clientside_callback
    in_browser(
        ClientsideFunction("klimat", "ask"),
        Output("asked", "data"),
        Input("address", "href"),
        prevent_initial_call=True,
    )

    @app.callback(
        Output("explore", "is_open"),
        Output("explore-chart", "figure"),
        Output("explore-chart", "config"),
        Output("explore-title", "children"),
        Output("explore-close", "children"),
        Input("asked", "data"),
        prevent_initial_call=True,
    )
    def answer(asked: Any) -> tuple[Any, ...]:
        address, dark = _asked(asked)
        return chart_at(app, address, dark=dark)

    in_browser(
        ClientsideFunction("klimat", "close"),
        Output("closed", "data"),
        Input("explore", "is_open"),
        Input("explore-close", "n_clicks"),
        prevent_initial_call=True,
    )


def chart_at(app: KlimatDash, address: str, *, dark: bool) -> tuple[Any, ...]:
    """Whether a window opens for the address, its figure, config, heading and button."""
    closed = (False, no_update, no_update, no_update, no_update)
    parsed = parse_href(address)
    if parsed is None or not app.pages.exists(parsed):
        return closed
    try:
        chart = app.pages.answer(parsed).charts.get(parsed.address.get("explore") or "")
    except StoreError:
        return closed
    if chart is None:
        return closed
    lang = parsed.address.lang
    t = text(lang)
    heading, button = t("shell.explore.heading"), t("shell.explore.close")
    return True, figure(chart, lang, dark=dark), config(lang), heading, button


def _asked(asked: Any) -> tuple[str, bool]:
    given = asked if isinstance(asked, dict) else {}
    address = given.get("href")
    if not isinstance(address, str) or len(address) > MOST_CHARACTERS:
        abort(make_response(jsonify(error="expected an address"), 400))
    return address, given.get("dark") is True
