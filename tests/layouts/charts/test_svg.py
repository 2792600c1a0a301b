"""The drawing: safe markup, gaps left open, statuses told by shape, all of it inside its frame."""

import re
import xml.etree.ElementTree as ET
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from layouts.charts.block import chart_block
from layouts.charts.description import (
    Bar,
    BarPanel,
    Chart,
    GoalPath,
    Line,
    LinePanel,
    Mark,
    Part,
    PathPoint,
    Spark,
    TimeChart,
)
from layouts.charts.markup import coordinate
from layouts.charts.overlays import UnknownSum
from layouts.charts.placing import Box, Room
from layouts.charts.runs import unbroken_runs
from layouts.charts.svg import NARROW, WIDE, chart_svg, responsive_svg, spark_svg
from layouts.charts.svg_frame import FIRST_NARROW, FIRST_WIDE, Frame
from layouts.html.to_html import to_html
from progress.emissions.series import Status
from tests.layouts.charts.drawn_boxes import words_in
from tests.layouts.charts.made_up_charts import (
    KRONOR,
    MARKS,
    TONNES,
    flow,
    ranges,
    stack,
    time_chart,
)

ASSETS = Path(__file__).parents[3] / "assets"
CHARTS = (time_chart(), stack(), flow(), ranges())
STATUSES = st.sampled_from(list(Status))


def line_chart(marks: tuple[Mark, ...], goals: tuple[GoalPath, ...] = ()) -> TimeChart:
    panel = LinePanel("P", TONNES, (Line("L", marks),), goals)
    return TimeChart("c", "T", "sv", "M", (panel,))


@pytest.mark.parametrize("frame", [WIDE, NARROW])
@pytest.mark.parametrize("chart", CHARTS)
def test_a_drawing_is_well_formed_named_and_free_of_script_and_style(
    chart: Chart, frame: Frame
) -> None:
    drawn = chart_svg(chart, frame)
    root = ET.fromstring(drawn)
    assert root.get("role") == "img"
    title, text = (root.get("aria-labelledby") or "").split()
    names = {each.get("id"): each.text for each in root if each.get("id")}
    assert (names[title], names[text]) == (chart.title, chart.message)
    assert not re.search(r"<script|<style|\sstyle=|\son\w+=|href=|url\(", drawn)


@pytest.mark.parametrize("chart", CHARTS)
def test_no_id_stands_twice_on_a_page(chart: Chart) -> None:
    ids = re.findall(r'\bid="([^"]+)"', to_html(chart_block(chart)))
    assert len(ids) == len(set(ids))


def test_a_drawing_is_light() -> None:
    assert len(responsive_svg(time_chart()).encode()) < 16_000
    assert len(responsive_svg(stack()).encode()) < 16_000


def test_a_gap_is_never_bridged() -> None:
    runs = [tuple(mark.year for mark in run) for run in unbroken_runs(MARKS)]
    assert runs == [(1990,), (2000,), (2015, 2016, 2017), (2018,), (2019,)]
    lines = re.findall(r'<path d="([^"]+)" class="ln t1 observed"', chart_svg(time_chart(), NARROW))
    assert [line.count("L") for line in lines] == [2]
    assert chart_svg(line_chart((Mark(1990, 1.0), Mark(2000, 2.0)))).count("ln t1") == 0


def test_every_status_has_its_own_shape() -> None:
    def shape(status: Status) -> str:
        match = re.search(rf'<(\w+)[^>]*class="mk t1 {status}"', chart_svg(time_chart(), NARROW))
        assert match
        return match[1]

    assert shape(Status.FORECAST) == "path"
    assert shape(Status.ESTIMATE) == "rect"
    assert shape(Status.FINAL) == shape(Status.PRELIMINARY) == "circle"


def test_unknown_and_zero_money_draw_no_bar_and_kinds_stand_side_by_side() -> None:
    bars = re.findall(r'<rect [^>]*class="bar t\d[^"]*"', chart_svg(time_chart(), NARROW))
    assert len(bars) == 2 + 2  # Two in the legend, two amounts above zero.


def test_the_goal_is_named_at_its_ring() -> None:
    drawn = chart_svg(time_chart())
    assert 'class="target"' in drawn
    assert "Halverat 2030" in drawn


def test_a_spark_says_its_message_and_keeps_gaps_open() -> None:
    drawn = spark_svg(Spark("sv", 'Från "hög" till <låg>', MARKS))
    assert ET.fromstring(drawn).get("aria-label") == 'Från "hög" till <låg>'
    assert drawn.count("L") == 3  # One for the base line, two between three following years.
    assert spark_svg(Spark("sv", "Tom", ())) == ""


@settings(max_examples=60, deadline=None)
@given(
    st.dictionaries(
        st.integers(1990, 2050),
        st.tuples(st.floats(0, 1e8, allow_subnormal=False), STATUSES),
        min_size=1,
        max_size=30,
    ),
    st.sampled_from([WIDE, NARROW]),
)
def test_every_mark_lies_inside_the_frame(
    values: dict[int, tuple[float, Status]], frame: Frame
) -> None:
    marks = tuple(Mark(year, value, status) for year, (value, status) in sorted(values.items()))
    goal = GoalPath("Mål", (PathPoint(2020, 10.0), PathPoint(2045, 0.0)))
    root = ET.fromstring(chart_svg(line_chart(marks, (goal,)), frame))
    _, _, wide, tall = map(float, (root.get("viewBox") or "").split())
    circles = [each for each in root.iter() if each.tag.endswith("circle")]
    for circle in circles:
        assert -1 <= float(circle.get("cx", "nan")) <= wide
        assert -1 <= float(circle.get("cy", "nan")) <= tall


@given(
    st.lists(
        st.tuples(
            st.floats(0, 300, allow_subnormal=False), st.floats(0, 200, allow_subnormal=False)
        ),
        min_size=2,
        max_size=6,
    )
)
def test_labels_do_not_cover_each_other_while_there_is_room(
    places: list[tuple[float, float]],
) -> None:
    room = Room(Box(-200, -200, 900, 800))
    boxes = [room.place(x, y, 60, 14) for x, y in places]
    assert not any(a.meets(b) for n, a in enumerate(boxes) for b in boxes[n + 1 :])


@pytest.mark.parametrize("frame", [WIDE, NARROW])
def test_a_long_name_never_cuts_away_the_figure_after_it(frame: Frame) -> None:
    marks = tuple(Mark(year, 47_466_637.0) for year in (2022, 2023, 2024))
    lines = (
        Line("Alla provkommuner i hela Provlandet tillsammans", marks),
        Line("De andra", tuple(replace(mark, value=mark.value / 4) for mark in marks)),
    )
    panel = LinePanel("Utsläpp", TONNES, lines)
    drawing = chart_svg(TimeChart("long", "Lång", "sv", "Prov.", (panel,)), frame)
    words = re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", drawing))
    assert "…" not in words
    assert "2024: 47 466 637 ton" in words


def test_a_chart_without_any_year_says_so() -> None:
    with pytest.raises(ValueError, match="no year"):
        chart_svg(line_chart(()))


def test_an_axis_can_be_set_wider_than_its_values() -> None:
    assert replace(line_chart(MARKS), first_year=1980, last_year=2050).years == (1980, 2050)


@pytest.mark.parametrize("frame", [WIDE, NARROW])
def test_no_leader_is_drawn_over_a_name(frame: Frame) -> None:
    goals = tuple(
        GoalPath(f"Mål {year} (vägledande)", (PathPoint(2015, 400.0), PathPoint(year, 0.0)), True)
        for year in (2044, 2045, 2047, 2050)
    )
    drawn = chart_svg(line_chart(MARKS, goals), frame)
    assert drawn.count('class="leader"') > 1
    assert drawn.rindex('class="leader"') < drawn.index('class="label ')


@given(st.floats(-1e6, 1e6, allow_subnormal=False))
def test_a_coordinate_is_the_number_with_at_most_one_decimal(value: float) -> None:
    written = coordinate(value)
    assert float(written) == round(value, 1)
    assert not written.endswith(".0")
    assert written != "-0"


GEOMETRY = frozenset(["x", "y", "width", "height", "cx", "cy", "r", "rx", "ry", "d", "transform"])


@pytest.mark.parametrize("sheet", sorted(ASSETS.glob("*.css")), ids=lambda sheet: sheet.name)
def test_no_stylesheet_moves_or_resizes_a_drawn_shape(sheet: Path) -> None:
    """A property of CSS wins over a shape's attribute: a bar of 0.7rem is no value's height."""
    drawings = "".join(chart_svg(chart) for chart in CHARTS)
    shapes = r'<(?:rect|path|circle|line)[^>]*class="([^"]+)"'
    drawn = [set(classes.split()) for classes in re.findall(shapes, drawings)]
    rules = re.findall(
        r"([^{}]+)\{([^{}]*)\}", re.sub(r"/\*.*?\*/", "", sheet.read_text(), flags=re.S)
    )
    for selectors, body in rules:
        if GEOMETRY.isdisjoint(part.split(":")[0].strip() for part in body.split(";")):
            continue
        for selector in selectors.split(","):
            if (simple := re.fullmatch(r"\s*((?:\.[\w-]+)+)\s*", selector)) is not None:
                classes = set(simple[1].strip(".").split("."))
                assert not any(classes <= shape for shape in drawn), selector


AMOUNTS = {2015: 3.3e6, 2016: 36.5e6, 2019: 4.9e6, 2023: 15e6}
"""Kronor by year, of which the small one stands before a large one."""


@pytest.mark.parametrize("frame", [WIDE, NARROW, FIRST_WIDE, FIRST_NARROW])
@pytest.mark.parametrize(
    ("amounts", "unknown"),
    [(AMOUNTS, ()), (AMOUNTS, (2021,)), ({2016: 12.6e6}, (2021,)), ({2016: 12.6e6}, (2017,))],
)
def test_words_of_an_amount_stand_beside_its_bar_and_over_no_other(
    frame: Frame, amounts: dict[int, float], unknown: tuple[int, ...]
) -> None:
    """No higher than a line over the bar's own end: else they are read as the next bar's."""
    bars = tuple(Bar(year, (value,)) for year, value in amounts.items())
    sums = tuple(UnknownSum("beviljat, okänd summa", year) for year in unknown)
    panel = BarPanel("Pengar", KRONOR, (Part("beviljat", 1),), bars, unknown=sums)
    drawn = chart_svg(TimeChart("prov", "Prov", "sv", "Så.", (panel,), (), 2005, 2030), frame)
    boxes = [
        tuple(float(each) for each in re.findall(r'(?:x|y|width|height)="([-\d.]+)"', tag))
        for tag in re.findall(r'<rect [^>]*class="(?:bar[^"]*|unknown)"', drawn)
    ]
    tall = [box for box in boxes if box[1] >= 0]
    line, named = (frame.size - 1) * 1.2, 0
    for words in words_in(drawn, frame.size - 1):
        left, _, right, bottom = words.box
        beside = [
            box for box in tall if 0 <= left - box[0] - box[2] < 16 or 0 <= box[0] - right < 16
        ]
        assert any(bottom > box[1] - line - 2 for box in beside), words.text
        for x, y, wide, _ in tall:
            if left < x + wide and x < right:
                assert y - bottom > line / 2, f"{words.text} stands on another's bar"
        named += 1
    assert named >= len(unknown) + 1
