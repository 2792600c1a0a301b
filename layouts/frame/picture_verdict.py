"""What a picture takes from its page's first screen: the place's shape, the verdict with its doubt,
and what is needed beside what is done."""

from collections.abc import Callable, Iterator
from typing import Any

from dash.development.base_component import Component

from layouts.charts.markup import escape, tag, width
from layouts.charts.palette import LIGHT
from layouts.html.markup import Raw, attributes_of, tag_of
from layouts.html.page_tables import words

TEXT, SMALL = 23.0, 21.0
NAMES, FIGURES = 204.0, 272.0
"""Room for the words before and after a bar."""

ROW = 38.0
SHAPE = 62.0
GOOD = ("yes", "reached")


def find(node: Any, wanted: Callable[[Component], bool]) -> Iterator[Component]:
    """The components of a page that are wanted, outer ones first, in their order."""
    if isinstance(node, Component):
        if wanted(node):
            yield node
        yield from find(getattr(node, "children", None), wanted)
    elif isinstance(node, list | tuple):
        for child in node:
            yield from find(child, wanted)


def classed(name: str) -> Callable[[Component], bool]:
    """Whether a component has a class."""
    return lambda node: name in str(attributes_of(node).get("className") or "").split()


def shape(body: Component, x: float, y: float) -> str:
    """The outline of the page's municipality in a square at a place, or nothing."""
    for drawing in _drawings(body):
        if "city-shape" in drawing:
            return tag("g", _sized(drawing, x, y, SHAPE, SHAPE), fill=LIGHT.tone(1))
    return ""


def verdict(body: Component, x: float, y: float) -> str:
    """The badge of the verdict that leads, as the page says it, or nothing."""
    for link in find(body, classed("city-badge")):
        text = words(link)
        attainment = str(attributes_of(link.children).get("data-attainment", ""))
        colour = _colour(attainment)
        wide = width(text, TEXT) + 36
        frame = tag(
            "rect", x=x, y=y - 27, width=wide, height=40, rx=20, fill="none", stroke=colour,
            stroke_width=2.5, stroke_dasharray=None if colour != LIGHT.quiet else "6 5",
        )  # fmt: skip
        return frame + _text(text, x + 18, y, colour)
    return ""


def pair(body: Component, x: float, y: float, room: float) -> str:
    """Needed and done as the page's bars, each row with its words under the other, or nothing."""
    drawn = ""
    for pairs in find(body, classed("pair")):
        rows = list(find(pairs, lambda node: tag_of(node) == "div"))
        for place, row in enumerate(rows):
            (name,) = find(row, lambda node: tag_of(node) == "dt")
            (figure,) = find(row, lambda node: tag_of(node) == "dd")
            (bar,) = _drawings(row)
            at = y + place * ROW
            drawn += _text(words(name), x, at, LIGHT.ink, size=SMALL)
            drawn += _sized(bar, x + NAMES, at - 16, room - NAMES - FIGURES, 17)
            drawn += _text(words(figure), x + room, at, LIGHT.ink, "end", SMALL)
        break
    return drawn


def _colour(attainment: str) -> str:
    if attainment in GOOD:
        return LIGHT.tone(1)
    return LIGHT.goal if attainment in ("no", "missed", "close") else LIGHT.quiet


def _text(
    text: str, x: float, y: float, colour: str, anchor: str | None = None, size: float = TEXT
) -> str:
    look = f"font-size:{size:.0f}px;fill:{colour}"
    return tag("text", escape(text), x=x, y=y, style=look, text_anchor=anchor)


def _drawings(node: Any) -> list[str]:
    """The drawings in a part of a page, as they are written there."""
    return [raw.markup for raw in find(node, lambda each: isinstance(each, Raw))]  # type: ignore[attr-defined]


def _sized(drawing: str, x: float, y: float, wide: float, tall: float) -> str:
    """A drawing of the page at a place of the picture."""
    size = f'x="{x:.0f}" y="{y:.0f}" width="{wide:.0f}" height="{tall:.0f}"'
    return drawing.replace("<svg ", f"<svg {size} ", 1)
