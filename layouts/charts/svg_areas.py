"""A map of areas as SVG: each in the shade of its class, open where nothing is known."""

from layouts.charts.figure_areas import area_words
from layouts.charts.markup import coordinate, tag
from layouts.charts.points import AreaMap
from layouts.charts.svg_frame import Frame, document
from layouts.charts.svg_points import MAP_HEIGHT, plain


def area_svg(chart: AreaMap, frame: Frame) -> str:
    """The whole map in one rendition: as high as the frame, in its middle."""
    height = frame.total or MAP_HEIGHT
    by = min(height / chart.height, frame.width / chart.width)
    left = (frame.width - chart.width * by) / 2
    place = f"translate({coordinate(left)} 0) scale({by:.4f})"
    areas = [
        tag(
            "path",
            tag("title", plain(area_words(area, chart))),
            d=area.outline,
            class_=f"area step-{area.step}{' faded' if area.faded else ''}",
        )
        for area in chart.areas
    ]
    drawn = tag("g", *areas, transform=place)
    return document(frame, height, chart.chart_id, chart.title, chart.message, chart.lang, drawn)
