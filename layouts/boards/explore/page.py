"""The page of the board of all municipalities: the board, and all of it as tables."""

from dash.development.base_component import Component

from layouts import html
from layouts.boards.board import stage
from layouts.boards.explore.answers import ExploreAnswers, View
from layouts.boards.explore.multiples import multiples_chart
from layouts.boards.explore.tree import board
from layouts.boards.explore.why import why_section
from layouts.boards.explore.words import sentence
from layouts.boards.tables import tables_section
from layouts.charts.block import chart_block
from layouts.frame.page import Page
from layouts.links.addresses import Address


def page(address: Address, answers: ExploreAnswers) -> Page:
    """All municipalities, as the address chooses them."""
    view = View(address, answers)
    t = view.t
    made = board(view)
    body = html.Div(
        [
            html.H1(t("board.explore.title")),
            stage(made, address),
            tables_section(
                made,
                t,
                html.Details(
                    [html.Summary(t("board.explore.why")), why_section(view)], id="why-more"
                ),
                _multiples(view),
                html.P(t("board.explore.method"), className="note"),
                address=address,
            ),
        ],
        className="page page-board page-explore",
    )
    return Page(
        title=t("board.explore.title"),
        description=sentence(view),
        lang=address.lang,
        address=address,
        body=body,
        problems=answers.problems,
        stylesheet="board.css",
        board=made.name,
    )


def _multiples(view: View) -> Component | None:
    """Each municipality by itself, folded; who prints gets them."""
    chart = multiples_chart(view)
    if chart is None:
        return None
    return html.Details(
        [html.Summary(view.t("board.explore.multiples")), chart_block(chart, view.address)],
        id="multiples-more",
    )
