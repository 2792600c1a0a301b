"""Many places as few marks: how many lie in each cell of a grid, and who of an order stand for all.

Some thousands of dots lie upon each other and take long to draw; what a reader sees of them is how
close they lie.
"""

from dataclasses import dataclass

import numpy as np

from progress.explore.cube import Values

MOST_DOTS = 3000
"""So many places are drawn one by one."""
STAND_INS = 120
"""So many of an order stand for all of them where they are more than that."""
ACROSS, UP = 48, 24
"""Cells of the grid."""


@dataclass(frozen=True, slots=True)
class Cell:
    """The middle of a cell, and how many lie in it."""

    x: float
    y: float
    count: int


def cells(x: Values, y: Values) -> tuple[Cell, ...]:
    """The cells that hold any, of the places whose values are both known; the fullest first."""
    known = ~np.isnan(x) & ~np.isnan(y)
    if not known.any():
        return ()
    counts, edges_x, edges_y = np.histogram2d(x[known], y[known], bins=(ACROSS, UP))
    middles = [(edges[1:] + edges[:-1]) / 2 for edges in (edges_x, edges_y)]
    held = [
        Cell(float(middles[0][column]), float(middles[1][row]), int(counts[column, row]))
        for column, row in np.argwhere(counts > 0).tolist()
    ]
    return tuple(sorted(held, key=lambda cell: -cell.count))


def stand_ins(number: int) -> tuple[int, ...]:
    """Places in an order of so many that are drawn: all, or where they are too many some evenly
    apart, both ends among them."""
    if number <= MOST_DOTS:
        return tuple(range(number))
    return tuple(sorted({round(step) for step in np.linspace(0, number - 1, STAND_INS).tolist()}))
