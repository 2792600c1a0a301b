"""What can lie over a panel's lines: a reader's own assumption, and a plan's effects year by year.

Neither is a figure that anyone has measured or forecast, so both have a dress of their own.
"""

from dataclasses import dataclass


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
