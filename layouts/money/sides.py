"""The four measures that are shared out by sector: emissions, gap, cost and money."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from dash.development.base_component import Component

from layouts import html
from layouts.money import words
from layouts.money.view import View
from layouts.phrases import kronor
from progress.money.sector_shares import (
    CostShares,
    Emissions,
    GapTable,
    NoShares,
    Shares,
    cost_shares,
    emission_shares,
    gap_shares,
    money_shares,
)
from progress.phrases.formats import tonnes


@dataclass(frozen=True, slots=True)
class Side:
    """One measure of the view: its shares or why there are none, and how its amounts are written.

    `words_of` writes the source's own word for something that belongs to no sector.
    """

    name: str
    shares: Shares | NoShares
    amount: Callable[[Decimal, Decimal], str]
    words_of: Callable[[str], Component | str]


@dataclass(frozen=True, slots=True)
class Sides:
    """The four measures in their order, with what each was worked out from."""

    emissions: Emissions | None
    gap: GapTable | None
    cost: CostShares | None
    money: Shares | NoShares
    all: tuple[Side, ...]

    @property
    def shared(self) -> tuple[tuple[Side, Shares], ...]:
        """The measures that can be shared out."""
        return tuple((s, s.shares) for s in self.all if not isinstance(s.shares, NoShares))


def sides_of(view: View) -> Sides:
    """The four measures for the view's recipients, kind of amount and price level."""
    t, lang, answers = view.t, view.lang, view.answers
    emissions = emission_shares(answers.emissions)
    gap, cost = gap_shares(answers.gaps), cost_shares(answers.actions)
    money = money_shares(view.chosen, view.kind)
    currency = cost.cost_class.currency if cost and cost.cost_class else "SEK"
    nothing = NoShares.NOTHING_LOADED

    def mass(low: Decimal, _: Decimal) -> str:
        return tonnes(low, lang)

    def price(low: Decimal, high: Decimal) -> str:
        return kronor.brief_range(low, high, lang, currency)

    def sek(low: Decimal, _: Decimal) -> str:
        return kronor.brief(low, lang)

    return Sides(
        emissions,
        gap,
        cost,
        money,
        (
            Side("emissions", emissions.shares if emissions else nothing, mass, str),
            Side("gap", gap.shares if gap else nothing, mass, _english),
            Side(
                "cost",
                cost.shares if cost else nothing,
                price,
                lambda code: words.sector(code, t),
            ),
            Side("money", money, sek, lambda theme: words.theme_name(theme, t)),
        ),
    )


def _english(sector: str) -> Component:
    """The plans' tables are in English, whatever the page's language."""
    return html.Span(sector, lang="en")
