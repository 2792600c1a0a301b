"""The tables behind a scatter, a map of amounts and a map of areas."""

from layouts.charts import labels
from layouts.charts.columns import Column, Rows
from layouts.charts.measure import Measure
from layouts.charts.points import AreaMap, ScatterChart, SymbolMap
from layouts.charts.words import word


def point_rows(chart: ScatterChart | SymbolMap | AreaMap) -> Rows:
    """The table of any of the three."""
    match chart:
        case ScatterChart():
            return _scatter(chart)
        case SymbolMap():
            return _symbols(chart)
        case AreaMap():
            return _areas(chart)


def _scatter(chart: ScatterChart) -> Rows:
    """A row for each dot, with a column for each axis."""
    names = Column(chart.label_head, tuple(dot.label for dot in chart.dots), False)
    across = _column(chart.x.title, [dot.x for dot in chart.dots], chart.x.measure, chart.lang)
    up = _column(chart.y.title, [dot.y for dot in chart.dots], chart.y.measure, chart.lang)
    columns = [names, across, up]
    if chart.size is not None:
        sizes = [dot.size for dot in chart.dots]
        columns.append(_column(chart.size.title, sizes, chart.size.measure, chart.lang))
    if chart.classes:
        classes = dict(chart.classes)
        words = tuple(classes.get(dot.tone, "") for dot in chart.dots)
        columns.append(Column(chart.class_head, words, False))
    if any(dot.note for dot in chart.dots):
        notes = tuple(dot.note for dot in chart.dots)
        columns.append(Column(word("note", chart.lang), notes, False))
    return Rows(chart.title, tuple(columns))


def _areas(chart: AreaMap) -> Rows:
    """A row for each place, with its value and the class that it is drawn in."""
    names = Column(chart.label_head, tuple(area.label for area in chart.areas), False)
    values = [area.value for area in chart.areas]
    classes = tuple(
        chart.missing if area.value is None else chart.steps[area.step - 1] for area in chart.areas
    )
    value = _column(chart.value.title, values, chart.value.measure, chart.lang)
    return Rows(chart.title, (names, value, Column(word("class", chart.lang), classes, False)))


def _symbols(chart: SymbolMap) -> Rows:
    """A row for each circle, with what is told beside its amount."""
    lang, symbols = chart.lang, chart.symbols
    columns = [
        Column(chart.label_head, tuple(each.label for each in symbols), False),
        _column(word("amount", lang), [each.amount for each in symbols], chart.measure, lang),
    ]
    if any(each.note for each in symbols):
        columns.append(Column(word("note", lang), tuple(each.note for each in symbols), False))
    return Rows(chart.title, tuple(columns))


def _column(name: str, values: list[float | None], measure: Measure, lang: str) -> Column:
    head = f"{name} ({measure.unit})"
    texts = (
        word("unknown", lang) if value is None else labels.plain(value, measure, lang)
        for value in values
    )
    return Column(head, tuple(texts), values=((head, tuple(values)),))
