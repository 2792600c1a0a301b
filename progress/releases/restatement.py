"""What a newer release changed in years already published: never progress (§1.3)."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from progress.emissions.series import TOTAL, Point
from progress.records import SectorValue

TOLERANCE_TONNES: Final = 0.5
"""Differences up to this round to 0 tonnes: a value that differs by no more was not restated."""


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


@dataclass(frozen=True, slots=True)
class TwoReleases:
    """Every year of a series in two releases, sorted into what happened to it.

    `same` differ by at most the tolerance. A year that only one release has is no restatement.
    """

    restated: tuple[Restatement, ...] = ()
    same: tuple[Restatement, ...] = ()
    only_old: tuple[Restatement, ...] = ()
    only_new: tuple[Restatement, ...] = ()

    @property
    def shared(self) -> tuple[Restatement, ...]:
        """The years that both releases have, in order."""
        return tuple(sorted((*self.restated, *self.same), key=lambda row: row.year))

    @property
    def largest(self) -> Restatement | None:
        """The restated year with the largest difference in tonnes, up or down."""
        return max(self.restated, key=lambda row: abs(row.difference or 0.0), default=None)


def restatements(
    old: Iterable[Point], new: Iterable[Point], *, tolerance: float = 0.0
) -> tuple[Restatement, ...]:
    """The years that differ between two releases by over `tolerance` tonnes, or that one lacks.

    Both must have the same municipality, scope, gas and sectors; that is for the caller to see to.
    """
    return tuple(
        restatement
        for restatement in _side_by_side(old, new)
        if restatement.difference is None or abs(restatement.difference) > tolerance
    )


def two_releases(
    old: Iterable[Point], new: Iterable[Point], *, tolerance: float = TOLERANCE_TONNES
) -> TwoReleases:
    """The same comparison, with new and lost years told apart from restated ones."""
    restated: list[Restatement] = []
    same: list[Restatement] = []
    only_old: list[Restatement] = []
    only_new: list[Restatement] = []
    for row in _side_by_side(old, new):
        if row.difference is not None:
            (restated if abs(row.difference) > tolerance else same).append(row)
        else:
            (only_old if row.new is None else only_new).append(row)
    return TwoReleases(tuple(restated), tuple(same), tuple(only_old), tuple(only_new))


def _side_by_side(old: Iterable[Point], new: Iterable[Point]) -> list[Restatement]:
    before = {point.year: point.value for point in old}
    after = {point.year: point.value for point in new}
    return [
        Restatement(year, before.get(year), after.get(year))
        for year in sorted(before.keys() | after.keys())
    ]


def largest_by_sector(
    old: Iterable[SectorValue], new: Iterable[SectorValue]
) -> dict[int, tuple[str, float]]:
    """Year → the sector that changed most, and by how many tonnes.

    Only years that both releases give sector by sector, and only changes over the tolerance.
    """
    before = {(row.year, row.sector): row.tonnes for row in old if row.sector != TOTAL}
    after = {(row.year, row.sector): row.tonnes for row in new if row.sector != TOTAL}
    shared = {year for year, _ in before} & {year for year, _ in after}
    result: dict[int, tuple[str, float]] = {}
    for year, sector in sorted(before.keys() | after.keys()):
        difference = after.get((year, sector), 0.0) - before.get((year, sector), 0.0)
        largest = abs(result[year][1]) if year in result else TOLERANCE_TONNES
        if year in shared and abs(difference) > largest:
            result[year] = (sector, difference)
    return result
