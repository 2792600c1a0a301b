"""What a newer release changed in years already published: never progress (§1.3)."""

from collections.abc import Iterable
from dataclasses import dataclass

from progress.series import Point


@dataclass(frozen=True, slots=True)
class Restatement:
    """One year in two releases. None where a release lacks the year; `share` of the old value."""

    year: int
    old: float | None
    new: float | None

    @property
    def difference(self) -> float | None:
        """New less old, None unless both releases have the year."""
        return None if self.old is None or self.new is None else self.new - self.old

    @property
    def share(self) -> float | None:
        """The difference as a share of the old value, None where that is 0 or unknown."""
        difference = self.difference
        if difference is None or self.old is None or self.old == 0:
            return None
        return difference / abs(self.old)


def restatements(
    old: Iterable[Point], new: Iterable[Point], *, tolerance: float = 0.0
) -> tuple[Restatement, ...]:
    """The years that differ between two releases by over `tolerance` tonnes, or that one lacks.

    Both must have the same municipality, scope, gas and sectors; that is for the caller to see to.
    """
    before = {point.year: point.value for point in old}
    after = {point.year: point.value for point in new}
    compared = (
        Restatement(year, before.get(year), after.get(year))
        for year in sorted(before.keys() | after.keys())
    )
    return tuple(
        one for one in compared if one.difference is None or abs(one.difference) > tolerance
    )
