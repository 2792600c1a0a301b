"""The pages as the people of some owners see them: a set for each, and no page in common.

All read the store over the connections that everyone's pages have.
"""

from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import replace
from threading import Lock

from callbacks.byte_cache import BoundedCache
from callbacks.pages import Binding, PageCache, Pages
from data_access.questions import municipalities, parties, store_version
from data_access.readers import Reader
from data_access.reading import StoreError, StoreReader
from layouts.frame.site import Site
from progress.promises.parties import owner_names

MOST_READERS = 64
MOST_BYTES = 8_000_000
"""What the pages that are kept for all of them take: some three hundred."""


class PrivatePages:
    """Pages by what their reader may see. Safe to use from several threads."""

    def __init__(self, store: StoreReader, bindings: Mapping[str, Binding], site: Site) -> None:
        self._store = store
        self._bindings = bindings
        self._site = site
        self._pages: OrderedDict[frozenset[str], Pages] = OrderedDict()
        self._cache: PageCache = BoundedCache(MOST_BYTES)
        self._lock = Lock()

    def of(self, owners: frozenset[str]) -> Pages:
        """The pages with the drafts of these owners."""
        with self._lock:
            result = self._pages.get(owners)
            if result is not None:
                self._pages.move_to_end(owners)
                return result
        store = self._store.seen_by(Reader(owners))
        site = replace(self._site, drafts_of=_names(store, owners))
        pages = Pages(store, self._bindings, site, store_version, self._cache)
        with self._lock:
            self._pages[owners] = pages
            while len(self._pages) > MOST_READERS:
                self._pages.popitem(last=False)
        return pages


def _names(store: StoreReader, owners: frozenset[str]) -> tuple[str, ...]:
    """What the owners are called; their codes where the store does not say."""
    try:
        with store.connection() as conn:
            known = owner_names(parties(conn), municipalities(conn))
    except StoreError:
        known = {}
    return tuple(sorted(known.get(owner, owner) for owner in owners))
