"""Two funders side by side: what is known of each in the choice, and in which cities."""

from collections.abc import Callable, Iterator

from dash.development.base_component import Component

from layouts import html
from layouts.boards.portfolio.answers import View
from layouts.boards.portfolio.choice import chooses, stands_back, toggled
from layouts.boards.portfolio.tiles import exact, money
from layouts.money import words
from progress.money.funder_pair import FunderSide
from progress.money.kinds import Allocation
from progress.money.portfolio import NOTHING, Sum

NONE = "–"


def pair(view: View) -> Component:
    """Key figures of both, then a row for each city with a bar to each side."""
    t, sides = view.t, view.answers.pair
    if len(sides) < 2:
        return html.P(t("board.portfolio.pair.too_few"), className="note")
    names = [view.registry.funder_name(side.funder, view.lang) for side in sides]
    return html.Div(
        [
            html.Table(
                [
                    html.Caption(t("board.portfolio.pair.caption", kind=view.kind)),
                    html.Thead(
                        html.Tr(
                            [
                                html.Th(t("board.portfolio.pair.figure"), scope="col"),
                                *(
                                    html.Th(name, scope="col", className=f"num side-{number}")
                                    for number, name in enumerate(names, 1)
                                ),
                            ]
                        )
                    ),
                    html.Tbody(list(_figures(view, sides))),
                ],
                className="pair-figures",
            ),
            html.Table(
                [
                    html.Caption(t("board.portfolio.pair.cities", prices=view.prices)),
                    html.Thead(
                        html.Tr(
                            [
                                html.Th(names[0], scope="col", className="num side-1"),
                                html.Th(t("portfolio.matrix.city"), scope="col"),
                                html.Th(names[1], scope="col", className="side-2"),
                            ]
                        )
                    ),
                    html.Tbody(list(_cities(view, sides))),
                ],
                className="pair-cities",
            ),
        ],
        className="pair",
    )


def _figures(view: View, sides: tuple[FunderSide, ...]) -> Iterator[Component]:
    t = view.t
    rows: list[tuple[str, Callable[[FunderSide], str]]] = [
        (t("board.portfolio.pair.sum"), lambda side: _sum(view, side.total)),
        *(
            (
                t(f"board.portfolio.tile.{allocation}"),
                lambda side, name=allocation.value: _sum(view, side.classes.get(name, NOTHING)),
            )
            for allocation in Allocation
        ),
        (t("board.portfolio.pair.grants"), lambda side: str(side.total.of)),
        (t("board.portfolio.tile.unknown"), lambda side: str(side.total.unknown)),
        (
            t("board.portfolio.pair.reach"),
            lambda side: t("money.plan.n_of", known=len(side.cities), of=len(view.answers.cities)),
        ),
        (
            t("portfolio.coverage.years"),
            lambda side: NONE if side.years is None else words.span(*side.years),
        ),
        (
            t("board.portfolio.pair.recipient"),
            lambda side: side.recipient or NONE,
        ),
    ]
    for name, value in rows:
        yield html.Tr(
            [
                html.Th(name, scope="row"),
                *(html.Td(value(side), className="num") for side in sides),
            ]
        )


def _cities(view: View, sides: tuple[FunderSide, ...]) -> Iterator[Component]:
    left, right = sides
    top = max((of.sek for side in sides for of in side.cities.values()), default=0.0)
    chosen = view.address.all("place")
    sums = {
        city.code: sum(side.cities.get(city.code, NOTHING).sek for side in sides)
        for city in view.answers.cities
    }
    for city in sorted(view.answers.cities, key=lambda city: -sums[city.code]):
        if not any(city.code in side.cities for side in sides):
            continue
        on = city.code in chosen
        name = chooses(city.name, toggled(view.address, place=city.code), on=on)
        yield html.Tr(
            [
                _bar(view, left.cities.get(city.code, NOTHING), top, "left"),
                html.Th(name, scope="row"),
                _bar(view, right.cities.get(city.code, NOTHING), top, "right"),
            ],
            className="faded" if stands_back(view.address, "place", city.code) else None,
        )


def _bar(view: View, of: Sum, top: float, side: str) -> Component:
    """A bar from the middle, as long as the root of its part of the largest: small ones show."""
    width = 100 * (of.sek / top) ** 0.5 if top and of.known else 0.0
    return html.Td(
        [
            html.Span(_sum(view, of), className="pair-value"),
            html.Span(html.Span(style={"width": f"{width:.1f}%"}), className="pair-track"),
        ],
        className=f"pair-{side}{' unknown' if of.of and not of.known else ''}",
        title=exact(of, view) if of.of else None,
    )


def _sum(view: View, of: Sum) -> str:
    if not of.of:
        return NONE
    return money(of.sek, view.lang) if of.known else view.t("board.portfolio.unknown_sum")
