"""The indicators of all municipalities, each one value for each municipality and year."""

from collections.abc import Callable

import numpy as np

from progress.constants import DONE_FIRST_YEAR, DONE_MIN_POINTS
from progress.explore.cube import Cube, Values
from progress.goals.done import A_GRAM

OF_SECTORS = (
    *("per_person", "tonnes", "change", "change_per_person", "index"),
    *("done", "share"),
)
"""Those that can be of one sector."""
SINCE = ("change", "change_per_person", "index")
"""Those that are counted from a year of the reader's."""
TIMELESS = ("pace_gap", "grants", "plan")
"""Those that have one value, whatever the year."""
INDICATORS = (*OF_SECTORS, "pace_gap", "population", "grants", "plan")
"""Our own; the publishers' come besides, by their ids (`Cube.indicators`)."""
SHARE_OF = "transport"
"""The sector whose share is told where none is chosen."""


def indicator(
    cube: Cube, name: str, *, sector: str = "", since: int = DONE_FIRST_YEAR, kind: str = "granted"
) -> Values:
    """[municipality, year]; NaN where the store holds no value. Shares are shares (0.1 is 10 %).

    `since` is the year that a change is counted from, `kind` that of the grants. Raises KeyError
    for a name that neither we nor the cube have.
    """
    match name:
        case "tonnes":
            return cube.emissions(sector)
        case "per_person":
            return cube.emissions(sector) / cube.people
        case "change" | "change_per_person" | "index":
            return _since(cube, name, sector, since)
        case "done":
            return _done(cube, sector)
        case "share":
            with np.errstate(divide="ignore", invalid="ignore"):
                share = cube.emissions(sector or SHARE_OF) / cube.emissions()
            return np.where(np.isfinite(share), share, np.nan)
        case "pace_gap":
            return _in_all_years(cube, cube.pace_gaps)
        case "population":
            return cube.people
        case "grants":
            none = np.full(len(cube.codes), np.nan)
            return cube.grants.get(kind, none)[:, None] / cube.people
        case "plan":
            return _in_all_years(cube, cube.plans)
        case _:
            return cube.indicators[name]


def _in_all_years(cube: Cube, values: Values) -> Values:
    return np.repeat(values[:, None], len(cube.years), axis=1)


def _comparable(cube: Cube, sector: str) -> Callable[[int, int], Values]:
    """(First, last) → tonnes by municipality and year, as the two years can be compared: without
    the sectors that begin in between, NaN where that is the sector asked for."""
    known: dict[frozenset[str], Values] = {}

    def between(first: int, last: int) -> Values:
        left_out = cube.left_out(first, last)
        if left_out not in known:
            known[left_out] = (
                np.full(cube.people.shape, np.nan)
                if sector in left_out
                else cube.emissions(sector, left_out)
            )
        return known[left_out]

    return between


def _since(cube: Cube, name: str, sector: str, since: int) -> Values:
    """Against the year `since`, each year without the sectors that begin in between."""
    result = np.full(cube.people.shape, np.nan)
    if since not in cube.years:
        return result
    base = cube.column(since)
    comparable = _comparable(cube, sector)
    alike: dict[frozenset[str], list[int]] = {}  # years without the same sectors, by those
    for place, year in enumerate(cube.years):
        alike.setdefault(cube.left_out(since, year), []).append(place)
    for places in alike.values():
        tonnes = comparable(since, cube.years[places[0]])
        then, now = tonnes[:, [base]], tonnes[:, places]
        if name == "change_per_person":
            result[:, places] = now / cube.people[:, places] - then / cube.people[:, [base]]
            continue
        with np.errstate(divide="ignore", invalid="ignore"):
            ratio = np.where(then >= A_GRAM, now / then, np.nan)
        result[:, places] = 100 * ratio if name == "index" else ratio - 1
    return result


def _done(cube: Cube, sector: str) -> Values:
    """The done rate to each year (RULES §3): from the first observed year from 2015 on, over at
    least four, without the sectors that begin in between."""
    result = np.full(cube.people.shape, np.nan)
    recent = [place for place, year in enumerate(cube.years) if year >= DONE_FIRST_YEAR]
    if not recent:
        return result
    known = ~np.isnan(cube.emissions(sector)[:, recent])
    first = np.where(known.any(axis=1), recent[0] + known.argmax(axis=1), -1)
    comparable = _comparable(cube, sector)
    for start in sorted(set(first.tolist()) - {-1}):
        own = first == start
        for place in recent:
            span = cube.years[place] - cube.years[start]
            if span <= 0:
                continue
            counted = known[:, : place - recent[0] + 1].sum(axis=1)
            tonnes = comparable(cube.years[start], cube.years[place])
            then, now = tonnes[:, start], tonnes[:, place]
            usable = own & (counted >= DONE_MIN_POINTS) & (then >= A_GRAM) & (now >= A_GRAM)
            result[usable, place] = 1 - (now[usable] / then[usable]) ** (1 / span)
    return result
