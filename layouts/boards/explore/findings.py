"""Who answers the question that the board is opened with: named in words, above the views."""

import numpy as np

from layouts.boards.explore.answers import View
from layouts.boards.explore.words import figure
from layouts.charts import labels
from layouts.phrases.enumeration import enumerated
from progress.explore import SINCE, Group, largest_steps
from progress.explore.cube import Values
from progress.phrases.words import sector_word

MOST_MOVED = 10
"""So many are named of those that emissions fell most in."""
FEW = 40
"""So few members that those on two sides of the medians can be named."""


def findings(view: View) -> str:
    """By what is shown: where emissions fell most, and in which sector; of those that are like a
    municipality, who lies higher; of a small group, who lies on different sides of the medians of
    both indicators. Empty where there is no such question."""
    if view.y.name in SINCE and not view.sector and view.since < view.year:
        return _fell_most(view)
    if view.grouping.group is Group.SIMILAR and view.chosen:
        return _higher(view)
    return _apart(view)


def _fell_most(view: View) -> str:
    t, y = view.t, view.y
    values = y.values[:, view.column]
    level = 100.0 if y.name == "index" else 0.0
    moved = largest_steps(view.cube, view.since, view.year)
    fell = [p for p in _members(view) if values[p] < level]
    named = [
        t(
            "board.explore.fell.place",
            name=view.answers.municipalities[place].name,
            value=labels.plain(float(values[place]), y.measure, t.lang),
            sector=sector_word(step[0], t.lang).lower(),
        )
        for place in sorted(fell, key=lambda p: values[p])[:MOST_MOVED]
        if (step := moved[place]) is not None
    ]
    return t("board.explore.fell", places=enumerated(named, t)) if named else ""


def _higher(view: View) -> str:
    t, y = view.t, view.y
    values = y.values[:, view.column]
    own = view.cube.codes.index(view.chosen[0])
    if values[own] != values[own]:
        return ""
    name, value = view.answers.municipalities[own].name, figure(float(values[own]), y, t)
    higher = sorted(
        (p for p in _members(view) if values[p] > values[own]), key=lambda p: -values[p]
    )
    if not higher:
        return t("board.explore.higher.none", name=name, value=value)
    names = enumerated(_names(view, higher), t)
    return t("board.explore.higher", n=len(higher), name=name, value=value, names=names)


def _apart(view: View) -> str:
    t, x, y = view.t, view.x.values[:, view.column], view.y.values[:, view.column]
    both = np.flatnonzero(view.group & ~np.isnan(x) & ~np.isnan(y)).tolist()
    if view.x.name == view.y.name or not 2 < len(both) <= FEW:
        return ""
    across, up = _over_median(x, both), _over_median(y, both)
    return t(
        "board.explore.apart",
        x=view.x.title,
        y=view.y.title,
        right=enumerated(_names(view, sorted(across - up)), t) or t("board.explore.nobody"),
        above=enumerated(_names(view, sorted(up - across)), t) or t("board.explore.nobody"),
    )


def _over_median(values: Values, places: list[int]) -> set[int]:
    middle = np.median(values[places])
    return {place for place in places if values[place] > middle}


def _members(view: View) -> list[int]:
    """Places of the members in the cube."""
    return [int(place) for place in np.flatnonzero(view.group)]


def _names(view: View, places: list[int]) -> list[str]:
    return [view.answers.municipalities[place].name for place in places]
