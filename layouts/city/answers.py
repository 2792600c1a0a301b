"""What a municipality's page needs to know."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import cached_property

from layouts.links.addresses import QueryProblem
from layouts.phrases.changes import observed_years, value_in
from progress.corrections import Correction
from progress.emissions.carried_forward import CarriedForward
from progress.emissions.change_causes import ChangeCauses, change_causes
from progress.emissions.events import Event
from progress.emissions.series import Figures, Gas, Point, Scope, Series, Status, Unit
from progress.emissions.series_breaks import SectorStart, not_comparable
from progress.goals.estimate_record import EstimateRow
from progress.goals.estimates import ForecastError, forecast_record
from progress.goals.goal import YARDSTICK_ID, Goal
from progress.goals.hindcast import NO_BAND, Band
from progress.goals.leading import leading
from progress.goals.verdict_model import Verdict
from progress.money.kinds import CityGrants, counted_once, of_city
from progress.money.pricing import PricedGrant, Pricing, priced
from progress.notes import Note
from progress.promises.decisions import Meeting
from progress.promises.local_contracts import LocalContracts
from progress.promises.parties import PartyKinds
from progress.records import (
    Activity,
    Commitment,
    ExchangeRate,
    Grant,
    IndicatorDefinition,
    IndicatorValue,
    Municipality,
    OwnSeries,
    Release,
    SectorValue,
    Source,
    Subsector,
)
from progress.releases.next_statistics import NextStatistics


@dataclass(frozen=True, slots=True)
class IndicatorFigures:
    """An indicator: the municipality's own years, and everybody's values of its newest year."""

    definition: IndicatorDefinition
    values: tuple[IndicatorValue, ...]
    same_year: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Peers:
    """All municipalities in the latest year of the page's release: tonnes per person by code, and
    those whose emissions come from the same sectors, nearest first, each with its distance."""

    year: int
    per_person: Mapping[str, float]
    alike: tuple[tuple[Municipality, float], ...] = ()


@dataclass(frozen=True)
class CityAnswers:
    """Facts about one municipality.

    `release` is the one in which emission figures are shown, `releases` the emission releases to
    choose among, `own` the municipality's own releases, the one imported last first,
    `all_releases` every one that the page rests on. `verdicts` are those of the goals
    in force, each on one release, and the yardstick's. `contract_codes` are the contract cities';
    estimates run to `current_year` or as far as `band` reaches. `late_sectors` break the series;
    `joined` is what the city does with others. `events` are those of the municipality and of the
    whole country, `outline` its shape as path data in the map's coordinates, `national` all
    municipalities' sums in the release. `carried_forward` are the release's sectors that seem to be
    the year before's, `estimate_rows` what each release's estimates said of the municipality and
    what came. `subsectors` are those of the page's release, `divided_releases` those of `releases`
    that have any. `notes` are internal ones that the reader may see,
    `note_owners` what those are called whose they are. `corrections` are those of the
    municipality's rows and of what no single one has, the newest first. `meetings` on its contract
    are those that are known.
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
    band: Band = NO_BAND
    subsectors: tuple[Subsector, ...] = ()
    divided_releases: tuple[Release, ...] = ()
    own: tuple[OwnSeries, ...] = ()
    problems: tuple[QueryProblem, ...] = ()
    late_sectors: tuple[SectorStart, ...] = ()
    local_contracts: LocalContracts | None = None
    namesakes: tuple[Municipality, ...] = ()
    events: tuple[Event, ...] = ()
    outline: str = ""
    national: tuple[Point, ...] = ()
    peers: Peers | None = None
    next_statistics: NextStatistics | None = None
    today: date | None = None
    newest_change: ChangeCauses | None = None
    carried_forward: tuple[CarriedForward, ...] = ()
    estimate_rows: tuple[EstimateRow, ...] = ()
    notes: tuple[Note, ...] = ()
    note_owners: Mapping[str, str] = field(default_factory=dict)
    corrections: tuple[Correction, ...] = ()
    party_kinds: PartyKinds = field(default_factory=dict)
    meetings: tuple[Meeting, ...] = ()

    @property
    def causes(self) -> ChangeCauses | None:
        """Why all greenhouse gases changed in the newest year of the release, by 5 % or more; of
        the newest release where the page shows another."""
        if self.newest_change is not None:
            return self.newest_change
        if self.gas != Gas.CO2E or self.shows_own or len(self.years) < 2:
            return None
        latest = self.years[-1]
        by_year: dict[int, dict[str, float]] = {}
        for sector in self.sectors:
            by_year.setdefault(sector.year, {})[sector.sector] = sector.tonnes
        return change_causes(
            latest,
            by_year.get(latest - 1, {}),
            by_year.get(latest, {}),
            (event for event in self.events if event.year == latest),
            not_comparable(self.late_sectors, latest - 1, latest),
        )

    @property
    def shows_own(self) -> bool:
        """Whether the page's emission figures are the municipality's own."""
        return self.release.kind == "own-series"

    @cached_property
    def scope(self) -> Scope:
        """Whose emissions the page's figures count."""
        return Scope(self.release.scope or Scope.TERRITORIAL)

    @cached_property
    def unit(self) -> Unit:
        """Tonnes a year, or tonnes per person and year where an own series counts so."""
        return Unit(self.release.unit or Unit.TONNES)

    @property
    def gas(self) -> str:
        """co2 or co2e: what the page's emission figures count."""
        return self.release.gas or "co2e"

    @cached_property
    def series(self) -> Series:
        """The municipality's emissions in the page's release, as the rules take them, with the
        forecasts that continue it."""
        points = {point.year: point for point in self.points}
        if self.forecast is not None:
            points |= {point.year: point for point in self.forecast.points}
            points |= {point.year: point for point in self.points if point.status.observed}
        return Series(
            self.municipality.code,
            self.scope,
            Gas(self.gas),
            self.release.label,
            tuple(points[year] for year in sorted(points)),
            unit=self.unit,
            own=figures_of(self.release) if self.shows_own else None,
            forecasts_by=self.forecasts_by,
        )

    @cached_property
    def forecast(self) -> OwnSeries | None:
        """The municipality's newest forecasts for years after those of the page's release."""
        return next((series for series in self.own if series.continues == self.release.label), None)

    @cached_property
    def forecasts_by(self) -> Figures | None:
        """Who made the forecasts of the page's series; None where it has none."""
        if self.forecast is not None:
            return figures_of(self.forecast.release)
        made = any(point.status is Status.FORECAST for point in self.points)
        return figures_of(self.release) if made else None

    @property
    def forecast_outcomes(self) -> tuple[tuple[OwnSeries, ForecastError], ...]:
        """The newest forecast of each year that the page's release has an outcome for."""
        result: dict[int, tuple[OwnSeries, ForecastError]] = {}
        for own in self.own:
            made = own.release
            if (made.scope, made.gas, made.unit) != (self.scope, self.gas, self.unit):
                continue
            series = Series(
                self.municipality.code, self.scope, Gas(self.gas), made.label, own.points
            )
            for error in forecast_record(series, self.series):
                result.setdefault(error.year, (own, error))
        return tuple(result[year] for year in sorted(result))

    @cached_property
    def years(self) -> tuple[int, ...]:
        """The years with an observed value."""
        return observed_years(self.points)

    @cached_property
    def own_verdicts(self) -> tuple[Verdict, ...]:
        """The verdicts on the municipality's own goals in force."""
        return tuple(v for v in self.verdicts if v.goal.goal_id != YARDSTICK_ID and v.goal.assessed)

    @cached_property
    def leading(self) -> Verdict | None:
        """The verdict on the municipality's own goals that is told first."""
        return leading(self.own_verdicts)

    @property
    def yardstick(self) -> Verdict | None:
        return next((v for v in self.verdicts if v.goal.goal_id == YARDSTICK_ID), None)

    @cached_property
    def grants_by_class(self) -> CityGrants:
        """The municipality's grants, each in one class."""
        return of_city(self.grants, self.municipality.code)

    @cached_property
    def own_grants(self) -> tuple[PricedGrant, ...]:
        """Grants whose beneficiary is the municipality, each money once, in kronor of its own
        year."""
        pricing = Pricing(self.exchange_rates, self.price_index)
        return priced(counted_once(self.grants_by_class.own), pricing)

    def per_person(self, year: int) -> float | None:
        """Tonnes per person with the population of 31 December of that year (RULES §6)."""
        if self.unit is Unit.TONNES_PER_PERSON:
            return value_in(self.points, year)
        value, population = value_in(self.points, year), self.populations.get(year)
        return None if value is None or not population else value / population


def figures_of(release: Release) -> Figures:
    """Whose figures a release holds."""
    return Figures(release.source.publisher, release.source.title)
