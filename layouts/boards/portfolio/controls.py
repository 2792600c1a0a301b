"""What can be chosen on the portfolio's board, each choice with the rows that it would leave."""

import dash_bootstrap_components as dbc
from dash.development.base_component import Component

from layouts import html
from layouts.boards.controls import (
    control_id,
    counted_choices,
    counted_list,
    search,
    select,
    slider,
    switch,
    word,
)
from layouts.boards.parts import CountedChoice
from layouts.boards.portfolio.answers import View
from layouts.boards.portfolio.bars import label_of
from layouts.boards.portfolio.choice import PAIR, can_be_chosen
from layouts.boards.region import Region
from layouts.html.forms import Choice
from layouts.links.addresses import Address
from layouts.links.query import PARAMETERS
from progress.money.filters import MANY, WITHOUT
from progress.money.kinds import Allocation, Kind

NAME = "portfolio"
MAIN = {"board": NAME, "view": "main"}
"""The id of the large view, which may be a graph or a grid."""
PARTS = {"board": NAME, "parts": "all"}
"""The id of what its callback writes regions and lists of choices by."""
OPEN = frozenset({"funder"})
"""Lists of choices that are unfolded from the start; others are where something is chosen."""


def controls(view: View) -> list[Component | None]:
    """The controls in the order in which they are read."""
    t, address = view.t, view.address
    span = view.summary.span
    return [
        search(NAME, address, "title_search", t("board.portfolio.search")),
        _facet(view, "funder"),
        *(_facet(view, name) for name in MANY if name != "funder"),
        html.Fieldset(
            [
                html.Legend(t("board.portfolio.span")),
                Region(histogram(view), own_id=region("histogram"), className="histogram"),
                slider(
                    *(NAME, address, "from_year", t("portfolio.filter.from")),
                    range(span[0], span[1] + 1),
                    first=True,
                ),
                slider(
                    *(NAME, address, "to_year", t("portfolio.filter.to")),
                    range(span[0], span[1] + 1),
                ),
            ],
            className="field span",
        )
        if span is not None and span[0] < span[1]
        else None,
        select(NAME, address, "money_kind", t("portfolio.filter.kind"), kinds(view)),
        select(
            *(NAME, address, "allocation", t("portfolio.filter.allocation")),
            [
                Choice("", t("portfolio.filter.all")),
                *(
                    Choice(allocation, t(f"portfolio.allocation.{allocation}"))
                    for allocation in Allocation
                ),
            ],
        ),
        select(
            *(NAME, address, "climate", t("portfolio.filter.climate")),
            [
                Choice("", t("portfolio.filter.all")),
                *(Choice(word, t(f"portfolio.climate.{word}")) for word in ("yes", "no")),
            ],
        ),
        select(
            *(NAME, address, "prices", t("money.prices.label")),
            [
                Choice("", t("money.prices.current")),
                Choice(
                    "constant", t("money.prices.constant", year=max(view.answers.pricing.index))
                ),
            ],
        )
        if view.answers.pricing.index
        else None,
        switch(NAME, address, "largest", Choice("without", t("board.portfolio.without_largest"))),
        _pair(view),
        *(_hidden(address, name) for name in ("page", "shown")),
    ]


def _hidden(address: Address, name: str) -> Component:
    """What links of the board choose, and no field."""
    own_id = control_id(NAME, address, name)
    field: Component = dbc.Input(id=own_id, type="hidden", value=word(address, name))
    return field


def _pair(view: View) -> Component:
    """The two funders that are set side by side, shown where they are; the largest two where none
    is named."""
    t, address = view.t, view.address
    choices = [
        Choice("", t("board.portfolio.pair.largest")),
        *(
            Choice(name, label_of(view, "funder")(name))
            for name in view.summary.counts["funder"]
            if can_be_chosen("funder", name)
        ),
    ]
    return html.Fieldset(
        [
            html.Legend(t("board.portfolio.view.pair")),
            *(
                select(NAME, address, name, t(f"board.portfolio.pair.{name}"), choices)
                for name in PAIR
            ),
        ],
        className="field pair-choice",
    )


def region(name: str) -> dict[str, str]:
    """The id of a part of the board that its callback writes."""
    return {"board": NAME, "region": name}


def options(view: View, name: str) -> list[Choice]:
    """The choices of a list: what is chosen, then what has the most rows."""
    chosen, counts, label = view.address.all(name), _counts(view, name), label_of(view, name)
    words = dict.fromkeys((*(word for word in chosen if word not in counts), *counts))
    return [
        Choice(word, label(word), count=counts.get(word, 0))
        for word in words
        if can_be_chosen(name, word) and (name != "place" or word in view.answers.names)
    ]


def left_out(view: View, name: str) -> list[Choice]:
    """What is left out of a list's choices, each with how many rows it has there."""
    counts, label = _counts(view, name), label_of(view, name)
    return [
        Choice(word, view.t("board.portfolio.without", name=label(word)), count=counts.get(word, 0))
        for word in view.address.all(WITHOUT[name])
    ]


def choices(view: View) -> dict[str, list[CountedChoice]]:
    """Control's name in the address → its choices now, of the lists that have counts."""
    address = view.address
    return {
        PARAMETERS[name].name(address.lang): counted_choices(address, name, choices)
        for each in MANY
        for name, choices in ((each, options(view, each)), (WITHOUT[each], left_out(view, each)))
    }


def histogram(view: View) -> list[Component]:
    """How many kronor each year has in the choice, as small bars over the sliders."""
    sums: dict[int, float] = {}
    for (year, _), each in view.summary.years.items():
        if year:
            sums[year] = sums.get(year, 0.0) + each.sek
    if view.summary.span is None:
        return []
    top = max(sums.values(), default=0.0)
    first, last = view.summary.span
    return [
        html.Span(
            style={"height": f"{100 * (sums.get(year, 0.0) / top if top else 0) ** 0.5:.0f}%"}
        )
        for year in range(first, last + 1)
    ]


def kinds(view: View) -> list[Choice]:
    """The kinds that there are; the empty choice is what holds where none is made."""
    present = view.summary.counts["kind"]
    chosen = view.answers.choice.kind
    return [
        Choice("" if kind is Kind.GRANTED else kind, view.t(f"money.kind.{kind}"))
        for kind in sorted(Kind, key=lambda kind: kind is not Kind.GRANTED)
        if kind in (Kind.GRANTED, chosen) or present.get(kind)
    ]


def _facet(view: View, name: str) -> Component:
    address, without = view.address, WITHOUT[name]
    chosen, out = address.all(name), address.all(without)
    return html.Details(
        [
            html.Summary(view.t(f"portfolio.filter.{name}")),
            counted_list(NAME, address, name, options(view, name), chosen),
            counted_list(NAME, address, without, left_out(view, name), out),
        ],
        open=name in OPEN or bool(chosen) or bool(out),
        className="facet",
    )


def _counts(view: View, name: str) -> dict[str, int]:
    if name != "place":
        return dict(view.summary.counts[name])
    counts = dict(view.summary.counts["city"])
    for code, number in view.summary.shared.items():
        counts[code] = counts.get(code, 0) + number
    return dict(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])))
