"""The table behind a chart: heads and cells as text, from the same description as the drawing."""

from collections import Counter
from dataclasses import replace

from layouts.charts import labels
from layouts.charts.columns import Column, Reading, Role, Rows
from layouts.charts.description import (
    BarPanel,
    Chart,
    FlowChart,
    Line,
    LinePanel,
    Measure,
    RangeBars,
    TimeChart,
)
from layouts.charts.points import AreaMap, ScatterChart, SymbolMap
from layouts.charts.rows_points import point_rows
from layouts.charts.rows_waterfall import waterfall_rows
from layouts.charts.words import word
from progress.emissions.series import Status
from progress.phrases import formats


def rows(chart: Chart) -> Rows:
    """The numbers of a chart as a table."""
    match chart:
        case TimeChart():
            return _time(chart)
        case FlowChart():
            return _flow(chart)
        case RangeBars():
            return _ranges(chart)
        case ScatterChart() | SymbolMap() | AreaMap():
            return point_rows(chart)


def _time(chart: TimeChart) -> Rows:
    years = tuple(sorted(_years_with_values(chart)))
    named = tuple(str(year) for year in years)
    head = word("year", chart.lang)
    columns = [Column(head, named, False, ((head, years),))]
    parts = Counter(
        part.label for panel in chart.panels if isinstance(panel, BarPanel) for part in panel.parts
    )
    again = {label for label, times in parts.items() if times > 1}
    for panel in chart.panels:
        if isinstance(panel, BarPanel):
            columns += _bar_columns(panel, years, chart.lang, again)
        else:
            columns += _line_columns(panel, years, chart.lang)
    notes = [f"{each.label}: {formats.day(each.day, chart.lang)}." for each in chart.moments]
    dash = word("none", chart.lang)
    if any(dash in column.cells for column in columns):
        notes.append(word("dash_means", chart.lang))
    return Rows(chart.title, tuple(columns), tuple(notes))


def _years_with_values(chart: TimeChart) -> set[int]:
    years: set[int] = set()
    for panel in chart.panels:
        if isinstance(panel, BarPanel):
            years |= {bar.year for bar in panel.bars} | {each.year for each in panel.unknown}
        else:
            years |= {mark.year for line in panel.lines for mark in line.marks}
            if panel.outlook is not None:
                ahead = (panel.outlook.continued, panel.outlook.needed)
                years |= {
                    year for overlay in ahead if overlay is not None for year, _ in overlay.points
                }
            years |= {path.points[-1].year for path in panel.paths if path.points}
            years |= {year for each in panel.assumed for year, _ in each.points}
            years |= {year.year for wedge in panel.wedges for year in wedge.years}
            years |= {year for each in panel.levels for year in (each.first_year, each.last_year)}
    return years


def _line_columns(panel: LinePanel, years: tuple[int, ...], lang: str) -> list[Column]:
    columns: list[Column] = []
    for line in panel.lines:
        columns += _mark_columns(line, panel, years, lang)
    for path in panel.paths:
        known = {point.year: point.value for point in path.points}
        label = word("path", lang, label=path.label)
        columns.append(_series_column(label, known, panel, years, lang))
    columns += _outlook_columns(panel, years, lang)
    for each in panel.assumed:
        columns.append(_series_column(each.label, dict(each.points), panel, years, lang))
    for wedge in panel.wedges:
        spans = {year.year: (year.low, year.high) for year in wedge.years}
        column = _span_column(wedge.label, spans, panel.measure, years, lang)
        columns.append(replace(column, reading=_reading(wedge.label, panel)))
    for level in panel.levels:
        span = range(level.first_year, level.last_year + 1)
        held = dict.fromkeys(span, level.value)
        columns.append(_series_column(level.label, held, panel, years, lang))
    return columns


def _outlook_columns(panel: LinePanel, years: tuple[int, ...], lang: str) -> list[Column]:
    """What is needed and what the done rate gives; neither is a figure that anyone has measured."""
    outlook = panel.outlook
    if outlook is None:
        return []
    result = []
    if outlook.continued is not None:
        points = dict(outlook.continued.points[1:])
        result.append(_series_column(outlook.continued.label, points, panel, years, lang))
        if outlook.continued.band:
            spans = {year: (low, high) for year, low, high in outlook.continued.band}
            label = word("band", lang, label=outlook.continued.label)
            column = _span_column(label, spans, panel.measure, years, lang)
            result.append(replace(column, reading=Reading(Role.BAND)))
    if outlook.needed is not None:
        label = word("needed", lang, label=outlook.needed.label)
        points = dict(outlook.needed.points[1:])
        result.append(_series_column(label, points, panel, years, lang))
    if outlook.path:
        label = word("path", lang, label=outlook.goal)
        result.append(_series_column(label, dict(outlook.path), panel, years, lang))
    return result


def _reading(label: str, panel: LinePanel | BarPanel, status: str | None = "") -> Reading:
    return Reading(Role.VALUE, capitalised(label), panel.measure.unit, panel.title, status)


def _series_column(
    label: str,
    known: dict[int, float] | dict[int, float | None],
    panel: LinePanel | BarPanel,
    years: tuple[int, ...],
    lang: str,
    status: str | None = "",
) -> Column:
    """A column of values with its unit in its head."""
    column = _column(_with_unit(label, panel.measure), known, panel.measure, years, lang)
    return replace(column, reading=_reading(label, panel, status))


def _mark_columns(line: Line, panel: LinePanel, years: tuple[int, ...], lang: str) -> list[Column]:
    measure = panel.measure
    known = {mark.year: mark for mark in line.marks}
    dash = word("none", lang)
    values = {mark.year: mark.value for mark in line.marks}
    final = all(mark.status == Status.FINAL for mark in line.marks)
    status = word("final", lang) if final else None
    columns = [_series_column(line.label, values, panel, years, lang, status)]
    if any(mark.low is not None for mark in line.marks):
        cells = []
        for year in years:
            mark = known.get(year)
            if mark is None or mark.low is None or mark.high is None:
                cells.append(dash)
                continue
            low = formats.number(mark.low, lang, measure.decimals)
            cells.append(f"{low}–{formats.number(mark.high, lang, measure.decimals)}")
        columns.append(
            Column(
                word("band", lang, label=line.label),
                tuple(cells),
                values=tuple(
                    (
                        _with_unit(f"{line.label}, {word(key, lang).lower()}", measure),
                        tuple(getattr(known.get(year), key, None) for year in years),
                    )
                    for key in ("low", "high")
                ),
                reading=Reading(Role.BAND),
            )
        )
    if not final:
        texts = tuple(word(str(known[y].status), lang) if y in known else dash for y in years)
        columns.append(Column(word("status", lang), texts, False, reading=Reading(Role.STATUS)))
    return columns


def _span_column(
    label: str,
    spans: dict[int, tuple[float, float]],
    measure: Measure,
    years: tuple[int, ...],
    lang: str,
) -> Column:
    cells = []
    for year in years:
        low, high = spans.get(year, (None, None))
        first, last = (labels.plain(value, measure, lang) for value in (low, high))
        cells.append(first if low == high else f"{first}–{last}")
    values = tuple(
        (
            _with_unit(f"{label}, {word(key, lang).lower()}", measure),
            tuple(spans[year][place] if year in spans else None for year in years),
        )
        for place, key in enumerate(("low", "high"))
    )
    return Column(_with_unit(label, measure), tuple(cells), values=values)


def _bar_columns(
    panel: BarPanel, years: tuple[int, ...], lang: str, again: set[str]
) -> list[Column]:
    """The parts of the bars. A part that another panel has too tells which panel it is of."""
    columns = []
    of = f", {panel.title[:1].lower()}{panel.title[1:]}"
    final = all(bar.status == Status.FINAL for bar in panel.bars)
    status = (word("final", lang) if panel.stacked else "") if final else None
    for place, part in enumerate(panel.parts):
        known = {bar.year: bar.values[place] for bar in panel.bars}
        label = f"{part.label}{of}" if part.label in again else part.label
        column = _series_column(label, known, panel, years, lang)
        columns.append(replace(column, reading=_reading(part.label, panel, status)))
    columns += _unknown_columns(panel, years, lang)
    if panel.stacked:
        sums = {bar.year: sum(v for v in bar.values if v is not None) for bar in panel.bars}
        columns.append(_series_column(word("total", lang), sums, panel, years, lang, status))
    if not final:
        statuses = {bar.year: word(str(bar.status), lang) for bar in panel.bars}
        dash = word("none", lang)
        texts = tuple(statuses.get(year, dash) for year in years)
        columns.append(Column(word("status", lang), texts, False, reading=Reading(Role.STATUS)))
    return columns


def _unknown_columns(panel: BarPanel, years: tuple[int, ...], lang: str) -> list[Column]:
    """What is known to be there though its size is not: a column for each name that it has."""
    columns = []
    for label in dict.fromkeys(each.label for each in panel.unknown):
        there = {each.year for each in panel.unknown if each.label == label}
        cells = tuple(word("unknown" if year in there else "none", lang) for year in years)
        name = capitalised(label)
        reading = Reading(Role.VALUE, name, "", panel.title)
        columns.append(Column(name, cells, False, reading=reading))
    return columns


def _column(
    head: str,
    known: dict[int, float] | dict[int, float | None],
    measure: Measure,
    years: tuple[int, ...],
    lang: str,
) -> Column:
    values = tuple(known.get(year) for year in years)
    return _numbers(head, values, measure, lang)


def _numbers(head: str, values: tuple[float | None, ...], measure: Measure, lang: str) -> Column:
    cells = tuple(labels.plain(value, measure, lang) for value in values)
    return Column(head, cells, values=((head, values),))


def _with_unit(label: str, measure: Measure) -> str:
    return f"{capitalised(label)} ({measure.unit})"


def capitalised(label: str) -> str:
    """A label as it begins a line; the rest as it is."""
    return f"{label[:1].upper()}{label[1:]}"


def _flow(chart: FlowChart) -> Rows:
    names = {node.node_id: node.label for node in chart.nodes}
    amounts = tuple(link.amount for link in chart.links)
    head = _with_unit(word("amount", chart.lang), chart.measure)
    return Rows(
        chart.title,
        (
            Column(
                word("from", chart.lang), tuple(names[link.source] for link in chart.links), False
            ),
            Column(
                word("to", chart.lang), tuple(names[link.target] for link in chart.links), False
            ),
            _numbers(head, amounts, chart.measure, chart.lang),
        ),
    )


def _ranges(chart: RangeBars) -> Rows:
    if any(row.change is not None for row in chart.rows):
        return waterfall_rows(chart)
    lang, unknown = chart.lang, word("unknown", chart.lang)

    def amounts(label: str, values: tuple[float | None, ...]) -> Column:
        head = _with_unit(label, chart.measure)
        texts = (unknown if v is None else labels.plain(v, chart.measure, lang) for v in values)
        return Column(head, tuple(texts), values=((head, values),))

    columns = [
        Column(chart.label_head, tuple(row.label for row in chart.rows), False),
        amounts(word("low", lang), tuple(row.low for row in chart.rows)),
        amounts(word("high", lang), tuple(row.high for row in chart.rows)),
    ]
    if chart.part_label:
        columns.append(amounts(chart.part_label, tuple(row.part for row in chart.rows)))
    if any(row.note for row in chart.rows):
        columns.append(Column(word("note", lang), tuple(row.note for row in chart.rows), False))
    return Rows(chart.title, tuple(columns))
