"""Ranges as SVG: one row each, solid up to the low end, light up to the high end."""

from math import ceil, floor, log10

from layouts.charts import labels, scale
from layouts.charts.description import RangeBars, RangeRow
from layouts.charts.markup import escape, path, tag, width, words, wrap
from layouts.charts.svg_frame import Frame, document
from layouts.charts.svg_marks import Entry, legend
from layouts.charts.words import word

NARROW_TICKS = 3
"""So many amounts have room over a narrow axis."""
THICK, ALONE = 14.0, 6.0
"""How high a bar is, and how wide one whose low and high ends are alike, on an axis of powers."""


def ranges_svg(chart: RangeBars, frame: Frame) -> str:
    """The whole chart in one rendition: names above their bars, amounts at the right edge."""
    size = frame.size
    key, y = legend(_entries(chart), frame, size * 1.7)
    drawn = [words(0, size, [chart.measure.axis], size - 1, "quiet"), key]
    y += size * 0.6
    ends = [v for row in chart.rows for v in (row.low, row.high, row.part) if v is not None]
    if chart.log:
        axis = _powers(ends, frame.width)
        drawn.append(_ticks(chart, axis, frame, y))
        top = y = y + size * 1.2
    else:
        axis = scale.Values(0.0, max([*ends, 0.0]) or 1.0, 0.0, frame.width, ())
    for row in chart.rows:
        markup, y = _row(chart, row, axis, frame, y)
        drawn.append(markup)
    if chart.log:
        lines = [[(axis.at(tick), top), (axis.at(tick), y)] for tick in axis.ticks]
        grid = "".join(tag("path", d=path(line), class_="grid") for line in lines)
        drawn.insert(0, grid)
    return document(frame, y, chart.chart_id, chart.title, chart.message, chart.lang, *drawn)


def _powers(ends: list[float], width: float) -> scale.Values:
    """The axis in exponents of ten, with a round amount at each of its own ends."""
    low, high = floor(log10(min(ends))), ceil(log10(max(ends)))
    high = high if high > low else low + 1
    return scale.Values(low, high, 0.0, width, tuple(range(low, high + 1)))


def _ticks(chart: RangeBars, axis: scale.Values, frame: Frame, y: float) -> str:
    """The amounts of the axis over it, every other one where it is narrow; the outermost stand
    inside the drawing."""
    anchors = ["start", *["middle"] * (len(axis.ticks) - 2), "end"]
    each = 2 if frame.narrow and len(axis.ticks) > NARROW_TICKS else 1
    return "".join(
        tag(
            "text",
            escape(labels.tick(10.0**tick, chart.measure, chart.lang)),
            x=axis.at(tick),
            y=y + frame.size * 0.7,
            class_="tick",
            text_anchor=anchor,
        )
        for tick, anchor in list(zip(axis.ticks, anchors, strict=True))[::-each]
    )


def _entries(chart: RangeBars) -> list[Entry]:
    result: list[Entry] = []
    if any(row.low != row.high and row.change is None for row in chart.rows) and not chart.log:
        glyph = tag("rect", x=0, y=-6, width=10, height=12, class_="bar t1") + tag(
            "rect", x=10, y=-6, width=8, height=12, class_="reach t1"
        )
        result.append((glyph, word("range", chart.lang), "reach"))
    if chart.part_label and any(row.part is not None for row in chart.rows):
        result.append(
            (tag("rect", x=0, y=-2.5, width=18, height=5, class_="part"), chart.part_label, "part")
        )
    return result


def _row(
    chart: RangeBars, row: RangeRow, axis: scale.Values, frame: Frame, top: float
) -> tuple[str, float]:
    size = frame.size
    amount = _amount(chart, row)
    rows = wrap(row.label, frame.width - width(amount, size) - 14, size, 2)
    drawn = [
        words(0, top + size, rows, size, "label"),
        words(frame.width, top + size, [amount], size, "label value", "end"),
    ]
    y = top + len(rows) * size * 1.22 + size * 0.35
    if chart.log and row.low is not None and row.high is not None:
        left, right = axis.at(log10(row.low)), axis.at(log10(row.high))
        wide = max(right - left, ALONE)
        at = min(max((left + right - wide) / 2, 0), frame.width - wide)
        drawn.append(tag("rect", x=at, y=y, width=wide, height=THICK, class_="bar t1"))
        return "".join(drawn), y + THICK + size * 0.9
    drawn.append(tag("path", d=path([(0, y), (0, y + THICK)]), class_="zero"))
    if row.low is not None and row.high is not None:
        low, high = _at(axis, row.low), _at(axis, row.high)
        if row.change is not None:
            tone = "t1" if row.change < 0 else "t2"
            wide = max(high - low, 1)
            drawn.append(tag("rect", x=low, y=y, width=wide, height=THICK, class_=f"bar {tone}"))
        else:
            drawn.append(tag("rect", x=0, y=y, width=max(low, 1), height=THICK, class_="bar t1"))
        if high > low and row.change is None:
            drawn.append(
                tag(
                    "rect",
                    x=low,
                    y=y + 0.7,
                    width=max(high - low - 0.7, 0.1),
                    height=THICK - 1.4,
                    class_="reach t1",
                )
            )
    if row.part is not None:
        wide = max(_at(axis, row.part), 1)
        drawn.append(tag("rect", x=0, y=y + 4.5, width=wide, height=THICK - 9, class_="part"))
    return "".join(drawn), y + THICK + size * 0.9


def _at(axis: scale.Values, value: float) -> float:
    return value / axis.high * axis.top


def _amount(chart: RangeBars, row: RangeRow) -> str:
    if row.low is None or row.high is None:
        return word("unknown", chart.lang)
    if row.change is not None:
        return labels.signed(row.change, chart.measure, chart.lang)
    return labels.span(row.low, row.high, chart.measure, chart.lang)
