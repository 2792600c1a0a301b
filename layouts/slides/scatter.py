"""A scatter as a native chart: a series for each class, its named dots with their names."""

from math import ceil, floor
from typing import Any

from pptx.chart.data import XyChartData
from pptx.enum.chart import (
    XL_CHART_TYPE,
    XL_LABEL_POSITION,
    XL_LEGEND_POSITION,
    XL_MARKER_STYLE,
    XL_TICK_LABEL_POSITION,
)
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.util import Pt

from layouts.charts.axes import ends_of
from layouts.charts.dot_names import names_beside
from layouts.charts.figure_points import drawn_dots
from layouts.charts.palette import LIGHT
from layouts.charts.points import Axis, Dot, ScatterChart
from layouts.slides.chart import (
    SIZE,
    SMALL_LEGEND,
    colour_of,
    language,
    number_format,
    series_name,
    style_amounts,
    style_marker,
)
from layouts.slides.frame import Place, described, harmless

NAME_SIZE = 11
LARGEST_MARKER, SMALLEST_MARKER = 72, 3
"""Points: what PowerPoint can draw."""


def draw_scatter(shapes: Any, chart: ScatterChart, place: Place) -> Any:
    """The frame of the chart. Dots of which a value is not known have no place in it; the chart's
    sentence counts them."""
    classes = chart.classes or ((1, chart.title),)
    placed = _placed(chart)
    of_class = {
        tone: [each for each in placed if each[0].tone == tone or not chart.classes]
        for tone, _ in classes
    }
    data = XyChartData(number_format=number_format(chart.y.measure))
    for tone, words in classes:
        series = data.add_series(series_name(words))
        for dot, _ in of_class[tone]:
            series.add_data_point(dot.x, dot.y)
    frame = shapes.add_chart(XL_CHART_TYPE.XY_SCATTER, *place.emu, data)
    drawn = frame.chart
    drawn.font.size = Pt(SIZE)
    drawn.font.color.rgb = colour_of(LIGHT.ink)
    drawn.has_title = False
    drawn.has_legend = bool(chart.classes)
    if chart.classes:
        drawn.legend.position = XL_LEGEND_POSITION.BOTTOM
        drawn.legend.include_in_layout = False
        drawn.legend.font.size = Pt(SMALL_LEGEND)
    ends = ends_of(chart)
    names = names_beside(chart, ends, (place.width, place.height))
    _axis(drawn.category_axis, chart.x, ends[0])
    _axis(drawn.value_axis, chart.y, ends[1])
    for series, (tone, _) in zip(drawn.plots[0].series, classes, strict=True):
        series.format.line.fill.background()
        series.marker.style = XL_MARKER_STYLE.CIRCLE
        style_marker(series.marker, 7, colour_of(LIGHT.tone(tone)), hollow=False)
        for number, (dot, diameter) in enumerate(of_class[tone]):
            if chart.size is not None:
                series.points[number].marker.size = round(
                    min(max(diameter, SMALLEST_MARKER), LARGEST_MARKER)
                )
            if dot in names:
                _name(series.points[number].data_label, dot, left=names[dot] == "left")
    language(drawn, chart.lang)
    described(frame, chart.title, chart.message, chart.chart_id)
    return frame


def _placed(chart: ScatterChart) -> list[tuple[Dot, float]]:
    """The dots whose values are both known, in the order in which they are drawn."""
    return [each for each in drawn_dots(chart) if None not in (each[0].x, each[0].y)]


def _name(label: Any, dot: Dot, *, left: bool) -> None:
    label.has_text_frame = True
    label.text_frame.text = harmless(dot.label)
    label.text_frame.paragraphs[0].runs[0].font.size = Pt(NAME_SIZE)
    label.position = XL_LABEL_POSITION.LEFT if left else XL_LABEL_POSITION.RIGHT


def _axis(drawn: Any, axis: Axis, ends: tuple[float, float]) -> None:
    style_amounts(drawn, axis.head, axis.measure)
    drawn.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    drawn.format.line.color.rgb = colour_of(LIGHT.quiet)
    if axis.log:
        scaling = drawn._element.find(qn("c:scaling"))
        scaling.insert(0, parse_xml(f'<c:logBase {nsdecls("c")} val="10"/>'))
        drawn.minimum_scale, drawn.maximum_scale = 10 ** floor(ends[0]), 10 ** ceil(ends[1])
