"""Outlines of the municipalities as light drawings: projected, simplified, in whole numbers.

Neighbours share their border: it is cut into arcs where three meet, and every arc is simplified
once, so that no gap opens between them.
"""

import json
import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise
from pathlib import Path

from seed_data.build.csv_files import BuildError, write_rows

HEIGHT = 2400
"""The drawing's height in its own units; one is about 650 metres."""

MIDDLE = math.radians(15)
"""The meridian that stands upright in the drawing, as in the official projection SWEREF 99 TM."""

TOLERANCE = 2.6
"""How far a simplified border may lie from the true one, in units; less for the small."""
SMALL_SHARE = 0.11
"""A border moves by at most this share of the side of a square as large as the municipality."""
SMALLEST_ISLAND = 14.0
"""Islands of less than so many square units are left out, unless the municipality is but that."""

Spot = tuple[float, float]
Arc = tuple[Spot, ...]


def build(sources: Path, target: Path) -> dict[str, int]:
    """Writes municipality_shapes.csv: code and the `d` of an SVG path; rows per file."""
    file = sources / "geo" / "municipalities.geojson"
    features = json.loads(file.read_text("utf-8"))["features"]
    shapes = {
        str(feature["id"]): [
            [(float(x), float(y)) for x, y in ring[:-1]]
            for polygon in _polygons(feature["geometry"])
            for ring in polygon
        ]
        for feature in features
    }
    if len(shapes) != 290:
        raise BuildError(f"{file.name}: {len(shapes)} municipalities, expected 290")
    rows = sorted(outlines(shapes).items())
    name = "municipality_shapes.csv"
    return {name: write_rows(target / name, ("municipality_code", "path"), rows)}


def outlines(shapes: dict[str, list[list[Spot]]]) -> dict[str, str]:
    """Code → path, from rings of longitude and latitude that do not repeat their first point."""
    placed = _placed(shapes)
    meetings = _meetings(placed)
    limits = _limits(placed)
    kept: dict[Arc, Arc] = {}
    result = {}
    for code, rings in placed.items():
        largest = max(rings, key=lambda ring: abs(_area(ring)))
        drawn = []
        for ring in rings:
            if ring is not largest and abs(_area(ring)) < SMALLEST_ISLAND:
                continue
            corners: list[Spot] = []
            for arc in _arcs(ring, meetings):
                corners += _simplified(arc, limits, kept)[:-1]
            drawn.append(_path(corners))
        result[code] = "".join(drawn)
    return result


def _polygons(geometry: dict[str, object]) -> list[list[list[tuple[float, float]]]]:
    result = geometry["coordinates"]
    return [result] if geometry["type"] == "Polygon" else result  # type: ignore[list-item,return-value]


def _placed(shapes: dict[str, list[list[Spot]]]) -> dict[str, list[list[Spot]]]:
    """The rings in the drawing's units: transverse Mercator on a sphere, north upwards."""
    turned = {
        code: [[_projected(x, y) for x, y in ring] for ring in rings]
        for code, rings in shapes.items()
    }
    spots = [spot for rings in turned.values() for ring in rings for spot in ring]
    left, low = min(x for x, _ in spots), min(y for _, y in spots)
    top = max(y for _, y in spots)
    scale = HEIGHT / (top - low)
    return {
        code: [[((x - left) * scale, (top - y) * scale) for x, y in ring] for ring in rings]
        for code, rings in turned.items()
    }


def _projected(longitude: float, latitude: float) -> Spot:
    east, north = math.radians(longitude) - MIDDLE, math.radians(latitude)
    x = math.atanh(math.sin(east) * math.cos(north))
    return x, math.atan2(math.tan(north), math.cos(east))


def _meetings(placed: dict[str, list[list[Spot]]]) -> set[Spot]:
    """Where borders meet: points with other than two different neighbours."""
    beside: dict[Spot, set[Spot]] = defaultdict(set)
    for rings in placed.values():
        for ring in rings:
            for start, other in zip(ring, [*ring[1:], ring[0]], strict=True):
                beside[start].add(other)
                beside[other].add(start)
    return {spot for spot, others in beside.items() if len(others) != 2}


def _limits(placed: dict[str, list[list[Spot]]]) -> dict[Spot, float]:
    """For each point how far its border may be moved: by the smallest municipality that has it."""
    result: dict[Spot, float] = {}
    for rings in placed.values():
        side = math.sqrt(max(abs(_area(ring)) for ring in rings))
        limit = min(TOLERANCE, SMALL_SHARE * side)
        for ring in rings:
            for spot in ring:
                result[spot] = min(limit, result.get(spot, limit))
    return result


def _arcs(ring: Sequence[Spot], meetings: set[Spot]) -> Iterable[Arc]:
    """The ring in pieces that begin and end where borders meet; an island in two halves."""
    starts = [place for place, spot in enumerate(ring) if spot in meetings]
    if len(starts) < 2:
        first = starts[0] if starts else min(range(len(ring)), key=lambda place: ring[place])
        far = max(range(len(ring)), key=lambda place: math.dist(ring[place], ring[first]))
        starts = sorted({first, far})
    for place, start in enumerate(starts):
        end = starts[(place + 1) % len(starts)]
        if end > start:
            yield tuple(ring[start : end + 1])
        else:
            yield (*ring[start:], *ring[: end + 1])


def _simplified(arc: Arc, limits: dict[Spot, float], simplified: dict[Arc, Arc]) -> Arc:
    """The arc with fewer points, the same from both of its sides."""
    turned = arc[::-1]
    if turned < arc:
        return _simplified(turned, limits, simplified)[::-1]
    if arc not in simplified:
        simplified[arc] = _thinned(arc, min(limits[spot] for spot in arc))
    return simplified[arc]


def _thinned(arc: Arc, tolerance: float) -> Arc:
    """Douglas and Peucker's way: keep the point farthest from the straight line, and go on."""
    if len(arc) < 3:
        return arc
    distances = [_distance(spot, arc[0], arc[-1]) for spot in arc[1:-1]]
    farthest = max(range(len(distances)), key=lambda place: distances[place])
    if distances[farthest] <= tolerance:
        return arc[0], arc[-1]
    middle = farthest + 1
    return _thinned(arc[: middle + 1], tolerance)[:-1] + _thinned(arc[middle:], tolerance)


def _distance(spot: Spot, start: Spot, end: Spot) -> float:
    (x, y), (x1, y1), (x2, y2) = spot, start, end
    long = math.dist(start, end)
    if long == 0:
        return math.dist(spot, start)
    return abs((x2 - x1) * (y1 - y) - (x1 - x) * (y2 - y1)) / long


def _area(ring: Sequence[Spot]) -> float:
    pairs = zip(ring, [*ring[1:], ring[0]], strict=True)
    return sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairs) / 2


def _path(corners: Sequence[Spot]) -> str:
    """A closed path by steps in whole numbers; corners that fall together are one."""
    whole = [(round(x), round(y)) for x, y in corners]
    places = [spot for place, spot in enumerate(whole) if spot != whole[place - 1]]
    if len(places) < 3:
        x, y = whole[0]
        return f"M{x} {y}h1v1z"  # too small to have a form
    moved = ""
    for (x1, y1), (x2, y2) in pairwise(places):
        for step in (x2 - x1, y2 - y1):
            moved += f"{step}" if step < 0 or not moved else f" {step}"
    return f"M{places[0][0]} {places[0][1]}l{moved}z"
