"""The tree of the board: its controls, the answer in words, and its two graphs."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from dash import dcc

from layouts import html
from layouts.boards.board import DESK, Board, Height, Look, graph, store_id, text_id
from layouts.boards.controls import choices
from layouts.boards.what_if.answers import WhatIfAnswers
from layouts.boards.what_if.choice import Choice, choose
from layouts.boards.what_if.controls import NAME, controls
from layouts.boards.what_if.drag import drag, ticks
from layouts.boards.what_if.lead import Lead, lead
from layouts.boards.what_if.levers import Levers, Road, levers, road_of
from layouts.boards.what_if.levers_chart import levers_chart
from layouts.boards.what_if.rate_chart import scenario_chart
from layouts.boards.what_if.result import cases, result
from layouts.charts.description import TimeChart
from layouts.links.addresses import Address
from layouts.phrases.text import Text, text

__all__ = ["NAME", "View", "board", "charts", "texts", "view"]

RATE, LEVERS = Height(250, 240), Height(230, 230)


@dataclass(frozen=True)
class View:
    """What the address chooses, worked out once for all parts of the page."""

    address: Address
    answers: WhatIfAnswers
    choice: Choice
    levers: Levers
    road: Road | None

    @property
    def t(self) -> Text:
        return text(self.address.lang)

    @property
    def name(self) -> str:
        return self.answers.municipality.name

    @cached_property
    def words(self) -> Lead:
        """Where the rate leads, and what is needed."""
        return lead(self.choice, self.t)

    @cached_property
    def result(self) -> str:
        """What the levers come to."""
        return result(self.levers, self.road, self.name, self.t)


def view(address: Address, answers: WhatIfAnswers) -> View | None:
    """None where no goal lies ahead with anything to reach."""
    choice = choose(address, answers)
    if choice is None:
        return None
    chosen = levers(address, answers)
    return View(address, answers, choice, chosen, road_of(choice, chosen, answers))


def charts(view: View) -> dict[str, TimeChart]:
    """Chart id → chart, on the same years; the levers' only where there are any."""
    t, name = view.t, view.name
    made = [scenario_chart(view.choice, view.words.chart, name, t)]
    if view.road is not None and view.levers.every:
        made.append(levers_chart(view.road, view.result, name, t))
    return {chart.chart_id: chart for chart in made}


def texts(view: View) -> dict[str, str]:
    """What the board says: the lead, what follows it, and what the levers come to."""
    return {
        "first": view.words.first,
        "then": view.words.then,
        "levers": view.result,
        "cases": cases(view.levers, view.road, view.t),
    }


def in_browser(view: View) -> dict[str, Any]:
    """What the browser answers with before the server has."""
    levers = ticks(view.levers, view.road, view.answers, view.t)
    return drag(view.choice, view.t) | {"road": levers or None}


def board(view: View, look: Look = DESK) -> Board:
    """The board as the address asks for it."""
    said, drawn, t = texts(view), charts(view), view.t
    heights = dict(zip(drawn, (RATE, LEVERS), strict=False))

    def paragraph(name: str, css: str) -> html.P:
        return html.P(said[name], id=text_id(NAME, name), className=css)

    def answered(name: str, words: html.P) -> html.Div:
        """Words that the browser's own answer stands in place of until the server's is there."""
        own = html.P("", id=text_id(NAME, name), className="board-drag")
        return html.Div([own, words], className="board-answered")

    graphs: list[Any] = [
        graph(NAME, chart, view.address, heights[chart_id], look)
        for chart_id, chart in drawn.items()
    ]
    tree = html.Div(
        [
            choices(t.lang, controls(view.address, view.choice, view.levers)),
            html.Div(
                [
                    html.Div(
                        [
                            answered("drag", paragraph("first", "board-sentence")),
                            paragraph("then", "board-then"),
                        ],
                        className="board-notes",
                        role="status",
                    ),
                    graphs[0],
                    answered("ticked", paragraph("levers", "board-result")),
                    *graphs[1:],
                    paragraph("cases", "note"),
                    html.P(t("what_if.caution"), className="note"),
                ],
                className="board-graphs",
            ),
            dcc.Store(id=store_id(NAME, "address")),
            dcc.Store(id=store_id(NAME, "drag"), data=in_browser(view)),
        ],
        className="board",
    )
    return Board(NAME, tree, drawn)
