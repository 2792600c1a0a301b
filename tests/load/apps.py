"""What one more Dash app, and one more board in the one app, cost: `python -m tests.load.apps`."""

import time
import tracemalloc
from statistics import median
from typing import Any, cast

from dash import Dash, Input, Output, dcc, html
from flask import Flask

REPEATS = 9


def another_app(server: Flask, number: int) -> Dash:
    """A Dash app of its own on the server, with a layout and a callback."""
    app = Dash(
        f"board{number}",
        server=cast(Any, server),
        routes_pathname_prefix=f"/board-{number}/",
        requests_pathname_prefix=f"/board-{number}/",
        add_log_handler=False,
    )
    app.layout = html.Div([dcc.Graph(id="chart"), dcc.Input(id="control")])
    add_callback(app, number)
    return app


def add_callback(app: Dash, number: int) -> None:
    """A callback under ids of the board's own."""

    @app.callback(
        Output({"board": number, "chart": "x"}, "figure"),
        Input({"board": number, "control": "x"}, "value"),
    )
    def draw(_value: Any) -> dict[str, Any]:
        return {}


def main() -> None:
    """Print milliseconds, kilobytes and routes."""
    server = Flask("boards")
    first = Dash("boards", server=cast(Any, server), add_log_handler=False)
    for title, make in (
        ("one more app", lambda number: another_app(server, number)),
        ("one more board", lambda number: add_callback(first, number)),
    ):
        times, sizes, routes = [], [], []
        for number in range(REPEATS):
            before = len(list(server.url_map.iter_rules()))
            tracemalloc.start()
            begun = time.thread_time()
            make(number)
            times.append((time.thread_time() - begun) * 1000)
            sizes.append(tracemalloc.get_traced_memory()[0] / 1000)
            tracemalloc.stop()
            routes.append(len(list(server.url_map.iter_rules())) - before)
        print(f"{title}: {median(times):.1f} ms, {median(sizes):.0f} kB, {median(routes)} routes")


if __name__ == "__main__":
    main()
