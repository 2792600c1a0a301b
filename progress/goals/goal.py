"""A goal as its source states it. What the source leaves out stays empty."""

from dataclasses import dataclass
from enum import StrEnum


class GoalKind(StrEnum):
    """The forms in which cities put their aims (RULES §2)."""

    BUDGET = "budget"
    ANNUAL_RATE = "annual_rate"
    LEVEL = "level"
    REDUCTION = "reduction"
    STATE = "state"
    NARRATIVE = "narrative"


class GoalScope(StrEnum):
    """What a goal speaks of: a series' scope, one sector, or what is no emission series."""

    TERRITORIAL = "territorial"
    GROUP = "group"
    CONSUMPTION = "consumption"
    BUDGET = "budget"
    CITY_CORE = "city_core"
    TRANSPORT = "transport"
    OTHER = "other"


class State(StrEnum):
    """The end state of a `state` goal."""

    NEUTRAL = "neutral"
    POSITIVE = "positive"
    FOSSIL_FREE = "fossil_free"


ASSESSED_STATUSES = frozenset({"adopted", "interim", "long_term"})
"""Statuses of a goal's source that give it a verdict; others are listed as they are (RULES §2)."""

YARDSTICK_ID = "yardstick-2045"


@dataclass(frozen=True, slots=True)
class Goal:
    """One goal. Units: tonnes a year, or tonnes per person and year where `per_person`.

    `value` and `base_value` are converted from the source's unit by
    `progress.goals.units.emission_unit`.

    `rate`, `reduction`: shares (0.16, 0.85). `gas`: the source's word: co2, co2e or unspecified.
    `near_*` say which series may serve as an indication when none has the goal's own scope
    (an assumption of ours, with `near_reason`). `series_note_*` says why no emission series can fit
    (the goal counts energy, trips …). `defined_by` is the id of the goal row that says what this
    one means: its residual and base year (RULES §2). `leaves_out_*` names what of the place the
    aim does not count, as a phrase: “SSAB”.
    """

    goal_id: str
    municipality_code: str
    kind: GoalKind
    scope: GoalScope
    gas: str
    title_sv: str
    title_en: str = ""
    quote: str = ""
    base_year: int | None = None
    base_value: float | None = None
    target_year: int | None = None
    value: float | None = None
    unit_text: str = ""
    per_person: bool = False
    rate: float | None = None
    reduction: float | None = None
    residual_share: float | None = None
    residual_tonnes: float | None = None
    budget_tonnes: float | None = None
    budget_first_year: int | None = None
    budget_last_year: int | None = None
    strict: bool | None = None
    state: State | None = None
    status: str = "adopted"
    confidence: str = ""
    note: str = ""
    source_title: str = ""
    source_section: str = ""
    source_ref: str = ""
    contract_version_year: int | None = None
    valid_from: str = ""
    coverage_differs: bool = False
    near_gas: str | None = None
    near_sectors_left_out: tuple[str, ...] = ()
    near_reason_sv: str = ""
    near_reason_en: str = ""
    series_note_sv: str = ""
    series_note_en: str = ""
    defined_by: str = ""
    leaves_out_sv: str = ""
    leaves_out_en: str = ""

    @property
    def assessed(self) -> bool:
        """Whether the goal is in force and so gets a verdict."""
        return self.status in ASSESSED_STATUSES
