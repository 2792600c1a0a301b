"""Dash's own address of plotly answers with our smaller bundle, should a chart ask there."""

from flask import Flask, Response, send_file

from callbacks.documents import ASSETS


def register(server: Flask) -> None:
    """Add the route; without a bundle in assets/vendor Dash's own library is served."""
    bundles = sorted((ASSETS / "vendor").glob("plotly-*.min.js"))
    if not bundles:
        return

    @server.get("/_dash-component-suites/plotly/package_data/plotly.min.js")
    def plotly() -> Response:
        return send_file(bundles[-1], mimetype="text/javascript", conditional=True)
