"""What is ahead of a line as plotly traces: what is needed, the pace continued, the goal's path."""

from typing import Any

from layouts.charts import labels
from layouts.charts.description import LinePanel
from layouts.charts.overlays import Outlook
from layouts.charts.palette import Palette

Trace = dict[str, Any]
HOVER = "%{hovertext}<extra></extra>"


def outlook(panel: LinePanel, axis: str, lang: str, colours: Palette) -> list[Trace]:
    """The traces, those that lie under the others first; nothing where nothing is ahead."""
    result = panel.outlook
    if result is None:
        return []
    traces = _band(result, panel, axis, colours)
    if result.path:
        traces.append(_line(result.path, "", panel, axis, lang, colours.quiet, "solid", 1.0))
    if result.continued is not None:
        label, points = result.continued.label, result.continued.points
        traces.append(_line(points, label, panel, axis, lang, colours.tone(1), "dash", 1.75))
    if result.needed is not None:
        label, points = result.needed.label, result.needed.points
        needed = _line(points, label, panel, axis, lang, colours.goal, "dot", 2.5)
        traces.append(needed | {"meta": result.needed.key})
    if result.gap is not None:
        gap, size = result.gap, panel.measure.divisor
        traces.append(
            {
                "type": "scatter",
                "mode": "lines",
                "x": [gap.year, gap.year],
                "y": [gap.target / size, gap.reached / size],
                "yaxis": axis,
                "line": {"color": colours.goal, "width": 4},
                "cliponaxis": False,
                "hovertext": [gap.label, gap.label],
                "hovertemplate": HOVER,
            }
        )
    return traces


def _line(
    points: tuple[tuple[int, float], ...],
    label: str,
    panel: LinePanel,
    axis: str,
    lang: str,
    colour: str,
    dash: str,
    width: float,
) -> Trace:
    hover: Trace = {"hoverinfo": "skip"}
    if label:
        texts = [f"{label}<br>{y}: {labels.full(v, panel.measure, lang)}" for y, v in points]
        hover = {"name": label, "hovertext": texts, "hovertemplate": HOVER}
    return {
        "type": "scatter",
        "mode": "lines",
        "x": [year for year, _ in points],
        "y": [value / panel.measure.divisor for _, value in points],
        "yaxis": axis,
        "line": {"color": colour, "dash": dash, "width": width},
        **hover,
    }


def _band(ahead: Outlook, panel: LinePanel, axis: str, colours: Palette) -> list[Trace]:
    """How far from their pace others have ended."""
    if ahead.continued is None or not ahead.continued.band:
        return []
    size, band = panel.measure.divisor, ahead.continued.band
    start = ahead.continued.points[0]
    lows = [start[1], *(low for _, low, _ in band)]
    highs = [start[1], *(high for _, _, high in band)]
    years = [start[0], *(year for year, _, _ in band)]
    return [
        {
            "type": "scatter",
            "mode": "lines",
            "x": [*years, *reversed(years)],
            "y": [value / size for value in (*highs, *reversed(lows))],
            "yaxis": axis,
            "fill": "toself",
            "opacity": 0.2,
            "line": {"color": colours.tone(1), "width": 0},
            "hoverinfo": "skip",
        }
    ]
