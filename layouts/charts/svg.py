"""A chart as light inline SVG: no script, no inline style, classes that the stylesheet colours."""

from dataclasses import replace

from layouts.charts.description import Chart, FlowChart, RangeBars, TimeChart
from layouts.charts.points import AreaMap, ScatterChart, SymbolMap
from layouts.charts.svg_areas import area_svg
from layouts.charts.svg_flow import flow_svg
from layouts.charts.svg_frame import (
    BOARD_NARROW,
    BOARD_WIDE,
    FIRST_NARROW,
    FIRST_WIDE,
    NARROW,
    ROOM_WIDE,
    WIDE,
    Frame,
)
from layouts.charts.svg_multiples import multiples_svg
from layouts.charts.svg_points import map_svg, scatter_svg
from layouts.charts.svg_ranges import ranges_svg
from layouts.charts.svg_spark import spark_svg
from layouts.charts.svg_time import time_svg

__all__ = [
    "NARROW",
    "WIDE",
    "board_svg",
    "chart_svg",
    "first_svg",
    "responsive_svg",
    "sizing_svg",
    "spark_svg",
]


def chart_svg(chart: Chart, frame: Frame = WIDE) -> str:
    """One rendition of the chart as an `<svg>` string."""
    match chart:
        case TimeChart():
            return multiples_svg(chart, frame) if chart.small else time_svg(chart, frame)
        case FlowChart():
            return flow_svg(chart, frame)
        case RangeBars():
            return ranges_svg(chart, frame)
        case ScatterChart():
            return scatter_svg(chart, frame)
        case SymbolMap():
            return map_svg(chart, frame)
        case AreaMap():
            return area_svg(chart, frame)


def responsive_svg(chart: Chart, *, room: bool = False) -> str:
    """Both renditions; the stylesheet shows the one that fits and hides the other. In a meeting
    `room` the wide one has larger words.

    They stand under the chart's heading and sentence and over its table, which say it all.
    """
    frames = (ROOM_WIDE if room else WIDE, NARROW)
    return "".join(chart_svg(chart, replace(frame, described=False)) for frame in frames)


def sizing_svg(chart: Chart) -> str:
    """As `responsive_svg`, to be measured, not shown: without dots, circles and areas, which lie
    within axes or a map of a given size."""
    match chart:
        case ScatterChart():
            return responsive_svg(replace(chart, dots=()))
        case SymbolMap():
            return responsive_svg(replace(chart, symbols=(), outlines=(), followed=()))
        case AreaMap():
            return responsive_svg(replace(chart, areas=()))
        case _:
            return responsive_svg(chart)


def board_svg(chart: Chart, wide: float, narrow: float) -> str:
    """As `responsive_svg`, as high as the board's graph is on a desk and on a phone."""
    frames = replace(BOARD_WIDE, total=wide), replace(BOARD_NARROW, total=narrow)
    return "".join(chart_svg(chart, frame) for frame in frames)


def first_svg(chart: Chart) -> str:
    """As `responsive_svg`, for the first chart of a page: without heads and legends."""
    frames = (replace(frame, described=False) for frame in (FIRST_WIDE, FIRST_NARROW))
    return "".join(chart_svg(chart, frame) for frame in frames)
