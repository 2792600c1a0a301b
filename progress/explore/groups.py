"""Groups of municipalities to look at: each a mask over the cube's rows."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
import numpy.typing as npt

from progress.emissions.sector_profile import nearest_by_sector_shares, shares
from progress.explore.cube import Cube

Mask = npt.NDArray[np.bool_]

SIZES: Mapping[str, tuple[int, int]] = {
    "small": (0, 15_000),
    "medium": (15_000, 50_000),
    "large": (50_000, 100_000),
    "largest": (100_000, 10_000_000),
}
"""Size class → inhabitants from (included) to (not included): classes of our own."""

MOST_ALIKE = 12
"""How many the group of similar municipalities holds besides the one they are like."""


class Group(StrEnum):
    """Who is looked at."""

    ALL = "all"
    CONTRACT = "contract"
    COUNTY = "county"
    SIMILAR = "similar"
    SIZE = "size"
    CHOSEN = "chosen"


@dataclass(frozen=True, slots=True)
class Grouping:
    """A group, with what it needs: a county's code, a size class, the municipality that others are
    like (the first of `chosen`)."""

    group: Group = Group.ALL
    county: str = ""
    size: str = ""
    chosen: tuple[str, ...] = ()


def members(cube: Cube, of: Grouping, contract: Collection[str], year: int) -> Mask:
    """Who belongs to a group in a year. A group that lacks what it needs holds everybody."""
    everybody = np.ones(len(cube.codes), dtype=bool)
    match of.group:
        case Group.CONTRACT:
            return _among(cube, contract)
        case Group.COUNTY if of.county:
            return _among(cube, [code for code in cube.codes if code[:2] == of.county])
        case Group.SIZE if of.size:
            low, high = SIZES[of.size]
            people = cube.people[:, cube.column(year)]
            return (people >= low) & (people < high)
        case Group.SIMILAR if of.chosen:
            return _among(cube, (of.chosen[0], *similar(cube, of.chosen[0], year)))
        case Group.CHOSEN if of.chosen:
            return _among(cube, of.chosen)
        case _:
            return everybody


def similar(cube: Cube, code: str, year: int) -> tuple[str, ...]:
    """The municipalities whose emissions come from the same sectors, the nearest first: by
    `progress.emissions.sector_profile`, in the latest observed year not after `year`."""
    known = [observed for observed in cube.observed if observed <= year]
    if not known:
        return ()
    column = cube.column(known[-1])
    profiles = {
        each: shares(
            {
                sector: value
                for sector, value in zip(cube.sectors, row.tolist(), strict=True)
                if value == value
            }
        )
        for each, row in zip(cube.codes, cube.tonnes[:, column], strict=True)
    }
    near = nearest_by_sector_shares(code, profiles, MOST_ALIKE)
    return tuple(each.code for each in near)


def _among(cube: Cube, codes: Collection[str]) -> Mask:
    return np.isin(np.array(cube.codes), list(codes))
