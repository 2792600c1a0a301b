"""The charts of a page, gathered from its body: a chart that is shown cannot be forgotten."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from dash.development.base_component import Component

from layouts.charts.description import Chart
from layouts.markup import Element, Raw

NO_CHARTS_IN = frozenset({"table", "tr", "p", "ul", "ol", "dl", "select", "h1", "h2", "h3", "nav"})
"""Elements that hold no chart; most of a page lies in them, and need not be looked through."""


class ChartPart(Element):
    """An element that offers a chart of its page, such as the links to the chart's files."""

    _type = "ChartPart"

    def __init__(self, tag: str, chart: Chart, children: Any, **attributes: Any) -> None:
        super().__init__(tag, children, **attributes)
        self.chart = chart


def charts_of(body: Any) -> Mapping[str, Chart]:
    """The charts that a page offers, by their ids, in their order."""
    return {chart.chart_id: chart for chart in _charts(body)}


def _charts(node: Any) -> Iterator[Chart]:
    if isinstance(node, ChartPart):
        yield node.chart
    elif isinstance(node, Component):
        tag = node.tag if isinstance(node, Element) else str(node._type).lower()
        if tag not in NO_CHARTS_IN and not isinstance(node, Raw):
            yield from _charts(getattr(node, "children", None))
    elif isinstance(node, Sequence) and not isinstance(node, str):
        for child in node:
            yield from _charts(child)
