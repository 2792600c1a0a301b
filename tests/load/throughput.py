"""How many answers a second a server gives: a small client on the same cores."""

import socket
import time
from contextlib import ExitStack, closing
from dataclasses import dataclass
from urllib.parse import urlsplit

from tests.load.serving import Served, processor_seconds

CONNECTIONS = 8
PATIENCE = 30.0


@dataclass(frozen=True, slots=True)
class Throughput:
    """Answers a second, and the ms of processor that the server took for each.

    The second says what the program costs also where other work keeps the machine busy.
    """

    per_second: float
    processor: float


def throughput(
    served: Served, path: str, seconds: float = 4.0, body: bytes | None = None
) -> Throughput:
    """Measured over `CONNECTIONS` kept connections; with a body the requests are POSTs.

    The connections are asked in turn and each is asked again as soon as it has answered.
    Raises RuntimeError for any answer but 200.
    """
    place = urlsplit(served.base).netloc
    head = f"{'GET' if body is None else 'POST'} {path} HTTP/1.1\r\nHost: {place}\r\n"
    head += "Accept-Encoding: br\r\nConnection: keep-alive\r\n"
    if body is not None:
        head += f"Content-Type: application/json\r\nContent-Length: {len(body)}\r\n"
    request = f"{head}\r\n".encode() + (body or b"")
    name, _, port = place.partition(":")
    with ExitStack() as stack:
        lines = [
            stack.enter_context(closing(Line(name, int(port), request))) for _ in range(CONNECTIONS)
        ]
        for line in lines:  # once each, so that it has been written
            line.ask()
            line.hear()
        used = processor_seconds(served.process)
        count, passed = _measured(lines, seconds)
        used = processor_seconds(served.process) - used
        return Throughput(count / passed, used * 1000 / count)


def _measured(lines: list["Line"], seconds: float) -> tuple[int, float]:
    count, begun = 0, time.monotonic()
    for line in lines:
        line.ask()
    while (passed := time.monotonic() - begun) < seconds:
        for line in lines:
            line.hear()
            line.ask()
        count += len(lines)
    return count, passed


class Line:
    """A kept connection that puts the same question again and again."""

    def __init__(self, host: str, port: int, request: bytes) -> None:
        self._place, self._request = (host, port), request
        self._socket = self._opened()

    def _opened(self) -> socket.socket:
        return socket.create_connection(self._place, timeout=PATIENCE)

    def ask(self) -> None:
        """Put the question."""
        self._socket.sendall(self._request)

    def hear(self) -> None:
        """One answer, to its end. Raises RuntimeError for any but 200, OSError for none."""
        try:
            result = self._more()
        except ConnectionError:  # kept too long while the server was slow: browsers ask again too
            self.close()
            self._socket = self._opened()
            self.ask()
            result = self._more()
        while b"\r\n\r\n" not in result:
            result += self._more()
        head, _, begun = result.partition(b"\r\n\r\n")
        if not head.startswith(b"HTTP/1.1 200"):
            raise RuntimeError(head.splitlines()[0].decode())
        _, _, rest = head.lower().partition(b"content-length:")
        left = int(rest.split(b"\r\n", 1)[0]) - len(begun)
        while left > 0:
            left -= len(self._more())

    def _more(self) -> bytes:
        result = self._socket.recv(65536)
        if not result:
            raise ConnectionError("closed before the answer's end")
        return result

    def close(self) -> None:
        """Hang up."""
        self._socket.close()
