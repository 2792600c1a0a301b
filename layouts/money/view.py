"""What a money page shows, and what every part of it is worked out from."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from layouts.links.addresses import Address
from layouts.money.answers import MoneyAnswers
from layouts.phrases.text import Text, text
from progress.money.kinds import (
    CityGrants,
    Kind,
    counted_once,
    kinds_present,
    of_city,
    repeated,
)
from progress.money.pricing import PricedGrant, Pricing, priced
from progress.money.registry import Registry
from progress.money.sums import ruling
from progress.records import (
    ExchangeRate,
)


@dataclass(frozen=True, slots=True)
class View:
    """The answers as the address asks for them: counted once, in kronor, at a price level.

    `ruling` is the grant that rules what the municipality itself has been granted; where the
    address asks for that it is in no sum.
    """

    address: Address
    answers: MoneyAnswers
    t: Text
    pricing: Pricing
    prices: str
    city: CityGrants
    own: tuple[PricedGrant, ...]
    single: tuple[PricedGrant, ...]
    multi: tuple[PricedGrant, ...]
    left_out: Mapping[str, str]
    kind: Kind
    ruling: PricedGrant | None = None

    @property
    def lang(self) -> str:
        return self.address.lang

    @property
    def registry(self) -> Registry:
        return self.answers.registry

    @property
    def name(self) -> str:
        return self.answers.municipality.name

    @property
    def chosen(self) -> tuple[PricedGrant, ...]:
        """The rows that the charts show: the municipality's, others' within it, or both."""
        match self.address.get("allocation"):
            case "own":
                return self.own
            case "single":
                return self.single
        return self.own + self.single

    def count(self, noun: str, n: int) -> str:
        """A number with its noun: `count("grant", 1)`."""
        return self.t(f"money.{noun}", n=n)


def price_words(pricing: Pricing, t: Text) -> str:
    """The price level in words."""
    if pricing.base_year is None:
        return t("money.prices.current")
    return t("money.prices.constant", year=pricing.base_year)


def pricing_for(
    address: Address, rates: tuple[ExchangeRate, ...], index: Mapping[int, Decimal]
) -> Pricing:
    """Nominal, or fixed prices of the last year with an index where the address asks for that."""
    wants_fixed = address.get("prices") == "constant" and index
    return Pricing(rates, index, max(index) if wants_fixed else None)


def view(address: Address, answers: MoneyAnswers) -> View:
    """The view that the address asks for."""
    t = text(address.lang)
    pricing = pricing_for(address, answers.rates, answers.index)
    city = of_city(answers.grants, answers.municipality.code)
    left_out = repeated(answers.grants) if answers.repeats is None else answers.repeats
    own = priced(counted_once(city.own, left_out), pricing)
    ruled_by = ruling(own, Kind.GRANTED)
    if address.get("largest") == "without":
        own = tuple(row for row in own if row is not ruled_by)
    single = priced(counted_once(city.single, left_out), pricing)
    multi = priced(counted_once(city.multi, left_out), pricing)
    made = View(
        address,
        answers,
        t,
        pricing,
        price_words(pricing, t),
        city,
        own,
        single,
        multi,
        left_out,
        Kind.GRANTED,
        ruled_by,
    )
    return replace(made, kind=_kind(made))


def _kind(made: View) -> Kind:
    """The kind that the address names, else granted, else the first kind that has an amount."""
    chosen = made.address.get("money_kind")
    if chosen is not None:
        return Kind(chosen)
    known = [row.grant for row in made.chosen if row.sek is not None]
    present = kinds_present(known)
    if Kind.GRANTED in present or not present:
        return Kind.GRANTED
    return present[0]
