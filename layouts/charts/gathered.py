"""The charts of a page, gathered from its body: a chart that is shown cannot be forgotten."""

from collections.abc import Iterator, Mapping
from typing import Any

from layouts.charts.description import Chart
from layouts.html.markup import Element, tag_of

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


def _charts(body: Any) -> Iterator[Chart]:
    """In the order of the page; without recursion, since a page holds thousands of nodes."""
    left = [body]
    while left:
        node = left.pop()
        kind = type(node)
        if kind is ChartPart:
            yield node.chart
        elif kind is list or kind is tuple:
            left += node[::-1]
        else:
            children = getattr(node, "children", None)
            if children is not None and tag_of(node) not in NO_CHARTS_IN:
                left.append(children)
