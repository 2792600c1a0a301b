"""Charts as files: whole without a page, coloured without a stylesheet, in our own fonts."""

import hashlib
import json
import re
from xml.etree import ElementTree

import pytest

from layouts.charts.description import Chart
from layouts.charts.palette import LIGHT
from layouts.charts.png import VENDOR, png
from layouts.charts.records import records
from layouts.charts.rows import rows
from layouts.charts.standalone import standalone_svg, style
from layouts.charts.svg import chart_svg
from tests.layouts.charts.made_up_charts import flow, ranges, stack, time_chart, what_if

CHARTS = [time_chart(), stack(), flow(), ranges(), what_if()]
WITHOUT_LOOK = {"chart-svg", "observed", "wide", "panel", "axes", "legend", "final", "key", "node"}
"""Classes that need no colour of their own in a file."""


@pytest.mark.parametrize("chart", CHARTS, ids=lambda chart: chart.chart_id)
def test_a_file_stands_alone(chart: Chart) -> None:
    drawn = standalone_svg(chart, site="Prov", address="https://exempel.se/sv/")
    root = ElementTree.fromstring(drawn)
    said = "".join(root.itertext())
    assert chart.title in said
    assert "https://exempel.se/sv/" in said
    assert "var(" not in drawn
    assert not re.search(r"url\(|@import|<script", drawn)


@pytest.mark.parametrize("chart", CHARTS, ids=lambda chart: chart.chart_id)
def test_every_class_of_a_drawing_has_its_look_in_the_file(chart: Chart) -> None:
    classes = re.findall(r'class="([^"]*)"', chart_svg(chart))
    used = {name for found in classes for name in found.split()}
    known = set(re.findall(r"\.([a-z][a-z0-9-]*)", style(LIGHT)))
    assert used - known - WITHOUT_LOOK == set()


@pytest.mark.parametrize("chart", CHARTS, ids=lambda chart: chart.chart_id)
def test_a_picture_is_a_png_of_the_whole_drawing(chart: Chart) -> None:
    drawn = standalone_svg(chart, site="Prov")
    picture = png(drawn)
    assert picture.startswith(b"\x89PNG")
    match = re.search(r'height="(\d+)"', drawn)
    assert match is not None
    assert int.from_bytes(picture[20:24]) == int(match[1])


@pytest.mark.parametrize("letters", ["åäöÅÄÖé", "−5", "–", "1\u00a0000", "→", "CO₂", "≥", "”’…·"])
def test_our_fonts_hold_every_sign_that_charts_write(letters: str) -> None:
    def drawn(words: str) -> bytes:
        text = f'<text x="4" y="20" font-size="16" font-family="sans-serif">{words}</text>'
        box = 'xmlns="http://www.w3.org/2000/svg" width="160" height="30"'
        return png(f"<svg {box}>{text}</svg>")

    missing = drawn("\U0001f9ff" * len(letters))
    assert drawn(letters) != missing
    assert drawn(letters) != drawn("")


def test_fonts_are_the_recorded_ones_with_their_licence() -> None:
    record = json.loads((VENDOR / "fonts.json").read_text())
    for name, told in record["files"].items():
        content = (VENDOR / name).read_bytes()
        assert hashlib.sha256(content).hexdigest() == told["sha256"]
        assert len(content) == told["bytes"] < 60_000
    licence = (VENDOR / "klimatkontrakt-sans.OFL.txt").read_text()
    assert "SIL OPEN FONT LICENSE Version 1.1" in licence
    assert "The Inter Project Authors" in licence


def test_a_range_is_two_columns_of_a_file_and_zero_is_a_value() -> None:
    columns, lines = records(rows(time_chart()))
    by_year = {line["År"]: line for line in lines}
    low = next(name for name in columns if name.endswith("lägst (ton)"))
    assert by_year[2018][low] == 2555.0
    assert by_year[2017][low] is None
    assert by_year[2017]["Utsläpp (ton)"] == 0.0
    assert by_year[2017]["Beviljat (kr)"] == 0.0
