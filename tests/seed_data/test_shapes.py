"""Outlines: neighbours keep one border, small places a form, and no municipality is without."""

import csv
import re
from pathlib import Path

import brotli
import pytest
from hypothesis import given
from hypothesis import strategies as st

from data_access.shapes import FILE, municipality_shapes
from seed_data.build.shapes import HEIGHT, outlines

SEED = Path(FILE).parent


def corners(path: str) -> list[tuple[int, int]]:
    """The places that a path of ours goes through."""
    result = []
    for start, steps in re.findall(r"M(\S+ \S+?)l([^z]*)z", path):
        x, y = (int(one) for one in start.split())
        result.append((x, y))
        numbers = [int(one) for one in re.findall(r"-?\d+", steps)]
        for dx, dy in zip(numbers[::2], numbers[1::2], strict=True):
            x, y = x + dx, y + dy
            result.append((x, y))
    return result


@given(st.lists(st.floats(-0.04, 0.04, allow_subnormal=False), min_size=3, max_size=12))
def test_neighbours_share_their_border_however_it_winds(bends: list[float]) -> None:
    step = 1.0 / (len(bends) + 1)
    winding = [(15 + bend, 60 + step * place) for place, bend in enumerate(bends, start=1)]
    border = [(15.0, 60.0), *winding, (15.0, 61.0)]
    west = [*border, (13.0, 61.0), (13.0, 60.0)]
    east = [*border[::-1], (17.0, 60.0), (17.0, 61.0)]
    drawn = outlines({"west": [west], "east": [east]})
    left, right = (set(corners(drawn[name])) for name in ("west", "east"))
    inside = {spot for spot in left | right if min(left)[0] < spot[0] < max(right)[0]}
    middle = {spot for spot in inside if abs(spot[0] - HEIGHT * 0.5) < HEIGHT * 0.2}
    assert middle <= left & right


def test_a_drawing_has_north_upwards_and_its_whole_height() -> None:
    square = [(14.0, 60.0), (16.0, 60.0), (16.0, 61.0), (14.0, 61.0)]
    ys = [y for _, y in corners(outlines({"prov": [square]})["prov"])]
    assert min(ys) == 0
    assert HEIGHT - 1 <= max(ys) <= HEIGHT


def test_small_islands_are_left_out_but_no_municipality_is() -> None:
    land = [(14.0, 60.0), (16.0, 60.0), (16.0, 62.0), (14.0, 62.0)]
    skerry = [(17.0, 61.0), (17.001, 61.0), (17.001, 61.001)]
    drawn = outlines({"land": [land, skerry], "skerry": [skerry]})
    assert drawn["land"].count("M") == 1
    assert drawn["skerry"].startswith("M")


def test_every_municipality_has_an_outline_with_a_form() -> None:
    with (SEED / "municipalities.csv").open(encoding="utf-8") as file:
        codes = {row["municipality_code"] for row in csv.DictReader(file)}
    shapes = municipality_shapes()
    assert shapes.keys() == codes
    assert all(len(set(corners(path))) >= 3 for path in shapes.values())
    places = [spot for path in shapes.values() for spot in corners(path)]
    assert all(0 <= x <= 1000 and 0 <= y <= HEIGHT for x, y in places)


def test_all_outlines_are_light_on_the_line() -> None:
    assert len(brotli.compress(FILE.read_bytes())) < 12_000


@pytest.mark.parametrize("words", ["MIT License", "Stefan Furne", "Statistics Sweden"])
def test_the_licence_of_the_outlines_travels_with_them(words: str) -> None:
    assert words in (SEED / "municipality_shapes.LICENSE.txt").read_text()
