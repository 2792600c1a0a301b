"""A reader's assumption and a plan's effects as SVG: told by dash, shape and place."""

from itertools import pairwise

from layouts.charts import labels, scale
from layouts.charts.description import LinePanel
from layouts.charts.markup import escape, path, tag
from layouts.charts.overlays import Assumed, Wedge, WedgeYear
from layouts.charts.placing import Box, Room
from layouts.charts.svg_frame import Frame
from layouts.charts.svg_marks import GLYPH, Entry
from layouts.charts.words import word

WIDEST = 26.0
SHARE_OF_YEAR = 0.72
END = 5.0


def values(panel: LinePanel) -> list[float]:
    """The values that the axis must hold: assumptions, and where effects hang from and reach."""
    result = [value for each in panel.assumed for _, value in each.points]
    for wedge in panel.wedges:
        result += [value for year in wedge.years for value in (year.top, _reach(year, year.high))]
    return result


def entries(panel: LinePanel, lang: str) -> list[Entry]:
    """The legend of what the panel has of these."""
    result: list[Entry] = []
    if panel.assumed:
        line = tag("path", d=path([(0, 0), (GLYPH, 0)]), class_="assumed")
        result.append((line + _triangle(GLYPH / 2, 0), word("assumed", lang), "assumed"))
    for wedge in panel.wedges:
        swatch = tag("rect", x=3, y=-6, width=12, height=12, class_=f"bar t{wedge.tone}")
        result.append((swatch, wedge.label, f"t{wedge.tone}"))
    if any(year.low < year.high for wedge in panel.wedges for year in wedge.years):
        tone = panel.wedges[0].tone
        swatch = tag("rect", x=3, y=-6, width=12, height=12, class_=f"reach t{tone}")
        result.append((swatch, word("range", lang), "reach"))
    return result


def assumed(each: Assumed, years: scale.Years, axis: scale.Values, room: Room) -> str:
    """The reader's line, with a triangle at its end."""
    places = [(years.middle(year), axis.at(value)) for year, value in each.points]
    for start, end in pairwise(places):
        room.stroke(start, end)
    if not places:
        return ""
    room.mark(*places[-1], 12)
    return tag("path", d=path(places), class_="assumed") + _triangle(*places[-1])


def wedge(
    each: Wedge,
    panel: LinePanel,
    frame: Frame,
    years: scale.Years,
    axis: scale.Values,
    lang: str,
    room: Room,
) -> str:
    """Columns that hang from the trend: filled to the least effect, open to the greatest."""
    wide = min(WIDEST, years.slot * SHARE_OF_YEAR)
    drawn = []
    for year in each.years:
        x = years.middle(year.year) - wide / 2
        top, sure, most = (axis.at(_reach(year, depth)) for depth in (0.0, year.low, year.high))
        room.mark_box(Box(x, top, wide, most - top))
        text = f"{each.label} {year.year}: {labels.span(year.low, year.high, panel.measure, lang)}"
        inside = () if frame.narrow else (tag("title", escape(text)),)
        parts = []
        if sure > top:
            css = f"bar t{each.tone}"
            parts.append(tag("rect", x=x, y=top, width=wide, height=sure - top, class_=css))
        if most > sure:
            css = f"reach t{each.tone}"
            parts.append(tag("rect", x=x, y=sure, width=wide, height=most - sure, class_=css))
        drawn.append(tag("g", *inside, *parts))
    return "".join(drawn)


def _reach(wedge_year: WedgeYear, depth: float) -> float:
    """Where an effect ends on the axis: emissions do not go below zero, the table tells it all."""
    return max(0.0, wedge_year.top - depth)


def _triangle(x: float, y: float) -> str:
    corners = [(x - END, y + END * 0.8), (x + END, y + END * 0.8), (x, y - END)]
    return tag("path", d=path(corners, closed=True), class_="assumed-end")
