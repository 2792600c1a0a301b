"""A scatter and a map: areas are amounts, places are values, and what nobody knows is open."""

import math
import re

import pytest

from data_access.shapes import municipality_shapes
from layouts.charts.figure_board import board_figure, moved_symbols
from layouts.charts.outlines import centre, rings
from layouts.charts.rows import rows
from layouts.charts.svg import chart_svg
from tests.layouts.charts.made_up_charts import scatter, symbol_map


def test_circles_have_areas_as_their_amounts_and_unknown_ones_are_open() -> None:
    drawn = chart_svg(symbol_map())
    circles = {
        css: float(radius)
        for radius, css in re.findall(r'<circle [^>]*r="([\d.]+)" class="([^"]+)"', drawn)
    }
    assert circles["symbol t2 faded"] / circles["symbol t2"] == pytest.approx(2.0, abs=0.02)
    assert circles["symbol open t2"] < circles["symbol t2"]
    marker = board_figure(symbol_map())["data"][-1]["marker"]
    assert marker["size"][0] / marker["size"][1] == pytest.approx(2.0, abs=0.02)
    assert marker["symbol"] == ["circle", "circle", "circle-open"]
    assert moved_symbols(symbol_map()) == board_figure(symbol_map())["data"][-1]


def test_a_click_on_a_circle_or_a_dot_names_what_it_chooses() -> None:
    assert board_figure(scatter())["data"][0]["customdata"][0] == "kommun:0001"
    assert board_figure(symbol_map())["data"][0]["customdata"][0] == "kommun:0002"


def test_dots_stand_at_their_values_and_unknown_ones_at_the_edge() -> None:
    made = board_figure(scatter())
    trace, across, up = made["data"][0], made["layout"]["xaxis"], made["layout"]["yaxis"]
    assert trace["x"][:2] == [pytest.approx(111.0), pytest.approx(7777.0)]
    assert trace["y"][:3] == [22.0, -3.0, 5.0]
    assert across["range"][0] < math.log10(trace["x"][2]) < 1.0 < across["range"][1]
    assert up["range"][0] < trace["y"][3] < -3.0
    assert trace["marker"]["symbol"] == ["circle", "circle", "circle-open", "circle-open"]
    drawn = re.findall(r'<circle cx="([\d.]+)" cy="([\d.]+)"', chart_svg(scatter()))
    places = [(float(x), float(y)) for x, y in drawn]
    ticks = {
        text: float(x)
        for x, text in re.findall(
            r'x="([\d.]+)" y="[\d.]+" class="tick" text-anchor="middle">(.+?)<',
            chart_svg(scatter()),
        )
    }
    tens = ticks["100"] - ticks["10"]
    assert places[0][0] == pytest.approx(ticks["100"] + tens * math.log10(1.11), abs=0.2)
    assert places[2][0] < ticks["10"]


def test_what_nobody_knows_is_a_word_in_the_table_and_nothing_in_its_file() -> None:
    table = rows(scatter())
    assert [column.cells[2] for column in table.columns] == ["Okänd", "okänt", "5,0"]
    assert table.columns[1].in_file[0][1] == (111.0, 7777.0, None, 55.0)
    assert rows(symbol_map()).columns[1].in_file[0][1] == (1_000_001.0, 4_000_004.0, None)


def test_every_outline_is_rings_whose_centre_lies_among_their_points() -> None:
    assert rings("M0 0l4 0 0 4-4 0z") == (((0, 0), (4, 0), (4, 4), (0, 4)),)
    assert centre("M0 0l4 0 0 4-4 0zM9 9l1 0 0 1z") == (2.0, 2.0)
    with pytest.raises(ValueError, match="not rings"):
        rings("M0 0C1 1 2 2 3 3z")
    shapes = municipality_shapes()
    for path in shapes.values():
        points = [point for ring in rings(path) for point in ring]
        x, y = centre(path)
        assert min(px for px, _ in points) <= x <= max(px for px, _ in points)
        assert min(py for _, py in points) <= y <= max(py for _, py in points)
