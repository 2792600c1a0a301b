"""A panel of bars as SVG: stacks of a total's parts, or kinds side by side."""

from layouts.charts import labels, scale, svg_pins
from layouts.charts.description import Bar, BarPanel, Part
from layouts.charts.markup import coordinate, escape, tag, words, wrap
from layouts.charts.svg_frame import Frame
from layouts.charts.svg_marks import Entry, key, mark, part_css, part_glyph
from layouts.charts.words import word
from progress.emissions.series import Status

LABEL_COLUMN = 176.0
"""Room to the right of a stack for its parts' names."""


FIRST_HEIGHT = {True: 320.0, False: 52.0}
"""On the page's first sight: a stack of sectors, and money under the emissions."""


def height(panel: BarPanel, frame: Frame) -> float:
    """The height of the plot."""
    if frame.total is not None:
        return frame.total * 0.7
    if frame.first:
        return FIRST_HEIGHT[panel.stacked]
    if panel.stacked:
        return 260.0 if frame.narrow else 320.0
    return 100.0 if frame.narrow else 120.0


def values(panel: BarPanel) -> list[float]:
    """Every value that the axis must hold."""
    result: list[float] = []
    for bar in panel.bars:
        known = [value for value in bar.values if value is not None]
        result += [sum(v for v in known if v > 0), sum(v for v in known if v < 0)]
        if not panel.stacked:
            result[-2:] = known
    return result


def named_beside(panel: BarPanel, frame: Frame) -> bool:
    """Whether the parts' names stand beside the last bar instead of in a legend."""
    return panel.stacked and not frame.narrow and frame.total is None


def entries(panel: BarPanel, frame: Frame, lang: str) -> list[Entry]:
    """The legend: parts, unless named beside the stack, and the statuses that are not final."""
    result: list[Entry] = []
    if not named_beside(panel, frame):
        used = {n for bar in panel.bars for n, value in enumerate(bar.values) if value is not None}
        result = [
            (part_glyph(0, 0, p), p.label, f"t{p.tone}")
            for n, p in enumerate(panel.parts)
            if n in used
        ]
    unsure = [bar.status for bar in panel.bars if bar.status != Status.FINAL]
    return result + [
        (mark(9, 0, each, 9), word(str(each), lang), str(each)) for each in Status if each in unsure
    ]


def draw(panel: BarPanel, frame: Frame, years: scale.Years, axis: scale.Values, lang: str) -> str:
    """Everything inside the axes."""
    drawn = [_bar(panel, bar, frame, years, axis, lang) for bar in panel.bars]
    if frame.total is None and not panel.stacked:
        drawn.append(svg_pins.draw(panel, frame, years, axis, lang))
    if named_beside(panel, frame) and panel.bars:
        drawn.append(_names(panel, max(panel.bars, key=lambda b: b.year), frame, years, axis))
    return "".join(drawn)


def _bar(
    panel: BarPanel, bar: Bar, frame: Frame, years: scale.Years, axis: scale.Values, lang: str
) -> str:
    whole = min(years.slot * 0.8, 30.0)
    left = years.middle(bar.year) - whole / 2
    shown = [n for n, value in enumerate(bar.values) if value is not None and value != 0]
    each = whole if panel.stacked else whole / max(len(shown), 1)
    rests = {True: 0.0, False: 0.0}
    drawn, top = [], axis.at(0)
    for place, (part, value) in enumerate(zip(panel.parts, bar.values, strict=True)):
        if value is None or value == 0:
            continue
        start = rests[value > 0] if panel.stacked else 0.0
        rests[value > 0] = start + value
        x = left if panel.stacked else left + shown.index(place) * each
        drawn.append(_rect(x, each, start, value, part, panel, bar, frame, axis, lang))
        top = min(top, axis.at(max(start, start + value)))
    if bar.status != Status.FINAL and drawn:
        drawn.append(mark(years.middle(bar.year), top - 8, bar.status, 9))
    return "".join(drawn)


def _rect(
    x: float,
    wide: float,
    start: float,
    value: float,
    part: Part,
    panel: BarPanel,
    bar: Bar,
    frame: Frame,
    axis: scale.Values,
    lang: str,
) -> str:
    high, low = axis.at(max(start, start + value)), axis.at(min(start, start + value))
    inset = 0.7 if part.hollow else 0.0
    drawn = (
        f'<rect x="{coordinate(x + inset)}" y="{coordinate(high + inset)}"'
        f' width="{coordinate(max(wide - 2 * inset - (0 if panel.stacked else 0.6), 0.8))}"'
        f' height="{coordinate(max(low - high - 2 * inset, 0.8))}" class="{part_css(part)}"'
    )
    if frame.narrow:
        return f"{drawn}/>"
    text = f"{part.label} {bar.year}: {labels.full(value, panel.measure, lang)}"
    return f"{drawn}><title>{escape(text)}</title></rect>"


def _names(panel: BarPanel, bar: Bar, frame: Frame, years: scale.Years, axis: scale.Values) -> str:
    size = frame.size - 0.5
    edge = years.middle(bar.year) + min(years.slot * 0.8, 30.0) / 2
    at, placed = 0.0, []
    for part, value in zip(panel.parts, bar.values, strict=True):
        if value is not None and value > 0:
            rows = wrap(part.label, frame.width - edge - 26, size, 2)
            placed.append((part, axis.at(at + value / 2), rows))
            at += value
    drawn, floor = [], axis.bottom
    for part, middle, rows in placed:
        tall = max(len(rows) * size * 1.2, size * 1.2)
        top = min(middle - tall / 2, floor - tall)
        floor = top - 2
        swatch = tag("rect", x=edge + 8, y=top + 3, width=9, height=9, class_=part_css(part))
        name = words(edge + 22, top + size * 0.92, rows, size, "label")
        drawn.append(key(f"t{part.tone}", swatch, name))
    return "".join(drawn)
