"""The tree of a city's board: its controls, what is shown in words, and its graphs."""

from dash import dcc

from layouts import html
from layouts.boards.board import DESK, Board, Height, Look, graph, store_id, text_id
from layouts.boards.city.answers import CityBoardAnswers
from layouts.boards.city.charts import charts
from layouts.boards.city.controls import controls
from layouts.boards.city.marks import drawn, marks_line
from layouts.boards.city.words import sentence, year_words
from layouts.boards.controls import choices
from layouts.links.addresses import Address

NAME = "city"
HEIGHTS = {
    "emissions": Height(220, 230),
    "sectors": Height(215, 220),
    "money": Height(140, 160),
    "promises": Height(130, 150),
}
"""Of the graphs: together with the head of the page they fill a screen."""


def usable(address: Address, answers: CityBoardAnswers) -> Address:
    """The address without a release or municipality that there is not, and without the year that
    it is now: it chooses nothing."""
    if (address.get("as_of") or "") >= str(answers.this_year):
        address = address.with_query(as_of=None)
    if address.get("release") not in {release.label for release in answers.releases}:
        address = address.with_query(release=None)
    return address if answers.other is not None else address.with_query(second=None)


def board(address: Address, answers: CityBoardAnswers, look: Look = DESK) -> Board:
    """The board as the address asks for it; what in it cannot be used is in no link of ours."""
    address = usable(address, answers)
    shown = charts(address, answers)
    tree = html.Div(
        [
            choices(address.lang, controls(NAME, address, answers)),
            html.Div(
                [
                    html.P(
                        sentence(address, answers),
                        id=text_id(NAME, "sentence"),
                        className="board-sentence",
                    ),
                    html.Div(
                        [
                            html.P(
                                marks_line(address, answers),
                                id=text_id(NAME, "marks"),
                                className="board-marked",
                            ),
                            html.P(
                                year_words(address, answers),
                                id=text_id(NAME, "year"),
                                className="board-year",
                            ),
                        ],
                        className="board-notes",
                        role="status",
                    ),
                    *(
                        graph(NAME, chart, address, HEIGHTS[chart_id], look)
                        for chart_id, chart in shown.items()
                    ),
                ],
                className="board-graphs",
            ),
            dcc.Store(id=store_id(NAME, "address")),
            dcc.Store(id=store_id(NAME, "drawn"), data=drawn(address, answers)),
        ],
        className="board",
    )
    return Board(NAME, tree, shown)
