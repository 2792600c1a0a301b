"""Which named dots of a scatter have room for their name, and on which side of the dot."""

from collections.abc import Sequence

from layouts.charts.axes import shares
from layouts.charts.points import Dot, ScatterChart

LETTER, LINE = 7.0, 14.0
ROOM, NARROW_ROOM = (400.0, 220.0), (270.0, 220.0)
"""Pixels: what a letter of a name and its line take, and of the smallest graph on a desk and of
one on a phone what lies within the axes."""


def names_beside(
    chart: ScatterChart, spans: Sequence[tuple[float, float]], room: tuple[float, float]
) -> dict[Dot, str]:
    """The named dots whose name has a place of its own in a drawing of so many pixels, and whether
    it stands `right` or `left` of its dot; who is chosen comes first."""
    wide, tall = LETTER / room[0], LINE / room[1]
    result: dict[Dot, str] = {}
    taken: list[tuple[float, float, float, float]] = []
    for dot in sorted((dot for dot in chart.dots if dot.named), key=lambda dot: dot.faded):
        x, y = shares(dot, chart, spans)
        reach = len(dot.label) * wide + 2 * wide
        for side, left in (("right", x), ("left", x - reach)):
            box = (left, y - tall / 2, left + reach, y + tall / 2)
            if left >= -wide and box[2] <= 1 + wide and not any(_meet(box, each) for each in taken):
                result[dot] = side
                taken.append(box)
                break
    return result


def _meet(box: tuple[float, ...], other: tuple[float, ...]) -> bool:
    return box[0] < other[2] and other[0] < box[2] and box[1] < other[3] and other[1] < box[3]
