"""What lies ahead of a line as SVG: continued pace, what the goal needs, the gap, events."""

from itertools import pairwise

from layouts.charts import scale
from layouts.charts.description import Line, LinePanel, Panel
from layouts.charts.leaders import leader
from layouts.charts.markup import path, tag, width, words, wrap
from layouts.charts.overlays import Continued, Outlook
from layouts.charts.placing import Box, Room
from layouts.charts.runs import unbroken_runs
from layouts.charts.svg_frame import Frame
from layouts.charts.words import word

COLUMN_GAP = 26.0
"""From the target year to the words beside it: the bracket has its place between."""

FLAG = 12.0


def band(panel: Panel, frame: Frame) -> float:
    """The room over a plot for the flags and their names; two rows on a phone."""
    outlook = panel.outlook if isinstance(panel, LinePanel) else None
    if outlook is None or not outlook.flags or not frame.first:
        return 0.0
    return 24.0 if frame.narrow else 12.0


def values(panel: LinePanel) -> list[float]:
    """The values that the axis must hold."""
    outlook = panel.outlook
    if outlook is None:
        return []
    lines = (outlook.needed, outlook.continued)
    result = [value for line in lines if line is not None for _, value in line.points]
    band_of = outlook.continued.band if outlook.continued is not None else ()
    return result + [value for _, low, high in band_of for value in (low, high)]


def bridges(line: Line, years: scale.Years, axis: scale.Values, room: Room) -> str:
    """Thin dotted lines over years without a value, between observed ones: not measured."""
    runs = list(unbroken_runs(tuple(m for m in line.marks if m.status.observed)))
    drawn = []
    for before, after in pairwise(runs):
        ends = [(years.middle(m.year), axis.at(m.value)) for m in (before[-1], after[0])]
        room.stroke(ends[0], ends[1])
        drawn.append(tag("path", d=path(ends), class_=f"bridge t{line.tone}"))
    return "".join(drawn)


def draw(
    panel: LinePanel,
    outlook: Outlook,
    frame: Frame,
    years: scale.Years,
    axis: scale.Values,
    room: Room,
) -> str:
    """Everything under the observed line."""
    drawn = []
    room.stroke((years.left, axis.at(0)), (years.right, axis.at(0)))
    if outlook.gap is not None:
        x = years.middle(outlook.gap.year) + 16
        room.stroke((x, axis.at(outlook.gap.reached)), (x, axis.at(outlook.gap.target)))
    if len(outlook.path) > 1:
        drawn.append(_stroke(outlook.path, "banan", years, axis, room))
    if outlook.continued is not None:
        drawn.append(_reach(outlook.continued, years, axis))
        drawn.append(_stroke(outlook.continued.points, "continued", years, axis, room))
    if outlook.needed is not None:
        drawn.append(_stroke(outlook.needed.points, "needed", years, axis, room))
        drawn.append(_target(outlook, years, axis, room))
    values_at = {mark.year: mark.value for line in panel.lines for mark in line.marks}
    for flag in outlook.flags:
        x, top = years.middle(flag.year), axis.top - 6 - band(panel, frame)
        low = axis.at(values_at.get(flag.year, 0.0)) - 6
        room.stroke((x, top), (x, low))
        room.mark_box(Box(x, top, FLAG, 9))
        pole = tag("path", d=path([(x, top), (x, low)]), class_="flag-pole")
        drawn.append(pole + tag("path", d=_cloth(x, top), class_="flag"))
    return "".join(drawn)


def named(
    panel: LinePanel,
    outlook: Outlook,
    frame: Frame,
    years: scale.Years,
    axis: scale.Values,
    room: Room,
    lang: str,
) -> str:
    """The names of all of them: the goal and the gap beside the target year, or over the lines on
    a phone, where there is no room for that of the path."""
    size = frame.size - 0.5
    flags = axis.top - band(panel, frame)
    drawn = [
        _flag_name(flag.label, years.middle(flag.year), flags, frame, years, room)
        for flag in outlook.flags
    ]
    if not frame.narrow:
        drawn.append(_column(outlook, frame, years, axis, room))
    if outlook.continued is not None and len(outlook.continued.points) > 1:
        name = outlook.continued.label
        drawn.append(_along(name, outlook.continued.points, size, "label", years, axis, room))
    if outlook.gap is not None:
        drawn.append(_bracket(outlook, years, axis, frame))
    if not frame.narrow and len(outlook.path) > 1:
        shown = tuple(point for point in outlook.path if years.first <= point[0] <= years.last)
        name = word("goal_path", lang)
        drawn.append(_along(name, shown, size, "label quiet", years, axis, room))
    if frame.narrow and outlook.needed is not None:
        css, line = "label goal-label", outlook.needed
        drawn.append(_along(line.label, line.points, size, css, years, axis, room))
    return "".join(drawn)


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


def _reach(continued: Continued, years: scale.Years, axis: scale.Values) -> str:
    """The band, opening from the latest value."""
    if not continued.band:
        return ""
    year, value = continued.points[0]
    edges = [(year, value, value), *continued.band]
    edges = [edge for edge in edges if edge[0] <= years.last]
    outline = [(years.middle(year), axis.at(high)) for year, _, high in edges]
    outline += [(years.middle(year), axis.at(low)) for year, low, _ in reversed(edges)]
    return tag("path", d=path(outline, closed=True), class_="band t1")


def _target(outlook: Outlook, years: scale.Years, axis: scale.Values, room: Room) -> str:
    """What may be left in the target year, as a column from zero; a ring where that is nothing."""
    assert outlook.needed is not None
    year, value = outlook.needed.points[-1]
    x, y, floor = years.middle(year), axis.at(value), axis.at(0)
    if floor - y < 4:
        room.mark(x, y, 14)
        return tag("circle", cx=x, cy=y, r=5, class_="target")
    room.mark_box(Box(x - 6, y, 12, floor - y))
    return tag("rect", x=x - 5, y=y, width=10, height=floor - y, class_="target-column")


def _cloth(x: float, top: float) -> str:
    return path(
        [(x, top), (x + FLAG, top), (x + FLAG - 4, top + 4), (x + FLAG, top + 8), (x, top + 8)],
        True,
    )


def _flag_name(
    text: str, x: float, top: float, frame: Frame, years: scale.Years, room: Room
) -> str:
    """Beside the flag, on the side that has the more room where it does not fit to the right."""
    size = frame.size - 1
    choices = []
    for on_right, wide in ((True, frame.width - x - FLAG - 6), (False, x - years.left - 8)):
        for most in (wide, min(wide, 150.0)):
            rows = wrap(text, most, size, 4)
            across = max(width(row, size) for row in rows)
            left = x + FLAG + 5 if on_right else x - 6 - across
            box = Box(left, top - 8, across, size * 1.22 * len(rows))
            choices.append((len(rows) + 9 * ("…" in "".join(rows)), not on_right, rows, box))
    choices.sort(key=lambda choice: choice[:2])
    moved = (
        (rows, box._replace(top=box.top + step * 8.0))
        for step in range(12)
        for _, _, rows, box in choices
    )
    rows, box = next(
        ((rows, box) for rows, box in moved if room.free(box)), (choices[0][2], choices[0][3])
    )
    room.label_box(box)
    at, anchor = (box.left, None) if box.left > x else (x - 6, "end")
    return words(at, box.top + size * 0.95, rows, size, "label", anchor)


def _along(
    text: str,
    points: tuple[tuple[int, float], ...],
    size: float,
    css: str,
    years: scale.Years,
    axis: scale.Values,
    room: Room,
) -> str:
    """A line's name beside the best of its middle, its thirds and its last part. What would be read
    as another line's is left out, but for a goal, whose colour tells it."""
    last = len(points) - 1
    some = {round(last * share) for share in (0.2, 0.33, 0.5, 0.67, 0.85, 1.0)}
    places = [(years.middle(points[n][0]), axis.at(points[n][1])) for n in sorted(some)]
    rows = wrap(text, 118, size, 4)
    wide, tall = max(width(row, size) for row in rows), len(rows) * size * 1.22
    box = room.place_along(places, wide, tall)
    line = [(years.middle(year), axis.at(value)) for year, value in points[1:]]
    drawn = leader(box, line, room)
    if drawn is None and css != "label goal-label":
        return ""
    return (drawn or "") + words(box.left, box.top + size * 0.95, rows, size, css)


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


def _column(
    outlook: Outlook, frame: Frame, years: scale.Years, axis: scale.Values, space: Room
) -> str:
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
    for (_, rows, _), top, tall in zip(texts, tops, heights, strict=True):
        space.label_box(Box(x, top, max(width(row, size) for row in rows), tall))
    return "".join(
        words(x, top + size * 0.95, rows, size, css)
        for (_, rows, css), top in zip(texts, tops, strict=True)
    )
