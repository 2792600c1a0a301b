"""A chart as an SVG file that stands without its page: title, message, drawing, source, colours."""

import re

from layouts.charts.description import Chart
from layouts.charts.markup import escape, tag, words, wrap
from layouts.charts.palette import LIGHT, Palette
from layouts.charts.svg import chart_svg
from layouts.charts.svg_frame import WIDE, Frame

FONTS = '"Segoe UI", Roboto, "Noto Sans", "Liberation Sans", Arial, sans-serif'
MARGIN = 24.0
TITLE, TEXT, SMALL = 20.0, 14.0, 12.0
EDGE = "#7d8a84"
"""The grey of axes and thin lines, as in the stylesheet."""

_DRAWING = re.compile(r'<svg (.*?)viewBox="0 0 ([\d.]+) ([\d.]+)"')


def standalone_svg(chart: Chart, *, site: str, address: str = "") -> str:
    """The whole file. `site` is the product's name, `address` where the chart's page is, if known.

    Light colours always: a file does not know what it will be laid upon.
    """
    room = WIDE.width
    rows = wrap(chart.title, room, TITLE, 3)
    y = MARGIN + TITLE
    head = words(MARGIN, y, rows, TITLE, "title")
    y += (len(rows) - 1) * TITLE * 1.22 + TEXT * 1.9
    rows = wrap(chart.message, room, TEXT, 6)
    head += words(MARGIN, y, rows, TEXT, "message")
    y += (len(rows) - 1) * TEXT * 1.22 + TEXT * 1.4
    drawing, height = placed(chart, MARGIN, y)
    y += height + SMALL * 2.2
    foot = []
    for line in (chart.source, " · ".join(part for part in (site, address) if part)):
        if line:
            rows = wrap(line, room, SMALL, 4)
            foot.append(words(MARGIN, y, rows, SMALL, "quiet source"))
            y += len(rows) * SMALL * 1.22 + SMALL * 0.35
    whole, wide = y + MARGIN - SMALL, room + 2 * MARGIN
    return tag(
        "svg",
        tag("title", escape(chart.title)),
        tag("desc", escape(chart.message)),
        tag("style", style(LIGHT)),
        tag("rect", width=wide, height=whole, fill=LIGHT.ground),
        head,
        drawing,
        *foot,
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {wide:.0f} {whole:.0f}",
        width=round(wide),
        height=round(whole),
        lang=chart.lang,
    )


def drawing_svg(chart: Chart) -> tuple[str, float, float]:
    """The drawing alone in light colours, for a picture that has its words beside it; how wide and
    how high it is."""
    drawing, height = placed(chart, 0, 0)
    whole = tag(
        "svg",
        tag("style", style(LIGHT)),
        drawing,
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {WIDE.width:.0f} {height:.0f}",
        width=round(WIDE.width),
        height=round(height),
    )
    return whole, WIDE.width, height


def placed(chart: Chart, x: float, y: float, frame: Frame = WIDE) -> tuple[str, float]:
    """The drawing at a place inside another, and its height."""
    drawn = chart_svg(chart, frame)
    match = _DRAWING.match(drawn)
    assert match is not None
    wide, height = match[2], match[3]
    size = f'width="{wide}" height="{height}" overflow="visible"'
    start = f'<svg x="{x:.0f}" y="{y:.1f}" {size} '
    return start + drawn.removeprefix("<svg "), float(height)


def style(palette: Palette, fonts: str = FONTS) -> str:
    """The stylesheet's rules for charts with a palette's colours in their places.

    Colours go by `color` and `currentColor`, which every reader of SVG knows; custom properties
    are known to browsers only.
    """
    ground, ink, quiet, goal = palette.ground, palette.ink, palette.quiet, palette.goal
    tones = "".join(
        f".t{number}{{color:{colour}}}" for number, colour in enumerate(palette.tones, start=1)
    )
    steps = "".join(
        f".step-{number}{{fill:{colour}}}" for number, colour in enumerate((ground, *palette.steps))
    )
    return (
        f"text{{font-family:{fonts};font-size:13px;fill:{ink}}}"
        f".title{{font-size:{TITLE:.0f}px;font-weight:600}}"
        f".message{{font-size:{TEXT:.0f}px}}"
        f".quiet,.tick{{fill:{quiet}}}"
        f".source{{font-size:{SMALL:.0f}px}}"
        ".head{font-size:14px;font-weight:600}"
        f".label{{paint-order:stroke;stroke:{ground};stroke-width:4px;stroke-linejoin:round}}"
        ".value{font-weight:600}"
        f".goal-label{{fill:{goal}}}"
        f"{tones}{steps}"
        f".area{{stroke:{EDGE};stroke-width:2;stroke-linejoin:round}}.faded{{opacity:.3}}"
        f".dot.sized{{stroke:{ground};stroke-width:.75}}"
        f".grid{{fill:none;stroke:{palette.rule}}}"
        f".zero,.leader{{fill:none;stroke:{EDGE}}}"
        ".ln{fill:none;stroke:currentColor;stroke-width:2.25;stroke-linejoin:round;"
        "stroke-linecap:round}"
        ".ln.forecast{stroke-dasharray:8 5}"
        ".ln.estimate{stroke-dasharray:4 4;stroke-width:1.75}"
        ".ln.thin{stroke-width:1.25}"
        ".mk{fill:currentColor;stroke:currentColor;stroke-width:2}"
        f".mk.preliminary,.mk.forecast,.mk.estimate{{fill:{ground}}}"
        ".dot{fill:currentColor}"
        ".band{fill:currentColor;fill-opacity:.16}"
        f"path.goal{{fill:none;stroke:{goal};stroke-width:1.5;stroke-dasharray:1 4;"
        "stroke-linecap:round}"
        f".target{{fill:{ground};stroke:{goal};stroke-width:2.25}}"
        ".bridge{fill:none;stroke:currentColor;stroke-width:1.75;stroke-dasharray:1 5;"
        "stroke-linecap:round}"
        f".banan,.flag-pole{{fill:none;stroke:{EDGE}}}.flag-pole{{stroke-dasharray:1 3}}"
        f".continued{{fill:none;stroke:{palette.tone(1)};stroke-width:1.75;stroke-dasharray:6 4}}"
        f".needed{{fill:none;stroke:{goal};stroke-width:2;stroke-dasharray:2 4;"
        "stroke-linecap:round}"
        f".target-column{{fill:{goal};fill-opacity:.25;stroke:{goal}}}"
        f".bracket{{fill:none;stroke:{ink};stroke-width:1.5}}.flag{{fill:{goal}}}"
        f".unknown,.hatch{{fill:none;stroke:{EDGE}}}"
        f".level{{fill:none;stroke:{goal};stroke-width:1.5}}"
        f".assumed{{fill:none;stroke:{ink};stroke-width:2;stroke-dasharray:11 3 2 3}}"
        f".assumed-end{{fill:{ground};stroke:{ink};stroke-width:2}}"
        f".moment{{fill:none;stroke:{goal};stroke-width:1.25;stroke-dasharray:6 3}}"
        f".bar{{fill:currentColor;stroke:{ground};stroke-width:.6}}"
        f".bar.hollow{{fill:{ground};stroke:currentColor;stroke-width:1.4}}"
        ".ribbon{fill:currentColor;fill-opacity:.3}"
        ".reach{fill:currentColor;fill-opacity:.2;stroke:currentColor;stroke-width:1.4;"
        "stroke-dasharray:3 2}"
        f".part{{fill:{palette.tone(2)};stroke:{ground}}}"
    )
