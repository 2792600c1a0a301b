"""What the portfolio page shows, and what its parts are worked out from."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal

from layouts.addresses import Address, QueryProblem
from layouts.money.view import price_words, pricing_for
from layouts.query import PARAMETERS
from layouts.text import Text, text
from progress.facts import ExchangeRate, Municipality, Source
from progress.money.coverage import Coverage
from progress.money.cube import Cell, PricedCell, price
from progress.money.filters import NAMED, Choice
from progress.money.kinds import Allocation, Kind
from progress.money.loaded import LoadedSource
from progress.money.pricing import Pricing
from progress.money.sector_places import Group
from progress.money.sector_shares import GapTable


@dataclass(frozen=True, slots=True)
class PortfolioAnswers:
    """All grants as cells, and the cities to hold them against.

    `cities` are the contract cities; `emissions` their tonnes of CO2e in `emissions_year`, and
    `sector_emissions` the sums of all of them by sector (none where the release has no sectors);
    `plans` the share of actions with a cost in the plans that are loaded, `gaps` what those plans
    say is left to cut.
    """

    cells: tuple[Cell, ...]
    cities: tuple[Municipality, ...]
    rates: tuple[ExchangeRate, ...]
    index: Mapping[int, Decimal]
    loaded: tuple[LoadedSource, ...] = ()
    sources: Mapping[str, Source] = field(default_factory=dict)
    populations: Mapping[str, int] = field(default_factory=dict)
    population_year: int | None = None
    emissions: Mapping[str, float] = field(default_factory=dict)
    emissions_year: int | None = None
    plans: Mapping[str, Coverage] = field(default_factory=dict)
    gaps: Mapping[str, GapTable] = field(default_factory=dict)
    sector_emissions: Mapping[Group, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class View:
    """The cells that the address chooses, all of one kind, with their price level."""

    address: Address
    answers: PortfolioAnswers
    t: Text
    pricing: Pricing
    prices: str
    choice: Choice
    chosen: tuple[PricedCell, ...]
    problems: tuple[QueryProblem, ...]

    @property
    def lang(self) -> str:
        return self.address.lang

    def count(self, n: int) -> str:
        """A number of grants in words."""
        return self.t("money.grant", n=n)

    def kind_words(self) -> str:
        return self.t(f"money.kind.{self.choice.kind}")


def view(address: Address, answers: PortfolioAnswers) -> View:
    """The view that the address asks for; what it names but no cell has becomes a problem."""
    t = text(address.lang)
    pricing = pricing_for(address, answers.rates, answers.index)
    asked = choice_of(address)
    known = {
        name: word
        for name, word in asked.named.items()
        if any(cell.key.word(name) == word for cell in answers.cells)
    }
    unknown = [
        QueryProblem(PARAMETERS[name].name(address.lang), word)
        for name, word in asked.named.items()
        if name not in known
    ]
    choice = replace(asked, named=known)
    return View(
        address,
        answers,
        t,
        pricing,
        price_words(pricing, t),
        choice,
        price((cell for cell in answers.cells if choice.holds(cell.key)), pricing),
        tuple(unknown),
    )


def choice_of(address: Address) -> Choice:
    """What the address asks for, whether there is such a thing or not."""
    allocation = address.get("allocation")
    climate = address.get("climate")
    first, last = address.get("from_year"), address.get("to_year")
    return Choice(
        Kind(address.get("money_kind") or Kind.GRANTED),
        {name: word for name in NAMED if (word := address.get(name)) is not None},
        Allocation(allocation) if allocation else None,
        None if climate is None else climate == "yes",
        int(first) if first else None,
        int(last) if last else None,
        address.all("municipality"),
    )
