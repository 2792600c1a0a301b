"""Few amounts in words beside their bars, and amounts of unknown size as hatched columns."""

from layouts.charts import labels, scale
from layouts.charts.description import BarPanel
from layouts.charts.markup import coordinate, tag, width, words
from layouts.charts.placing import Box
from layouts.charts.svg_frame import Frame

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
    bars = [
        Box(years.middle(bar.year) - half, axis.at(max(known)) - 2, 2 * half, axis.bottom)
        for bar in panel.bars
        if (known := [value for value in bar.values if value is not None])
    ]
    bars += [Box(years.middle(year) - 11, axis.at(0) - UNKNOWN_HEIGHT, 22, 99) for year in unknown]
    for year, text, top in sorted(pins):
        wide = width(text, size)
        x = years.middle(year)
        for left, anchor in ((x + half + 1, None), (x - half - 1 - wide, "end")):
            box = _free(Box(left, max(axis.top, top - 4), wide, size * 1.2), axis, taken, bars)
            if box is not None and left >= years.left and left + wide <= frame.width:
                taken.append(box)
                at = box.left if anchor is None else box.left + wide
                drawn.append(words(at, box.top + size * 0.95, [text], size, "label", anchor))
                break
    return "".join(drawn)


def _inside(year: int, years: scale.Years) -> bool:
    return years.first <= year <= years.last


def _free(box: Box, axis: scale.Values, taken: list[Box], bars: list[Box]) -> Box | None:
    """The box, moved down or up until it meets no other words and no bar; None without room."""
    for step in range(0, 4):
        for way in (1, -1):
            moved = box._replace(top=box.top + way * step * box.height)
            if moved.top < axis.top - 6 or moved.top + moved.height > axis.bottom - 1:
                continue
            if not any(moved.meets(other) for other in (*taken, *bars)):
                return moved
    return None


def _hatch(left: float, top: float) -> str:
    """Strokes across a column: no pattern, which a page could have only once."""
    strokes = "".join(
        f"M{coordinate(left)} {coordinate(top + 5 + n * 5)}l{coordinate(2 * HALF)} -5"
        for n in range(int(UNKNOWN_HEIGHT / 5))
    )
    return tag("path", d=strokes, class_="hatch")
