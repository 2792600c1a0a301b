"""The picture that stands for a page where its link is shared: its verdict, its message, its chart,
our name."""

from collections.abc import Callable

from dash.development.base_component import Component

from layouts.charts.description import Chart, LinePanel, TimeChart
from layouts.charts.markup import tag, words, wrap
from layouts.charts.palette import LIGHT
from layouts.charts.standalone import placed, style
from layouts.charts.svg_frame import FIRST_NARROW, NARROW
from layouts.frame import picture_verdict
from layouts.frame.page import Page
from layouts.html.markup import tag_of
from layouts.html.page_tables import words as all_text
from layouts.phrases.text import text

WIDTH, HEIGHT = 1200, 630
MARGIN = 56.0
NAMES, MESSAGE, SMALL, UNIT = (60.0, 52.0, 44.0, 36.0), 26.0, 24.0, 13.0
ZOOM = 1.36
"""How much larger than on a phone the chart is drawn."""


def picture_svg(page: Page) -> str:
    """The picture as SVG, in light colours."""
    t = text(page.lang)
    drawing = _drawing(page)
    room = WIDTH - 2 * MARGIN - (FIRST_NARROW.width * ZOOM + MARGIN if drawing else 0)
    title = _first(page.body, lambda node: tag_of(node) == "h1")
    lead = _first(page.body, picture_verdict.classed("lead"))
    y = 148.0
    outline = picture_verdict.shape(page.body, MARGIN, y - 52)
    left = MARGIN + (picture_verdict.SHAPE + 16 if outline else 0)
    size, rows = _name(title or page.title, room - left + MARGIN)
    head = outline + words(left, y, rows, size, f"name n{size:.0f}")
    y += (len(rows) - 1) * size * 1.22
    badge = picture_verdict.verdict(page.body, MARGIN, y + 62)
    y += (62 if badge else 0) + MESSAGE * 2.1
    foot = HEIGHT - 96.0
    pair = picture_verdict.pair(page.body, MARGIN, foot - picture_verdict.ROW, room)
    foot -= 2 * picture_verdict.ROW + 14 if pair else 0
    most = max(2, int((foot - y) / (MESSAGE * 1.36)))
    said = _sentences(lead or page.description, room, most)
    message = "".join(
        words(MARGIN, y + place * MESSAGE * 1.36, [row], MESSAGE, "said")
        for place, row in enumerate(said)
    )
    return tag(
        "svg",
        tag("style", style(LIGHT) + _STYLE),
        tag("rect", width=WIDTH, height=HEIGHT, fill=LIGHT.ground),
        tag("rect", width=WIDTH, height=18, fill=LIGHT.tone(1)),
        head,
        badge,
        message,
        pair,
        words(MARGIN, HEIGHT - 48, [t("shell.product")], SMALL, "product"),
        drawing,
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {WIDTH} {HEIGHT}",
        width=WIDTH,
        height=HEIGHT,
    )


def _name(title: str, room: float) -> tuple[float, list[str]]:
    """The page's name as large as it can be with every word whole, and its rows."""
    fitting = ((size, wrap(title, room, size, 3)) for size in NAMES)
    result = next((each for each in fitting if "…" not in "".join(each[1])), None)
    return result or (NAMES[-1], wrap(title, room, NAMES[-1], 3))


def _sentences(said: str, room: float, most: int) -> list[str]:
    """As many whole sentences as there is room for; the first one cut short where it has none."""
    shown = ""
    for sentence in said.replace(". ", ".\n").split("\n"):
        longer = f"{shown} {sentence}".strip()
        if shown and len(wrap(longer, room, MESSAGE, 99)) > most:
            break
        shown = longer
    return wrap(shown, room, MESSAGE, most)


def _drawing(page: Page) -> str:
    """The upper panel of the page's first chart over time, or nothing."""
    chart = next((chart for chart in page.charts.values() if _is_drawn(chart)), None)
    if chart is None:
        return ""
    alone = TimeChart(chart.chart_id, chart.title, chart.lang, chart.message, chart.panels[:1])
    panel = alone.panels[0]
    if isinstance(panel, LinePanel) and panel.outlook is not None:
        what = wrap(f"{panel.title}, {panel.measure.axis}", FIRST_NARROW.width, UNIT, 2)
        top = len(what) * UNIT * 1.3
        drawn, height = placed(alone, 0.0, top, FIRST_NARROW)
        drawn, height = words(0, UNIT, what, UNIT, "quiet") + drawn, top + height
    else:
        drawn, height = placed(alone, 0.0, 0.0, NARROW)
    zoom = min(ZOOM, (HEIGHT - 150) / height)
    x, y = WIDTH - MARGIN - FIRST_NARROW.width * zoom, 84 + (HEIGHT - 150 - height * zoom) / 2
    return tag("g", drawn, transform=f"translate({x:.0f} {y:.0f}) scale({zoom:.3f})")


def _is_drawn(chart: Chart) -> bool:
    return isinstance(chart, TimeChart) and isinstance(chart.panels[0], LinePanel)


def _first(body: Component, wanted: Callable[[Component], bool]) -> str:
    """The text of the first component that is wanted and has any, or nothing."""
    return next(
        (said for node in picture_verdict.find(body, wanted) if (said := all_text(node))), ""
    )


_STYLE = (
    f".bar-ground{{fill:{LIGHT.rule}}}.bar-needed{{fill:{LIGHT.goal}}}"
    f".bar-done{{fill:{LIGHT.tone(1)}}}"
    ".name{font-weight:600}"
    + "".join(f".n{size:.0f}{{font-size:{size:.0f}px}}" for size in NAMES)
    + f".said{{font-size:{MESSAGE:.0f}px}}"
    f".product{{font-size:{SMALL:.0f}px;font-weight:600;fill:{LIGHT.tone(1)}}}"
)
