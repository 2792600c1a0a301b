"""All grants as cells, and the cities to hold them against."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from progress.money.coverage import Coverage
from progress.money.cube import Cell
from progress.money.loaded import LoadedSource
from progress.money.sector_places import Group
from progress.money.sector_shares import GapTable
from progress.records import ExchangeRate, Municipality, Source


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
