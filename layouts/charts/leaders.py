"""Thin lines from names that stand far from what they name."""

from layouts.charts.markup import path, tag
from layouts.charts.placing import Box, Room

FAR = 24.0
"""A label farther than this from its mark gets a leader."""
STEPS = 12

Point = tuple[float, float]


def leader(box: Box, points: list[Point], room: Room, *, under: bool = False) -> str | None:
    """From a label to the nearest of the points that it names; empty where it stands near one, None
    where every line to one would cross another label and is not drawn `under` them."""
    ways = sorted((_way(box, point) for point in points), key=_length)
    if not ways or _length(ways[0]) <= FAR:
        return ""
    free = next((way for way in ways if under or not _crosses(way, box, room)), None)
    if free is None:
        return None
    room.stroke(*free)
    return tag("path", d=path(list(free)), class_="leader")


def _way(box: Box, point: Point) -> tuple[Point, Point]:
    (x, y), (left, top, right, bottom) = point, box.edges
    return point, (min(max(x, left), right), min(max(y, top), bottom))


def _length(way: tuple[Point, Point]) -> float:
    (x, y), (near_x, near_y) = way
    return abs(near_x - x) + abs(near_y - y)


def _crosses(way: tuple[Point, Point], own: Box, room: Room) -> bool:
    (x, y), (near_x, near_y) = way
    along = [(x + (near_x - x) * n / STEPS, y + (near_y - y) * n / STEPS) for n in range(STEPS + 1)]
    middle = own.left + own.width / 2, own.top + own.height / 2
    others = [each for each in room.labels if not _holds(each, middle)]
    return any(_holds(each, point) for each in others for point in along)


def _holds(edges: tuple[float, float, float, float], point: Point) -> bool:
    left, top, right, bottom = edges
    return left <= point[0] <= right and top <= point[1] <= bottom
