"""What has turned: a newest year that goes against the direction of the years before it.

A turn is something to talk about, not a verdict: one year makes no trend (RULES §3).
"""

from collections.abc import Sequence
from dataclasses import dataclass

from progress.constants import LEVEL_SHARE_PER_YEAR
from progress.emissions.series import Point
from progress.goals.done import direction_of, done_over, from_first_year
from progress.goals.verdict_model import Direction


@dataclass(frozen=True, slots=True)
class Turn:
    """The newest year against those before it; `share` is the change since the year before it.

    `rises` tells which way it turned: up after falling, or down after rising from `first_year` on.
    """

    year: int
    value: float
    before: float
    first_year: int

    @property
    def rises(self) -> bool:
        return self.value > self.before

    @property
    def share(self) -> float:
        """The newest change as a share of the value of the year before."""
        return self.value / self.before - 1

    @property
    def difference(self) -> float:
        return self.value - self.before


def turned(points: Sequence[Point]) -> Turn | None:
    """The turn in the newest observed year, or None where there is none or too little to tell.

    The years from 2015 up to the one before must have a done rate (§3) that is not level, and the
    newest change must go the other way by more than what counts as level.
    """
    observed = from_first_year(p for p in points if p.status.observed)
    if len(observed) < 2:
        return None
    latest, before = observed[-1], observed[-2]
    earlier = done_over(observed[:-1])
    if earlier is None or latest.year - before.year != 1 or before.value <= 0:
        return None
    change = latest.value / before.value - 1
    way = direction_of(earlier.rate)
    same_way = (change > 0) == (way is Direction.AWAY)
    if abs(change) <= LEVEL_SHARE_PER_YEAR or way is Direction.LEVEL or same_way:
        return None
    return Turn(latest.year, latest.value, before.value, observed[0].year)
