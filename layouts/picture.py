"""The picture that stands for a page where its link is shared: its message, its chart, our name."""

from typing import Any

from dash.development.base_component import Component

from layouts.charts.description import Chart, LinePanel, TimeChart
from layouts.charts.markup import tag, words, wrap
from layouts.charts.palette import LIGHT
from layouts.charts.standalone import placed, style
from layouts.charts.svg_frame import NARROW
from layouts.markup import attributes_of, tag_of
from layouts.page import Page
from layouts.page_tables import words as all_text
from layouts.text import text

WIDTH, HEIGHT = 1200, 630
MARGIN = 56.0
NAME, MESSAGE, SMALL = 60.0, 26.0, 24.0
ZOOM = 1.36
"""How much larger than on a phone the chart is drawn."""


def picture_svg(page: Page) -> str:
    """The picture as SVG, in light colours."""
    t = text(page.lang)
    drawing = _drawing(page)
    room = WIDTH - 2 * MARGIN - (NARROW.width * ZOOM + MARGIN if drawing else 0)
    title, lead = _first(page.body, _is_heading), _first(page.body, _is_lead)
    rows = wrap(title or page.title, room, NAME, 3)
    y = 148.0
    head = words(MARGIN, y, rows, NAME, "name")
    y += (len(rows) - 1) * NAME * 1.22 + MESSAGE * 2.1
    most = max(2, int((HEIGHT - 96 - y) / (MESSAGE * 1.36)))
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
        message,
        words(MARGIN, HEIGHT - 48, [t("shell.product")], SMALL, "product"),
        drawing,
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {WIDTH} {HEIGHT}",
        width=WIDTH,
        height=HEIGHT,
    )


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
    drawn, height = placed(alone, 0.0, 0.0, NARROW)
    zoom = min(ZOOM, (HEIGHT - 150) / height)
    x, y = WIDTH - MARGIN - NARROW.width * zoom, 84 + (HEIGHT - 150 - height * zoom) / 2
    return tag("g", drawn, transform=f"translate({x:.0f} {y:.0f}) scale({zoom:.3f})")


def _is_drawn(chart: Chart) -> bool:
    return isinstance(chart, TimeChart) and isinstance(chart.panels[0], LinePanel)


def _is_heading(node: Component) -> bool:
    return tag_of(node) == "h1"


def _is_lead(node: Component) -> bool:
    return "lead" in str(attributes_of(node).get("className") or "").split()


def _first(node: Any, wanted: Any) -> str:
    """The text of the first component that is wanted, or nothing."""
    if isinstance(node, Component):
        if wanted(node):
            return all_text(node)
        return _first(getattr(node, "children", None), wanted)
    if isinstance(node, list | tuple):
        return next((result for child in node if (result := _first(child, wanted))), "")
    return ""


_STYLE = (
    f".name{{font-size:{NAME:.0f}px;font-weight:600}}"
    f".said{{font-size:{MESSAGE:.0f}px}}"
    f".product{{font-size:{SMALL:.0f}px;font-weight:600;fill:{LIGHT.tone(1)}}}"
)
