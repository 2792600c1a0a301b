"""A scatter and a map: areas are amounts, places are values, and what nobody knows is open."""

import math
import re
from dataclasses import replace

import pytest

from data_access.shapes import municipality_shapes
from layouts.charts.description import Chart, RangeBars, RangeRow
from layouts.charts.figure_board import board_figure, moved_symbols
from layouts.charts.measure import Measure
from layouts.charts.outlines import centre, rings
from layouts.charts.palette import LIGHT
from layouts.charts.points import Axis, Dot
from layouts.charts.rows import rows
from layouts.charts.svg import board_svg, chart_svg, responsive_svg, sizing_svg
from layouts.links.sharing import frame_height
from tests.layouts.charts.made_up_charts import area_map, scatter, symbol_map


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


def test_names_stand_beside_their_dots_in_a_trace_of_their_own() -> None:
    dots, names = board_figure(scatter())["data"]
    assert sorted(names["text"]) == ["Provköping", "Provstad"]
    places = list(zip(dots["x"], dots["y"], dots["customdata"], strict=True))
    for place in zip(names["x"], names["y"], names["customdata"], strict=True):
        assert place in places
    assert "text" not in dots
    assert isinstance(dots["marker"]["size"], float)  # all alike: said once


def test_dots_stand_at_their_values_and_unknown_ones_at_the_edge() -> None:
    made = board_figure(scatter())
    trace, across, up = made["data"][0], made["layout"]["xaxis"], made["layout"]["yaxis"]
    assert trace["x"][:2] == [pytest.approx(111.0), pytest.approx(7777.0)]
    assert trace["y"][:3] == [22.0, -3.0, 5.0]
    assert across["range"][0] < math.log10(trace["x"][2]) < math.log10(55.0) < across["range"][1]
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
    tens = ticks["1\xa0000"] - ticks["100"]
    assert places[0][0] == pytest.approx(ticks["100"] + tens * math.log10(1.11), abs=0.2)
    assert places[2][0] < places[3][0] < ticks["100"]


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


def test_areas_are_in_the_shade_of_their_class_and_open_where_nothing_is_known() -> None:
    drawn = chart_svg(area_map())
    assert re.findall(r'class="area (step-\d)( faded)?"', drawn) == [
        ("step-1", ""),
        ("step-5", " faded"),
        ("step-0", ""),
    ]
    fills = [shape["fillcolor"] for shape in board_figure(area_map())["layout"]["shapes"]]
    assert fills == [LIGHT.ground, LIGHT.steps[0], LIGHT.steps[4]]
    (marks,) = board_figure(area_map())["data"]
    assert marks["customdata"] == ["kommun:0001", "kommun:0002", "kommun:0003"]
    assert marks["marker"]["opacity"] == [1.0, 0.0, 1.0]


def test_areas_have_their_value_and_class_in_the_table() -> None:
    names, values, classes = rows(area_map()).columns
    assert names.cells == ("Provköping", "Provstad", "Okänd")
    assert values.in_file[0][1] == (111.0, 7777.0, None)
    assert classes.cells == ("lägst", "högst", "okänt")


def test_dots_have_the_size_and_the_tone_of_what_they_are() -> None:
    sized = replace(
        scatter(),
        dots=(
            Dot("Stor", 1.0, 2.0, size=400.0, tone=2, note="mest"),
            Dot("Liten", 10.0, 3.0, size=100.0),
            Dot("Okänd", 100.0, 4.0),
        ),
        size=Axis("Folkmängd", Measure("invånare", "invånare")),
        classes=((1, "utan"), (2, "med")),
        class_head="Kontrakt",
    )
    marker = board_figure(sized)["data"][0]["marker"]
    large, small, least = marker["size"]
    assert large == pytest.approx(2 * small, abs=0.1)
    assert least < small
    assert marker["color"][:2] == [LIGHT.tone(2), LIGHT.tone(1)]
    assert re.findall(r'class="dot sized t(\d)"', chart_svg(sized)) == ["2", "1", "1"]
    table = {column.head: column.cells for column in rows(sized).columns}
    assert table["Folkmängd (invånare)"] == ("400", "100", "okänt")
    assert table["Kontrakt"] == ("med", "utan", "utan")
    assert table["Anmärkning"] == ("mest", "", "")


@pytest.mark.parametrize(
    "chart", [scatter(), symbol_map(), area_map()], ids=lambda chart: chart.chart_id
)
def test_what_is_drawn_to_be_measured_is_as_high_as_the_chart(chart: Chart) -> None:
    assert frame_height(sizing_svg(chart)) == frame_height(responsive_svg(chart))
    assert len(sizing_svg(chart)) < len(responsive_svg(chart))


def test_a_waterfall_stands_between_the_sums_and_tells_each_step_with_its_sign() -> None:
    steps = (
        RangeRow("Före", 500.0, 500.0),
        RangeRow("Industri", 350.0, 500.0, change=-150.0),
        RangeRow("Transporter", 350.0, 400.0, change=50.0),
        RangeRow("Efter", 400.0, 400.0),
    )
    tonnes = Measure("ton", "ton")
    chart = RangeBars("varfor", "Varför", "sv", "Mest industri.", tonnes, "Sektor", steps)
    drawn = chart_svg(chart)
    assert "\u2212150\xa0ton" in drawn
    assert "+50\xa0ton" in drawn
    bars = re.findall(r'<rect x="([\d.]+)" [^>]*width="([\d.]+)" [^>]*class="bar (t\d)"', drawn)
    per_tonne = float(bars[0][1]) / 500
    assert [tone for _, _, tone in bars] == ["t1", "t1", "t2", "t1"]
    assert [round(float(x) / per_tonne) for x, _, _ in bars] == [0, 350, 350, 0]
    assert [round(float(wide) / per_tonne) for _, wide, _ in bars] == [500, 150, 50, 400]
    _, changes, after = rows(chart).columns
    assert changes.in_file[0][1] == (None, -150.0, 50.0, None)
    assert after.in_file[0][1] == (500.0, 350.0, 400.0, 400.0)


def test_ranges_on_an_axis_of_powers_stand_between_their_own_ends() -> None:
    kronor = Measure("kr per ton", "kr per ton")
    cheap, dear = RangeRow("Billig", 2_000.0, 20_000.0), RangeRow("Dyr", 5e7, 5e7)
    chart = RangeBars(
        "kostnad", "Kostnad", "sv", "Prov.", kronor, "Åtgärd", (cheap, dear), log=True
    )
    drawn = chart_svg(chart)
    bars = re.findall(r'<rect x="([\d.]+)" [^>]*width="([\d.]+)" [^>]*class="bar t1"', drawn)
    ticks = dict(re.findall(r'<text x="([\d.]+)" [^>]*class="tick"[^>]*>([^<]+)<', drawn))
    places = {int("".join(filter(str.isdigit, words))): float(x) for x, words in ticks.items()}
    tenfold = places[10_000] - places[1_000]
    assert places[100_000_000] - places[1_000] == pytest.approx(5 * tenfold, abs=0.5)
    (left, wide), (middle, narrow) = ((float(x), float(w)) for x, w in bars)
    assert left == pytest.approx(places[1_000] + tenfold * math.log10(2), abs=0.2)
    assert wide == pytest.approx(tenfold, abs=0.2)
    at = places[10_000_000] + tenfold * math.log10(5)
    assert middle + narrow / 2 == pytest.approx(at, abs=0.2)
    (trace,) = board_figure(chart)["data"]
    assert [trace["base"][0], trace["x"][0]] == [2_000.0, 18_000.0]
    with pytest.raises(ValueError, match="no place for 0"):
        replace(chart, rows=(RangeRow("Gratis", 0.0, 10.0),))


def test_on_a_board_marks_that_look_alike_are_one_path_where_each_of_them_was() -> None:
    board = board_svg(scatter(), 400, 400).partition("</svg>")[
        0
    ]  # as high as one that stands alone
    dots = re.findall(r'<circle cx="[\d.]+" cy="([\d.]+)" r="([\d.]+)"', chart_svg(scatter()))
    marks = re.findall(r"M[\d.]+ ([\d.]+)a([\d.]+) [\d.]+ 0 1 0 [\d.]+ 0a", board)
    assert marks == dots != []
    assert "<circle" not in board
    areas = board_svg(area_map(), 300, 320).partition("</svg>")[0]
    for area in area_map().areas:
        assert area.outline in areas
    assert areas.count("<path") == len({(a.step, a.faded) for a in area_map().areas})
