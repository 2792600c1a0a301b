"""Tables of the store as pandas frames, for boards: read once for each state and reader."""

from data_access.frames.cache import cached
from data_access.frames.emissions import emissions

__all__ = ["cached", "emissions"]
