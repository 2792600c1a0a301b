"""What a board says as tables: each of its charts, folded, below it."""

from collections.abc import Sequence

from dash.development.base_component import Component

from layouts import html
from layouts.boards.board import Board
from layouts.charts.block import chart_origin
from layouts.charts.description import Chart
from layouts.charts.gathered import ChartPart
from layouts.charts.svg import sizing_svg
from layouts.charts.table import chart_table
from layouts.html.markup import Element, aria
from layouts.links.addresses import Address
from layouts.links.sharing import chart_sharing
from layouts.phrases.text import Text


def tables_section(
    board: Board,
    t: Text,
    *more: Component,
    address: Address | None = None,
    before: Sequence[Component] = (),
) -> Component:
    """The charts of a board as tables, with what they rest on; then `more`. `before` stands first.

    With `address`, the board's own, each chart's files and code stand by its table.
    """
    tables = [
        ChartPart(
            "details",
            chart,
            [
                html.Summary(t("board.table", title=chart.title)),
                folded(
                    chart_table(chart),
                    chart_origin(chart),
                    None if address is None else _sharing(chart, address),
                ),
            ],
            id=f"{chart_id}-table",
        )
        for chart_id, chart in board.charts.items()
    ]
    return html.Section(
        [*before, html.H2(t("board.tables"), id="tables"), *tables, *more],
        id="board-tables",
        className="section is-laid",
        **aria(labelledby="tables"),
    )


def folded(*content: Component | None) -> Element:
    """What a fold holds, for a browser with scripts to read when it is opened, or printed
    (`assets/pages/board.js`): thousands of cells are in the way of a board that takes hold. Without
    scripts it is there from the start."""
    return Element("noscript", list(content), className="folded")


def _sharing(chart: Chart, address: Address) -> Component:
    return html.Div(chart_sharing(chart, address, sizing_svg(chart)), className="chart-more")
