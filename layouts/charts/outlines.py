"""Outlines of municipalities as rings of points, for what cannot draw an SVG path itself."""

import re
from collections.abc import Iterable
from functools import lru_cache

Point = tuple[float, float]
Ring = tuple[Point, ...]

_RING = re.compile(r"M(-?\d+) (-?\d+)l([-\d ]+)z")
_NUMBER = re.compile(r"-?\d+")


@lru_cache(maxsize=512)
def rings(path: str) -> tuple[Ring, ...]:
    """The rings of a path of the form `M<x> <y>l<dx> <dy>…z`, several after each other.

    Raises ValueError for any other path.
    """
    if _RING.sub("", path).strip():
        raise ValueError(f"not rings of straight lines: {path[:40]}")
    result: list[Ring] = []
    for left, top, steps in _RING.findall(path):
        x, y = float(left), float(top)
        ring = [(x, y)]
        numbers = [float(number) for number in _NUMBER.findall(steps)]
        for right, down in zip(numbers[::2], numbers[1::2], strict=True):
            x, y = x + right, y + down
            ring.append((x, y))
        result.append(tuple(ring))
    return tuple(result)


@lru_cache(maxsize=512)
def centre(path: str) -> Point:
    """The centre of the largest ring by area: where a place's symbol stands."""
    ring = max(rings(path), key=lambda ring: abs(_area(ring)))
    area = _area(ring)
    if not area:
        return ring[0]
    x = y = 0.0
    for (x0, y0), (x1, y1) in _sides(ring):
        cross = x0 * y1 - x1 * y0
        x, y = x + (x0 + x1) * cross, y + (y0 + y1) * cross
    return x / (6 * area), y / (6 * area)


def _area(ring: Ring) -> float:
    return sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in _sides(ring)) / 2


def _sides(ring: Ring) -> Iterable[tuple[Point, Point]]:
    return zip(ring, (*ring[1:], ring[0]), strict=True)
