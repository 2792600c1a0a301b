"""Drawings for the rows of a dense table: a line as an index, and done beside needed on one axis.

Every row of a table shares the scale, so that the eye can run down the column. What a drawing says
stands in words in the row's other cells, so that drawings are hidden from screen readers.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from layouts.charts.markup import path, tag
from layouts.charts.scale import Values, Years, values
from progress.emissions.series import Point

HEIGHT = 24.0
INDEX_WIDTH = 116.0
PACE_WIDTH = 216.0
EDGE = 7.0
"""Room for half a mark at either end."""

PACE_EDGE = 16.0
"""Room for half of the axis's last label, with its unit."""

MARK = 4.5


@dataclass(frozen=True, slots=True)
class Pace:
    """What a row tells of yearly paces, as shares: `done`; `needed` by its own goal, `of_latest` in
    tonnes as a share of the latest year; `yardstick`: needed by the yardstick. None: not known."""

    done: float | None
    needed: float | None = None
    yardstick: float | None = None
    of_latest: bool = False


def index_axis(rows: Sequence[Sequence[Point]]) -> Values:
    """One axis for all rows' values as shares of their first one."""
    result = [
        point.value / row[0].value for row in rows if row and row[0].value > 0 for point in row
    ]
    low, high = min([*result, 1.0]), max([*result, 1.0])
    return Values(low, high if high > low else low + 1, HEIGHT - 3, 3, ())


def index_line(points: Sequence[Point], years: tuple[int, int], axis: Values) -> str:
    """The values as shares of the first: a full line where years follow each other, a dotted bridge
    where some are missing, a dot at the latest."""
    if not points or points[0].value <= 0:
        return ""
    time = Years(*years, EDGE - 4, INDEX_WIDTH - EDGE + 2)
    places = [(time.middle(p.year), axis.at(p.value / points[0].value)) for p in points]
    drawn = [tag("path", d=path([(0, axis.at(1)), (INDEX_WIDTH, axis.at(1))]), class_="grid")]
    for (before, start), (after, end) in zip(
        zip(points, places, strict=True), zip(points[1:], places[1:], strict=True), strict=False
    ):
        follows = after.year - before.year == 1
        drawn.append(tag("path", d=path([start, end]), class_="ln t1" if follows else "bridge t1"))
    x, y = places[-1]
    drawn.append(tag("circle", cx=x, cy=y, r=3, class_="dot t1"))
    return _svg(INDEX_WIDTH, drawn, "row-index")


def pace_axis(rows: Sequence[Pace]) -> Values:
    """One axis for all rows' paces, that holds zero."""
    result = [
        value
        for row in rows
        for value in (row.done, row.needed, row.yardstick)
        if value is not None
    ]
    start, end = PACE_EDGE, PACE_WIDTH - PACE_EDGE
    low, high = min([*result, 0.0]), max([*result, 0.01])
    ticks = tuple(t for t in values(result, start, end, 6).ticks if low <= t <= high)
    return Values(low, high, start, end, ticks)


def pace_marks(pace: Pace, axis: Values) -> str:
    """Done as a dot, needed by the own goal as another with a line between, the yardstick's as a
    diamond; a square where nothing may be left and both are tonnes as a share of the latest."""
    middle = HEIGHT / 2
    ends = [(axis.at(axis.low), middle), (axis.at(axis.high), middle)]
    drawn = [tag("path", d=path(ends), class_="grid")]
    drawn.append(tag("path", d=path([(axis.at(0), 3), (axis.at(0), HEIGHT - 3)]), class_="zero"))
    if pace.done is not None and pace.needed is not None:
        span = [(axis.at(pace.done), middle), (axis.at(pace.needed), middle)]
        drawn.append(tag("path", d=path(span), class_="pace-span"))
    if pace.yardstick is not None:
        x = axis.at(pace.yardstick)
        corners = [(x - MARK, middle), (x, middle - MARK), (x + MARK, middle), (x, middle + MARK)]
        drawn.append(tag("path", d=path(corners, closed=True), class_="pace-yardstick"))
    if pace.needed is not None:
        x = axis.at(pace.needed)
        drawn.append(_square(x, middle) if pace.of_latest else _dot(x, middle, "pace-needed"))
    if pace.done is not None:
        drawn.append(_dot(axis.at(pace.done), middle, "pace-done"))
    return _svg(PACE_WIDTH, drawn, "row-pace")


def _dot(x: float, y: float, css: str) -> str:
    return tag("circle", cx=x, cy=y, r=MARK, class_=css)


def _square(x: float, y: float) -> str:
    return tag("rect", x=x - 4, y=y - 4, width=8, height=8, class_="pace-needed")


def _svg(width: float, drawn: Sequence[str], css: str) -> str:
    return tag(
        "svg",
        *drawn,
        viewBox=f"0 0 {width:.0f} {HEIGHT:.0f}",
        class_=css,
        aria_hidden="true",
        focusable="false",
    )


def pace_ticks(axis: Values, labels: Sequence[str]) -> str:
    """The axis over a column of paces: a label for each of its ticks."""
    drawn = [
        tag("text", label, x=axis.at(value), y=HEIGHT - 8, text_anchor="middle")
        for value, label in zip(axis.ticks, labels, strict=True)
    ]
    return _svg(PACE_WIDTH, drawn, "row-pace")
