"""What a municipality's page needs to know."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from layouts.addresses import QueryProblem
from layouts.changes import observed_years, value_in
from progress.facts import (
    Activity,
    Commitment,
    ExchangeRate,
    Grant,
    IndicatorDefinition,
    IndicatorValue,
    Municipality,
    Release,
    SectorValue,
    Source,
)
from progress.goals import YARDSTICK_ID, Goal
from progress.series import Gas, Point, Scope, Series
from progress.series_breaks import SectorStart
from progress.verdict_model import Verdict


@dataclass(frozen=True, slots=True)
class IndicatorFigures:
    """An indicator: the municipality's own years, and everybody's values of its newest year."""

    definition: IndicatorDefinition
    values: tuple[IndicatorValue, ...]
    same_year: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class CityAnswers:
    """Facts about one municipality.

    `release` is the one in which emission figures are shown, `releases` the emission releases to
    choose among, `all_releases` every one that the page rests on. `verdicts` are those of the goals
    in force, each on one release, and the yardstick's. `contract_codes` are the contract cities';
    estimates run to `current_year`. `late_sectors` break the series of the release.
    """

    municipality: Municipality
    release: Release
    releases: tuple[Release, ...]
    all_releases: tuple[Release, ...]
    points: tuple[Point, ...]
    sectors: tuple[SectorValue, ...]
    populations: Mapping[int, int]
    goals: tuple[Goal, ...]
    verdicts: tuple[Verdict, ...]
    indicators: tuple[IndicatorFigures, ...]
    commitments: tuple[Commitment, ...]
    activities: tuple[Activity, ...]
    grants: tuple[Grant, ...]
    exchange_rates: tuple[ExchangeRate, ...]
    price_index: Mapping[int, Decimal]
    sources: Mapping[str, Source]
    contract_codes: frozenset[str]
    current_year: int
    problems: tuple[QueryProblem, ...] = ()
    late_sectors: tuple[SectorStart, ...] = ()

    @property
    def gas(self) -> str:
        """co2 or co2e: what the page's emission figures count."""
        return self.release.gas or "co2e"

    @property
    def series(self) -> Series:
        """The municipality's emissions in the page's release, as the rules take them."""
        return Series(
            self.municipality.code,
            Scope.TERRITORIAL,
            Gas(self.gas),
            self.release.label,
            self.points,
        )

    @property
    def years(self) -> tuple[int, ...]:
        """The years with an observed value."""
        return observed_years(self.points)

    @property
    def own_verdicts(self) -> tuple[Verdict, ...]:
        """The verdicts on the municipality's own goals in force."""
        return tuple(v for v in self.verdicts if v.goal.goal_id != YARDSTICK_ID and v.goal.assessed)

    @property
    def yardstick(self) -> Verdict | None:
        return next((v for v in self.verdicts if v.goal.goal_id == YARDSTICK_ID), None)

    def per_person(self, year: int) -> float | None:
        """Tonnes per person with the population of 31 December of that year (RULES §6)."""
        value, population = value_in(self.points, year), self.populations.get(year)
        return None if value is None or not population else value / population
