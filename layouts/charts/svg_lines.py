"""A panel of lines as SVG: observed points, estimates with band, goal paths, rings and labels."""

from itertools import pairwise

from layouts.charts import labels, scale, svg_names, svg_outlook, svg_overlays
from layouts.charts.description import GoalPath, Line, LinePanel, Mark
from layouts.charts.leaders import leader
from layouts.charts.markup import path, tag, width, words, wrap
from layouts.charts.overlays import Moment
from layouts.charts.placing import Box, Room
from layouts.charts.runs import kind, unbroken_runs
from layouts.charts.svg_frame import Frame
from layouts.charts.svg_marks import Entry, band_glyph, goal_glyph, mark, status_entries
from layouts.charts.words import word
from progress.emissions.series import Status
from progress.phrases.formats import NBSP

BOLD = 1.12
GOAL_COLUMN = 150.0
"""Room to the right of a wide chart for the names of goals that end with the axis."""

MOST_ROWS = 6


def height(frame: Frame) -> float:
    """The height of the plot."""
    if frame.total is not None:
        return frame.total * 0.7
    if frame.first:
        return 232.0 if frame.narrow else 318.0
    return 250.0 if frame.narrow else 300.0


def values(panel: LinePanel) -> list[float]:
    """Every value that the axis must hold."""
    result = [*panel.holds, *(level.value for level in panel.levels)]
    result += svg_overlays.values(panel) + svg_outlook.values(panel)
    result += [point.value for each in panel.paths for point in each.points]
    for line in panel.lines:
        for each in line.marks:
            result += [v for v in (each.value, each.low, each.high) if v is not None]
    return result


def named_beside(panel: LinePanel, last_year: int, frame: Frame) -> bool:
    """Whether a goal's name needs room to the right of the axis."""
    ends = [each.points[-1].year for each in panel.paths if each.points and each.ring]
    ends += [each.points[-1][0] for each in panel.assumed if each.points]
    if panel.outlook is not None and panel.outlook.needed is not None:
        ends.append(panel.outlook.needed.points[-1][0])
    return not frame.narrow and frame.total is None and any(end >= last_year - 3 for end in ends)


def entries(panel: LinePanel, frame: Frame, lang: str) -> list[Entry]:
    """The legend: many lines on a phone, the statuses that occur, the band and the goal path."""
    everything = [each for line in panel.lines for each in line.marks]
    tone = panel.lines[0].tone if panel.lines else 1
    statuses = [each.status for each in everything]
    result = []
    if svg_names.are_many(panel, frame) and frame.narrow:
        result = svg_names.entries(panel, lang)
    if set(statuses) != {Status.FINAL}:
        result += status_entries(statuses, tone, lang)
    if any(each.low is not None for each in everything):
        result.append((band_glyph(0, 0, tone), word("trend_band", lang), "band"))
    if panel.paths:
        result.append((goal_glyph(0, 0), word("goal_path", lang), "goal"))
    return result + svg_overlays.entries(panel, lang)


def draw(
    panel: LinePanel,
    frame: Frame,
    years: scale.Years,
    axis: scale.Values,
    lang: str,
    moments: tuple[Moment, ...],
) -> str:
    """Everything inside the axes."""
    room = Room(
        Box(years.left, axis.top - 10, frame.width - years.left, axis.bottom - axis.top + 32)
    )
    for year in years.ticks(frame.year_room):
        room.mark_box(Box(years.middle(year) - 17, axis.bottom + 9, 34, 14))
    under: list[str] = []
    over: list[str] = []
    for level in panel.levels:
        start = (years.middle(level.first_year), axis.at(level.value))
        end = (years.middle(level.last_year), axis.at(level.value))
        under.append(tag("path", d=path([start, end]), class_="level"))
        room.stroke(start, end, guide=True)
    under.extend(
        svg_overlays.wedge(each, panel, frame, years, axis, lang, room) for each in panel.wedges
    )
    under.extend(_goal(goal, years, axis, room) for goal in panel.paths)
    if panel.outlook is not None:
        under.append(svg_outlook.draw(panel, panel.outlook, frame, years, axis, room))
    over.extend(svg_overlays.assumed(each, years, axis, room) for each in panel.assumed)
    for line in panel.lines:
        under.append(_bands(line, years, axis))
        if panel.outlook is not None or panel.bridged:
            under.append(svg_outlook.bridges(line, years, axis, room))
        over.append(_line(line, panel, frame, years, axis, lang, room))
    for moment in moments:
        x = years.at(moment.day)
        room.stroke((x, axis.top), (x, axis.bottom))
    if svg_names.are_many(panel, frame) and not frame.narrow:
        over.append(svg_names.beside(panel, frame, years, axis, lang))
    named = [
        _name(text, x, y, css, frame, room)
        for text, x, y, css in _names(panel, frame, years, axis, lang, moments)
    ]
    if panel.outlook is not None and frame.total is None:
        over.append(svg_outlook.named(panel, panel.outlook, frame, years, axis, room, lang))
    leaders, names = zip(*named, strict=True) if named else ((), ())
    return "".join([*under, *over, *leaders, *names])


def _names(
    panel: LinePanel,
    frame: Frame,
    years: scale.Years,
    axis: scale.Values,
    lang: str,
    moments: tuple[Moment, ...],
) -> list[tuple[str, float, float, str]]:
    names = []
    for line in () if svg_names.are_many(panel, frame) else panel.lines:
        observed = [each for each in line.marks if each.status.observed]
        if observed:
            last = max(observed, key=lambda each: each.year)
            figure = labels.short(last.value, panel.measure, lang).replace(" ", NBSP)
            text = f"{last.year}: {figure}"
            if len(panel.lines) > 1:
                text = f"{line.label} {text}"
            names.append((text, years.middle(last.year), axis.at(last.value), "value"))
    # The last year first: its name has the room to the right, and an earlier one need not take it.
    for goal in sorted(panel.paths, key=lambda each: -each.points[-1].year if each.points else 0):
        if goal.points:
            end = goal.points[-1] if goal.ring else goal.points[len(goal.points) // 2]
            names.append((goal.label, years.middle(end.year), axis.at(end.value), "goal-label"))
    for each in panel.assumed:
        if each.points:
            year, value = each.points[-1]
            names.append((each.label, years.middle(year), axis.at(value), "value"))
    for level in panel.levels:
        x = (years.middle(level.first_year) + years.middle(level.last_year)) / 2
        names.append((level.label, x, axis.at(level.value), "goal-label"))
    top = axis.top + 12
    return names + [(moment.label, years.at(moment.day), top, "goal-label") for moment in moments]


def _name(text: str, x: float, y: float, css: str, frame: Frame, room: Room) -> tuple[str, str]:
    """The leader, if the name stands far from its mark, and the name: no leader crosses a name."""
    size = frame.size - 0.5
    # In as many rows as it takes: what would be cut away is the figure at its end.
    column = 150.0 if frame.narrow else GOAL_COLUMN - 14
    if css == "value":
        column = 110.0 if frame.first and frame.narrow else 220.0
        column = max(column, *(width(figure, size) + 1 for figure in text.split(" ")))
    rows = wrap(text, column, size, most=MOST_ROWS)
    wide = max(width(row, size) for row in rows) * (BOLD if css == "value" else 1.0)
    tall = len(rows) * size * 1.22
    box = room.place(x, y, wide, tall)
    middle = box.left + wide / 2
    anchor, at = None, box.left
    if box.left + wide < x:
        anchor, at = "end", box.left + wide
    elif box.left < x < box.left + wide:
        anchor, at = "middle", middle
    label = words(at, box.top + size * 0.95, rows, size, f"label {css}", anchor)
    return leader(box, [(x, y)], room, under=True) or "", label


def _goal(goal: GoalPath, years: scale.Years, axis: scale.Values, room: Room) -> str:
    places = [(years.middle(point.year), axis.at(point.value)) for point in goal.points]
    for start, end in pairwise(places):
        room.stroke(start, end, guide=True)
    drawn = tag("path", d=path(places), class_="goal") if len(places) > 1 else ""
    if goal.ring and places:
        room.mark(*places[-1], 12)
        drawn += tag("circle", cx=places[-1][0], cy=places[-1][1], r=5.5, class_="target")
    return drawn


def _bands(line: Line, years: scale.Years, axis: scale.Values) -> str:
    drawn = []
    for run in unbroken_runs(tuple(each for each in line.marks if each.low is not None)):
        edges = [(years.middle(m.year), m.low or 0.0, m.high or 0.0) for m in run]
        if len(edges) == 1:
            x, low, high = edges[0]
            half = min(5.0, years.slot / 2)
            edges = [(x - half, low, high), (x + half, low, high)]
        outline = [(x, axis.at(high)) for x, _, high in edges]
        outline += [(x, axis.at(low)) for x, low, _ in reversed(edges)]
        drawn.append(tag("path", d=path(outline, closed=True), class_=f"band t{line.tone}"))
    return "".join(drawn)


def _line(
    line: Line,
    panel: LinePanel,
    frame: Frame,
    years: scale.Years,
    axis: scale.Values,
    lang: str,
    room: Room,
) -> str:
    strokes, shapes = [], []
    for run in unbroken_runs(line.marks):
        places = [(years.middle(each.year), axis.at(each.value)) for each in run]
        for start, end in pairwise(places):
            room.stroke(start, end)
        if len(run) > 1:
            strokes.append(tag("path", d=path(places), class_=f"ln t{line.tone} {kind(run[0])}"))
        for each, (x, y) in zip(run, places, strict=True):
            room.mark(x, y, 10)
            if _drawn(each, run):
                hover = "" if frame.narrow else labels.mark_text(each, panel.measure, lang)
                shapes.append(mark(x, y, each.status, line.tone, hover))
    return tag("g", *strokes, *shapes)


def _drawn(each: Mark, run: tuple[Mark, ...]) -> bool:
    """A long dashed estimate shows only its last mark: its years were not measured."""
    return each.status != Status.ESTIMATE or each is run[-1]
