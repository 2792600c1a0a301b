"""What Dash itself renders, where an address names a chart: the window to explore it in."""

from typing import Any, cast

import dash_bootstrap_components as dbc
from dash import dcc, html
from dash.development.base_component import Component

from layouts.charts.figure import GRAPH_CONFIG


def dash_root() -> Component:
    """Nothing that is seen until a reader explores a chart."""
    return html.Div(
        [
            dcc.Location(id="address", refresh=False),
            dcc.Store(id="asked"),
            dcc.Store(id="closed"),
            dbc.Modal(
                [
                    html.Div(
                        [
                            html.H2(id="explore-title", className="modal-title"),
                            html.Button(id="explore-close", type="button"),
                        ],
                        className="modal-header",
                    ),
                    dbc.ModalBody(
                        dcc.Graph(
                            id="explore-chart",
                            config=cast(Any, GRAPH_CONFIG),
                            className="explore-chart",
                        )
                    ),
                ],
                id="explore",
                is_open=False,
                fullscreen=True,
                fade=False,
                labelledby="explore-title",
            ),
        ]
    )
