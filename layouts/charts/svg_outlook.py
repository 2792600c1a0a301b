"""What lies ahead of a line as SVG: continued pace, what the goal needs, the gap, events."""

from itertools import pairwise

from layouts.charts import scale
from layouts.charts.description import Line, LinePanel
from layouts.charts.markup import path, tag, width, words, wrap
from layouts.charts.overlays import Outlook
from layouts.charts.placing import Box, Room
from layouts.charts.runs import joined
from layouts.charts.svg_frame import Frame

COLUMN_GAP = 26.0
"""From the target year to the words beside it: the bracket has its place between."""

FLAG = 12.0


def values(panel: LinePanel) -> list[float]:
    """The values that the axis must hold."""
    outlook = panel.outlook
    if outlook is None:
        return []
    lines = (outlook.needed, outlook.continued)
    return [value for line in lines if line is not None for _, value in line.points]


def bridges(line: Line, years: scale.Years, axis: scale.Values, room: Room) -> str:
    """Thin dotted lines over years without a value, between observed ones: not measured."""
    runs = list(joined(tuple(m for m in line.marks if m.status.observed)))
    drawn = []
    for before, after in pairwise(runs):
        ends = [(years.middle(m.year), axis.at(m.value)) for m in (before[-1], after[0])]
        room.stroke(ends[0], ends[1])
        drawn.append(tag("path", d=path(ends), class_=f"bridge t{line.tone}"))
    return "".join(drawn)


def draw(outlook: Outlook, years: scale.Years, axis: scale.Values, room: Room) -> str:
    """Everything under the observed line."""
    drawn = []
    if len(outlook.path) > 1:
        drawn.append(_stroke(outlook.path, "banan", years, axis, room))
    if outlook.continued is not None:
        drawn.append(_stroke(outlook.continued.points, "continued", years, axis, room))
    if outlook.needed is not None:
        drawn.append(_stroke(outlook.needed.points, "needed", years, axis, room))
        drawn.append(_target(outlook, years, axis, room))
    for flag in outlook.flags:
        x = years.middle(flag.year)
        room.stroke((x, axis.top), (x, axis.bottom), guide=True)
        pole = tag("path", d=path([(x, axis.top - 6), (x, axis.bottom)]), class_="flag-pole")
        drawn.append(pole + tag("path", d=_cloth(x, axis.top - 6), class_="flag"))
    return "".join(drawn)


def named(
    outlook: Outlook, frame: Frame, years: scale.Years, axis: scale.Values, room: Room
) -> str:
    """The names of all of them: the goal and the gap beside the target year, or over the lines on
    a phone."""
    size = frame.size - 0.5
    drawn = [
        _flag_name(flag.label, years.middle(flag.year), axis.top, frame, years, room)
        for flag in outlook.flags
    ]
    if outlook.continued is not None and len(outlook.continued.points) > 1:
        points = outlook.continued.points
        year, value = points[len(points) // 2]
        name = outlook.continued.label
        drawn.append(_placed(name, years.middle(year), axis.at(value), size, "label", room))
    if outlook.gap is not None:
        drawn.append(_bracket(outlook, years, axis, frame))
    if frame.narrow:
        if outlook.needed is not None:
            year, value = outlook.needed.points[len(outlook.needed.points) // 2]
            place = years.middle(year), axis.at(value)
            drawn.append(_placed(outlook.needed.label, *place, size, "label goal-label", room))
        return "".join(drawn)
    return "".join([*drawn, _column(outlook, frame, years, axis)])


def _stroke(
    points: tuple[tuple[int, float], ...],
    css: str,
    years: scale.Years,
    axis: scale.Values,
    room: Room,
) -> str:
    places = [
        (years.middle(year), axis.at(value))
        for year, value in points
        if years.first <= year <= years.last
    ]
    for start, end in pairwise(places):
        room.stroke(start, end)
    return tag("path", d=path(places), class_=css) if len(places) > 1 else ""


def _target(outlook: Outlook, years: scale.Years, axis: scale.Values, room: Room) -> str:
    """What may be left in the target year, as a column from zero; a ring where that is nothing."""
    assert outlook.needed is not None
    year, value = outlook.needed.points[-1]
    x, y, floor = years.middle(year), axis.at(value), axis.at(0)
    if floor - y < 4:
        room.mark(x, y, 14)
        return tag("circle", cx=x, cy=y, r=5, class_="target")
    room.marks.append(Box(x - 6, y, 12, floor - y))
    return tag("rect", x=x - 5, y=y, width=10, height=floor - y, class_="target-column")


def _cloth(x: float, top: float) -> str:
    return path(
        [(x, top), (x + FLAG, top), (x + FLAG - 4, top + 4), (x + FLAG, top + 8), (x, top + 8)],
        True,
    )


def _flag_name(
    text: str, x: float, top: float, frame: Frame, years: scale.Years, room: Room
) -> str:
    """Beside the flag, where there is room for it."""
    size = frame.size - 1
    wide = width(text, size)
    left = x + FLAG + 5
    if left + wide > frame.width:
        left = x - 6 - wide
    if left < years.left:
        rows = wrap(text, frame.width - x - FLAG - 6, size, 2)
        left = x + FLAG + 5
        wide = max(width(row, size) for row in rows)
    else:
        rows = [text]
    box = Box(left, top - 8, wide, size * 1.22 * len(rows))
    if any(box.meets(other) for other in room.labels):
        box = box._replace(top=box.top + box.height + 2)
    room.labels.append(box)
    return words(box.left, box.top + size * 0.95, rows, size, "label")


def _placed(text: str, x: float, y: float, size: float, css: str, room: Room) -> str:
    rows = wrap(text, 130, size, 3)
    wide, tall = max(width(row, size) for row in rows), len(rows) * size * 1.22
    box = room.place(x, y, wide, tall)
    return words(box.left, box.top + size * 0.95, rows, size, css)


def _bracket(outlook: Outlook, years: scale.Years, axis: scale.Values, frame: Frame) -> str:
    """From what the continued pace gives to what the goal allows, in the target year."""
    assert outlook.gap is not None
    x = years.middle(outlook.gap.year)
    right = min(x + 16, frame.width - 1)
    top, low = axis.at(outlook.gap.reached), axis.at(outlook.gap.target)
    if low - top < 2:
        return ""
    corners = [(right - 6, top), (right, top), (right, low), (right - 6, low)]
    return tag("path", d=path(corners), class_="bracket")


def _column(outlook: Outlook, frame: Frame, years: scale.Years, axis: scale.Values) -> str:
    """The gap's words and the goal's name beside the target year, one over the other."""
    size = frame.size - 0.5
    texts: list[tuple[float, list[str], str]] = []
    end = years.last
    if outlook.needed is not None:
        end = outlook.needed.points[-1][0]
    x = years.middle(end) + COLUMN_GAP
    room = frame.width - x
    if outlook.gap is not None:
        middle = axis.at((outlook.gap.reached + outlook.gap.target) / 2)
        texts.append((middle, wrap(outlook.gap.label, room, size, 5), "label"))
    if outlook.needed is not None:
        rows = wrap(outlook.needed.label, room, size, 4)
        texts.append((axis.at(outlook.needed.points[-1][1]), rows, "label goal-label"))
    heights = [len(rows) * size * 1.22 for _, rows, _ in texts]
    tops = [y - tall / 2 for (y, _, _), tall in zip(texts, heights, strict=True)]
    floor = axis.bottom + size
    for place in reversed(range(len(texts))):
        tops[place] = min(tops[place], floor - heights[place])
        floor = tops[place] - 8
    return "".join(
        words(x, top + size * 0.95, rows, size, css)
        for (_, rows, css), top in zip(texts, tops, strict=True)
    )
