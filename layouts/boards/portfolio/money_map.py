"""The money of a choice on a map: a circle in each contract city, its area the sum."""

from collections.abc import Iterator
from decimal import Decimal

from layouts.boards.controls import click
from layouts.boards.portfolio.answers import View
from layouts.boards.portfolio.choice import stands_back
from layouts.boards.portfolio.tiles import exact
from layouts.charts.outlines import centre
from layouts.charts.points import Symbol, SymbolMap
from layouts.money.flow import measure
from layouts.phrases import kronor
from progress.money.portfolio import NOTHING

WIDTH, HEIGHT = 1000.0, 2400.0
"""What the outlines of the municipalities are drawn in (`data_access.shapes`)."""


def map_chart(view: View) -> SymbolMap:
    """Sums of grants to the municipality and to others in it; what is shared has no place."""
    t, outlines = view.t, view.answers.outlines
    symbols = tuple(_symbols(view))
    largest = max(symbols, key=lambda each: each.amount or 0.0, default=None)
    message = t("board.portfolio.map.none")
    if largest is not None and largest.amount:
        message = t(
            "board.portfolio.map.message",
            n=len(symbols),
            of=len(view.answers.cities),
            city=largest.label,
            sum=kronor.words(Decimal(round(largest.amount)), view.lang),
        )
    return SymbolMap(
        "karta-over-pengarna",
        t("board.portfolio.map"),
        view.lang,
        message,
        t("portfolio.matrix.city"),
        measure(t),
        symbols,
        outlines=tuple(outlines.values()),
        followed=tuple(
            outlines[city.code] for city in view.answers.cities if city.code in outlines
        ),
        width=WIDTH,
        height=HEIGHT,
        source=t("sharing.source", source=t("sharing.source.grants")),
    )


def _symbols(view: View) -> Iterator[Symbol]:
    """Of the cities with grants in the choice, known sums or not."""
    for city in view.answers.cities:
        of = view.summary.cities.get(city.code, NOTHING)
        outline = view.answers.outlines.get(city.code)
        if not of.of or outline is None:
            continue
        x, y = centre(outline)
        yield Symbol(
            city.name,
            x,
            y,
            of.sek if of.known else None,
            note=exact(of, view),
            key=click("place", city.code, view.lang),
            faded=stands_back(view.address, "place", city.code),
        )
