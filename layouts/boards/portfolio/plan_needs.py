"""What the cities' investment plans cost, beside the grants of the choice to and in each city."""

from dash.development.base_component import Component

from layouts import html
from layouts.boards.portfolio.answers import View
from layouts.boards.portfolio.choice import chooses, stands_back, toggled
from layouts.boards.portfolio.tiles import exact, money
from layouts.money import words
from progress.money.plan import PlanSums, commonest_class
from progress.money.portfolio import NOTHING
from progress.records import Municipality

IN_KRONOR = "SEK"
NONE = "–"


def plan_needs(view: View) -> list[Component]:
    """A row for each contract city whose plan is held, the dearest first; nothing where none is.

    A plan's need is the cost of the class that most of its actions have, in kronor where any is:
    classes are never added together (RULES §7.4). A plan without single actions has none to tell.
    """
    t, plans = view.t, view.answers.background.plans
    cities = [
        city
        for city in view.answers.cities
        if (plan := plans.get(city.code)) is not None and plan.coverage.of
    ]
    if not cities:
        return []
    heads = (
        t("portfolio.matrix.city"),
        t("board.portfolio.plans.class"),
        t("board.portfolio.plans.need"),
        t("portfolio.spots.plan"),
        view.kind.capitalize(),
    )
    return [
        html.Table(
            [
                html.Caption(t("board.portfolio.plans", kind=view.kind, prices=view.prices)),
                html.Thead(
                    html.Tr(
                        [
                            html.Th(head, scope="col", className="num" if place > 1 else None)
                            for place, head in enumerate(heads)
                        ]
                    )
                ),
                html.Tbody(
                    [
                        _row(view, city, plans[city.code])
                        for city in sorted(cities, key=lambda city: -_need(plans[city.code]))
                    ]
                ),
            ],
            className="plan-needs",
        ),
        html.P(t("board.portfolio.plans.note"), className="note"),
    ]


def _need(plan: PlanSums) -> float:
    chosen = commonest_class(plan, IN_KRONOR)
    return -1.0 if chosen is None else float(plan.by_class[chosen].high)


def _row(view: View, city: Municipality, plan: PlanSums) -> Component:
    t, chosen = view.t, commonest_class(plan, IN_KRONOR) or commonest_class(plan)
    of = view.summary.cities.get(city.code, NOTHING)
    on = city.code in view.address.all("place")
    granted = money(of.sek, view.lang) if of.known else t("board.portfolio.unknown_sum")
    cells = (
        NONE if chosen is None else words.class_name(chosen, t),
        NONE if chosen is None else words.cost(plan.by_class[chosen], view.lang, chosen.currency),
        t("money.plan.n_of", known=plan.coverage.known, of=plan.coverage.of),
        granted if of.of else NONE,
    )
    return html.Tr(
        [
            html.Th(chooses(city.name, toggled(view.address, place=city.code), on=on), scope="row"),
            *(
                html.Td(cell, className="num" if place else None)
                for place, cell in enumerate(cells)
            ),
        ],
        className="faded" if stands_back(view.address, "place", city.code) else None,
        title=exact(of, view) if of.of else None,
    )
