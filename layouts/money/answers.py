"""What the store knows of a municipality's money."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from progress.corrections import Correction
from progress.money.gaps import EmissionGap
from progress.money.loaded import LoadedSource
from progress.money.registry import Registry
from progress.money.stock import Stock
from progress.records import (
    ExchangeRate,
    Grant,
    InvestmentAction,
    Municipality,
    Release,
    SectorValue,
    Source,
)


@dataclass(frozen=True, slots=True)
class MoneyAnswers:
    """All that the store knows of a municipality's money.

    `grants` are the rows that touch it, `loaded` the sources for the whole country. `emissions`
    are its tonnes by sector in `release`, `gaps` what its plan says is left to cut. `repeats` names
    the row that is counted instead of another, in the whole store; None where nobody asked.
    `corrections` are those of all rows, newest first.
    """

    municipality: Municipality
    grants: tuple[Grant, ...]
    actions: tuple[InvestmentAction, ...]
    stocks: tuple[Stock, ...]
    rates: tuple[ExchangeRate, ...]
    index: Mapping[int, Decimal] = field(default_factory=dict)
    loaded: tuple[LoadedSource, ...] = ()
    sources: Mapping[str, Source] = field(default_factory=dict)
    emissions: tuple[SectorValue, ...] = ()
    release: Release | None = None
    gaps: tuple[EmissionGap, ...] = ()
    repeats: Mapping[str, str] | None = None
    registry: Registry = field(default_factory=Registry)
    corrections: tuple[Correction, ...] = ()
