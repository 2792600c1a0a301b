"""Where words and lines stand in a drawing, read from its SVG."""

import re
from dataclasses import dataclass
from html import unescape

from layouts.charts.markup import width

TEXT = re.compile(r"<text ([^>]*)>(.*?)</text>")
SPAN = re.compile(r"<tspan[^>]*>(.*?)</tspan>")
STROKE = re.compile(r'<path d="([^"]*)" class="([^"]*)"')
NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
INSET = 1.5
"""Words may touch a line's edge."""


@dataclass(frozen=True)
class Words:
    """A text with the box that its rows take: left, top, right, bottom."""

    text: str
    css: str
    box: tuple[float, float, float, float]


Segment = tuple[tuple[float, float], tuple[float, float]]


def words_in(svg: str, size: float) -> list[Words]:
    """The labels of a drawing; `size` is that of its labels."""
    result = []
    for attributes, inside in TEXT.findall(svg):
        css = (re.search(r'class="([^"]*)"', attributes) or ["", ""])[1]
        if "label" not in css.split():
            continue
        rows = [unescape(row) for row in SPAN.findall(inside) or [inside]]
        x = float(re.search(r'x="([^"]*)"', attributes)[1])  # type: ignore[index]
        y = float(re.search(r'y="([^"]*)"', attributes)[1])  # type: ignore[index]
        wide = max(width(row, size) for row in rows)
        anchor = (re.search(r'text-anchor="([^"]*)"', attributes) or ["", "start"])[1]
        left = x - {"start": 0.0, "middle": wide / 2, "end": wide}[anchor]
        top = y - size * 0.75
        bottom = y + size * 1.22 * (len(rows) - 1) + size * 0.1
        result.append(Words(" ".join(rows), css, (left, top, left + wide, bottom)))
    return result


def segments_in(svg: str, css: set[str]) -> list[tuple[str, Segment]]:
    """Straight pieces of the paths that have one of the classes."""
    result = []
    for d, classes in STROKE.findall(svg):
        named = css & set(classes.split())
        if not named:
            continue
        x = y = 0.0
        for command, rest in re.findall(r"([MLlHVvZ])([^MLlHVvZ]*)", d):
            numbers = [float(each) for each in NUMBER.findall(rest)]
            if command == "M":
                x, y = numbers
                continue
            before = (x, y)
            if command == "L":
                x, y = numbers
            elif command == "l":
                x, y = x + numbers[0], y + numbers[1]
            elif command == "H":
                x = numbers[0]
            elif command == "V":
                y = numbers[0]
            elif command == "v":
                y += numbers[0]
            result.append((next(iter(named)), (before, (x, y))))
    return result


def crosses(box: tuple[float, float, float, float], segment: Segment) -> bool:
    """Whether a piece of line passes through a box (Liang and Barsky)."""
    left, top, right, bottom = box
    left, top, right, bottom = left + INSET, top + INSET, right - INSET, bottom - INSET
    (x, y), (end_x, end_y) = segment
    low, high = 0.0, 1.0
    for delta, near, far in ((end_x - x, left - x, right - x), (end_y - y, top - y, bottom - y)):
        if delta == 0:
            if near > 0 or far < 0:
                return False
            continue
        first, last = sorted((near / delta, far / delta))
        low, high = max(low, first), min(high, last)
    return low <= high


def overlap(words: Words, other: Words) -> bool:
    """Whether two labels share more than an edge."""
    a, b = words.box, other.box
    return (
        a[0] + INSET < b[2] - INSET
        and b[0] + INSET < a[2] - INSET
        and a[1] + INSET < b[3] - INSET
        and b[1] + INSET < a[3] - INSET
    )
