"""A scatter and a map of amounts as SVG."""

from dataclasses import replace

from layouts.charts import labels, scale
from layouts.charts.axes import beyond, ends_of, shares, ticks
from layouts.charts.dot_names import names_beside
from layouts.charts.figure_points import (
    ARROW,
    diameters,
    dot_words,
    drawing_order,
    drawn_dots,
    symbol_words,
)
from layouts.charts.markup import coordinate, escape, path, tag, words
from layouts.charts.points import Axis, ScatterChart, SymbolMap
from layouts.charts.svg_frame import Frame, document
from layouts.charts.together import circle, together

LEFT, TOP, BOTTOM = 76.0, 28.0, 46.0
HEIGHT = 400.0
MAP_HEIGHT = 560.0
LARGEST, SMALLEST = 40.0, 9.0
"""Of circles on a map, in the drawing's own units at that height."""


def scatter_svg(chart: ScatterChart, frame: Frame) -> str:
    """The whole chart in one rendition."""
    height = frame.total or HEIGHT
    ends = ends_of(chart)
    across = scale.Values(*ends[0], LEFT, frame.width - frame.right, ticks(chart.x, ends[0]))
    up = scale.Values(*ends[1], height - BOTTOM, TOP, ticks(chart.y, ends[1]))
    drawn = [words(0, frame.size, [chart.y.head], frame.size - 1, "quiet")]
    for tick in up.ticks:
        y = up.at(tick)
        drawn.append(tag("path", d=path([(LEFT, y), (across.top, y)]), class_="grid"))
        drawn.append(_tick(LEFT - 7, y + frame.size * 0.35, chart.y, tick, chart.lang, "end"))
    for tick in across.ticks:
        x = across.at(tick)
        drawn.append(tag("path", d=path([(x, TOP), (x, up.bottom)]), class_="grid"))
        y = up.bottom + frame.size * 1.3
        drawn.append(_tick(x, y, chart.x, tick, chart.lang, "middle"))
    drawn.append(words(across.top, height - 6, [chart.x.head], frame.size - 1, "quiet", "end"))
    names = names_beside(chart, ends, (across.top - LEFT, up.bottom - TOP))
    marks: list[tuple[str, str]] = []
    beside: list[str] = []
    for dot, wide in drawn_dots(chart):
        right, above = shares(dot, chart, ends)
        x = LEFT + right * (across.top - LEFT)
        y = up.bottom - above * (up.bottom - TOP)
        known = dot.x is not None and dot.y is not None
        look = "mk preliminary" if not known else "dot" if chart.size is None else "dot sized"
        css = f"{look} t{dot.tone}{' faded' if dot.faded else ''}"
        way = beyond(dot, chart)
        arrow = _arrow(way, x, y, max(wide, ARROW) / 2) if way else ""
        if frame.total:
            marks.append((css, arrow or circle(x, y, wide / 2)))
        else:
            title = tag("title", plain(dot_words(dot, chart)))
            drawn.append(
                tag("path", title, d=arrow, class_=css)
                if arrow
                else tag("circle", title, cx=x, cy=y, r=wide / 2, class_=css)
            )
        if dot in names:
            at, anchor = (x - 8, "end") if names[dot] == "left" else (x + 8, None)
            beside.append(words(at, y + 4, [dot.label], frame.size, "label", anchor))
    drawn += [*together(marks), *beside]
    return document(frame, height, chart.chart_id, chart.title, chart.message, chart.lang, *drawn)


def _arrow(way: str, x: float, y: float, size: float) -> str:
    """A triangle that points out of the drawing."""
    corners = ((size, 0.0), (-size, size), (-size, -size))
    turn = {"right": (1, 0), "left": (-1, 0), "down": (0, 1), "up": (0, -1)}[way]
    turned = [(a * turn[0] - b * turn[1], a * turn[1] + b * turn[0]) for a, b in corners]
    return path([(x + across, y + down) for across, down in turned], closed=True)


def map_svg(chart: SymbolMap, frame: Frame) -> str:
    """The whole chart in one rendition: as high as the frame, in its middle."""
    height = frame.total or MAP_HEIGHT
    if frame.total:  # on a board it is as wide as its map
        frame = replace(frame, width=chart.width * height / chart.height)
    by = min(height / chart.height, frame.width / chart.width)
    left = (frame.width - chart.width * by) / 2
    size = height / MAP_HEIGHT
    place = f"translate({coordinate(left)} 0) scale({by:.4f})"
    land = tag("path", d="".join(chart.outlines), class_="land")
    followed = tag("path", d="".join(chart.followed), class_="land followed")
    drawn = [tag("g", land, followed, transform=place)]
    circles = drawing_order(chart)
    sizes = diameters([each.amount for each in circles], LARGEST * size, SMALLEST * size)
    for each, wide in zip(circles, sizes, strict=True):
        css = f"{'symbol' if each.amount else 'symbol open'} t2{' faded' if each.faded else ''}"
        drawn.append(
            tag(
                "circle",
                tag("title", plain(symbol_words(each, chart))),
                cx=left + each.x * by,
                cy=each.y * by,
                r=max(wide / 2, 3.5),
                class_=css,
            )
        )
    return document(frame, height, chart.chart_id, chart.title, chart.message, chart.lang, *drawn)


def _tick(x: float, y: float, axis: Axis, tick: float, lang: str, anchor: str) -> str:
    value = 10**tick if axis.log else tick
    text = labels.tick(value * (axis.measure.divisor if axis.log else 1), axis.measure, lang)
    return tag("text", escape(text), x=x, y=y, class_="tick", text_anchor=anchor)


def plain(hover: str) -> str:
    """The words that plotly shows over a mark, as the text of a title."""
    return escape(hover.replace("<b>", "").replace("</b>", "").replace("<br>", "\n"))
