"""How many answers a second a server gives: a small client on the same cores."""

import socket
import time
from dataclasses import dataclass
from urllib.parse import urlsplit

from tests.load.serving import Served, processor_seconds

CONNECTIONS = 8


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
    lines = [socket.create_connection((name, int(port))) for _ in range(CONNECTIONS)]
    try:
        for line in lines:  # once each, so that it has been written
            line.sendall(request)
            _read(line)
        used = processor_seconds(served.process)
        count, passed = _measured(lines, request, seconds)
        used = processor_seconds(served.process) - used
        return Throughput(count / passed, used * 1000 / count)
    finally:
        for line in lines:
            line.close()


def _measured(lines: list[socket.socket], request: bytes, seconds: float) -> tuple[int, float]:
    count, begun = 0, time.monotonic()
    for line in lines:
        line.sendall(request)
    while (passed := time.monotonic() - begun) < seconds:
        for line in lines:
            _read(line)
            line.sendall(request)
        count += len(lines)
    return count, passed


def _read(line: socket.socket) -> None:
    """One answer, to its end."""
    found = line.recv(65536)
    while b"\r\n\r\n" not in found:
        found += line.recv(65536)
    head, _, begun = found.partition(b"\r\n\r\n")
    if not head.startswith(b"HTTP/1.1 200"):
        raise RuntimeError(head.splitlines()[0].decode())
    _, _, rest = head.lower().partition(b"content-length:")
    left = int(rest.split(b"\r\n", 1)[0]) - len(begun)
    while left > 0:
        left -= len(line.recv(min(left, 65536)))
