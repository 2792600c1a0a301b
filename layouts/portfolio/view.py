"""What the portfolio page shows, and what its parts are worked out from."""

from dataclasses import dataclass, replace

from layouts.addresses import Address, QueryProblem
from layouts.money.view import price_words, pricing_for
from layouts.portfolio.answers import PortfolioAnswers
from layouts.query import PARAMETERS
from layouts.text import Text, text
from progress.money.cube import PricedCell, price
from progress.money.filters import NAMED, Choice
from progress.money.kinds import Allocation, Kind
from progress.money.pricing import Pricing


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
    request = choice_of(address)
    known = {
        name: word
        for name, word in request.named.items()
        if any(cell.key.word(name) == word for cell in answers.cells)
    }
    unknown = [
        QueryProblem(PARAMETERS[name].name(address.lang), word)
        for name, word in request.named.items()
        if name not in known
    ]
    choice = replace(request, named=known)
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
