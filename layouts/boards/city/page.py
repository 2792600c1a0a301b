"""The page of a city's board: its head, the board, and all of it as tables."""

from layouts import html
from layouts.boards.board import stage
from layouts.boards.city.answers import CityBoardAnswers
from layouts.boards.city.tree import board
from layouts.boards.city.words import sentence, year_words
from layouts.boards.tables import tables_section
from layouts.frame.page import Page
from layouts.links.addresses import Address, href
from layouts.phrases.text import text

__all__ = ["page", "sentence", "year_words"]


def page(address: Address, answers: CityBoardAnswers) -> Page:
    """The board of a municipality."""
    t = text(address.lang)
    name = answers.municipality.name
    made = board(address, answers)
    city = href(Address("city", address.lang, answers.municipality.slug))
    body = html.Div(
        [
            html.P(html.A(name, href=city), className="kicker"),
            html.H1(t("board.city.title", name=name)),
            stage(made, address),
            tables_section(made, t),
        ],
        className="page page-board",
    )
    return Page(
        title=t("board.city.title", name=name),
        description=t("board.city.description", name=name),
        lang=address.lang,
        address=address,
        body=body,
        problems=answers.problems,
        stylesheet="board.css",
        board=made.name,
    )
