"""An app answering on a free port of this machine, for tests that need a real address."""

import threading
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING

from flask import Flask
from werkzeug.serving import make_server
from werkzeug.wsgi import ClosingIterator

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment


def whole(app: "WSGIApplication") -> "WSGIApplication":
    """The app with each answer read to its end and closed before any of it is sent.

    The development server does not close an answer whose reader has hung up, as a browser does
    with what a page it leaves was still fetching; the file behind it would stay open.
    """

    def answer(environ: "WSGIEnvironment", start: "StartResponse") -> Iterable[bytes]:
        with closing(ClosingIterator(app(environ, start))) as given:
            return [b"".join(given)]

    return answer


@contextmanager
def served(app: "Flask | WSGIApplication", port: int = 0) -> Iterator[str]:
    """The app on a free port, or on this one, in a thread of its own; its address without a final
    slash."""
    server = make_server("127.0.0.1", port, whole(app), threaded=True)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
