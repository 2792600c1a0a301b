"""What the benchmark compares with: a Dash page as a first tutorial would make it.

`dcc.Graph` with Plotly Express and its default template, the full charting library, callbacks for
everything, nothing compressed or cached. Served as `tests.load.untuned:server` on the same store.
"""

import os
from typing import Any

import pandas as pd
import plotly.express as px  # type: ignore[import-untyped]
import plotly.graph_objects as go  # type: ignore[import-untyped]
from dash import Dash, Input, Output, ctx, dash_table, dcc, html

from data_access import questions
from data_access.engine import open_store
from tests.load import CITIES

_engine = open_store(os.environ["DATABASE_URL"], read_only=True)
app = Dash("untuned", serve_locally=True)
app.layout = html.Div(
    [
        html.Div([html.Button(slug, id=slug) for slug in CITIES]),
        html.H1(id="name"),
        html.P(id="key"),
        dcc.Graph(id="total"),
        dcc.Graph(id="sectors"),
        dcc.Graph(id="flows"),
        dash_table.DataTable(id="table"),  # type: ignore[attr-defined]
    ]
)


@app.callback(
    Output("name", "children"),
    Output("key", "children"),
    Output("total", "figure"),
    Output("sectors", "figure"),
    Output("flows", "figure"),
    Output("table", "data"),
    [Input(slug, "n_clicks") for slug in CITIES],
)
def show(*_clicks: int | None) -> tuple[Any, ...]:
    """Everything on the page, for the municipality whose button was pressed."""
    with _engine.connect() as conn:
        municipality = questions.municipality_by_slug(conn, ctx.triggered_id or CITIES[0])
        assert municipality is not None
        label = questions.default_release(conn, "co2e")
        assert label is not None
        rows = questions.sectors(conn, label, municipality.code)
        grants = questions.grants(conn, municipality.code)
    frame = pd.DataFrame([{"year": r.year, "sector": r.sector, "tonnes": r.tonnes} for r in rows])
    total = frame.groupby("year", as_index=False)["tonnes"].sum()
    latest = total.iloc[-1]
    return (
        municipality.name,
        f"{latest['tonnes']:,.0f} tonnes in {latest['year']:.0f}",
        px.line(total, x="year", y="tonnes", markers=True, title=municipality.name),
        px.area(frame, x="year", y="tonnes", color="sector"),
        _flows(
            [(grant.funder, grant.programme or "-", float(grant.amount or 0)) for grant in grants]
        ),
        frame.to_dict("records"),
    )


def _flows(grants: list[tuple[str, str, float]]) -> go.Figure:
    names = sorted({name for funder, programme, _ in grants for name in (funder, programme)})
    place = {name: number for number, name in enumerate(names)}
    return go.Figure(
        go.Sankey(
            node={"label": names},
            link={
                "source": [place[funder] for funder, _, _ in grants],
                "target": [place[programme] for _, programme, _ in grants],
                "value": [amount for _, _, amount in grants],
            },
        )
    )


server = app.server
