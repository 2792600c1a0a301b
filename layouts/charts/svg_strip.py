"""Small drawings without axes of their own: a bar on a common scale, dots on a strip, a known part.

They stand beside words that say the same, so they are hidden from screen readers.
"""

import math
from collections.abc import Mapping
from functools import lru_cache
from statistics import median

from layouts.charts.markup import coordinate, path, tag, width, words

STRIP_WIDTH, STRIP_HEIGHT, EDGE = 400.0, 62.0, 6.0
LINE = 30.0
SIZE = 12.5


def bar_svg(value: float | None, most: float, look: str) -> str:
    """A bar from zero on a scale that ends at `most`."""
    share = 0.0 if value is None or most <= 0 else max(0.0, min(1.0, value / most))
    wide = max(1.0, 100 * share) if value is not None and value > 0 else 0.0
    bar = tag("rect", x=0, y=0, width=wide, height=10, class_=f"bar-{look}") if wide else ""
    return tag(
        "svg",
        tag("rect", x=0, y=0, width=100, height=10, class_="bar-ground"),
        bar,
        viewBox="0 0 100 10",
        preserveAspectRatio="none",
        class_="pair-bar",
        aria_hidden="true",
    )


def strip_svg(values: Mapping[str, float], code: str, middle: str, own: str) -> str:
    """Dots on a logarithmic scale, since a few are many times all others; one's own is large."""
    positive = tuple(sorted(value for value in values.values() if value > 0))
    if not positive:
        return ""
    low, high = positive[0], positive[-1]

    def at(value: float) -> float:
        return _at(value, low, high)

    centre = at(median(positive))
    drawn = [
        tag("path", d=path([(0, LINE), (STRIP_WIDTH, LINE)]), class_="strip-line"),
        tag("path", d=_dots(positive), class_="strip-dots"),
        tag("path", d=path([(centre, LINE - 11), (centre, LINE + 11)]), class_="strip-middle"),
        _label(middle, centre, LINE - 15, "quiet"),
    ]
    mine = values.get(code, 0.0)
    if mine > 0:
        drawn.append(tag("circle", cx=at(mine), cy=LINE, r=6, class_="strip-own"))
        drawn.append(_label(own, at(mine), LINE + 24, "own"))
    return tag(
        "svg",
        *drawn,
        viewBox=f"0 0 {STRIP_WIDTH:.0f} {STRIP_HEIGHT:.0f}",
        class_="strip-svg",
        aria_hidden="true",
    )


@lru_cache(maxsize=8)
def _dots(values: tuple[float, ...]) -> str:
    """Everybody's dots, which are the same whose page it is: one's own lies under the large one."""
    places = [coordinate(_at(value, values[0], values[-1])) for value in values]
    return "".join(f"M{place} {coordinate(LINE)}h0" for place in dict.fromkeys(places))


def _at(value: float, low: float, high: float) -> float:
    """A value's place on the strip."""
    reach = math.log(high / low) or 1.0
    return EDGE + (STRIP_WIDTH - 2 * EDGE) * math.log(value / low) / reach


def known_svg(known: int, of: int) -> str:
    """What is known filled, the rest hatched."""
    share = 100.0 * known / of if of else 0.0
    strokes = "".join(
        f"M{coordinate(share + n * 2.5)} 10L{coordinate(min(100.0, share + n * 2.5 + 2.5))} 0"
        for n in range(int((100 - share) / 2.5))
    )
    return tag(
        "svg",
        tag("rect", x=0, y=0, width=share, height=10, class_="known") if share else "",
        tag("rect", x=share, y=0, width=100 - share, height=10, class_="unknown")
        if share < 100
        else "",
        tag("path", d=strokes, class_="hatch") if strokes else "",
        viewBox="0 0 100 10",
        preserveAspectRatio="none",
        class_="known-bar",
        aria_hidden="true",
    )


def _label(text: str, x: float, y: float, css: str) -> str:
    """Centred on its mark where it fits, else against the edge."""
    half = width(text, SIZE) / 2
    centre = min(max(x, half), STRIP_WIDTH - half)
    return words(centre, y, [text], SIZE, css, "middle")
