"""Which municipalities are alike in where their emissions come from.

Two municipalities are as far apart as the part of the emissions that would have to move between
sectors for one to have the other's shares: half the sum of |share − share| over the sectors, from
0 (alike) to 1 (nothing in common). Shares are of the total of the latest observed year of a
release.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from heapq import nsmallest
from itertools import chain
from operator import sub

Shares = Mapping[str, float]
"""Sector → its share of the total, 0 to 1."""


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A municipality by code, and how far its sector shares are from another's (0 to 1)."""

    code: str
    distance: float


def shares(tonnes: Mapping[str, float]) -> dict[str, float]:
    """Sectors' shares of their sum; empty where the sum is not above zero."""
    total = sum(value for value in tonnes.values() if value > 0)
    if total <= 0:
        return {}
    return {sector: value / total for sector, value in tonnes.items() if value > 0}


def distance(shares: Shares, other: Shares) -> float:
    """The part of the emissions that lies in other sectors, 0 to 1."""
    nothing = dict.fromkeys((*shares, *other), 0.0)
    return _moved({**nothing, **shares}, {**nothing, **other})


def nearest_by_sector_shares(
    code: str, profiles: Mapping[str, Shares], count: int = 3
) -> tuple[Neighbour, ...]:
    """The `count` municipalities with the nearest profile, nearest first; ties in order of code.

    Empty where the municipality itself has no shares.
    """
    own = profiles.get(code)
    if not own:
        return ()
    nothing = dict.fromkeys(chain.from_iterable(profiles.values()), 0.0)
    mine = tuple({**nothing, **own}.values())
    result = [
        (sum(map(abs, map(sub, mine, {**nothing, **theirs}.values()))) / 2, other)
        for other, theirs in profiles.items()
        if other != code and theirs
    ]
    return tuple(Neighbour(other, apart) for apart, other in nsmallest(count, result))


def _moved(shares: dict[str, float], other: dict[str, float]) -> float:
    """The distance of shares that hold the same sectors in the same order."""
    moved: float = sum(map(abs, map(sub, shares.values(), other.values()))) / 2
    return moved
