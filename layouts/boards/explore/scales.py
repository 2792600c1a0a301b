"""How the axes count: in powers or in steps, and where one is cut."""

from typing import TYPE_CHECKING

import numpy as np

from progress.explore.cube import Values
from progress.indicators import quartiles

if TYPE_CHECKING:
    from layouts.boards.explore.answers import View

FAR = 10
"""So many times the median lies far away."""
OUTLYING, MOST_OUTLYING = 5, 0.05
"""So many times the middle half lies far out, and no larger part of a group may."""


def is_log(view: "View", name: str) -> bool:
    """Whether an axis counts in powers: as the address says, else where all values are above zero
    and the highest is many times the median."""
    chosen = view.address.get(f"log_{name}")
    values = (view.x if name == "x" else view.y).values[view.group, view.column]
    known = values[~np.isnan(values)]
    if chosen is not None or not len(known):
        return chosen == "yes"
    return bool(known.min() > 0 and known.max() > FAR * np.median(known))


def cut_of(view: "View", name: str) -> tuple[float, float] | None:
    """Where an axis in steps is cut, so that a few far away do not squeeze the others: so many
    times the middle half beyond its ends; None where none, or too many, lie there."""
    if view.logs[name]:
        return None
    values = (view.x if name == "x" else view.y).values[view.group, view.column]
    middle = quartiles(values[~np.isnan(values)].tolist())
    if middle is None:
        return None
    reach = OUTLYING * (middle.upper - middle.lower)
    low, high = middle.lower - reach, middle.upper + reach
    beyond = int(((values < low) | (values > high)).sum())
    return (low, high) if 0 < beyond <= MOST_OUTLYING * len(values) else None


def beyond_words(view: "View") -> str:
    """How many lie beyond where the axes of the scatter are cut, as a sentence; nothing where
    nobody does."""
    outside = np.zeros(len(view.cube.codes), dtype=bool)
    for name, shown in (("x", view.x), ("y", view.y)):
        if (cut := view.cuts[name]) is not None:
            values = shown.values[:, view.column]
            outside |= (values < cut[0]) | (values > cut[1])
    number = int((outside & view.group).sum())
    return f" {view.t('board.explore.scatter.cut', n=number)}" if number else ""


def on_axis(values: Values, *, log: bool) -> Values:
    """Values as an axis can show them: one of powers has no place for what is not above zero."""
    return np.where(values > 0, values, np.nan) if log else values
