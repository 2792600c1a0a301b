"""The verdict: what it says of a goal against a series, with all that recomputes it."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from progress.goals import Goal
from progress.series import Figures, Gas, Point, Scope, Unit


class Attainment(StrEnum):
    """Will the goal be met (RULES §5)?"""

    REACHED = "reached"
    YES = "yes"
    CLOSE = "close"
    NO = "no"
    MISSED = "missed"
    NOT_ASSESSABLE = "not_assessable"


class Direction(StrEnum):
    """Which way the trend goes (RULES §3)."""

    TOWARDS = "towards"
    LEVEL = "level"
    AWAY = "away"


class Robustness(StrEnum):
    """Whether another reasonable choice of points gives the same attainment (RULES §5)."""

    STABLE = "stable"
    FRAGILE = "fragile"


class Reason(StrEnum):
    """Why a goal is not assessable (RULES §5)."""

    NO_SERIES = "no_series"
    SCOPE_MISMATCH = "scope_mismatch"
    NO_TREND = "no_trend"
    NO_TARGET_VALUE = "no_target_value"
    NARRATIVE = "narrative"


@dataclass(frozen=True, slots=True)
class Assumption:
    """What we assume where the source is silent, and why. `code` is stable; the texts are shown."""

    code: str
    text_sv: str
    text_en: str


@dataclass(frozen=True, slots=True)
class RequiredRate:
    """The yearly rate needed from the latest observed year.

    `outcome` is rate, already_enough or not_reachable; `rate` a share (may be None);
    `negative_tonnes` what must be taken up where the budget is gone already.
    """

    outcome: str
    rate: float | None = None
    negative_tonnes: float | None = None


@dataclass(frozen=True, slots=True)
class BudgetYear:
    """A year of the budget account. `tonnes` is None for a gap year that nothing can fill."""

    year: int
    tonnes: float | None
    status: str


@dataclass(frozen=True, slots=True)
class BudgetAccount:
    """RULES §4. Tonnes; shares of 1; run-out dates are None where the budget lasts to its end."""

    budget_tonnes: float
    first_year: int
    last_year: int
    used_tonnes: float
    remaining_tonnes: float
    share_used: float
    share_of_time: float
    run_out_if_level: date | None
    run_out_on_trend: date | None
    projected_sum_tonnes: float
    years: tuple[BudgetYear, ...]


@dataclass(frozen=True, slots=True)
class TrendSummary:
    """The Theil–Sen line behind a verdict: value(y) = max(0, intercept + slope · y).

    `relative_slope` is slope / |median|, None where the median is 0.
    """

    slope: float
    intercept: float
    relative_slope: float | None
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Variant:
    """One robustness variant and what it gives.

    Its code is `last_five`, `without_2020_2021`, `through_latest` or `without_<year>`.
    """

    code: str
    attainment: Attainment


@dataclass(frozen=True, slots=True)
class Verdict:
    """One goal against one series. Values in `unit` (tonnes, or tonnes per person); rates: shares.

    Fields that do not apply are None. `indicative` holds the verdict on a near series
    where the goal's own scope has none; `own` tells whose figures it rests on where they are not
    the national statistics.
    """

    goal: Goal
    attainment: Attainment
    reason: Reason | None = None
    scope: Scope | None = None
    gas: Gas | None = None
    sector: str | None = None
    sectors_left_out: tuple[str, ...] = ()
    release: str | None = None
    unit: Unit = Unit.TONNES
    base_year: int | None = None
    base: float | None = None
    target_year: int | None = None
    target: float | None = None
    latest_year: int | None = None
    latest_status: str | None = None
    actual: float | None = None
    path: float | None = None
    gap: float | None = None
    gap_share: float | None = None
    years_behind: float | None = None
    years_behind_is_minimum: bool = False
    projected: float | None = None
    projected_low: float | None = None
    projected_high: float | None = None
    trend: TrendSummary | None = None
    direction: Direction | None = None
    direction_uncertain: bool | None = None
    robustness: Robustness | None = None
    variants: tuple[Variant, ...] = ()
    fragile_variants: tuple[Variant, ...] = ()
    required_rate: RequiredRate | None = None
    required_rate_if_delayed: RequiredRate | None = None
    budget: BudgetAccount | None = None
    assumptions: tuple[Assumption, ...] = ()
    indicative: "Verdict | None" = None
    own: Figures | None = None
    sentence_sv: str = ""
    sentence_en: str = ""
