"""A chart that PowerPoint cannot draw, such as a map, as a picture."""

from io import BytesIO
from typing import Any

from layouts.charts.description import Chart
from layouts.charts.png import png
from layouts.charts.standalone import drawing_svg
from layouts.slides.frame import Place, described

ZOOM = 3
"""So many pixels a unit of the drawing: sharp on a projector."""


def draw(shapes: Any, chart: Chart, place: Place) -> Any:
    """The picture, as large as it can be in the middle of its place."""
    svg, wide, tall = drawing_svg(chart)
    by = min(place.width / wide, place.height / tall)
    left = place.left + (place.width - wide * by) / 2
    where = Place(left, place.top, wide * by, tall * by)
    frame = shapes.add_picture(BytesIO(png(svg, zoom=ZOOM)), *where.emu)
    described(frame, chart.title, chart.message, chart.chart_id)
    return frame
