"""The look of all plotly figures, as one plotly template for each palette.

It is made of plotly's own objects, which check every name and value, once for each palette and
process. A figure itself is plain lists: checked by plotly as it is made it would cost fifteen times
as much (docs/decisions/0110-boards.md); the tests let plotly check figures of each kind.
"""

from functools import cache
from typing import Any

from plotly import graph_objects  # type: ignore[import-untyped]

from layouts.charts.palette import Palette

FONT = 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif'


@cache
def template(colours: Palette) -> dict[str, Any]:
    """The template as a figure's layout holds it; shared, so nobody changes theirs."""
    value_axis = {"gridcolor": colours.rule, "zerolinecolor": colours.quiet}
    made: dict[str, Any] = graph_objects.layout.Template(
        layout=graph_objects.Layout(
            font={"family": FONT, "size": 14, "color": colours.ink},
            title={"x": 0, "xref": "paper", "font": {"size": 17}},
            paper_bgcolor=colours.ground,
            plot_bgcolor=colours.ground,
            hoverlabel={
                "bgcolor": colours.ground,
                "font": {"color": colours.ink},
                "align": "left",
            },
            hovermode="closest",
            legend={"orientation": "h", "y": -0.12, "x": 0},
            xaxis={"gridcolor": colours.rule},
            yaxis=value_axis,
        )
    ).to_plotly_json()
    layout = made["layout"]
    return {"layout": layout if isinstance(layout, dict) else layout.to_plotly_json()}
