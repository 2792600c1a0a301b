"""What has been sent is sent again without asking Flask, while the store is the same.

A page or a piece of open data with an ETag depends on the address, the host, the form and encoding
that the reader accepts, and the store's version, and on nothing else of the request: so say its
`Cache-Control: public` and its `Vary`. What is answered here is byte for byte what the application
answered the first time, also to HEAD and to who has it already (304). Requests that say who asks,
or that ask for a part, always go to the application.

After an import every answer is made anew, a process making one at a time; who asks meanwhile gets
what was answered before it, for a minute at most (decision 0121).
"""

import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from threading import Lock
from typing import TYPE_CHECKING, Any

from callbacks.byte_cache import BoundedCache
from data_access.reading import StoreError

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

MOST_CACHED_BYTES = 12_000_000
"""Some eight hundred answers. Compressed ones are shared with those that `compression` keeps."""

MOST_BYTES = 500_000
"""Of one answer; longer ones are files, which are sent from the disk."""

STALE_SECONDS = 60.0
"""For so long after the store was last seen in a state an answer of that state may be sent, while
another one is made anew."""

STALE = ("Cache-Status", "klimat; hit; detail=made-anew-soon")
"""RFC 9211: this answer is of the state before, and why."""

KEPT_TYPES = ("text/html", "application/json", "text/csv")
DEPENDS_ON = (
    "PATH_INFO",
    "QUERY_STRING",
    "HTTP_HOST",
    "wsgi.url_scheme",
    "REQUEST_METHOD",
    "HTTP_ACCEPT_ENCODING",
    "HTTP_ACCEPT",
    "HTTP_IF_NONE_MATCH",
)
NOT_PLAIN = frozenset(
    {"HTTP_COOKIE", "HTTP_AUTHORIZATION", "HTTP_RANGE", "HTTP_IF_MODIFIED_SINCE", "HTTP_IF_MATCH"}
)
BODY = "CONTENT_LENGTH"
VARIES_BY = frozenset({"accept", "accept-encoding", "cookie"})

Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Answer:
    version: str
    status: str
    headers: tuple[tuple[str, str], ...]
    body: bytes

    @property
    def size(self) -> int:
        return len(self.body) + sum(len(name) + len(value) for name, value in self.headers)


class ResponseCache:
    """A WSGI application before another. `version` may raise StoreError: then the other answers.

    So it does where a request is `personal`: it carries what a person may be known by.
    """

    def __init__(
        self,
        application: "WSGIApplication",
        version: Callable[[], str],
        personal: Callable[["WSGIEnvironment"], bool] = lambda _environ: False,
    ) -> None:
        self._application = application
        self._version = version
        self._personal = personal
        self.cache: BoundedCache[Key, _Answer] = BoundedCache(MOST_CACHED_BYTES)
        self._seen: dict[str, float] = {}
        self._making_anew = Lock()

    def __call__(
        self, environ: "WSGIEnvironment", start_response: "StartResponse"
    ) -> Iterable[bytes]:
        key = None if self._personal(environ) else _key(environ)
        if key is None:
            return self._application(environ, start_response)
        try:
            version = self._version()
        except StoreError:
            return self._application(environ, start_response)
        stored = self.cache.get(key)
        was_seen = self._recent(version)
        if stored is not None and stored.version == version:
            start_response(stored.status, list(stored.headers))
            return [stored.body]
        if stored is None or stored.version not in was_seen:
            return self._answer(key, version, environ, start_response)
        if not self._making_anew.acquire(blocking=False):
            start_response(stored.status, [*stored.headers, STALE])
            return [stored.body]
        try:
            return self._answer(key, version, environ, start_response)
        finally:
            self._making_anew.release()

    def _recent(self, version: str) -> Mapping[str, float]:
        """The versions that were seen in the last minute, this one now."""
        now = time.monotonic()
        self._seen[version] = now
        if len(self._seen) > 1:
            self._seen = {each: at for each, at in self._seen.items() if now - at <= STALE_SECONDS}
        return self._seen

    def _answer(
        self, key: Key, version: str, environ: "WSGIEnvironment", start_response: "StartResponse"
    ) -> Iterable[bytes]:
        """The application's answer, kept if anyone may have it."""
        started: list[tuple[str, list[tuple[str, str]]]] = []

        def start(status: str, headers: list[tuple[str, str]], *error: Any) -> Any:
            started.append((status, headers))
            return start_response(status, headers, *error)

        answer = self._application(environ, start)
        if not started or not _for_anyone(*started[-1], known="HTTP_IF_NONE_MATCH" in environ):
            return answer
        stored = _Answer(version, started[-1][0], tuple(started[-1][1]), b"".join(answer))
        if hasattr(answer, "close"):
            answer.close()
        self.cache.put(key, stored, stored.size + sum(map(len, key)))
        return [stored.body]


def _key(environ: "WSGIEnvironment") -> Key | None:
    """What an answer depends on; None for requests that are not plain questions."""
    if environ["REQUEST_METHOD"] not in ("GET", "HEAD") or not NOT_PLAIN.isdisjoint(environ):
        return None
    if environ.get(BODY) not in (
        None,
        "",
        "0",
    ):  # a body is the application's to refuse
        return None
    return tuple([str(environ.get(name, "")) for name in DEPENDS_ON])


def _for_anyone(status: str, headers: list[tuple[str, str]], *, known: bool) -> bool:
    """`known`: the reader has something; then only "nothing new" is kept, not every tag."""
    named = {name.lower(): value for name, value in headers}
    if "etag" not in named or "set-cookie" in named:
        return False
    if not named.get("cache-control", "").startswith("public"):
        return False
    if not {name.strip().lower() for name in named.get("vary", "").split(",") if name} <= VARIES_BY:
        return False
    if known:
        return status.startswith("304")
    return (
        status.startswith("200")
        and named.get("content-type", "").startswith(KEPT_TYPES)
        and int(named.get("content-length", MOST_BYTES + 1)) <= MOST_BYTES
    )
