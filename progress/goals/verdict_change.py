"""Why a verdict is another on a newer release: restated history, new years, or lost ones (§1.3).

Between the verdict on the old release and the one on the new there are two more, on the years that
both releases have: as the old release gives them, and as the new one does. Each step between them
has one cause only.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from enum import StrEnum
from itertools import pairwise

from progress.emissions.series import Gas, Scope, Series
from progress.goals.background import ALONE, Background, FindSeries
from progress.goals.goal import Goal
from progress.goals.matching import match_series
from progress.goals.verdict import assess
from progress.goals.verdict_model import Attainment, Basis, Direction, Reason, Verdict
from progress.phrases.words import badge_of


class Cause(StrEnum):
    """What moved a verdict."""

    LOST_YEARS = "lost_years"
    RESTATED = "restated"
    NEW_YEARS = "new_years"


@dataclass(frozen=True, slots=True)
class Reading:
    """What a verdict says, without its figures.

    `indicative` is the attainment on a near series where the goal's own has none; `direction` is
    then that series'. `uncertain` and `indication` are how it must be told; that alone moves no
    verdict.
    """

    attainment: Attainment
    direction: Direction | None = None
    reason: Reason | None = None
    indicative: Attainment | None = None
    uncertain: bool = field(default=False, compare=False)
    indication: bool = field(default=False, compare=False)

    @property
    def effective(self) -> Attainment:
        """The attainment that can be told: the goal's own, else the indicative one."""
        own = self.attainment is not Attainment.NOT_ASSESSABLE or self.indicative is None
        return self.attainment if own or self.indicative is None else self.indicative

    def label(self, lang: str) -> str:
        """What is told of it, never without that it is uncertain or an indication (RULES §5)."""
        return badge_of(
            self.effective,
            lang,
            uncertain=self.uncertain,
            indicative=self.indication and self.effective is not Attainment.NOT_ASSESSABLE,
        )


@dataclass(frozen=True, slots=True)
class VerdictChange:
    """One goal read four times: on the old release, on the shared years of the old and of the new
    release, and on the new release."""

    municipality_code: str
    goal_id: str
    old: Reading
    old_shared: Reading
    new_shared: Reading
    new: Reading

    @property
    def causes(self) -> tuple[Cause, ...]:
        """The steps that moved the verdict; none where it never moved."""
        readings = (self.old, self.old_shared, self.new_shared, self.new)
        return tuple(
            cause
            for cause, (before, after) in zip(Cause, pairwise(readings), strict=True)
            if before != after
        )

    @property
    def changed(self) -> bool:
        """Whether the verdict is another in the end: two causes can undo each other."""
        return self.old != self.new


def reading(verdict: Verdict) -> Reading:
    """What the verdict says."""
    near = verdict.indicative
    return Reading(
        verdict.attainment,
        (near or verdict).direction,
        verdict.reason,
        None if near is None else near.attainment,
        verdict.effective.fragile,
        verdict.effective.basis is not Basis.OWN,
    )


def verdict_change(
    old: Verdict,
    new: Verdict,
    find_old: FindSeries,
    find_new: FindSeries,
    current_year: int,
    backgrounds: tuple[Background, Background] = (ALONE, ALONE),
) -> VerdictChange:
    """How the verdict on one goal went from `old` to `new`.

    The two are the verdicts on the whole releases, in which `find_old` and `find_new` find series.
    `backgrounds` are those of the old and of the new one.
    """
    goal = old.goal
    return VerdictChange(
        goal.municipality_code,
        goal.goal_id,
        reading(old),
        reading(_on_shared_years(goal, old, find_old, find_new, current_year, backgrounds[0])),
        reading(_on_shared_years(goal, new, find_new, find_old, current_year, backgrounds[1])),
        reading(new),
    )


def only_shared_years(series: Series, other: Series) -> Series:
    """The observed points of `series` in the years that `other` has observed too."""
    years = {point.year for point in other.observed}
    points = tuple(point for point in series.observed if point.year in years)
    return series if points == series.points else replace(series, points=points)


def moved(changes: tuple[VerdictChange, ...], cause: Cause) -> Iterator[VerdictChange]:
    """The changes in which this cause moved the verdict, whatever else did."""
    return (change for change in changes if cause in change.causes)


def _on_shared_years(
    goal: Goal,
    whole: Verdict,
    find: FindSeries,
    find_other: FindSeries,
    current_year: int,
    background: Background,
) -> Verdict:
    """The verdict on the shared years; the one on the whole release where nothing is cut off."""
    shared = _SharedYears(find, find_other)
    match_series(goal, shared)
    return assess(goal, shared, current_year, background) if shared.cut else whole


@dataclass(slots=True)
class _SharedYears:
    """Finds series as `find` does, cut to the years that `other` has of the same series.

    A series that both find in the same release (another gas, a city's own) stays whole.
    """

    find: FindSeries
    other: FindSeries
    cut: bool = field(default=False, init=False)

    def __call__(
        self, scope: Scope, gas: Gas, sector: str, left_out: tuple[str, ...], per_person: bool
    ) -> Series | None:
        series = self.find(scope, gas, sector, left_out, per_person)
        if series is None:
            return None
        opposite = self.other(scope, gas, sector, left_out, per_person)
        if opposite is not None and opposite.release == series.release:
            return series
        shared = None if opposite is None else only_shared_years(series, opposite)
        self.cut = self.cut or shared is not series
        return shared if shared is not None and shared.points else None
