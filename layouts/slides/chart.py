"""Native charts: what PowerPoint draws by itself from numbers that anyone can edit."""

from typing import Any

from pptx.chart.data import CategoryChartData
from pptx.dml.color import RGBColor
from pptx.enum.chart import (
    XL_CHART_TYPE,
    XL_LEGEND_POSITION,
    XL_MARKER_STYLE,
    XL_TICK_LABEL_POSITION,
    XL_TICK_MARK,
)
from pptx.enum.dml import MSO_LINE
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.util import Pt

from layouts.charts.description import BarPanel, Measure, Panel, TimeChart
from layouts.charts.palette import LIGHT
from layouts.slides.frame import Place, described, harmless
from layouts.slides.series import Native, native
from layouts.slides.words import marked, tag_of

TITLE_SIZE, SIZE = 16, 14
SMALL_LEGEND, MOST_IN_LEGEND = 12, 6
MOST_YEARS_NAMED, FEW_YEARS = 10, 4
THOUSAND = 1000.0
DASHES = {
    "observed": None,
    "forecast": MSO_LINE.DASH,
    "estimate": MSO_LINE.SQUARE_DOT,
    "band": MSO_LINE.ROUND_DOT,
    "path": MSO_LINE.ROUND_DOT,
    "needed": None,
    "continued": MSO_LINE.SQUARE_DOT,
    "level": None,
    "assumed": MSO_LINE.DASH_DOT,
}
WIDTHS = {
    "observed": 2.75,
    "forecast": 2.5,
    "estimate": 2.5,
    "band": 1.0,
    "path": 2.0,
    "needed": 2.75,
    "continued": 2.0,
}
MARKERS = {
    "observed": XL_MARKER_STYLE.CIRCLE,
    "forecast": XL_MARKER_STYLE.DIAMOND,
    "estimate": XL_MARKER_STYLE.SQUARE,
}


def draw(shapes: Any, chart: TimeChart, place: Place) -> list[Any]:
    """The panels of a chart under each other, each a native chart; the frames that hold them."""
    first, last = chart.years
    years = tuple(range(first, last + 1))
    each = place.height / len(chart.panels)
    result = []
    for number, panel in enumerate(chart.panels):
        where = Place(place.left, place.top + number * each, place.width, each)
        title = chart.title if len(chart.panels) == 1 else panel.title
        frame = _panel(shapes, panel, years, title, chart.lang, where)
        described(frame, title, chart.message, chart.chart_id)
        result.append(frame)
    return result


def _panel(
    shapes: Any, panel: Panel, years: tuple[int, ...], title: str, lang: str, place: Place
) -> Any:
    series = native(panel, years, lang)
    data = CategoryChartData(number_format=number_format(panel.measure))
    data.categories = years
    for line in series:
        data.add_series(series_name(line.label), line.values)
    frame = shapes.add_chart(_kind(panel), *place.emu, data)
    chart = frame.chart
    chart.font.size = Pt(SIZE)
    chart.font.color.rgb = colour_of(LIGHT.ink)
    chart.has_title = True
    chart.chart_title.include_in_layout = False
    words = chart.chart_title.text_frame
    words.text = harmless(title)
    words.paragraphs[0].font.size = Pt(TITLE_SIZE)
    words.paragraphs[0].font.bold = True
    _legend(chart, panel, series)
    _axes(chart, panel.measure, len(years))
    for shown, line in zip(chart.plots[0].series, series, strict=True):
        if isinstance(panel, BarPanel):
            _bar(shown, line)
        else:
            _line(shown, line, years)
    if isinstance(panel, BarPanel):
        chart.plots[0].gap_width = 40 if len(years) > FEW_YEARS else 250
        if panel.stacked:
            chart.plots[0].overlap = 100
    language(chart, lang)
    return frame


def _kind(panel: Panel) -> XL_CHART_TYPE:
    if isinstance(panel, BarPanel):
        stacked = panel.stacked
        return XL_CHART_TYPE.COLUMN_STACKED if stacked else XL_CHART_TYPE.COLUMN_CLUSTERED
    return XL_CHART_TYPE.LINE_MARKERS


def series_name(label: str) -> str:
    """A series' name in the sheet of numbers, where a text may look like a formula."""
    name = harmless(label)
    return f"\u00a0{name}" if name.startswith(("=", "{")) else name


def number_format(measure: Measure) -> str:
    return "#,##0" + ("." + "0" * measure.decimals if measure.decimals else "")


def style_amounts(axis: Any, title: str, measure: Measure) -> None:
    """What an axis of amounts is called, how it writes them, and its lines over the chart."""
    axis.has_title = True
    axis.axis_title.text_frame.text = harmless(title)
    font = axis.axis_title.text_frame.paragraphs[0].font
    font.size, font.bold = Pt(SIZE), False
    axis.tick_labels.number_format = axis_format(measure)
    axis.tick_labels.number_format_is_linked = False
    axis.major_gridlines.format.line.color.rgb = colour_of(LIGHT.rule)


def axis_format(measure: Measure) -> str:
    """A comma at the end of a format counts in thousands: the numbers stay in whole units."""
    steps, divisor = "", measure.divisor
    while divisor >= THOUSAND:
        steps, divisor = steps + ",", divisor / THOUSAND
    return f"#,##0{'.0' if not steps and measure.decimals else ''}{steps}"


def language(chart: Any, lang: str) -> None:
    """What the words in the chart are written in, and how its own defaults are."""
    space = chart._chartSpace
    date1904 = space.find(qn("c:date1904"))
    named = parse_xml(f'<c:lang {nsdecls("c")} val="{tag_of(lang)}"/>')
    if date1904 is None:
        space.insert(0, named)
    else:
        date1904.addnext(named)
    marked(space, lang)


def _legend(chart: Any, panel: Panel, series: tuple[Native, ...]) -> None:
    """Names the series, except the ends of bands: those lie around what they belong to."""
    bars = isinstance(panel, BarPanel)
    chart.has_legend = bars or len(series) > 1
    if not chart.has_legend:
        return
    legend = chart.legend
    aside = isinstance(panel, BarPanel) and panel.stacked
    legend.position = XL_LEGEND_POSITION.RIGHT if aside else XL_LEGEND_POSITION.BOTTOM
    legend.include_in_layout = False
    legend.font.size = Pt(SMALL_LEGEND if len(series) > MOST_IN_LEGEND else SIZE)
    for place, line in reversed(list(enumerate(series))):
        if line.dress == "band":
            entry = f'<c:legendEntry {nsdecls("c")}><c:idx val="{place}"/><c:delete val="1"/>'
            position = legend._element.find(qn("c:legendPos"))
            position.addnext(parse_xml(f"{entry}</c:legendEntry>"))


def _axes(chart: Any, measure: Measure, years: int) -> None:
    amount, time = chart.value_axis, chart.category_axis
    style_amounts(amount, measure.axis, measure)
    amount.format.line.fill.background()
    amount.major_tick_mark = XL_TICK_MARK.NONE
    time.tick_labels.number_format = "0"
    time.tick_labels.number_format_is_linked = False
    time.tick_labels.font.size = Pt(SIZE)
    time.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    time.format.line.color.rgb = colour_of(LIGHT.quiet)
    time.major_tick_mark = XL_TICK_MARK.OUTSIDE
    step = next(
        step for step in (1, 2, 5, 10, 20, 50) if years / step <= MOST_YEARS_NAMED or step > 20
    )
    axis = time._element
    before = axis.find(qn("c:noMultiLvlLbl"))
    for name in ("tickLblSkip", "tickMarkSkip"):
        skip = parse_xml(f'<c:{name} {nsdecls("c")} val="{step}"/>')
        axis.append(skip) if before is None else before.addprevious(skip)


def _bar(shown: Any, native: Native) -> None:
    colour = colour_of(LIGHT.tone(native.tone))
    shown.invert_if_negative = False
    if native.dress == "outline":
        shown.format.fill.background()
        shown.format.line.color.rgb = colour
        shown.format.line.width = Pt(1.5)
        return
    shown.format.fill.solid()
    shown.format.fill.fore_color.rgb = colour


def _line(shown: Any, native: Native, years: tuple[int, ...]) -> None:
    is_goal = native.dress in ("path", "needed", "level")
    colour = colour_of(LIGHT.goal if is_goal else LIGHT.tone(native.tone))
    shown.smooth = False
    line = shown.format.line
    line.color.rgb = colour
    line.width = Pt(WIDTHS.get(native.dress, 1.5))
    dash = DASHES[native.dress]
    if dash is not None:
        line.dash_style = dash
    style = MARKERS.get(native.dress)
    shown.marker.style = XL_MARKER_STYLE.NONE if style is None else style
    if style is not None:
        style_marker(shown.marker, 7, colour, hollow=native.dress != "observed")
    for place, year in enumerate(years):
        known = native.values[place] is not None
        if known and style is not None and native.dress == "observed" and year in native.hollow:
            style_marker(shown.points[place].marker, 9, colour, hollow=True)
        if known and year == native.ring:
            marker = shown.points[place].marker
            marker.style = XL_MARKER_STYLE.CIRCLE
            style_marker(marker, 12, colour, hollow=True)


def style_marker(marker: Any, size: int, colour: RGBColor, *, hollow: bool) -> None:
    marker.size = size
    marker.format.fill.solid()
    marker.format.fill.fore_color.rgb = colour_of(LIGHT.ground) if hollow else colour
    marker.format.line.color.rgb = colour
    marker.format.line.width = Pt(1.75)


def colour_of(code: str) -> RGBColor:
    return RGBColor.from_string(code.removeprefix("#").upper())
