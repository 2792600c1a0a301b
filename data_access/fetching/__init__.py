"""Fetches what publishers give out, and makes drafts of it: `klimat fetch`."""

from data_access.fetching.errors import FetchFailed
from data_access.fetching.publishers import Publisher, publishers
from data_access.fetching.running import Fetched, fetch
from data_access.fetching.settings import Limits, Settings, settings_of

__all__ = [
    "FetchFailed",
    "Fetched",
    "Limits",
    "Publisher",
    "Settings",
    "fetch",
    "publishers",
    "settings_of",
]
