"""A map of areas as SVG: each in the shade of its class, open where nothing is known."""

from layouts.charts.figure_areas import area_words
from layouts.charts.markup import coordinate, tag
from layouts.charts.points import AreaMap
from layouts.charts.svg_frame import Frame, document
from layouts.charts.svg_points import MAP_HEIGHT, plain
from layouts.charts.together import together


def area_svg(chart: AreaMap, frame: Frame) -> str:
    """The whole map in one rendition: as high as the frame, in its middle."""
    height = frame.total or MAP_HEIGHT
    by = min(height / chart.height, frame.width / chart.width)
    left = (frame.width - chart.width * by) / 2
    place = f"translate({coordinate(left)} 0) scale({by:.4f})"
    looks = [(f"area step-{a.step}{' faded' if a.faded else ''}", a) for a in chart.areas]
    areas = (
        together((look, a.outline) for look, a in sorted(looks, key=lambda pair: pair[0]))
        if frame.total
        else [
            tag("path", tag("title", plain(area_words(a, chart))), d=a.outline, class_=look)
            for look, a in looks
        ]
    )
    drawn = tag("g", *areas, transform=place)
    return document(frame, height, chart.chart_id, chart.title, chart.message, chart.lang, drawn)
