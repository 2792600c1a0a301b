"""The verdict: what it says of a goal against a series, with all that recomputes it."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from progress.emissions.series import Figures, Gas, Point, ReleaseName, Scope, Unit
from progress.goals.goal import Goal


class Attainment(StrEnum):
    """Will the goal be met (RULES §5)?

    `awaiting`: the target year has passed without statistics. `depends`: on what the municipality
    means by neutral.
    """

    REACHED = "reached"
    YES = "yes"
    CLOSE = "close"
    NO = "no"
    MISSED = "missed"
    AWAITING = "awaiting"
    DEPENDS = "depends"
    NOT_ASSESSABLE = "not_assessable"


class Direction(StrEnum):
    """Which way the done rate goes (RULES §3)."""

    TOWARDS = "towards"
    LEVEL = "level"
    AWAY = "away"


class Robustness(StrEnum):
    """Whether the rate drawn in other reasonable ways gives the same attainment (RULES §5)."""

    STABLE = "stable"
    FRAGILE = "fragile"


@dataclass(frozen=True, slots=True)
class Standing:
    """A verdict in short: the attainment, and whether it may never be told without that it is
    uncertain, or that it is an indication only."""

    attainment: Attainment
    fragile: bool
    indicative: bool = False


class Basis(StrEnum):
    """On what a verdict rests: the goal's own series, that series as an indication only (of another
    size, with a part that the aim leaves out, or with a residual of another account), or a near
    series."""

    OWN = "own"
    INDICATIVE = "indicative"
    NEAR = "near"


class Reason(StrEnum):
    """Why a goal is not assessable (RULES §5)."""

    NO_SERIES = "no_series"
    SCOPE_MISMATCH = "scope_mismatch"
    OTHER_SIZE = "other_size"
    NO_DONE_RATE = "no_done_rate"
    NO_TARGET_VALUE = "no_target_value"
    NO_BASE = "no_base"
    NARRATIVE = "narrative"


@dataclass(frozen=True, slots=True)
class Assumption:
    """What we assume where the source is silent, and why. `code` is stable; the texts are shown."""

    code: str
    text_sv: str
    text_en: str


@dataclass(frozen=True, slots=True)
class Estimate:
    """A year that is not observed, in the series' unit; `status` is estimate or forecast.

    `low` and `high` are the band; None for somebody's forecast and beyond the last horizon that
    there are enough errors to judge from ("at the same pace").
    """

    year: int
    value: float
    status: str
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True)
class Bound:
    """One reading of neutral: what may be left (in the series' unit), and what that gives.

    `needed_rate` is None where nothing may be left.
    """

    target: float
    attainment: Attainment
    needed_rate: float | None
    needed_per_year: float | None


@dataclass(frozen=True, slots=True)
class Bounds:
    """The two readings of a neutrality that the source does not define (RULES §2)."""

    strict: Bound
    lenient: Bound


CONTINUED = "continued"
"""Status of a year of a budget account beyond the band: the latest value at the done rate."""


@dataclass(frozen=True, slots=True)
class BudgetYear:
    """A year of the budget account. `tonnes` is None for a year that nothing can fill."""

    year: int
    tonnes: float | None
    status: str


@dataclass(frozen=True, slots=True)
class BudgetAccount:
    """RULES §4. Tonnes; shares of 1; run-out dates are None where the budget lasts to its end.

    `years` are all years of the budget, each with its status (final, preliminary, forecast,
    estimate, continued): every other figure comes from these rows.
    """

    budget_tonnes: float
    first_year: int
    last_year: int
    used_tonnes: float
    remaining_tonnes: float
    share_used: float
    share_of_time: float
    run_out_if_level: date | None
    run_out_at_done_rate: date | None
    projected_sum_tonnes: float
    years: tuple[BudgetYear, ...]


@dataclass(frozen=True, slots=True)
class Variant:
    """The attainment with the rate drawn in another way (`progress.goals.rate_variants`).

    With two bounds, `attainment` is that of the lenient one, `strict` of the other.
    """

    code: str
    rate: float
    attainment: Attainment
    strict: Attainment | None = None


@dataclass(frozen=True, slots=True)
class Verdict:
    """One goal against one series. Values in `unit` (tonnes, or tonnes per person); rates: shares a
    year, a fall positive. Fields that do not apply are None.

    `actual` is the latest value without the sectors that begin within the series (`begun`, §1.6);
    `level` is that year's whole value. `first` is the value of `first_year`, from which `done_rate`
    is counted; `points` are the observed values from there on. `tested_from` is the year from which
    a yearly rate is tested, where that is another than `first_year`. `needed_is_least`: "at least",
    as the goal may mean more. `projected` is the value at the done rate in the target year and
    `target_gap` that less the target. `path_gap` is the latest value less the path. `own_rate`: the
    yearly rate that the city itself names for a neutrality it does not define. `covers`: how much
    of what the goal counts the series holds, as a share, where it is of another size.

    `indicative` holds the verdict on a near series where the goal's own scope has none; `own` tells
    whose figures it rests on where they are not the national statistics.
    """

    goal: Goal
    attainment: Attainment
    reason: Reason | None = None
    basis: Basis = Basis.OWN
    scope: Scope | None = None
    gas: Gas | None = None
    sector: str | None = None
    sectors_left_out: tuple[str, ...] = ()
    begun: tuple[str, ...] = ()
    release: str | None = None
    edition: int | None = None
    unit: Unit = Unit.TONNES
    base_year: int | None = None
    base: float | None = None
    target_year: int | None = None
    target: float | None = None
    bounds: Bounds | None = None
    latest_year: int | None = None
    latest_status: str | None = None
    actual: float | None = None
    level: float | None = None
    first_year: int | None = None
    first: float | None = None
    points: tuple[Point, ...] = ()
    done_rate: float | None = None
    done_tonnes_per_year: float | None = None
    smoothed_rate: float | None = None
    tested_rate: float | None = None
    tested_from: int | None = None
    needed_rate: float | None = None
    needed_tonnes_per_year: float | None = None
    needed_is_least: bool = False
    own_rate: float | None = None
    estimates: tuple[Estimate, ...] = ()
    projected: float | None = None
    target_gap: float | None = None
    path: float | None = None
    path_gap: float | None = None
    gap_share: float | None = None
    years_behind: float | None = None
    years_behind_is_minimum: bool = False
    direction: Direction | None = None
    direction_uncertain: bool | None = None
    robustness: Robustness | None = None
    variants: tuple[Variant, ...] = ()
    fragile_variants: tuple[Variant, ...] = ()
    budget: BudgetAccount | None = None
    covers: float | None = None
    assumptions: tuple[Assumption, ...] = ()
    indicative: "Verdict | None" = None
    own: Figures | None = None
    sentence_sv: str = ""
    sentence_en: str = ""

    @property
    def release_name(self) -> ReleaseName | None:
        """The release that it rests on, as pages name it; None where there is no series."""
        return None if self.release is None else ReleaseName(self.release, self.edition)

    @property
    def release_names(self) -> tuple[ReleaseName, ...]:
        """The same, as what a chart names: none or one."""
        return () if self.release_name is None else (self.release_name,)

    @property
    def awaiting(self) -> bool:
        """Whether the target year has passed and its statistics have not come."""
        return self.attainment is Attainment.AWAITING

    @property
    def fragile(self) -> bool:
        """Whether it may never be told without that it is uncertain (RULES §5)."""
        return self.robustness is Robustness.FRAGILE

    @property
    def effective(self) -> "Verdict":
        """The verdict that can be told: this one, or the indicative one in its place."""
        return self if self.indicative is None else self.indicative

    @property
    def left(self) -> float | None:
        """What was left to the target in the latest year, in `unit`; None where it is unknown."""
        if self.actual is None or self.target is None:
            return None
        return max(0.0, self.actual - self.target)
