"""What the overview needs to know."""

from dataclasses import dataclass
from functools import cached_property

from layouts.links.addresses import QueryProblem
from layouts.phrases.changes import change, observed_years, value_in
from progress.constants import DONE_FIRST_YEAR
from progress.emissions.change_causes import ChangeCauses
from progress.emissions.series import Point
from progress.emissions.series_breaks import SectorStart
from progress.goals.distance import Distance, Standing, distance, standing
from progress.goals.goal import YARDSTICK_ID
from progress.goals.leading import leading
from progress.goals.verdict_model import Verdict
from progress.records import Municipality, Release


@dataclass(frozen=True)
class CityRow:
    """A contract city: totals of the page's release, and the verdicts on its goals."""

    municipality: Municipality
    points: tuple[Point, ...]
    verdicts: tuple[Verdict, ...]

    @property
    def latest_year(self) -> int | None:
        years = observed_years(self.points)
        return years[-1] if years else None

    @property
    def latest(self) -> float | None:
        """Tonnes in the latest year."""
        year = self.latest_year
        return None if year is None else value_in(self.points, year)

    @property
    def since_before(self) -> float | None:
        """The change from the year before the latest, as a share of it."""
        year = self.latest_year
        return None if year is None else change(self.points, year - 1, year)

    @property
    def recent(self) -> tuple[Point, ...]:
        """The observed values from the year that done rates are counted from."""
        return tuple(
            point
            for point in self.points
            if point.status.observed and point.year >= DONE_FIRST_YEAR
        )

    @cached_property
    def own(self) -> tuple[Verdict, ...]:
        """The verdicts on the city's own goals in force."""
        return tuple(v for v in self.verdicts if v.goal.goal_id != YARDSTICK_ID and v.goal.assessed)

    @cached_property
    def leading(self) -> Verdict | None:
        """The verdict that is told first, on its near series where it has no other; None where no
        goal of the city's own can be assessed."""
        return leading(self.own)

    @cached_property
    def yardstick(self) -> Verdict | None:
        return next((v for v in self.verdicts if v.goal.goal_id == YARDSTICK_ID), None)

    @cached_property
    def distance(self) -> Distance | None:
        """Done and needed of the leading goal."""
        return None if self.leading is None else distance(self.leading)

    @property
    def standing(self) -> Standing:
        return standing(self.leading)


@dataclass(frozen=True, slots=True)
class OverviewAnswers:
    """`causes` say why the cities' sum changed since the year before; the two national series are
    the sum of the municipalities and the publisher's own total (empty where it is not loaded).
    `late_sectors` break both.
    """

    release: Release
    releases: tuple[Release, ...]
    cities: tuple[CityRow, ...]
    national_sum: tuple[Point, ...]
    published_national: tuple[Point, ...]
    causes: ChangeCauses | None = None
    problems: tuple[QueryProblem, ...] = ()
    late_sectors: tuple[SectorStart, ...] = ()
