"""A reader's assumption and a plan's effects as plotly traces."""

from typing import Any

from layouts.charts import labels
from layouts.charts.description import LinePanel
from layouts.charts.overlays import Wedge
from layouts.charts.palette import Palette

Trace = dict[str, Any]
HOVER = "%{hovertext}<extra></extra>"
WIDE = 0.6


def assumed(panel: LinePanel, axis: str, lang: str, colours: Palette) -> list[Trace]:
    """One trace an assumption, dash-dotted, with triangles."""
    size = panel.measure.divisor
    return [
        {
            "type": "scatter",
            "mode": "lines+markers",
            "name": each.label,
            "x": [year for year, _ in each.points],
            "y": [value / size for _, value in each.points],
            "yaxis": axis,
            "line": {"color": colours.ink, "dash": "dashdot", "width": 2},
            "marker": {
                "size": [0] * (len(each.points) - 1) + [11],
                "symbol": "triangle-up-open",
                "color": colours.ink,
            },
            "cliponaxis": False,
            "hovertext": [
                f"{each.label}<br>{year}: {labels.full(value, panel.measure, lang)}"
                for year, value in each.points
            ],
            "hovertemplate": HOVER,
        }
        for each in panel.assumed
    ]


def wedges(panel: LinePanel, axis: str, lang: str, colours: Palette) -> list[Trace]:
    """Two traces a part: the least effect filled, what may come to it as an outline."""
    result = []
    for wedge in panel.wedges:
        result.append(_hanging(wedge, panel, axis, lang, colours, sure=True))
        if any(year.low < year.high for year in wedge.years):
            result.append(_hanging(wedge, panel, axis, lang, colours, sure=False))
    return result


def _hanging(
    wedge: Wedge, panel: LinePanel, axis: str, lang: str, colours: Palette, *, sure: bool
) -> Trace:
    size = panel.measure.divisor
    tops = [year.top if sure else max(0.0, year.top - year.low) for year in wedge.years]
    ends = [max(0.0, year.top - (year.low if sure else year.high)) for year in wedge.years]
    colour = colours.tone(wedge.tone)
    return {
        "type": "bar",
        "name": wedge.label,
        "showlegend": sure,
        "x": [year.year for year in wedge.years],
        "base": [end / size for end in ends],
        "y": [(top - end) / size for top, end in zip(tops, ends, strict=True)],
        "yaxis": axis,
        "width": WIDE,
        "marker": {
            "color": colour if sure else colours.ground,
            "line": {"color": colour, "width": 0 if sure else 1.5},
        },
        "hovertext": [
            f"{wedge.label} {year.year}: {labels.span(year.low, year.high, panel.measure, lang)}"
            for year in wedge.years
        ],
        "hovertemplate": HOVER,
    }
