"""From an amount as published to kronor at a price level, with the rate kept (RULES §7.1–2)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from progress.money.kinds import counted_kind, granted_unknown
from progress.records import ExchangeRate, Grant

SEK = "SEK"
ANNUAL_MEAN = "annual_mean"
"""The only kind of rate that converts: a mean of part of a year is not that year's rate."""


class Unconverted(StrEnum):
    """Why a row has no kronor."""

    NO_AMOUNT = "no_amount"
    NO_YEAR = "no_year"
    NO_RATE = "no_rate"


@dataclass(frozen=True, slots=True)
class Kronor:
    """`sek` at the price level asked for, or None with the `problem`.

    `rate` is the rate used, None where the amount was published in kronor. `kept_nominal` tells
    that fixed prices were asked for and the year has no price index.
    """

    sek: Decimal | None
    rate: ExchangeRate | None = None
    problem: Unconverted | None = None
    kept_nominal: bool = False


@dataclass(frozen=True, slots=True)
class Pricing:
    """Rates, price index and level: `base_year` None is nominal, else that year's kronor."""

    rates: tuple[ExchangeRate, ...] = ()
    index: Mapping[int, Decimal] = field(default_factory=dict)
    base_year: int | None = None
    _annual: Mapping[tuple[str, int], ExchangeRate] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        annual = {(r.currency, r.year): r for r in reversed(self.rates) if r.kind == ANNUAL_MEAN}
        object.__setattr__(self, "_annual", annual)
        if self.base_year is not None and self.base_year not in self.index:
            raise ValueError(f"no price index for {self.base_year}")

    def rate(self, currency: str, year: int) -> ExchangeRate | None:
        """The annual mean rate of a currency and year, or None."""
        return self._annual.get((currency, year))

    def kronor(self, amount: Decimal | None, currency: str, year: int | None) -> Kronor:
        """An amount of a year in kronor, exactly; never a guess where a rate or year is missing."""
        if amount is None:
            return Kronor(None, problem=Unconverted.NO_AMOUNT)
        if currency == SEK:
            return self._at_level(amount, year, None)
        if year is None:
            return Kronor(None, problem=Unconverted.NO_YEAR)
        rate = self.rate(currency, year)
        if rate is None:
            return Kronor(None, problem=Unconverted.NO_RATE)
        return self._at_level(amount * rate.sek_per_unit, year, rate)

    def is_nominal(self, year: int | None) -> bool:
        """Whether an amount of this year stays nominal though fixed prices are asked for."""
        return self.base_year is not None and year not in (self.base_year, *self.index)

    def _at_level(self, sek: Decimal, year: int | None, rate: ExchangeRate | None) -> Kronor:
        if self.base_year is None or year == self.base_year:
            return Kronor(sek, rate)
        if year is None or self.is_nominal(year):
            return Kronor(sek, rate, kept_nominal=True)
        return Kronor(sek * self.index[self.base_year] / self.index[year], rate)


@dataclass(frozen=True, slots=True)
class PricedGrant:
    """A grant row with its kronor."""

    grant: Grant
    kronor: Kronor

    @property
    def sek(self) -> Decimal | None:
        return self.kronor.sek

    @property
    def kind(self) -> str:
        """The kind that the row is counted as; empty where it has none."""
        return counted_kind(self.grant)


def priced(grants: Iterable[Grant], pricing: Pricing) -> tuple[PricedGrant, ...]:
    """Each grant with its amount in kronor, dated by the decision, else the start.

    One that is granted with an unknown sum has none, whatever was applied for (RULES §7.8).
    """
    return tuple(PricedGrant(grant, _kronor(grant, pricing)) for grant in grants)


def _kronor(grant: Grant, pricing: Pricing) -> Kronor:
    amount = None if granted_unknown(grant) else grant.amount
    return pricing.kronor(amount, grant.currency, grant.year)
