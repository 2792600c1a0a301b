"""Small multiples as SVG: a cell for each panel but the first, whose line is thin in every cell."""

from layouts.charts import labels, scale
from layouts.charts.description import Line, LinePanel, TimeChart
from layouts.charts.markup import path, tag, words, wrap
from layouts.charts.runs import unbroken_runs
from layouts.charts.svg_frame import Frame, document

TICKS = 3
WIDE_COLUMNS, NARROW_COLUMNS = 6, 3
HIGH, GAP, SMALLER = 84.0, 12.0, 1.5
"""How high a cell's plot is, what lies between cells, and by how much words are smaller."""


def multiples_svg(chart: TimeChart, frame: Frame) -> str:
    """The whole chart in one rendition. The cells' order is that of reading."""
    common, *panels = [panel for panel in chart.panels if isinstance(panel, LinePanel)]
    columns = NARROW_COLUMNS if frame.narrow else WIDE_COLUMNS
    size = frame.size - SMALLER
    lines = [line for panel in (common, *panels) for line in panel.lines]
    values = [mark.value for line in lines for mark in line.marks]
    measure, (first, last) = common.measure, chart.years
    left = max(len(labels.tick(v, measure, chart.lang)) for v in (*values, 0.0)) * size * 0.35
    wide = (frame.width - left - GAP * (columns - 1)) / columns
    row = HIGH + size * 3.8
    drawn = [words(0, size, [measure.axis], size, "quiet")]
    for number, panel in enumerate(panels):
        x = left + number % columns * (wide + GAP)
        y = size * 2.4 + number // columns * row
        years = scale.Years(first, last, x, x + wide)
        axis = _axis(values, y + size * 1.6 + HIGH, y + size * 1.6)
        drawn.append(words(x, y + size, wrap(panel.title, wide, size, 1), size, "head"))
        for tick in axis.ticks:
            at = axis.at(tick)
            drawn.append(tag("path", d=path([(x, at), (x + wide, at)]), class_="grid"))
            if number % columns == 0:
                text = labels.tick(tick, measure, chart.lang)
                drawn.append(words(x - 4, at + size * 0.35, [text], size, "tick", "end"))
        foot = axis.bottom + size * 1.15
        drawn.append(words(x, foot, [str(first)], size, "tick"))
        drawn.append(words(x + wide, foot, [str(last)], size, "tick", "end"))
        drawn += [_line(line, years, axis, "ln thin t8") for line in common.lines]
        drawn += [_line(line, years, axis, f"ln t{line.tone}") for line in panel.lines]
    height = size * 2.4 + -(-len(panels) // columns) * row
    return document(frame, height, chart.chart_id, chart.title, chart.message, chart.lang, *drawn)


def _axis(values: list[float], bottom: float, top: float) -> scale.Values:
    """The one scale: from the least value, or zero, to the highest."""
    low, high = min([0.0, *values]), max([0.0, *values]) or 1.0
    ticks = scale.values(values, bottom, top, TICKS).ticks
    return scale.Values(low, high, bottom, top, tuple(t for t in ticks if low <= t <= high))


def _line(line: Line, years: scale.Years, axis: scale.Values, css: str) -> str:
    """Neighbouring years joined, lone ones as points, and dots over years that are missing."""
    places = [(years.middle(mark.year), axis.at(mark.value)) for mark in line.marks]
    parts = [tag("path", d=path(places), class_=css.replace("ln", "bridge"))] if places else []
    for run in unbroken_runs(line.marks):
        corners = [(years.middle(mark.year), axis.at(mark.value)) for mark in run]
        if len(corners) > 1:
            parts.append(tag("path", d=path(corners), class_=css))
        else:
            tone = css.rpartition(" ")[2]
            parts.append(
                tag("circle", cx=corners[0][0], cy=corners[0][1], r=1.5, class_=f"dot {tone}")
            )
    return "".join(parts)
