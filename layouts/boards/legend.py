"""The legend of a board's graph: what each colour is, and a way to choose it.

Its entries are links, so that they choose without a script; with one, the board takes the click.
"""

from collections.abc import Iterator
from typing import Any

from dash.development.base_component import Component

from layouts import html
from layouts.charts.description import BarPanel, Chart, LinePanel, TimeChart
from layouts.charts.points import AreaMap, ScatterChart
from layouts.charts.words import word
from layouts.html.markup import aria, data
from layouts.links.addresses import Address, href
from layouts.links.query import PARAMETERS
from layouts.links.routes import ROUTES
from progress.emissions.series import Status

Entry = tuple[str, str, str]
"""The classes of its swatch, its words, and what it chooses (`sektor:industri`) or nothing."""


def legend(board: str, chart: Chart, address: Address) -> html.Ul:
    """The legend under the id by which callbacks know it."""
    return html.Ul(
        legend_items(chart, address),
        id={"board": board, "legend": chart.chart_id},
        className="board-legend",
    )


def legend_items(chart: Chart, address: Address) -> list[html.Li]:
    """The entries of a chart: its series and goals, or its parts, then what is not final; of a
    scatter or a map its classes. Charts of other kinds have none: their marks are named where they
    are."""
    if isinstance(chart, ScatterChart | AreaMap):
        told = chart.class_head if isinstance(chart, ScatterChart) else ""
        heads = [html.Li(f"{told}:", className="legend-head")] if told else []
        return heads + [_class_item(css, words) for css, words in _class_entries(chart)]
    if not isinstance(chart, TimeChart):
        return []
    return [
        html.Li(
            [html.Span(className=f"swatch {swatch}"), _name(words, key, address)],
            className="faded" if "faded" in swatch else None,
        )
        for panel in chart.panels
        for swatch, words, key in (
            _bar_entries(panel, chart.lang)
            if isinstance(panel, BarPanel)
            else _line_entries(panel, chart.lang)
        )
    ]


def _class_entries(chart: ScatterChart | AreaMap) -> Iterator[tuple[str, str]]:
    if isinstance(chart, ScatterChart):
        yield from ((f"t{tone}", words) for tone, words in chart.classes)
        return
    yield from ((f"step-{number}", words) for number, words in enumerate(chart.steps, start=1))
    if any(area.value is None for area in chart.areas):
        yield "step-0", chart.missing


def _class_item(css: str, words: str) -> html.Li:
    return html.Li([html.Span(className=f"swatch {css}"), words])


def _name(words: str, key: str, address: Address) -> Component | str:
    if not key:
        return words
    control, _, value = key.partition(":")
    name = next(
        name
        for name in ROUTES[address.page].parameters
        if PARAMETERS[name].name(address.lang) == control
    )
    parameter = PARAMETERS[name]
    own = parameter.read(value, address.lang)
    chosen = own is not None and own in address.all(name)
    there: dict[str, Any] = {name: None if chosen else own}
    if parameter.many:
        others = tuple(each for each in address.all(name) if each != own)
        there = {name: others if chosen or own is None else (*others, own)}
    current = aria(current="true") if chosen else {}
    told = data(choice="yes") if parameter.many else data(key=key)
    return html.A(words, href=href(address.with_query(**there)), **current, **told)


def _line_entries(panel: LinePanel, lang: str) -> Iterator[Entry]:
    for line in panel.lines:
        estimated = all(mark.status is Status.ESTIMATE for mark in line.marks)
        look = f"continued-line squares t{line.tone}" if estimated else f"line t{line.tone}"
        yield look, line.label, line.key
    ahead = panel.outlook
    if ahead is not None and ahead.continued is not None:
        yield "continued-line", ahead.continued.label, ""
    if ahead is not None and ahead.needed is not None:
        yield "goal-line", ahead.needed.label, ahead.needed.key
    for path in panel.paths:
        yield "goal-line", path.label, path.key
    for level in panel.levels:
        yield "level-line", level.label, ""
    for each in panel.assumed:
        yield "assumed-line", each.label, ""
    for wedge in panel.wedges:
        yield f"t{wedge.tone}", wedge.label, ""
    yield from _status_entries({mark.status for line in panel.lines for mark in line.marks}, lang)


def _bar_entries(panel: BarPanel, lang: str) -> Iterator[Entry]:
    for place, part in enumerate(panel.parts):
        if any(bar.values[place] is not None for bar in panel.bars):
            look = f"t{part.tone}{' hollow' if part.hollow else ''}{' faded' if part.faded else ''}"
            yield look, part.label, part.key
    yield from _status_entries({bar.status for bar in panel.bars}, lang)


def _status_entries(statuses: set[Status], lang: str) -> Iterator[Entry]:
    for status in Status:
        if status in statuses and status is not Status.FINAL:
            yield f"mark {status}", word(str(status), lang), ""
