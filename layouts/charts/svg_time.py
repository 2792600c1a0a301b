"""A time chart as SVG: its panels under each other on one true time axis."""

from dataclasses import replace

from layouts.charts import labels, scale, svg_bars, svg_lines, svg_names, svg_outlook
from layouts.charts.description import BarPanel, LinePanel, Panel, TimeChart
from layouts.charts.markup import coordinate, escape, path, tag, width, words, wrap
from layouts.charts.svg_frame import BOARD_LEFT, Frame, document
from layouts.charts.svg_marks import Entry, legend

TICK_GAP = 7.0


def time_svg(chart: TimeChart, frame: Frame) -> str:
    """The whole chart in one rendition."""
    first, last = chart.years
    panels = [_within(panel, first, last) for panel in chart.panels]
    left = _left(panels, frame, chart.lang)
    years = scale.Years(first, last, left, frame.width - _right(chart, frame))
    drawn: list[str] = []
    end, tops, bottoms = 0.0, [], []
    for place, panel in enumerate(panels):
        markup, top, bottom = _panel(panel, chart, frame, years, end, place == 0)
        drawn.append(markup)
        tops.append(top)
        bottoms.append(bottom)
        end = bottom + (26 if frame.first else frame.size * 2.6)
    for moment in chart.moments:
        x = years.at(moment.day)
        drawn.insert(0, tag("path", d=path([(x, tops[0]), (x, bottoms[-1])]), class_="moment"))
    bands = dict.fromkeys(chart.linked_years, "linked-year")
    bands |= dict.fromkeys(chart.marked_years, "marked-year")
    for year, css in bands.items():
        if years.first <= year <= years.last:
            middle, half = years.middle(year), years.slot * 0.45
            left, right = middle - half, middle + half
            band = [(left, tops[0]), (right, tops[0]), (right, bottoms[-1]), (left, bottoms[-1])]
            drawn.insert(0, tag("path", d=path(band) + "z", class_=css))
    height = frame.total or end - (
        18 if frame.first and len(chart.panels) > 1 else frame.size * 0.9
    )
    return document(
        frame,
        height,
        chart.chart_id,
        chart.title,
        chart.message,
        chart.lang,
        *drawn,
        axis=_axis(years, tops[0], bottoms[-1]),
    )


def _axis(years: scale.Years, top: float, bottom: float) -> str:
    """Where the years stand, for the script that reads them out."""
    places = (years.left, years.right, top, bottom)
    return " ".join([str(years.first), str(years.last), *(coordinate(each) for each in places)])


def _within(panel: Panel, first: int, last: int) -> Panel:
    """The panel with what its axis has years for; its table holds all of it."""
    if isinstance(panel, BarPanel):
        return replace(panel, bars=tuple(b for b in panel.bars if first <= b.year <= last))
    lines = tuple(
        replace(line, marks=tuple(m for m in line.marks if first <= m.year <= last))
        for line in panel.lines
    )
    return replace(panel, lines=lines)


def _left(panels: list[Panel], frame: Frame, lang: str) -> float:
    if frame.total is not None and not frame.narrow:
        return BOARD_LEFT
    texts = [
        labels.tick(value, panel.measure, lang)
        for panel in panels
        for value in scale.values(_values(panel), 0.0, 1.0, _most_ticks(panel, frame)).ticks
    ]
    return max(width(text, frame.size) for text in texts) + TICK_GAP + 2


def _right(chart: TimeChart, frame: Frame) -> float:
    right = frame.right
    if frame.total is not None or (frame.first and isinstance(chart.panels[0], LinePanel)):
        return right
    for panel in chart.panels:
        if isinstance(panel, BarPanel):
            if svg_bars.named_beside(panel, frame):
                right = max(right, svg_bars.LABEL_COLUMN)
        elif svg_names.are_many(panel, frame) and not frame.narrow:
            right = max(right, svg_names.COLUMN)
        elif svg_lines.named_beside(panel, chart.years[1], frame):
            right = max(right, svg_lines.GOAL_COLUMN)
    return right


def _values(panel: Panel) -> list[float]:
    return svg_bars.values(panel) if isinstance(panel, BarPanel) else svg_lines.values(panel)


def _height(panel: Panel, frame: Frame) -> float:
    if isinstance(panel, BarPanel):
        return svg_bars.height(panel, frame)
    return svg_lines.height(frame)


def _most_ticks(panel: Panel, frame: Frame) -> int:
    tall = _height(panel, frame)
    return 2 if tall < 80 else 3 if tall < 200 else 5


def _entries(panel: Panel, frame: Frame, lang: str) -> list[Entry]:
    """What the legend names; a board has its own beside the drawing."""
    if frame.total is not None:
        return []
    if isinstance(panel, BarPanel):
        return svg_bars.entries(panel, frame, lang)
    return svg_lines.entries(panel, frame, lang)


def _panel(
    panel: Panel,
    chart: TimeChart,
    frame: Frame,
    years: scale.Years,
    start: float,
    with_moments: bool,
) -> tuple[str, float, float]:
    if frame.first:
        head, key, top = _first_head(panel, frame, years, start, with_moments)
    else:
        keys = _entries(panel, frame, chart.lang)
        head, under_head = _head(panel, frame, start)
        key, under_key = legend(keys, frame, under_head)
        top = under_key + frame.size * 1.1
    bottom = frame.total - frame.size * 2 if frame.total else top + _height(panel, frame)
    axis = scale.values(_values(panel), bottom, top, _most_ticks(panel, frame))
    named = with_moments or not frame.first
    drawn = [head, key, _grid(panel, frame, years, axis, chart.lang, named)]
    if isinstance(panel, BarPanel):
        drawn.append(svg_bars.draw(panel, frame, years, axis, chart.lang))
    else:
        moments = chart.moments if with_moments else ()
        drawn.append(svg_lines.draw(panel, frame, years, axis, chart.lang, moments))
    return tag("g", *drawn, class_="panel"), top, axis.bottom


def _head(panel: Panel, frame: Frame, start: float) -> tuple[str, float]:
    size = frame.size + 0.5
    y = start + size
    drawn = ""
    if frame.total is None:
        rows = wrap(panel.title, frame.width, size, 2)
        drawn = words(0, y, rows, size, "head")
        y += (len(rows) - 1) * size * 1.22 + frame.size * 1.3
    units = wrap(panel.measure.axis, frame.width, frame.size - 1, 2)
    drawn += words(0, y, units, frame.size - 1, "quiet")
    return drawn, y + (len(units) - 1) * frame.size * 1.2 + frame.size * 0.5


def _first_head(
    panel: Panel, frame: Frame, years: scale.Years, start: float, is_first: bool
) -> tuple[str, str, float]:
    """What is counted, beside the panel on a desk and over it on a phone; the first panel's stands
    in the page's own words over the drawing."""
    if is_first:
        return "", "", 10.0 + svg_outlook.band(panel, frame)
    size = frame.size - 1
    if frame.narrow:
        return (
            words(0, start + size, [f"{panel.title}, {panel.measure.axis}"], size, "quiet"),
            "",
            (start + size * 1.9),
        )
    x = years.right + 12
    rows = wrap(f"{panel.title}, {panel.measure.axis}", frame.width - x, size, 3)
    return words(x, start + size + 12, rows, size, "quiet"), "", start + 6


def _grid(
    panel: Panel,
    frame: Frame,
    years: scale.Years,
    axis: scale.Values,
    lang: str,
    named_years: bool = True,
) -> str:
    """All lines of one look as one path: a page has a hundred of them."""
    left, right, below = coordinate(years.left), coordinate(years.right), coordinate(axis.bottom)
    beside, under = coordinate(years.left - TICK_GAP), coordinate(axis.bottom + frame.size * 1.45)
    lines, zeros, named = "", "", ""
    for value in axis.ticks:
        y = axis.at(value)
        line = f"M{left} {coordinate(y)}H{right}"
        if value == 0:
            zeros += line
        else:
            lines += line
        text = escape(labels.tick(value, panel.measure, lang))
        at = coordinate(y + frame.size * 0.35)
        named += f'<text x="{beside}" y="{at}" class="tick" text-anchor="end">{text}</text>'
    for year in years.ticks(frame.year_room):
        x = coordinate(years.middle(year))
        zeros += f"M{x} {below}v5"
        if named_years:
            named += f'<text x="{x}" y="{under}" class="tick" text-anchor="middle">{year}</text>'
    drawn = [tag("path", d=d, class_=css) for d, css in ((lines, "grid"), (zeros, "zero")) if d]
    return tag("g", *drawn, named, class_="axes")
