"""Pages that have been sent are sent again without asking Flask, while the store is the same.

A page with an ETag depends on the address, the host, the encoding and the store's version, and on
nothing else of the request: so says its `Cache-Control: public`. What is answered here is byte for
byte what the application answered the first time.
"""

from collections import OrderedDict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from threading import Lock
from typing import TYPE_CHECKING, Any

from data_access.reading import StoreError

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

MOST_KEPT = 600

Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Kept:
    version: str
    headers: tuple[tuple[str, str], ...]
    body: bytes


class KeptAnswers:
    """A WSGI application before another. `version` may raise StoreError: then the other answers."""

    def __init__(self, application: "WSGIApplication", version: Callable[[], str]) -> None:
        self._application = application
        self._version = version
        self._kept: OrderedDict[Key, _Kept] = OrderedDict()
        self._lock = Lock()

    def __call__(
        self, environ: "WSGIEnvironment", start_response: "StartResponse"
    ) -> Iterable[bytes]:
        key = _key(environ)
        if key is None:
            return self._application(environ, start_response)
        try:
            version = self._version()
        except StoreError:
            return self._application(environ, start_response)
        with self._lock:
            kept = self._kept.get(key)
            if kept is not None:
                self._kept.move_to_end(key)
        if kept is not None and kept.version == version:
            start_response("200 OK", list(kept.headers))
            return [kept.body]
        return self._answer(key, version, environ, start_response)

    def _answer(
        self, key: Key, version: str, environ: "WSGIEnvironment", start_response: "StartResponse"
    ) -> Iterable[bytes]:
        """The application's answer, kept if it is a page that anyone may have."""
        told: list[tuple[str, list[tuple[str, str]]]] = []

        def start(status: str, headers: list[tuple[str, str]], *error: Any) -> Any:
            told.append((status, headers))
            return start_response(status, headers, *error)

        answer = self._application(environ, start)
        if not told or not _for_anyone(*told[-1]):
            return answer
        kept = _Kept(version, tuple(told[-1][1]), b"".join(answer))
        if hasattr(answer, "close"):
            answer.close()
        with self._lock:
            self._kept[key] = kept
            while len(self._kept) > MOST_KEPT:
                self._kept.popitem(last=False)
        return [kept.body]


def _key(environ: "WSGIEnvironment") -> Key | None:
    """What a page depends on; None for requests that are not plain questions for a page."""
    if environ["REQUEST_METHOD"] != "GET" or "HTTP_IF_NONE_MATCH" in environ:
        return None
    names = ("PATH_INFO", "QUERY_STRING", "HTTP_HOST", "wsgi.url_scheme", "HTTP_ACCEPT_ENCODING")
    return tuple(str(environ.get(name, "")) for name in names)


def _for_anyone(status: str, headers: list[tuple[str, str]]) -> bool:
    named = {name.lower(): value for name, value in headers}
    return (
        status.startswith("200")
        and named.get("content-type", "").startswith("text/html")
        and "etag" in named
        and "content-length" in named
        and named.get("cache-control", "").startswith("public")
        and "set-cookie" not in named
    )
