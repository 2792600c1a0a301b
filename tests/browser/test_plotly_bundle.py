"""The charting bundle draws every trace type we use inside Dash, under a strict content policy."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from dash import Dash, dcc, html
from flask import Response
from playwright.sync_api import Browser

from tests.answering import served

VENDOR = Path(__file__).resolve().parents[2] / "assets" / "vendor"
DASH_PLOTLY = "/_dash-component-suites/plotly/package_data/plotly.min.js"
CONFIG: Any = {"displaylogo": False, "showSendToCloud": False, "locale": "sv"}
DRAWN = {
    "scatter": ("#scatter .scatterlayer path.js-line", 1),
    "bar": ("#bar .barlayer .point", 2),
    "sankey": ("#sankey .sankey-link", 2),
}
TRACES: dict[str, dict[str, Any]] = {
    "scatter": {"x": [1, 2], "y": [3, 4]},
    "bar": {"x": ["a", "b"], "y": [3, 4]},
    "sankey": {
        "node": {"label": ["a", "b", "c"]},
        "link": {"source": [0, 1], "target": [2, 2], "value": [3, 4]},
    },
}


def probe() -> Dash:
    """A page with one figure of each type, nothing but our bundle to draw them with."""
    app = Dash(__name__, assets_folder=str(VENDOR / "none"))
    app.layout = html.Div(
        [
            dcc.Graph(id=kind, figure={"data": [{"type": kind, **trace}]}, config=CONFIG)
            for kind, trace in TRACES.items()
        ]
    )
    app.index_string = app.index_string.replace(
        "<footer>", '<footer><script src="/bundle.js"></script>'
    )
    record = json.loads((VENDOR / "bundle.json").read_text())

    def bundle() -> Response:
        return Response((VENDOR / record["file"]).read_bytes(), mimetype="text/javascript")

    def strict(response: Response) -> Response:
        scripts = " ".join(["'self'", *app.csp_hashes()])
        response.headers["Content-Security-Policy"] = (
            f"default-src 'self'; script-src {scripts}; style-src 'self' 'unsafe-inline';"
            " img-src 'self' data: blob:"
        )
        return response

    app.server.add_url_rule("/bundle.js", view_func=bundle)
    app.server.after_request(strict)
    return app


@pytest.fixture
def address() -> Iterator[str]:
    with served(probe().server) as base:
        yield base + "/"


def test_every_trace_type_is_drawn_without_a_complaint(chromium: Browser, address: str) -> None:
    complaints: list[str] = []
    requested: list[str] = []
    page = chromium.new_page()
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("request", lambda request: requested.append(request.url))
    page.goto(address)
    for selector, number in DRAWN.values():
        page.locator(selector).first.wait_for(state="attached")
        assert page.locator(selector).count() == number, selector
    buttons = page.locator("#scatter .modebar-btn").evaluate_all(
        "buttons => buttons.map(button => button.dataset.title)"
    )
    page.close()
    assert complaints == []
    assert "Zooma in" in buttons, "the Swedish words are in the bundle"
    assert not [name for name in buttons if "loud" in name.lower()]
    assert [url for url in requested if not url.startswith(address)] == []
    assert [url for url in requested if url.endswith(DASH_PLOTLY)] == [], "Dash's own is not loaded"
