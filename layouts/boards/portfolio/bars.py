"""The largest recipients, programmes and themes of a choice as bars, each a way to choose it."""

from collections.abc import Callable

from dash.development.base_component import Component

from layouts import html
from layouts.boards.portfolio.answers import View
from layouts.boards.portfolio.choice import can_be_chosen, chooses, stands_back, toggled
from layouts.boards.portfolio.tiles import exact, money
from layouts.money import words

SHOWN = {"beneficiary": 5, "programme": 4, "theme": 4}


def bars(view: View, column: str) -> list[Component]:
    """The heading and the bars of a column's words."""
    t = view.t
    of = [(word, each) for word, each in view.summary.bars[column].items() if each.of]
    shown = of[: SHOWN[column]]
    top = max((each.sek for _, each in shown), default=0.0)
    chosen = view.address.all(column)
    items = []
    for word, each in shown:
        label = label_of(view, column)(word)
        inside = [
            html.Span(label, className="bar-name"),
            html.Span(
                html.Span(style={"width": f"{100 * each.sek / top:.1f}%"} if top else None),
                className="bar-track",
            ),
            html.Span(
                money(each.sek, view.lang) if each.known else t("board.portfolio.unknown_sum"),
                className="bar-value",
            ),
        ]
        title = f"{word or label}: {exact(each, view)}"
        items.append(
            html.Li(
                chooses(
                    inside,
                    toggled(view.address, **{column: word}),
                    title=title,
                    on=word in chosen,
                )
                if can_be_chosen(column, word)
                else html.Span(inside, title=title, className="bar-row"),
                className="faded" if stands_back(view.address, column, word) else None,
            )
        )
    heading = html.H2(t(f"board.portfolio.bars.{column}"))
    if not items:
        return [heading, html.P(t("portfolio.lead.none"), className="note")]
    return [heading, html.Ol(items, className="board-bars")]


def label_of(view: View, column: str) -> Callable[[str], str]:
    """How the words of a column are written briefly."""
    t, lang = view.t, view.lang
    if column == "theme":
        return lambda word: words.theme_name(word, t)
    if column == "programme":
        return lambda word: words.programme_name(word, t, view.registry)
    if column == "funder":
        return lambda word: view.registry.funder_name(word, lang)
    if column == "decision":
        return lambda word: t(f"funding.decision.{word}") if word else t("funding.decision.unknown")
    if column == "place":
        return lambda word: view.answers.names.get(word, word)
    return lambda word: word or t("board.portfolio.no_recipient")
