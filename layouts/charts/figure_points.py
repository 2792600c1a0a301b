"""A scatter and a map of amounts as plotly traces of kind `scatter`: no tiles, no geo traces."""

import math
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any

from layouts.charts import labels
from layouts.charts.axes import beyond, ends_of, step_of, ticks
from layouts.charts.dot_names import NARROW_ROOM, ROOM, names_beside
from layouts.charts.outlines import rings
from layouts.charts.palette import Palette
from layouts.charts.points import Axis, Dot, ScatterChart, Symbol, SymbolMap
from layouts.charts.words import word

HOVER = "%{hovertext}<extra></extra>"
FADED = 0.3
LARGEST, SMALLEST = 46.0, 11.0
"""Pixels: the largest circle of a map, and the least that a pointer and an eye find."""
DOT, LARGEST_DOT, SMALLEST_DOT, ARROW = 11.0, 40.0, 5.0, 10.0
"""Pixels: a dot of a scatter that counts no sizes, the ends of one that does, and an arrow head."""
FEW, SMALL_DOT = 100, 7.0
"""How many dots are few, and pixels of one among many."""

Trace = dict[str, Any]


def scatter_figure(
    chart: ScatterChart, colours: Palette, *, narrow: bool = False
) -> tuple[list[Trace], dict[str, Any]]:
    """One trace of all dots, one of the names of some, and the axes.

    Names are a trace of their own, on dots that are not seen: where one trace has names, plotly
    makes a text for each of its dots.
    """
    spans, drawn = ends_of(chart), drawn_dots(chart)
    tones = [colours.tone(dot.tone) for dot, _ in drawn]
    edges = [
        colours.ground if chart.size and dot.x is not None and dot.y is not None else tone
        for (dot, _), tone in zip(drawn, tones, strict=True)
    ]
    sizes = [
        round(max(diameter, ARROW) if beyond(dot, chart) else diameter, 1)
        for dot, diameter in drawn
    ]
    dots: Trace = {
        "type": "scatter",
        "mode": "markers",
        "x": [_at(dot.x, chart.x, spans[0]) for dot, _ in drawn],
        "y": [_at(dot.y, chart.y, spans[1]) for dot, _ in drawn],
        "customdata": [dot.key for dot, _ in drawn],
        "hovertext": [dot_words(dot, chart) for dot, _ in drawn],
        "hovertemplate": HOVER,
        "marker": {
            "size": one_or_all(sizes),
            "color": one_or_all(tones),
            "symbol": one_or_all([_symbol(dot, chart) for dot, _ in drawn]),
            "opacity": one_or_all(dot_opacities(chart)),
            "line": {"width": 1.5 if chart.size is None else 0.75, "color": one_or_all(edges)},
        },
        "cliponaxis": False,
    }
    beside = names_beside(chart, spans, NARROW_ROOM if narrow else ROOM)
    named = [place for place, (dot, _) in enumerate(drawn) if dot in beside]
    names: Trace = {
        "type": "scatter",
        "mode": "markers+text",
        **{name: [dots[name][place] for place in named] for name in ("x", "y", "customdata")},
        "text": [drawn[place][0].label for place in named],
        "textposition": [f"middle {beside[drawn[place][0]]}" for place in named],
        "marker": {"size": [sizes[place] for place in named], "opacity": 0},
        "hoverinfo": "skip",
        "cliponaxis": False,
    }
    return [dots, names], {
        "xaxis": _axis(chart.x, spans[0]),
        "yaxis": _axis(chart.y, spans[1]) | {"zeroline": True},
    }


def one_or_all(values: list[Any]) -> Any:
    """What plotly is told of its marks: one value where all are alike, which it reads once."""
    return values[0] if values and all(value == values[0] for value in values) else values


def _symbol(dot: Dot, chart: ScatterChart) -> str:
    if dot.x is None or dot.y is None:
        return "circle-open"
    way = beyond(dot, chart)
    return f"triangle-{way}" if way else "circle"


def drawn_dots(chart: ScatterChart) -> list[tuple[Dot, float]]:
    """The dots with their diameters (pixels) in the order in which they are drawn: the largest
    first so that the small lie upon them, and of equal ones those of the first classes last."""
    pairs = zip(chart.dots, dot_diameters(chart), strict=True)
    return sorted(pairs, key=lambda each: (-each[1], -each[0].tone))


def dot_opacities(chart: ScatterChart) -> list[float]:
    """How strong each dot is drawn: all of it that a mark changes."""
    return [FADED if dot.faded else 0.9 for dot, _ in drawn_dots(chart)]


def dot_diameters(chart: ScatterChart) -> list[float]:
    """Pixels of each dot: by its area where the chart counts one (`diameters`), else all alike,
    small where they are many."""
    if chart.size is None:
        return [DOT if len(chart.dots) <= FEW else SMALL_DOT] * len(chart.dots)
    return diameters([dot.size for dot in chart.dots], LARGEST_DOT, SMALLEST_DOT)


def map_figure(chart: SymbolMap, colours: Palette) -> tuple[list[Trace], dict[str, Any]]:
    """The circles as the one trace, upon the outlines as shapes: those are drawn once and have
    nothing to hover over. Whoever shows the graph gives it the proportions of the map."""
    layout = {
        "xaxis": {"visible": False, "range": [0, chart.width], "fixedrange": True},
        "yaxis": {"visible": False, "range": [chart.height, 0], "fixedrange": True},
        "shapes": [
            land(chart.outlines, colours.rule, colours.ground),
            land(chart.followed, f"{colours.tone(1)}55", colours.ground),
        ],
    }
    return [symbols_trace(chart, colours)], layout


def symbols_trace(chart: SymbolMap, colours: Palette) -> Trace:
    """The circles alone: what another choice changes."""
    drawn = drawing_order(chart)
    sizes = diameters([each.amount for each in drawn], LARGEST, SMALLEST)
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [round(each.x) for each in drawn],
        "y": [round(each.y) for each in drawn],
        "customdata": [each.key for each in drawn],
        "hovertext": [symbol_words(each, chart) for each in drawn],
        "hovertemplate": HOVER,
        "marker": {
            "size": [round(each, 1) for each in sizes],
            "color": colours.tone(2),
            "symbol": ["circle-open" if not each.amount else "circle" for each in drawn],
            "opacity": [FADED if each.faded else 0.85 for each in drawn],
            "line": {"width": 1.5, "color": colours.ground},
        },
        "cliponaxis": False,
    }


def diameters(amounts: Sequence[float | None], largest: float, smallest: float) -> list[float]:
    """Of circles whose areas are the amounts; the least one where it is small or not known."""
    top = max((amount or 0.0 for amount in amounts), default=0.0)
    return [
        max(largest * math.sqrt(amount / top), smallest) if amount and amount > 0 else smallest
        for amount in amounts
    ]


def drawing_order(chart: SymbolMap) -> list[Symbol]:
    """The largest first, so that the small lie upon them."""
    return sorted(chart.symbols, key=lambda each: -(each.amount or 0.0))


def dot_words(dot: Dot, chart: ScatterChart) -> str:
    """A dot in words, as its hover text tells it."""
    values = (
        f"{axis.title}: "
        + (
            word("unknown", chart.lang)
            if value is None
            else labels.full(value, axis.measure, chart.lang)
        )
        for axis, value in _told(dot, chart)
    )
    notes = [dot.note] if dot.note else []
    return "<br>".join((f"<b>{dot.label}</b>", *values, *notes))


def _told(dot: Dot, chart: ScatterChart) -> Iterator[tuple[Axis, float | None]]:
    yield from ((chart.x, dot.x), (chart.y, dot.y))
    if chart.size is not None:
        yield chart.size, dot.size


def symbol_words(symbol: Symbol, chart: SymbolMap) -> str:
    """A circle in words."""
    amount = (
        word("unknown", chart.lang)
        if symbol.amount is None
        else labels.short(symbol.amount, chart.measure, chart.lang)
    )
    return f"<b>{symbol.label}</b><br>{symbol.note or amount}"


def _at(value: float | None, axis: Axis, ends: tuple[float, float]) -> float:
    """Where a value stands, in steps of the axis; what nobody knows at its lower edge."""
    step = step_of(value, axis, ends)
    return float(10**step) if axis.log else step / axis.measure.divisor


def _axis(axis: Axis, ends: tuple[float, float]) -> dict[str, Any]:
    size = 1 if axis.log else axis.measure.divisor
    return {
        "title": {"text": axis.head, "font": {"size": 12}},
        "type": "log" if axis.log else "linear",
        "range": [end / size for end in ends],
        **({"tickvals": [10**tick for tick in ticks(axis, ends)]} if axis.log else {}),
        "tickformat": ",.3~f",
        "automargin": True,
        "fixedrange": True,
        "tickfont": {"size": 12},
        "zeroline": False,
    }


@lru_cache(maxsize=64)
def land(paths: tuple[str, ...], fill: str, line: str) -> dict[str, Any]:
    """Outlines as one shape; plotly knows paths of whole coordinates alone."""
    drawn = "".join(
        "M" + "L".join(f"{x:.0f},{y:.0f}" for x, y in ring) + "Z"
        for path in paths
        for ring in rings(path)
    )
    return {
        "type": "path",
        "path": drawn,
        "fillcolor": fill,
        "line": {"color": line, "width": 0.6},
        "layer": "below",
    }
