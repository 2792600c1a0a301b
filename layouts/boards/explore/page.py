"""The page of the board of all municipalities: the board, and all of it as tables."""

from dash.development.base_component import Component

from layouts import html
from layouts.boards.board import stage
from layouts.boards.explore.answers import ExploreAnswers, View
from layouts.boards.explore.multiples import multiples_chart
from layouts.boards.explore.tree import board
from layouts.boards.explore.why import why_section
from layouts.boards.explore.words import sentence
from layouts.boards.tables import folded, tables_section
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
                html.P(t("board.explore.method"), className="note"),
                address=address,
                before=_further(view),
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


def _further(view: View) -> list[Component]:
    """What the four views lead to, folded: why emissions changed, and each municipality alone."""
    t, chart = view.t, multiples_chart(view)
    parts: list[Component] = [
        html.H2(t("board.explore.further"), id="further"),
        html.Details(
            [html.Summary(t("board.explore.why")), folded(why_section(view))], id="why-more"
        ),
    ]
    if chart is not None:
        summary = html.Summary(t("board.explore.multiples"))
        block = folded(chart_block(chart, view.address))
        parts.append(html.Details([summary, block], id="multiples-more"))
    return parts
