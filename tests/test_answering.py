"""The server the browser tests use leaves nothing open."""

import socket
import struct
from collections.abc import Iterator
from threading import Event
from urllib.parse import urlsplit

from werkzeug.wrappers import Request, Response

from tests.answering import served

PATIENCE = 60
TOLD = b"all there is"
HANG_UP = struct.pack("ii", 1, 0)
"""SO_LINGER: the connection is cut at once, with what is under way in it."""


def test_an_answer_is_closed_also_when_its_reader_hangs_up() -> None:
    begun, gone, closed = Event(), Event(), Event()

    def body() -> Iterator[bytes]:
        yield TOLD
        begun.set()
        gone.wait(PATIENCE)

    @Request.application
    def app(_request: Request) -> Response:
        response = Response(body(), headers={"Content-Length": str(len(TOLD))})
        response.call_on_close(closed.set)
        return response

    with served(app) as address:
        reader = socket.create_connection((urlsplit(address).hostname, urlsplit(address).port))
        reader.sendall(b"GET / HTTP/1.1\r\nHost: here\r\n\r\n")
        assert begun.wait(PATIENCE)
        reader.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, HANG_UP)
        reader.close()
        gone.set()
        assert closed.wait(PATIENCE)
