"""A frozen state of a municipality's facts, and the difference between two of them, with causes.

A snapshot has its own small words and stands on its own, so that it can be read whatever the store
or the rules become. `FORMAT` is raised when its fields change meaning; new fields have defaults.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from progress.constants import RULES_VERSION
from progress.emissions.series import Point, Unit
from progress.goals.goal import Goal
from progress.goals.verdict_model import Verdict
from progress.promises.local_contracts import WorkPackage
from progress.records import Activity, Commitment

FORMAT = 1

TERMS = (
    "kind", "scope", "gas", "base_year", "base_value", "target_year", "value", "rate", "reduction",
    "residual_share", "residual_tonnes", "budget_tonnes", "budget_first_year", "budget_last_year",
    "strict", "state", "status",
)  # fmt: skip
"""The fields that make a goal what it is: another of these is another goal."""


@dataclass(frozen=True, slots=True)
class FrozenFigure:
    """A value in its year, with its status."""

    year: int
    value: float
    status: str = "final"


@dataclass(frozen=True, slots=True)
class FrozenRelease:
    """A release that the snapshot rests on; days as year-month-day, empty where not known."""

    label: str
    kind: str
    title: str
    released: str = ""
    imported: str = ""


@dataclass(frozen=True, slots=True)
class FrozenGoal:
    """A goal and what its verdict said. `near`: the attainment on a near series; `points` are the
    observed values behind it, of `release`. `gap` to what the goal asks for in `year`, in `unit`;
    `needed` and `done` are yearly shares, a fall positive, `needed_per_year` in `unit`; `left`
    tonnes of a budget. None where there is none, and in snapshots that were taken before these were
    frozen."""

    goal_id: str
    title_sv: str
    title_en: str = ""
    terms: tuple[str, ...] = ()
    attainment: str = ""
    near: str = ""
    direction: str = ""
    reason: str = ""
    release: str = ""
    points: tuple[FrozenFigure, ...] = ()
    unit: str = str(Unit.TONNES)
    year: int | None = None
    gap: float | None = None
    needed: float | None = None
    left: float | None = None
    needed_per_year: float | None = None
    done: float | None = None
    robustness: str = ""
    basis: str = ""
    sentence_sv: str = ""
    sentence_en: str = ""

    @property
    def reading(self) -> tuple[str, str, str, str]:
        """What the verdict says, without its figures."""
        return self.attainment, self.near, self.direction, self.reason


@dataclass(frozen=True, slots=True)
class FrozenStatus:
    """A promise's newest status; `day` is empty where none was told."""

    pledge_id: str
    title_sv: str
    title_en: str = ""
    status: str = "unknown"
    day: str = ""
    resources: str = ""


@dataclass(frozen=True, slots=True)
class FrozenSum:
    """Kronor of one kind to the municipality itself, exact, with its coverage."""

    kind: str
    sek: str
    known: int
    of: int


@dataclass(frozen=True, slots=True)
class FrozenCost:
    """What the actions of a plan cost that may be added: one currency, kind and period."""

    currency: str
    kind: str
    period: str
    low: str
    high: str
    actions: int


@dataclass(frozen=True, slots=True)
class FrozenPlan:
    """A plan's actions, how many have a cost and how many tell what is secured. Amounts are exact,
    and empty where they are not known; `gap` is over the `funded` actions (RULES §7.4)."""

    actions: int
    costed: int
    funded: int
    currency: str = "SEK"
    secured: str = ""
    gap_low: str = ""
    gap_high: str = ""
    costs: tuple[FrozenCost, ...] = ()


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A municipality's facts as they were. `release` is the one of `figures`. `further` are the
    statuses of work packages and of what all contract cities share; it and `plan` are None in
    snapshots that were taken before they were frozen."""

    municipality_code: str
    format: int = FORMAT
    rules: int = RULES_VERSION
    release: str = ""
    figures: tuple[FrozenFigure, ...] = ()
    goals: tuple[FrozenGoal, ...] = ()
    statuses: tuple[FrozenStatus, ...] = ()
    money: tuple[FrozenSum, ...] = ()
    releases: tuple[FrozenRelease, ...] = ()
    further: tuple[FrozenStatus, ...] | None = None
    plan: FrozenPlan | None = None


@dataclass(frozen=True, slots=True)
class SnapshotName:
    """A snapshot that was taken: its number in an address, its name, and when."""

    snapshot_id: int
    name: str
    municipality_code: str
    taken: datetime


class Cause(StrEnum):
    """Why something is another than it was."""

    NEW_DATA = "new_data"
    RESTATED = "restated"
    CHANGED_GOAL = "changed_goal"
    CHANGED_RULE = "changed_rule"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class FigureChange:
    """Tonnes of a year; None where a snapshot lacks the year."""

    year: int
    old: float | None
    new: float | None
    cause: Cause


@dataclass(frozen=True, slots=True)
class GoalChange:
    """A goal that is new (`old` None), gone (`new` None), or has other terms, another verdict or
    other figures in it."""

    old: FrozenGoal | None
    new: FrozenGoal | None
    causes: tuple[Cause, ...]


@dataclass(frozen=True, slots=True)
class StatusChange:
    """A promise that is new (`old` None), gone (`new` None), or has another status."""

    old: FrozenStatus | None
    new: FrozenStatus | None


@dataclass(frozen=True, slots=True)
class MoneyChange:
    """A kind of money that is new (`old` None), gone (`new` None), or has another sum."""

    old: FrozenSum | None
    new: FrozenSum | None


@dataclass(frozen=True, slots=True)
class PlanChange:
    """An investment plan that is another than it was."""

    old: FrozenPlan
    new: FrozenPlan


@dataclass(frozen=True, slots=True)
class Difference:
    """Everything that differs between two snapshots of the same municipality."""

    figures: tuple[FigureChange, ...]
    goals: tuple[GoalChange, ...]
    statuses: tuple[StatusChange, ...]
    money: tuple[MoneyChange, ...]
    new_releases: tuple[FrozenRelease, ...]
    plan: PlanChange | None = None

    @property
    def nothing(self) -> bool:
        return self.count == 0

    @property
    def count(self) -> int:
        """How many things differ."""
        lists = (self.figures, self.goals, self.statuses, self.money)
        return sum(map(len, lists)) + (self.plan is not None)


def frozen_goal(goal: Goal, verdict: Verdict | None) -> FrozenGoal:
    """A goal as it is now; without a verdict where it has none."""
    near = verdict.indicative if verdict is not None else None
    shown = near or verdict
    points = shown.points if shown is not None else ()
    return FrozenGoal(
        goal.goal_id,
        goal.title_sv,
        goal.title_en,
        tuple(f"{name}={getattr(goal, name)}" for name in TERMS),
        str(verdict.attainment) if verdict is not None else "",
        str(near.attainment) if near is not None else "",
        str(shown.direction) if shown is not None and shown.direction else "",
        str(verdict.reason) if verdict is not None and verdict.reason else "",
        (shown.release or "") if shown is not None else "",
        frozen_figures(points),
        **({} if shown is None else _figures_of(shown)),
    )


def _figures_of(shown: Verdict) -> dict[str, Any]:
    account = shown.budget
    return {
        "unit": str(shown.unit),
        "year": shown.latest_year,
        "gap": shown.path_gap,
        "needed": shown.needed_rate,
        "needed_per_year": shown.needed_tonnes_per_year,
        "done": shown.done_rate,
        "robustness": "" if shown.robustness is None else str(shown.robustness),
        "basis": str(shown.basis),
        "left": None if account is None else account.remaining_tonnes,
        "sentence_sv": shown.sentence_sv,
        "sentence_en": shown.sentence_en,
    }


def frozen_figures(points: tuple[Point, ...]) -> tuple[FrozenFigure, ...]:
    """The observed values of a series."""
    return tuple(
        FrozenFigure(point.year, point.value, str(point.status))
        for point in points
        if point.status.observed
    )


def frozen_status(promise: Commitment | Activity | WorkPackage) -> FrozenStatus:
    """A promise with its newest status."""
    match promise:
        case Commitment():
            pledge_id = promise.commitment_id
        case Activity():
            pledge_id = promise.activity_id
        case WorkPackage():
            pledge_id = promise.package_id
    day = "" if promise.status_date is None else promise.status_date.isoformat()
    return FrozenStatus(
        pledge_id, promise.title_sv, promise.title_en, promise.status, day, promise.status_resources
    )
