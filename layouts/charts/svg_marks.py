"""Shapes of marks and the legend: status is told by shape and dash, never by colour alone."""

from collections.abc import Sequence

from layouts.charts.description import Part
from layouts.charts.markup import escape, path, tag, width
from layouts.charts.svg_frame import Frame
from layouts.charts.words import word
from progress.emissions.series import Status

GLYPH = 18.0
ROW = 1.5


def mark(x: float, y: float, status: Status, tone: int, hover: str = "") -> str:
    """Final: filled ring. Preliminary: open ring. Forecast: diamond. Estimate: open square."""
    css = f"mk t{tone} {status}"
    inside = (tag("title", escape(hover)),) if hover else ()
    match status:
        case Status.FORECAST:
            corners = [(x, y - 5), (x + 5, y), (x, y + 5), (x - 5, y)]
            return tag("path", *inside, d=path(corners, closed=True), class_=css)
        case Status.ESTIMATE:
            return tag("rect", *inside, x=x - 3.5, y=y - 3.5, width=7, height=7, class_=css)
        case _:
            return tag("circle", *inside, cx=x, cy=y, r=4, class_=css)


def status_glyph(x: float, y: float, status: Status, tone: int) -> str:
    """The legend's picture of a status: its mark on its line."""
    across = path([(x, y), (x + GLYPH, y)])
    return tag("path", d=across, class_=f"ln t{tone} {status}") + mark(
        x + GLYPH / 2, y, status, tone
    )


def part_glyph(x: float, y: float, part: Part) -> str:
    """The legend's picture of a part: a swatch."""
    return tag("rect", x=x + 3, y=y - 6, width=12, height=12, class_=part_css(part))


def part_css(part: Part) -> str:
    return f"bar t{part.tone}{' hollow' if part.hollow else ''}{' faded' if part.faded else ''}"


def band_glyph(x: float, y: float, tone: int) -> str:
    return tag("rect", x=x, y=y - 6, width=GLYPH, height=12, class_=f"band t{tone}")


def goal_glyph(x: float, y: float) -> str:
    line = tag("path", d=path([(x, y), (x + GLYPH, y)]), class_="goal")
    return line + tag("circle", cx=x + GLYPH / 2, cy=y, r=4.5, class_="target")


Entry = tuple[str, str, str]
"""A legend entry: its glyph drawn at 0, 0, its text, and the class of what it names."""


def legend(entries: Sequence[Entry], frame: Frame, top: float) -> tuple[str, float]:
    """Entries in rows that fit the frame; gives the markup and where it ends."""
    if not entries:
        return "", top
    size = frame.size - 1
    x, y, drawn = 0.0, top + size, []
    for glyph, text, names in entries:
        room = GLYPH + 6 + width(text, size) + 12
        if x > 0 and x + room > frame.width:
            x, y = 0.0, y + size * ROW
        picture = tag("g", glyph, transform=f"translate({x:.0f} {y - size * 0.34:.1f})")
        label = tag("text", escape(text), x=x + GLYPH + 6, y=y, class_="quiet")
        drawn.append(key(names, picture, label))
        x += room
    return tag("g", *drawn, class_="legend"), y + size * 0.5


def key(names: str, *content: str) -> str:
    """What names marks in a drawing; a script lets a reader fade those of the class `names`."""
    return tag("g", *content, class_="key", data_names=names)


def status_entries(statuses: Sequence[Status], tone: int, lang: str) -> list[Entry]:
    """One entry a status, in the order of how sure they are."""
    return [
        (status_glyph(0, 0, status, tone), word(str(status), lang), str(status))
        for status in Status
        if status in statuses
    ]
