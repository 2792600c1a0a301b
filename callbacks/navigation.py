"""Going on to another address without a new document: one callback, one answer.

The browser asks with the address it wants and the one it shows (`assets/navigate.js`). The answer
is the page, if it is another, and the chart to explore, if the address names one. Whatever is not
an ordinary page (missing, store down) is answered with its status only: the browser then goes
there itself and gets the real response.
"""

from collections.abc import Callable
from typing import Any

from dash import ClientsideFunction, Input, Output, State
from flask import abort, jsonify, make_response

from callbacks.documents import ASSETS, asset_address
from callbacks.first_response import KlimatDash
from callbacks.pages import Answer
from data_access.reading import StoreError
from layouts.addresses import Address, Parsed, href, parse_href
from layouts.charts.figure import config, figure
from layouts.text import text

MOST_CHARACTERS = 2200


def register(app: KlimatDash) -> None:
    """Add the callbacks: two in the browser, one here, one for the window of a chart."""
    in_browser: Callable[..., None] = app.clientside_callback
    in_browser(
        ClientsideFunction("klimat", "ask"),
        Output("asked", "data"),
        Input("address", "href"),
        prevent_initial_call=True,
    )

    @app.callback(Output("answer", "data"), Input("asked", "data"), prevent_initial_call=True)
    def answer(asked: Any) -> dict[str, Any]:
        wanted, shown, dark = _asked(asked)
        return answer_to(app, wanted, shown, dark=dark)

    in_browser(
        ClientsideFunction("klimat", "show"),
        Output("explore", "is_open"),
        Output("explore-chart", "figure"),
        Output("explore-chart", "config"),
        Output("explore-title", "children"),
        Output("explore-close", "children"),
        Input("answer", "data"),
        prevent_initial_call=True,
    )
    in_browser(
        ClientsideFunction("klimat", "close"),
        Output("closed", "data"),
        Input("explore", "is_open"),
        Input("explore-close", "n_clicks"),
        State("closed", "data"),
        prevent_initial_call=True,
    )


def answer_to(app: KlimatDash, wanted: str, shown: str, *, dark: bool = False) -> dict[str, Any]:
    """What the browser needs to show `wanted` when it shows `shown` (path and query each)."""
    parsed, before = parse_href(wanted), parse_href(shown)
    pages = app.pages
    if parsed is None or not pages.exists(parsed):
        return {"href": wanted, "status": 404}
    try:
        found = pages.answer(parsed)
    except StoreError:
        return {"href": wanted, "status": 503}
    if found.written.status != 200:
        return {"href": wanted, "status": found.written.status}
    if found.written.board:  # worked in under a document of its own
        return {"href": wanted, "status": 303}
    same = before is not None and _plain(before) == _plain(parsed)
    return {
        "href": wanted,
        "status": 200,
        "page": None if same else _page(found, pages.site.public_url),
        "explore": _explore(app, found, parsed.address, dark),
    }


def _page(found: Answer, base: str) -> dict[str, Any]:
    written = found.written
    return {
        "html": written.html,
        "stylesheet": asset_address(ASSETS / written.stylesheet) if written.stylesheet else "",
        "title": written.title,
        "lang": written.lang,
        "description": written.description,
        "canonical": base + written.canonical,
        "alternates": {lang: base + path for lang, path in written.alternates},
    }


def _explore(app: KlimatDash, found: Answer, address: Address, dark: bool) -> dict[str, Any] | None:
    chart = found.charts.get(address.get("explore") or "")
    if chart is None:
        return None
    t = text(address.lang)
    return {
        "figure": figure(chart, address.lang, dark=dark),
        "config": config(address.lang),
        "title": t("shell.explore.heading"),
        "close": t("shell.explore.close"),
        "script": app.surroundings.charting_bundle,
    }


def _plain(parsed: Parsed) -> tuple[str, Any]:
    return href(parsed.address.with_query(explore=None)), parsed.problems


def _asked(asked: Any) -> tuple[str, str, bool]:
    given = asked if isinstance(asked, dict) else {}
    wanted, shown = given.get("href"), given.get("shown")
    if (
        not isinstance(wanted, str)
        or not isinstance(shown, str)
        or max(len(wanted), len(shown)) > MOST_CHARACTERS
    ):
        abort(make_response(jsonify(error="expected an address"), 400))
    return wanted, shown, given.get("dark") is True
