"""The page of the portfolio's board: the board, what it rests on, and its chart as a table."""

from dash.development.base_component import Component

from layouts import html
from layouts.boards.board import stage
from layouts.boards.portfolio.answers import PortfolioAnswers, View
from layouts.boards.portfolio.coverage import coverage_section
from layouts.boards.portfolio.flow import flow_chart
from layouts.boards.portfolio.main import shown
from layouts.boards.portfolio.spots import overlaps_section, spots_section
from layouts.boards.portfolio.tree import board
from layouts.boards.tables import tables_section
from layouts.charts.block import chart_block
from layouts.frame.page import Page
from layouts.html.cards import section
from layouts.links.addresses import Address
from layouts.phrases.text import text


def page(address: Address, answers: PortfolioAnswers) -> Page:
    """The board of all grants, filtered as the address says."""
    t = text(address.lang)
    made = board(address, answers)
    body = html.Div(
        [
            html.H1(t("portfolio.title")),
            stage(made, address),
            tables_section(made, t, *_behind(address, answers)),
        ],
        className="page page-board page-portfolio",
    )
    return Page(
        title=t("portfolio.title"),
        description=t("portfolio.description"),
        lang=address.lang,
        address=address,
        body=body,
        problems=answers.problems,
        stylesheet="board.css",
        board=made.name,
    )


def _behind(address: Address, answers: PortfolioAnswers) -> list[Component]:
    """What the choice rests on and leaves out: the stream, white spots, overlaps, the sources."""
    view = View(address, answers)
    t = view.t
    flow = None if shown(view) == "flow" else flow_chart(view)
    parts = (
        (
            "flow",
            None
            if flow is None
            else section("floden", t("portfolio.flow.heading"), chart_block(flow, address)),
        ),
        ("spots", spots_section(view)),
        ("overlaps", overlaps_section(view)),
        ("coverage", coverage_section(view)),
    )
    return [
        html.Details([html.Summary(t(f"portfolio.{name}.heading")), part], id=f"{name}-more")
        for name, part in parts
        if part is not None
    ]
