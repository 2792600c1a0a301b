"""The sums of a choice by whose they are, each a way to choose it."""

from decimal import Decimal
from functools import lru_cache

from dash.development.base_component import Component

from layouts import html
from layouts.boards.portfolio.answers import View
from layouts.boards.portfolio.choice import chooses, toggled
from layouts.phrases import kronor
from layouts.phrases.text import text
from progress.money.kinds import Allocation, Kind
from progress.money.portfolio import NOTHING, Sum


def tiles(view: View) -> list[Component]:
    """What goes to municipalities first, then to others, then what several share (RULES §7.12)."""
    result = [_tile(view, each) for each in Allocation]
    unknown = view.summary.total.unknown - view.summary.unconverted
    if view.answers.choice.kind is Kind.GRANTED:
        result.append(
            html.Li(
                [
                    html.Span(view.t("board.portfolio.tile.unknown"), className="tile-name"),
                    html.Strong(view.grants(unknown)),
                    html.Span(
                        view.t("board.portfolio.tile.not_zero") if unknown else "",
                        className="tile-note",
                    ),
                ],
                className="tile hatched" if unknown else "tile",
            )
        )
    return result


def kinds(view: View) -> list[Component]:
    """Each kind of money with its sum, a way to see it: they are never added to each other."""
    t, here = view.t, view.answers.choice.kind
    result: list[Component] = []
    for kind in Kind:
        of = view.summary.kinds.get(kind, NOTHING)
        if not of.of and kind is not here:
            continue
        words = t("board.portfolio.no_sum") if of.of else t("board.portfolio.nothing")
        inside = [
            html.Span(t(f"money.kind.{kind}").capitalize(), className="kind-name"),
            html.Strong(money(of.sek, view.lang) if of.known else words),
        ]
        there = view.address.with_query(
            money_kind=None if kind is Kind.GRANTED else kind, page=None
        )
        result.append(html.Li(chooses(inside, there, title=exact(of, view), on=kind is here)))
    return result


def money(sek: float, lang: str) -> str:
    """Kronor, briefly."""
    return kronor.brief(Decimal(round(sek)), lang)


def exact(of: Sum, view: View) -> str:
    """A sum in full, with what it rests on: what the pointer is told."""
    return _exact(of, view.lang)


@lru_cache(maxsize=2000)
def _exact(of: Sum, lang: str) -> str:
    """A choice leaves most sums as they were."""
    t = text(lang)
    words = t("money.grant", n=of.known)
    if of.known:
        words = f"{kronor.exact(Decimal(round(of.sek)), lang, 'SEK')}, {words}"
    if of.unknown:
        words += t("board.portfolio.and_unknown", n=of.unknown)
    return words


def _tile(view: View, allocation: Allocation) -> Component:
    t, address = view.t, view.address
    of = view.summary.classes.get(allocation.value, NOTHING)
    on = address.get("allocation") == allocation
    value = t("board.portfolio.no_sum") if of.of else t("board.portfolio.nothing")
    if of.known:
        value = money(of.sek, view.lang)
    inside = [
        html.Span(t(f"board.portfolio.tile.{allocation}"), className="tile-name"),
        html.Strong(value),
        html.Span(
            t(f"board.portfolio.tile.{allocation}.note", grants=view.grants(of.known)),
            className="tile-note",
        ),
    ]
    return html.Li(
        chooses(inside, toggled(address, allocation=allocation), title=exact(of, view), on=on),
        className="tile",
    )
