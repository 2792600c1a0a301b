"""The tree of the portfolio's board: its controls, its answer in words, its sums and views."""

from collections.abc import Callable
from typing import Any

import dash_bootstrap_components as dbc
from dash import dcc, html
from dash.development.base_component import Component

from layouts.addresses import Address
from layouts.boards.board import DESK, Board, Height, Look, graph, store_id
from layouts.boards.portfolio.answers import PortfolioAnswers, View
from layouts.boards.portfolio.bars import bars
from layouts.boards.portfolio.controls import NAME, controls, histogram, region
from layouts.boards.portfolio.heat import heat
from layouts.boards.portfolio.rows import rows
from layouts.boards.portfolio.tiles import tiles
from layouts.boards.portfolio.words import chips, notes, sentence
from layouts.boards.portfolio.years import years_chart
from layouts.markup import aria

__all__ = ["NAME", "board", "regions"]

YEARS = Height(180, 180)


def regions(view: View) -> dict[str, object]:
    """What is in each part of the board that follows the choice."""
    return {
        "sentence": sentence(view),
        "chips": chips(view),
        "histogram": histogram(view),
        "tiles": tiles(view),
        "heat": heat(view),
        "notes": notes(view),
        "beneficiary": bars(view, "beneficiary"),
        "programme": bars(view, "programme"),
        "theme": bars(view, "theme"),
        "rows": rows(view),
    }


def board(address: Address, answers: PortfolioAnswers, look: Look = DESK) -> Board:
    """The board as the address asks for it."""
    view = View(address, answers)
    inside = regions(view)
    chart = years_chart(view)

    def part(name: str, tag: Callable[..., Component] = html.Div, **attributes: Any) -> Component:
        return tag(inside[name], id=region(name), className=f"portfolio-{name}", **attributes)

    tree = html.Div(
        [
            dbc.Form(controls(view), class_name="board-controls", prevent_default_on_submit=True),
            html.Div(
                [
                    part("sentence", html.P, role="status"),
                    part("chips"),
                    part("tiles", html.Ul),
                    html.Div(
                        [
                            html.Div(
                                [
                                    part(
                                        "heat",
                                        tabIndex="0",
                                        role="region",
                                        **aria(label=view.t("portfolio.matrix.heading")),
                                    ),
                                    part("notes", html.P),
                                ],
                                className="portfolio-main",
                            ),
                            html.Div(
                                [
                                    graph(NAME, chart, address, YEARS, look),
                                    part("beneficiary"),
                                    part("programme"),
                                    part("theme"),
                                ],
                                className="portfolio-side",
                            ),
                        ],
                        className="portfolio-views",
                    ),
                    part("rows"),
                ],
                className="board-graphs",
            ),
            dcc.Store(id=store_id(NAME, "address")),
        ],
        className="board",
    )
    return Board(NAME, tree, {chart.chart_id: chart})
