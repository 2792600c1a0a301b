"""Tables of the store as pandas frames, for boards: read once for each state and reader."""

from data_access.frames.cache import cached
from data_access.frames.emissions import emissions
from data_access.frames.grants import (
    grant_ids,
    grant_sources,
    grant_titles,
    grants,
    recipient_spellings,
)
from data_access.frames.places import cube
from data_access.frames.pledges import goals, promises

__all__ = [
    "cached",
    "cube",
    "emissions",
    "goals",
    "grant_ids",
    "grant_sources",
    "grant_titles",
    "grants",
    "promises",
    "recipient_spellings",
]
