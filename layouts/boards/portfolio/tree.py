"""The tree of the portfolio's board: its controls, its answer in words, its sums and views."""

from typing import Any

from dash import dcc

from layouts import html
from layouts.boards.board import DESK, Board, Height, Look, graph, store_id
from layouts.boards.controls import choices, click
from layouts.boards.parts import Parts
from layouts.boards.portfolio.answers import PortfolioAnswers, View
from layouts.boards.portfolio.bars import bars
from layouts.boards.portfolio.controls import (
    MAIN,
    NAME,
    PARTS,
    controls,
    histogram,
    region,
)
from layouts.boards.portfolio.main import main, main_chart, shown, table, views
from layouts.boards.portfolio.money_map import map_chart
from layouts.boards.portfolio.plan_needs import plan_needs
from layouts.boards.portfolio.rows import rows
from layouts.boards.portfolio.tiles import kinds, tiles
from layouts.boards.portfolio.words import chips, notes, sentence
from layouts.boards.portfolio.years import years_chart
from layouts.boards.region import Region
from layouts.charts.description import Chart
from layouts.html.markup import aria
from layouts.links.addresses import Address

__all__ = ["NAME", "board", "charts", "regions"]

YEARS = Height(150, 150)
MAP = Height(370, 340)


def regions(view: View) -> dict[str, object]:
    """What is in each part of the board that follows the choice, but the large view (`main`)."""
    return {
        "sentence": sentence(view),
        "chips": chips(view),
        "histogram": histogram(view),
        "kinds": kinds(view),
        "tiles": tiles(view),
        "views": views(view),
        "table": table(view),
        "plans": plan_needs(view) if shown(view) == "needs" else [],
        "notes": notes(view),
        "beneficiary": bars(view, "beneficiary"),
        "programme": bars(view, "programme"),
        "theme": bars(view, "theme"),
        "rows": rows(view),
    }


def charts(view: View) -> dict[str, Chart]:
    """The charts that its graphs draw, by their ids."""
    drawn = (years_chart(view), map_chart(view), main_chart(view))
    return {chart.chart_id: chart for chart in drawn if chart is not None}


def board(address: Address, answers: PortfolioAnswers, look: Look = DESK) -> Board:
    """The board as the address asks for it."""
    view = View(address, answers)
    inside = regions(view)
    made = charts(view)
    years, outlined = list(made.values())[:2]

    def part(name: str, tag: str = "div", **attributes: Any) -> Region:
        look = {"className": f"portfolio-{name}", **attributes}
        return Region(inside[name], tag, region(name), **look)

    tree = html.Div(
        [
            choices(address.lang, controls(view)),
            html.Div(
                [
                    part("sentence", "p", role="status"),
                    html.Div([part("kinds", "ul"), part("chips")], className="portfolio-state"),
                    part("tiles", "ul"),
                    html.Div(
                        [
                            html.Div(
                                [
                                    html.Nav(
                                        part("views", "ul"),
                                        **aria(label=view.t("board.portfolio.views")),
                                    ),
                                    html.Div(main(view, look), id=MAIN, className="portfolio-main"),
                                    part("table"),
                                    part("plans"),
                                    part("notes", "p"),
                                ],
                                className="portfolio-view",
                            ),
                            html.Div(
                                [
                                    graph(NAME, years, address, YEARS, look),
                                    html.Div(
                                        [
                                            graph(NAME, outlined, address, MAP, look),
                                            html.Div(
                                                [
                                                    part("beneficiary"),
                                                    part("programme"),
                                                    part("theme"),
                                                ],
                                                className="portfolio-largest",
                                            ),
                                        ],
                                        className="portfolio-places",
                                    ),
                                ],
                                className="portfolio-side",
                            ),
                        ],
                        className="portfolio-views-row",
                    ),
                    part("rows"),
                ],
                className="board-graphs",
            ),
            dcc.Store(id=store_id(NAME, "address")),
            Parts(PARTS),
        ],
        className="board",
    )
    return Board(NAME, tree, made, grid=click("shown", "rows", address.lang).replace(":", "="))
