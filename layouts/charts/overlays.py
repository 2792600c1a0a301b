"""What can lie over a panel's lines: levels, days, a reader's assumption, a plan's effects by year.

The last two are no figures that anyone has measured or forecast: both have a dress of their own.
"""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Level:
    """A value that holds for a span of years (a ceiling, a mean), as a thin line with its label."""

    label: str
    value: float
    first_year: int
    last_year: int


@dataclass(frozen=True, slots=True)
class Moment:
    """A day on the time axis (the day a budget runs out), as an upright line with its label."""

    label: str
    day: date


@dataclass(frozen=True, slots=True)
class Assumed:
    """Yearly values that follow from what the reader has chosen, and from nothing else."""

    label: str
    points: tuple[tuple[int, float], ...]


@dataclass(frozen=True, slots=True)
class WedgeYear:
    """A plan's effect in a year, in the panel's unit: it hangs from `top`, `low` to `high` deep."""

    year: int
    top: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Wedge:
    """One part of a plan's effects. Each year stands by itself: nothing is drawn between years."""

    label: str
    tone: int
    years: tuple[WedgeYear, ...]


@dataclass(frozen=True, slots=True)
class Needed:
    """What a goal asks from the latest value on, to its target year; `label` is the goal's name.

    `points` begin with the latest value and end with the target. `key` is what a click chooses.
    """

    label: str
    points: tuple[tuple[int, float], ...]
    key: str = ""


@dataclass(frozen=True, slots=True)
class Continued:
    """The latest value carried on at the done rate, to the target year.

    `band` is how far from it others have ended so long after, as (year, low, high), as far as
    there are enough of them to tell.
    """

    label: str
    points: tuple[tuple[int, float], ...]
    band: tuple[tuple[int, float, float], ...] = ()


@dataclass(frozen=True, slots=True)
class TargetGap:
    """How far the continued pace ends from the target, told beside the target year."""

    label: str
    year: int
    target: float
    reached: float


@dataclass(frozen=True, slots=True)
class Flag:
    """Something that happened in a year, as a flag over it."""

    label: str
    year: int


@dataclass(frozen=True, slots=True)
class Outlook:
    """What may lie over a line for the years to come. `path` is the way of the goal named `goal`
    from its base year, thin and quiet."""

    needed: Needed | None = None
    continued: Continued | None = None
    gap: TargetGap | None = None
    path: tuple[tuple[int, float], ...] = ()
    flags: tuple[Flag, ...] = ()
    goal: str = ""


@dataclass(frozen=True, slots=True)
class UnknownSum:
    """An amount that exists in a year though nobody has told how large it is."""

    label: str
    year: int
