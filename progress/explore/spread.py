"""How a group lies: medians with quartiles, and what it is as a whole."""

from dataclasses import dataclass

import numpy as np

from progress.explore.cube import Cube, Values
from progress.explore.groups import Mask
from progress.indicators import Quartiles, quartiles


@dataclass(frozen=True, slots=True)
class Spread:
    """A year's quartiles over the members that have a value, `known` of them."""

    year: int
    quartiles: Quartiles
    known: int


def spread(cube: Cube, values: Values, group: Mask) -> tuple[Spread, ...]:
    """The spread of each year in which any member of the group has a value."""
    ordered = np.sort(values[group].T, axis=1)  # what is unknown comes last
    known = (~np.isnan(ordered)).sum(axis=1).tolist()
    return tuple(
        Spread(year, of_year, number)
        for year, row, number in zip(cube.years, ordered, known, strict=True)
        if (of_year := quartiles(row[:number].tolist())) is not None
    )


def group_values(cube: Cube, group: Mask, sector: str = "") -> tuple[Values, Values]:
    """(Tonnes, tonnes per person) of the group as a whole, by year: per person is the sum of tonnes
    over the sum of inhabitants, never a mean of quotients. NaN where any member lacks a value."""
    tonnes = cube.emissions(sector)[group].sum(axis=0)
    return tonnes, tonnes / cube.people[group].sum(axis=0)
