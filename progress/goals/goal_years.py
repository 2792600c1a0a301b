"""Goals year by year: what a new year of statistics moved, apart from what was restated (§1.3).

A goal is judged on one release with its series cut at the year and at the year before: only the new
year differs between the two. What the years before are in an older release is another matter:
`restated` tells it, and it is never taken for a movement.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from progress.emissions.series import Gas, Point, Scope, Series
from progress.goals.background import FindSeries
from progress.goals.distance import Distance, distance
from progress.goals.verdict_change import Reading, VerdictChange, reading
from progress.goals.verdict_model import Attainment, Verdict

NATION = "nation"
CITIES = "cities"
"""The areas beside the municipalities: the whole country, and the contract cities together."""

BEST_FIRST = (
    Attainment.REACHED,
    Attainment.YES,
    Attainment.CLOSE,
    Attainment.DEPENDS,
    Attainment.NO,
    Attainment.AWAITING,
    Attainment.MISSED,
)


class Step(StrEnum):
    """How a verdict moved from one year to the next."""

    BETTER = "better"
    WORSE = "worse"
    NOW_ASSESSABLE = "now_assessable"
    NO_LONGER = "no_longer"
    DIRECTION = "direction"
    SAME = "same"


@dataclass(frozen=True, slots=True)
class Stand:
    """What a verdict said with the observed years up to some year.

    `year` is the newest of them, `actual` its value and `gap` how far it is from the path, in
    tonnes or tonnes per person; `distance` is what is done and needed each year.
    """

    reading: Reading
    year: int | None = None
    gap: float | None = None
    actual: float | None = None
    distance: Distance | None = None

    @property
    def effective(self) -> Attainment:
        """The attainment that can be told: the goal's own, else the indicative one."""
        return self.reading.effective

    @property
    def indicative(self) -> bool:
        """Whether what is told rests on a near series."""
        return self.effective is not self.reading.attainment


@dataclass(frozen=True, slots=True)
class GoalYear:
    """One goal at the end of a year and of the year before, both on the newest release.

    `restated` is how its verdict on the year before went from an older release, which ended there,
    to the newest; None where no such release is loaded. `leads`: it is the goal that is told first
    of its city in the year (RULES §4).
    """

    municipality_code: str
    goal_id: str
    now: Stand
    before: Stand
    restated: VerdictChange | None = None
    leads: bool = False

    @property
    def step(self) -> Step:
        return step(self.before.reading, self.now.reading)

    @property
    def fall(self) -> float | None:
        """By how much of itself the goal's own series fell in the year; negative where it rose."""
        if self.now.year is None or self.before.year != self.now.year - 1:
            return None
        change = _share(self.before.actual, self.now.actual)
        return None if change is None else -change

    @property
    def required(self) -> Distance | None:
        """What the goal asked of the year: needed each year, as it stood at the year before."""
        return self.before.distance

    @property
    def was_restated(self) -> bool:
        """Whether the verdict on the year before is another than the older release gave."""
        return self.restated is not None and self.restated.changed


@dataclass(frozen=True, slots=True)
class AreaYear:
    """An area's tonnes in a year and the year before, in the newest release.

    `earlier` is the year before as the older release gave it. None where there is no value. `begun`
    are the tonnes of sectors that begin in the year: part of its level, of no comparison (§1.6).
    """

    code: str
    tonnes: float | None
    before: float | None
    earlier: float | None
    status: str = ""
    begun: float = 0.0

    @property
    def change(self) -> float | None:
        """The change since the year before as a share of it, within one release."""
        now = None if self.tonnes is None else self.tonnes - self.begun
        return _share(self.before, now)

    @property
    def restated(self) -> float | None:
        """By how much of itself the year before was restated between the two releases."""
        return _share(self.earlier, self.before)


@dataclass(frozen=True, slots=True)
class GasReleases:
    """The release of a gas that a year was read in, and the older one that ended the year before.

    `last_year` is the newest observed year of the first.
    """

    gas: str
    label: str
    last_year: int
    earlier: str | None = None


@dataclass(frozen=True, slots=True)
class YearStands:
    """Every followed goal and area in one year."""

    year: int
    releases: tuple[GasReleases, ...]
    goals: tuple[GoalYear, ...]
    areas: tuple[AreaYear, ...]


def stand(verdict: Verdict) -> Stand:
    """What a verdict says, with the gap of the series that it rests on."""
    shown = verdict if verdict.indicative is None else verdict.indicative
    return Stand(reading(verdict), shown.latest_year, shown.path_gap, shown.actual, distance(shown))


def step(before: Reading, now: Reading) -> Step:
    """How a reading moved. An own verdict and an indicative one are not compared in rank."""
    was, became = Stand(before), Stand(now)
    unknown = Attainment.NOT_ASSESSABLE
    if became.effective is unknown or was.effective is unknown:
        if became.effective is was.effective:
            return Step.SAME
        return Step.NO_LONGER if became.effective is unknown else Step.NOW_ASSESSABLE
    if was.indicative != became.indicative:
        return Step.NO_LONGER if became.indicative else Step.NOW_ASSESSABLE
    first, second = BEST_FIRST.index(was.effective), BEST_FIRST.index(became.effective)
    if first != second:
        return Step.BETTER if second < first else Step.WORSE
    return Step.SAME if before.direction == now.direction else Step.DIRECTION


def cut_at(find: FindSeries, year: int) -> FindSeries:
    """Finds what `find` does, with no year after `year`."""

    def cut(
        scope: Scope, gas: Gas, sector: str, left_out: tuple[str, ...], per_person: bool
    ) -> Series | None:
        series = find(scope, gas, sector, left_out, per_person)
        if series is None:
            return None
        points = tuple(point for point in series.points if point.year <= year)
        whole = tuple(point for point in series.whole if point.year <= year)
        return replace(series, points=points, whole=whole) if points else None

    return cut


def area_year(
    code: str,
    year: int,
    newest: Iterable[Point],
    older: Iterable[Point] | None,
    begun: float = 0.0,
) -> AreaYear:
    """An area's year from its totals in the newest release and in the older one."""
    points = {point.year: point for point in newest if point.status.observed}
    earlier = {point.year: point for point in older or () if point.status.observed}
    now, before, then = points.get(year), points.get(year - 1), earlier.get(year - 1)
    return AreaYear(
        code,
        None if now is None else now.value,
        None if before is None else before.value,
        None if then is None else then.value,
        "" if now is None else str(now.status),
        begun,
    )


def _share(old: float | None, new: float | None) -> float | None:
    if old is None or new is None or old == 0:
        return None
    return (new - old) / abs(old)
