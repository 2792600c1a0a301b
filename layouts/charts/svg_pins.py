"""Few amounts in words beside their bars, and amounts of unknown size as hatched columns."""

from layouts.charts import labels, scale
from layouts.charts.description import BarPanel
from layouts.charts.markup import coordinate, tag, width, words
from layouts.charts.placing import Box
from layouts.charts.svg_frame import Frame
from layouts.charts.words import word

MOST_PINS = 6
"""More amounts than this are read from the axis and the table."""

HALF = 5.0
UNKNOWN_HEIGHT = 20.0


def draw(panel: BarPanel, frame: Frame, years: scale.Years, axis: scale.Values, lang: str) -> str:
    """Hatched columns for what is granted without a known sum, then words where they have room."""
    drawn: list[str] = []
    taken: list[Box] = []
    unknown = {each.year: each.label for each in panel.unknown if _inside(each.year, years)}
    for year in unknown:
        x = years.middle(year)
        if any(bar.year == year for bar in panel.bars):
            x += HALF * 2
        top = axis.at(0) - UNKNOWN_HEIGHT
        drawn.append(
            tag("rect", x=x - HALF, y=top, width=2 * HALF, height=UNKNOWN_HEIGHT, class_="unknown")
            + _hatch(x - HALF, top)
        )
    pins = [
        (bar.year, f"{part.label} {labels.short(value, panel.measure, lang)}", axis.at(value))
        for bar in panel.bars
        for part, value in zip(panel.parts, bar.values, strict=True)
        if value is not None and _inside(bar.year, years)
    ]
    if len(pins) > MOST_PINS:
        pins = []
    pins += [(year, label, axis.at(0) - UNKNOWN_HEIGHT) for year, label in unknown.items()]
    size = frame.size - 1
    half = max(11.0, min(years.slot * 0.8, 30.0) / 2 + 1)
    line = size * 1.2
    bars = [
        (bar.year, Box(years.middle(bar.year) - half, axis.at(max(known)) - 2, 2 * half, 99))
        for bar in panel.bars
        if (known := [value for value in bar.values if value is not None])
    ]
    bars += [
        (year, Box(years.middle(year) - 11, axis.at(0) - UNKNOWN_HEIGHT, 22, 99))
        for year in unknown
    ]
    for year, label, top in sorted(pins):
        x = years.middle(year)
        others = [
            box if of == year else box._replace(top=box.top - line, height=box.height + line)
            for of, box in bars
        ]
        rooms = [
            (text, width(text, size), left, anchor)
            for text in ((label, word("unknown", lang)) if label == unknown.get(year) else (label,))
            for left, anchor in ((x + half + 1, None), (x - half - 1 - width(text, size), "end"))
        ]
        for text, wide, left, anchor in rooms:
            box = _free(Box(left, max(axis.top, top - 4), wide, line), axis, [*taken, *others])
            if box is not None and left >= years.left and left + wide <= frame.width:
                taken.append(box)
                at = box.left if anchor is None else box.left + wide
                drawn.append(words(at, box.top + size * 0.95, [text], size, "label", anchor))
                break
    return "".join(drawn)


def _inside(year: int, years: scale.Years) -> bool:
    return years.first <= year <= years.last


def _free(box: Box, axis: scale.Values, taken: list[Box]) -> Box | None:
    """The box beside its bar, or a line over the bar's end, where it meets nothing; None without
    room: words that stand higher, or over another's bar, would be read as that one's."""
    for lines in (0, 1, -1, 2, 3):
        moved = box._replace(top=box.top + lines * box.height)
        if moved.top < axis.top - 6 or moved.top + moved.height > axis.bottom - 1:
            continue
        if not any(moved.meets(other) for other in taken):
            return moved
    return None


def _hatch(left: float, top: float) -> str:
    """Strokes across a column: no pattern, which a page could have only once."""
    strokes = "".join(
        f"M{coordinate(left)} {coordinate(top + 5 + n * 5)}l{coordinate(2 * HALF)} -5"
        for n in range(int(UNKNOWN_HEIGHT / 5))
    )
    return tag("path", d=strokes, class_="hatch")
