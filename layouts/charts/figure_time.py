"""A time chart as plotly traces: panels on one true time axis, status by shape and dash."""

from typing import Any

from layouts.charts import figure_outlook, figure_overlays, labels
from layouts.charts.description import Bar, BarPanel, Line, LinePanel, Mark, TimeChart
from layouts.charts.palette import Palette
from layouts.charts.runs import kind, unbroken_runs
from layouts.charts.words import word
from progress.emissions.series import Status

SYMBOLS = {
    Status.FINAL: "circle",
    Status.PRELIMINARY: "circle-open",
    Status.FORECAST: "diamond-open",
    Status.ESTIMATE: "square-open",
}
DASHES = {"observed": "solid", "forecast": "dash", "estimate": "5px,4px"}
FADED = 0.25
LEAST_AIR, AIR = 0.5, 0.02
"""Beyond the first and the last year: years at the least, and a part of the axis."""
LONE = 1.0
"""How wide, in years, the band of a single year is."""
WHOLE = 0.8
"""The room of a year's bars, in years."""
Trace = figure_overlays.Trace
HOVER = figure_overlays.HOVER


def time_figure(chart: TimeChart, colours: Palette) -> tuple[list[Trace], dict[str, Any]]:
    """The traces, and the layout's axes and texts."""
    first, last = chart.years
    air = max(LEAST_AIR, AIR * (last - first))
    data: list[Trace] = []
    layout: dict[str, Any] = {
        "xaxis": {
            "range": [first - air, last + air],
            "tickformat": "d",
            "anchor": _axis(len(chart.panels)),
            "zeroline": False,
        },
        "barmode": _bar_mode(chart),
        "shapes": [
            _upright(moment.day.year, moment.day.timetuple().tm_yday, colours)
            for moment in chart.moments
        ],
        "annotations": [
            {
                "x": _decimal(moment.day.year, moment.day.timetuple().tm_yday),
                "y": 1,
                "yref": "paper",
                "text": moment.label,
                "showarrow": False,
                "xanchor": "left",
                "font": {"color": colours.goal},
            }
            for moment in chart.moments
        ],
    }
    for number, (panel, domain) in enumerate(zip(chart.panels, _domains(chart), strict=True), 1):
        axis = _axis(number)
        if isinstance(panel, BarPanel):
            data += _bars(panel, axis, chart.lang, colours)
        else:
            data += _lines(panel, axis, chart.lang, colours)
        layout["annotations"].append(_heading(panel, domain[1]))
        layout["yaxis" + axis[1:]] = {
            "domain": domain,
            "rangemode": "tozero",
            "automargin": True,
        }
    return data, layout


def _axis(number: int) -> str:
    return "y" if number == 1 else f"y{number}"


def _stacks(chart: TimeChart) -> bool:
    return any(isinstance(panel, BarPanel) and panel.stacked for panel in chart.panels)


def _bar_mode(chart: TimeChart) -> str:
    if any(isinstance(panel, LinePanel) and panel.wedges for panel in chart.panels):
        return "overlay"
    return "relative" if _stacks(chart) else "group"


def _domains(chart: TimeChart) -> list[list[float]]:
    weights = [
        2.4 if isinstance(panel, LinePanel) or panel.stacked else 1.0 for panel in chart.panels
    ]
    gap = 0.13
    room = 1 - gap * (len(weights) - 1)
    top, domains = 1.0, []
    for weight in weights:
        height = room * weight / sum(weights)
        domains.append([round(max(top - height, 0.0), 4), round(top, 4)])
        top -= height + gap
    return domains


def _lines(panel: LinePanel, axis: str, lang: str, colours: Palette) -> list[Trace]:
    size = panel.measure.divisor
    result = figure_overlays.wedges(panel, axis, lang, colours)
    result += figure_outlook.outlook(panel, axis, lang, colours)
    for path in panel.paths:
        texts = [
            f"{path.label}<br>{point.year}: {labels.full(point.value, panel.measure, lang)}"
            for point in path.points
        ]
        rings = [0] * (len(path.points) - 1) + [12 if path.ring else 0]
        result.append(
            {
                "type": "scatter",
                "mode": "lines+markers",
                "name": path.label,
                "meta": path.key,
                "x": [point.year for point in path.points],
                "y": [point.value / size for point in path.points],
                "yaxis": axis,
                "line": {"color": colours.goal, "dash": "dot", "width": 1.5},
                "marker": {"size": rings, "symbol": "circle-open", "color": colours.goal},
                "cliponaxis": False,
                "hovertext": texts,
                "hovertemplate": HOVER,
            }
        )
    for level in panel.levels:
        text = f"{level.label}: {labels.full(level.value, panel.measure, lang)}"
        result.append(
            {
                "type": "scatter",
                "mode": "lines",
                "name": level.label,
                "x": [level.first_year, level.last_year],
                "y": [level.value / size] * 2,
                "yaxis": axis,
                "line": {"color": colours.goal, "width": 1.5},
                "hovertext": [text, text],
                "hovertemplate": HOVER,
            }
        )
    for line in panel.lines:
        result += _line(line, panel, axis, lang, colours)
    return result + figure_overlays.assumed(panel, axis, lang, colours)


def _line(line: Line, panel: LinePanel, axis: str, lang: str, colours: Palette) -> list[Trace]:
    """One trace a kind of status; None between runs keeps the gaps open."""
    result: list[Trace] = []
    runs = list(unbroken_runs(line.marks))
    for name_of, dash in DASHES.items():
        own = [run for run in runs if kind(run[0]) == name_of]
        if not own:
            continue
        spaced: list[Mark | None] = []
        for run in own:
            spaced += [None, *run] if spaced else run
        size = panel.measure.divisor
        if any(mark is not None and mark.low is not None for mark in spaced):
            result.append(_band(line, own, size, axis, lang, colours))
        name = line.label if name_of == "observed" else f"{line.label}, {word(name_of, lang)}"
        result.append(
            {
                "type": "scatter",
                "mode": "lines+markers",
                "name": name,
                "meta": line.key,
                "x": [mark.year if mark else None for mark in spaced],
                "y": [mark.value / size if mark else None for mark in spaced],
                "yaxis": axis,
                "connectgaps": False,
                "line": {"color": colours.tone(line.tone), "dash": dash, "width": 2.5},
                "marker": {
                    "size": 9,
                    "line": {"width": 2, "color": colours.tone(line.tone)},
                    "symbol": [SYMBOLS[mark.status] if mark else "circle" for mark in spaced],
                },
                "hovertext": [
                    labels.mark_text(mark, panel.measure, lang) if mark else "" for mark in spaced
                ],
                "hovertemplate": HOVER,
            }
        )
    return result


def _band(
    line: Line,
    runs: list[tuple[Mark, ...]],
    size: float,
    axis: str,
    lang: str,
    colours: Palette,
) -> Trace:
    outline: list[tuple[float | None, float | None]] = []
    for run in runs:
        edges = [(float(m.year), m.low, m.high) for m in run if None not in (m.low, m.high)]
        if len(edges) == 1:
            ((year, low, high),) = edges
            edges = [(year - LONE / 2, low, high), (year + LONE / 2, low, high)]
        outline += [(None, None)] if outline else []
        outline += [(x, (high or 0.0) / size) for x, _, high in edges]
        outline += [(x, (low or 0.0) / size) for x, low, _ in reversed(edges)]
    return {
        "type": "scatter",
        "mode": "lines",
        "name": word("band", lang, label=line.label),
        "x": [x for x, _ in outline],
        "y": [y for _, y in outline],
        "yaxis": axis,
        "fill": "toself",
        "opacity": 0.25,
        "line": {"color": colours.tone(line.tone), "width": 0.5},
        "hoverinfo": "skip",
    }


def _bars(panel: BarPanel, axis: str, lang: str, colours: Palette) -> list[Trace]:
    result: list[Trace] = []
    for place, part in enumerate(panel.parts):
        known = [(bar, bar.values[place]) for bar in panel.bars]
        values = [(bar, value) for bar, value in known if value is not None]
        if not values:
            continue
        colour = colours.tone(part.tone)
        result.append(
            {
                "type": "bar",
                "name": part.label,
                "meta": part.key,
                "opacity": FADED if part.faded else 1,
                "x": [bar.year for bar, _ in values],
                "y": [value / panel.measure.divisor for _, value in values],
                "yaxis": axis,
                **({"width": WHOLE} if panel.stacked else _side_by_side(panel, place)),
                "marker": {
                    "color": colours.ground if part.hollow else colour,
                    "line": {"color": colour, "width": 1.5 if part.hollow else 0},
                },
                **_keys(values, place),
                "hovertext": [
                    f"{part.label} {bar.year}: {labels.full(value, panel.measure, lang)}"
                    f" ({word(str(bar.status), lang)})"
                    for bar, value in values
                ],
                "hovertemplate": HOVER,
            }
        )
    return result


def _keys(values: list[tuple[Bar, float]], place: int) -> dict[str, list[str]]:
    """What a click on each bar chooses, where it is not the same for all."""
    keys = [bar.keys[place] if bar.keys else "" for bar, _ in values]
    return {"customdata": keys} if any(keys) else {}


def _side_by_side(panel: BarPanel, place: int) -> dict[str, list[float]]:
    """Where a part's bars stand: those of a year share its room, and one alone is in its middle."""
    widths, offsets = [], []
    for bar in panel.bars:
        if bar.values[place] is None:
            continue
        shown = [n for n, value in enumerate(bar.values) if value is not None]
        each = round(WHOLE / len(shown), 3)
        widths.append(each)
        offsets.append(round(shown.index(place) * each - WHOLE / 2, 3))
    return {"width": widths, "offset": offsets}


def _heading(panel: LinePanel | BarPanel, top: float) -> dict[str, Any]:
    return {
        "text": f"<b>{panel.title}</b>, {panel.measure.axis}",
        "x": 0,
        "xref": "paper",
        "xanchor": "left",
        "y": top,
        "yref": "paper",
        "yanchor": "bottom",
        "showarrow": False,
    }


def _decimal(year: int, day_of_year: int) -> float:
    """A day where a year's middle stands at the year's number."""
    return round(year - 0.5 + (day_of_year - 1) / 365.25, 3)


def _upright(year: int, day_of_year: int, colours: Palette) -> dict[str, Any]:
    x = _decimal(year, day_of_year)
    line = {"color": colours.goal, "width": 1.25, "dash": "dash"}
    return {"type": "line", "x0": x, "x1": x, "y0": 0, "y1": 1, "yref": "paper", "line": line}
