"""The tables behind a scatter and a map of amounts."""

from layouts.charts import labels
from layouts.charts.columns import Column, Rows
from layouts.charts.measure import Measure
from layouts.charts.points import ScatterChart, SymbolMap
from layouts.charts.words import word


def scatter_rows(chart: ScatterChart) -> Rows:
    """A row for each dot, with a column for each axis."""
    names = Column(chart.label_head, tuple(dot.label for dot in chart.dots), False)
    across = _column(chart.x.title, [dot.x for dot in chart.dots], chart.x.measure, chart.lang)
    up = _column(chart.y.title, [dot.y for dot in chart.dots], chart.y.measure, chart.lang)
    return Rows(chart.title, (names, across, up))


def map_rows(chart: SymbolMap) -> Rows:
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
