"""Figures of all municipalities side by side: what the board of exploring shows."""

from progress.explore.changes import SectorStep, largest_steps, steps, total_of
from progress.explore.cube import Cube
from progress.explore.groups import SIZES, Group, Grouping, members
from progress.explore.indicators import (
    INDICATORS,
    OF_SECTORS,
    SINCE,
    TIMELESS,
    indicator,
)
from progress.explore.spread import Spread, group_values, spread

__all__ = [
    "INDICATORS",
    "OF_SECTORS",
    "SINCE",
    "SIZES",
    "TIMELESS",
    "Cube",
    "Group",
    "Grouping",
    "SectorStep",
    "Spread",
    "group_values",
    "indicator",
    "largest_steps",
    "members",
    "spread",
    "steps",
    "total_of",
]
