"""From an address to a written page: asks the store through a binding, keeps what it wrote.

What is kept is keyed on the store's version and the day, so an import and a new day are seen by the
next reader; nothing else needs to be emptied.
"""

import time
import zlib
from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from threading import Lock
from typing import Any

from callbacks.byte_cache import BoundedCache
from data_access.clock import today
from data_access.questions import error_answers
from data_access.reading import Connection, StoreError, StoreReader, StoreUnreachable
from layouts.frame.document import Written, write
from layouts.frame.error_reports import page_path
from layouts.frame.page import Page
from layouts.frame.shell import Guess, not_found
from layouts.frame.site import Site
from layouts.links.addresses import Address, Parsed, QueryProblem, href

Binding = Callable[[Connection, Address], Page | None]
"""Asks what a page needs and lays it out; None where the address names something that is not."""

VERSION_SECONDS = 0.5
MOST_BYTES = 12_000_000
"""Some four hundred pages: they are kept packed, which takes a tenth of what they take in use."""
CHART_BYTES = 13_000
"""What a chart's description takes, more than most."""

LAST_KNOWN_SECONDS = 24 * 3600
"""For so long a page is shown, and marked, while the store does not answer."""


@dataclass(frozen=True, slots=True)
class Answer:
    """A written page and its charts by id, for readers who fetch them as files.

    `problems` are the values in the address that the page could not use; `leads_to` is the address
    that a reader is sent on to, or empty.
    """

    written: Written
    charts: Mapping[str, Any]
    problems: tuple[QueryProblem, ...] = ()
    leads_to: str = ""


@dataclass(frozen=True, slots=True)
class LastKnown:
    """A page as it was when the store last answered, so many seconds ago."""

    answer: Answer
    seconds: float


@dataclass(frozen=True, slots=True)
class _Packed:
    """An answer whose HTML is compressed: most are not asked for again before they go."""

    answer: Answer
    html: bytes

    @classmethod
    def of(cls, answer: Answer) -> "_Packed":
        html = zlib.compress(answer.written.html.encode(), level=1)
        return cls(replace(answer, written=replace(answer.written, html="")), html)

    @property
    def size(self) -> int:
        return len(self.html) + len(self.answer.charts) * CHART_BYTES

    def unpacked(self) -> Answer:
        html = zlib.decompress(self.html).decode()
        return replace(self.answer, written=replace(self.answer.written, html=html))


PageCache = BoundedCache[tuple[str, str], _Packed]
"""Pages by what they hang on (`Pages.version`, which tells readers apart) and their address."""


class Pages:
    """The pages of one store, kept in a cache of their own or in one that several share.

    Safe to use from several threads.
    """

    def __init__(
        self,
        store: StoreReader,
        bindings: Mapping[str, Binding],
        site: Site,
        version_of: Callable[[Connection], str],
        cache: "PageCache | None" = None,
    ) -> None:
        self.site = site
        self._store = store
        self._bindings = bindings
        self._version_of = version_of
        self._version = ("", -VERSION_SECONDS)
        self._last_seen = ""
        self._outage: tuple[str, float] | None = None
        self.cache: PageCache = BoundedCache(MOST_BYTES) if cache is None else cache
        self._asking_again = Lock()

    def connection(self) -> AbstractContextManager[Connection]:
        """The store as the readers of these pages may see it, for a file of one of them.

        Raises StoreError where it does not answer.
        """
        return self._store.connection()

    def exists(self, parsed: Parsed | None) -> bool:
        """Whether there is such a kind of page; its slug may still name nothing."""
        return parsed is not None and parsed.address.page in self._bindings

    def version(self) -> str:
        """What all that is shown hangs on: the store's version and the day. Raises StoreError."""
        self._last_seen = f"{self.store_version()} {today()}"
        return self._last_seen

    def store_version(self) -> str:
        """The store's version, asked at most every half second. Raises StoreError."""
        version, checked = self._version
        now = time.monotonic()
        if now - checked < VERSION_SECONDS:
            return version
        outage = self._outage
        if outage is None:
            return self._version_now(now)
        # While the store is away readers need not each wait for it: one of them asks again.
        if now - outage[1] < VERSION_SECONDS or not self._asking_again.acquire(blocking=False):
            raise StoreUnreachable(outage[0])
        try:
            return self._version_now(now)
        finally:
            self._asking_again.release()

    def _version_now(self, now: float) -> str:
        try:
            with self._store.connection() as conn:
                version = self._version_of(conn)
        except StoreError as error:
            self._outage = (str(error), time.monotonic())
            raise
        self._version, self._outage = (version, now), None
        return version

    def answer(self, parsed: Parsed) -> Answer:
        """The page at an address that `exists`; not found where its slug names nothing.

        Raises StoreError where the store does not answer.
        """
        address = parsed.address
        key = (self.version(), href(address))
        stored = None if parsed.problems else self.cache.get(key)
        if stored is not None:
            return stored.unpacked()
        page = self.page(parsed)
        if page is None:
            return self.missing(address.lang)
        leads_to = "" if page.leads_to is None else href(page.leads_to)
        answer = Answer(write(page, self.site), page.charts, page.problems, leads_to)
        if not page.problems:
            packed = _Packed.of(answer)
            self.cache.put(key, packed, packed.size)
        return answer

    def last_known(self, parsed: Parsed) -> LastKnown | None:
        """The page while the store does not answer; None where it is not kept or too old.

        It is of the newest state of the store that was seen, never of an earlier one.
        """
        seconds = time.monotonic() - self._version[1]
        if parsed.problems or seconds > LAST_KNOWN_SECONDS:
            return None
        address = parsed.address
        stored = self.cache.get((self._last_seen, href(address)))
        return None if stored is None else LastKnown(stored.unpacked(), seconds)

    def page(self, parsed: Parsed) -> Page | None:
        """The page as its layout made it, asked anew; None where its slug names nothing.

        Raises StoreError where the store does not answer.
        """
        address = parsed.address
        with self._store.connection() as conn:
            page = self._bindings[address.page](conn, address)
            if page is None:
                return None
            answers = error_answers(conn, page_path(address))
        problems = (*parsed.problems, *page.problems)
        return replace(page, problems=problems, error_answers=answers)

    def forget_pages(self) -> None:
        """Write every page anew when it is next asked for."""
        self.cache.clear()

    def forget_connections(self) -> None:
        """Leave the store's connections to the process that opened them, after a fork."""
        self._store.forget_connections()

    def missing(self, lang: str, guesses: Sequence[Guess] = ()) -> Answer:
        """The page for an address that leads nowhere, with what it may have meant."""
        return Answer(write(not_found(lang, self.site, guesses), self.site), {})
