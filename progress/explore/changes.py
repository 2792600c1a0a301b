"""Why a group's emissions changed between two years of one release: the sectors' steps.

Both years are read from the same release, so that no restatement is told as a change (RULES §1.3).
"""

from dataclasses import dataclass

import numpy as np

from progress.emissions.series import TOTAL
from progress.explore.cube import Cube
from progress.explore.groups import Mask


@dataclass(frozen=True, slots=True)
class SectorStep:
    """A sector's change in tonnes, and where the sum stands before and after it."""

    sector: str
    tonnes: float
    before: float
    after: float


def total_of(cube: Cube, group: Mask, year: int, left_out: frozenset[str] = frozenset()) -> float:
    """The group's tonnes in a year, of members that have a value; NaN where nobody has."""
    column = cube.emissions(without=left_out)[group, cube.column(year)]
    return float("nan") if np.isnan(column).all() else float(np.nansum(column))


def largest_steps(cube: Cube, first: int, last: int) -> list[tuple[str, float] | None]:
    """Of each municipality the sector whose emissions per person changed most between two years, in
    tonnes per person; None where a year has no value. Sectors that begin in between do not count.
    """
    left_out = cube.left_out(first, last)
    places = [p for p, sector in enumerate(cube.sectors) if sector not in (*left_out, TOTAL)]
    if not places:
        return [None] * len(cube.codes)
    then, now = (
        cube.tonnes[:, cube.column(year), places] / cube.people[:, [cube.column(year)]]
        for year in (first, last)
    )
    moved = np.nan_to_num(now - then)
    largest = np.abs(moved).argmax(axis=1)
    return [
        (cube.sectors[places[place]], float(row[place])) if row[place] else None
        for row, place in zip(moved, largest.tolist(), strict=True)
    ]


def steps(cube: Cube, group: Mask, first: int, last: int) -> tuple[SectorStep, ...]:
    """Each sector's step from the first year to the last, those that fell most first.

    Sectors that begin in between have no step. Empty where a year has no sectors or where some
    member has a sector in one of the years alone.
    """
    left_out = cube.left_out(first, last)
    then, now = (cube.tonnes[group, cube.column(year)] for year in (first, last))
    stands = total_of(cube, group, first, left_out)
    if np.isnan(stands) or (np.isnan(then) != np.isnan(now)).any():
        return ()
    moved = {
        sector: float(np.nansum(now[:, place]) - np.nansum(then[:, place]))
        for place, sector in enumerate(cube.sectors)
        if sector not in left_out and sector != TOTAL and not np.isnan(then[:, place]).all()
    }
    result = []
    for sector, tonnes in sorted(moved.items(), key=lambda pair: (pair[1], pair[0])):
        result.append(SectorStep(sector, tonnes, stands, stands + tonnes))
        stands += tonnes
    return tuple(result)
