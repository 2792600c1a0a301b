"""What the portfolio's board shows: asked and grouped already."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from layouts.links.addresses import Address, QueryProblem
from layouts.money.view import price_words
from layouts.phrases.text import Text, text
from progress.money.choice import GrantChoice
from progress.money.funder_pair import FunderSide
from progress.money.loaded import LoadedSource
from progress.money.overlaps import Overlaps
from progress.money.plan import PlanSums
from progress.money.portfolio import NO_STREAMS, FunderCoverage, Streams, Sum
from progress.money.portfolio_summary import Summary
from progress.money.pricing import Pricing
from progress.money.registry import Registry
from progress.money.sector_places import Group
from progress.money.sector_shares import GapTable
from progress.records import Grant, Municipality, Source


@dataclass(frozen=True, slots=True)
class RowOfGrants:
    """A grant as a row of the board; `sek` is None where its sum of the kind is unknown, and
    `repeats` tells that another row is counted for the same money."""

    grant: Grant
    sek: float | None
    repeats: bool = False


@dataclass(frozen=True, slots=True)
class Background:
    """What the cities have besides money: tonnes of CO2e in `emissions_year`, of all of them by
    sector (none where the release has no sectors), the costs in the plans that are held, and what
    those plans say is left to cut. `people` are inhabitants at the end of
    that year, `done` the yearly rates of the observed emissions from `done_from` on (RULES §3).
    """

    emissions: Mapping[str, float] = field(default_factory=dict)
    people: Mapping[str, int] = field(default_factory=dict)
    done: Mapping[str, float] = field(default_factory=dict)
    done_from: int | None = None
    emissions_year: int | None = None
    sector_emissions: Mapping[Group, float] = field(default_factory=dict)
    plans: Mapping[str, PlanSums] = field(default_factory=dict)
    gaps: Mapping[str, GapTable] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class PortfolioAnswers:
    """`cities` are the contract cities, in the order of their names; `rows` are those of the shown
    page of `pages`, of `row_count` in all. `streams` are what flows from funders to places,
    `places` the sums by theme and city, `overlaps` when several funders support a city, `coverage`
    what is held of each funder: they are the document's and the views' that need them, as the
    `background` is. `outlines` are SVG paths of all municipalities by code, `pair` the two funders
    that are set side by side.
    """

    summary: Summary
    choice: GrantChoice
    cities: tuple[Municipality, ...]
    pricing: Pricing
    rows: tuple[RowOfGrants, ...] = ()
    row_count: int = 0
    page: int = 1
    pages: int = 1
    loaded: tuple[LoadedSource, ...] = ()
    sources: Mapping[str, Source] = field(default_factory=dict)
    problems: tuple[QueryProblem, ...] = ()
    streams: Streams = NO_STREAMS
    places: Mapping[tuple[str, ...], Sum] = field(default_factory=dict)
    overlaps: Overlaps = field(default_factory=Overlaps)
    coverage: Mapping[str, FunderCoverage] = field(default_factory=dict)
    background: Background = field(default_factory=Background)
    outlines: Mapping[str, str] = field(default_factory=dict)
    pair: tuple[FunderSide, ...] = ()

    registry: Registry = field(default_factory=Registry)

    @property
    def names(self) -> Mapping[str, str]:
        """Contract city's code → its name."""
        return {city.code: city.name for city in self.cities}


@dataclass(frozen=True, slots=True)
class View:
    """The answers at an address, with its words."""

    address: Address
    answers: PortfolioAnswers

    @property
    def t(self) -> Text:
        return text(self.address.lang)

    @property
    def lang(self) -> str:
        return self.address.lang

    @property
    def summary(self) -> Summary:
        return self.answers.summary

    @property
    def registry(self) -> Registry:
        return self.answers.registry

    @property
    def kind(self) -> str:
        """The kind of money in words."""
        return self.t(f"money.kind.{self.answers.choice.kind}")

    @property
    def prices(self) -> str:
        return price_words(self.answers.pricing, self.t)

    def grants(self, n: int) -> str:
        """A number of grants in words."""
        return self.t("money.grant", n=n)
