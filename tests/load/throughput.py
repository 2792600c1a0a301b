"""How many answers a second a server gives: a small asyncio client on the same cores."""

import asyncio
import time
from urllib.parse import urlsplit

CONNECTIONS = 8


def answers_per_second(
    base: str, path: str, seconds: float = 4.0, body: bytes | None = None
) -> float:
    """Answers a second over `CONNECTIONS` kept connections; with a body the requests are POSTs.

    Raises RuntimeError for any answer but 200.
    """
    return asyncio.run(_measure(base, path, seconds, body))


async def _measure(base: str, path: str, seconds: float, body: bytes | None) -> float:
    host = urlsplit(base).netloc
    head = f"{'GET' if body is None else 'POST'} {path} HTTP/1.1\r\nHost: {host}\r\n"
    head += "Accept-Encoding: br\r\nConnection: keep-alive\r\n"
    if body is not None:
        head += f"Content-Type: application/json\r\nContent-Length: {len(body)}\r\n"
    request = f"{head}\r\n".encode() + (body or b"")
    await _ask(host, request, time.monotonic())  # once, so that it has been written
    begun = time.monotonic()
    counts = await asyncio.gather(
        *(_ask(host, request, begun + seconds) for _ in range(CONNECTIONS))
    )
    return sum(counts) / (time.monotonic() - begun)


async def _ask(host: str, request: bytes, end: float) -> int:
    name, _, port = host.partition(":")
    reader, writer = await asyncio.open_connection(name, int(port))
    count = 0
    while True:
        writer.write(request)
        head = await reader.readuntil(b"\r\n\r\n")
        if not head.startswith(b"HTTP/1.1 200"):
            raise RuntimeError(head.splitlines()[0].decode())
        lower = head.lower()
        start = lower.index(b"content-length:") + 15
        await reader.readexactly(int(lower[start : lower.index(b"\r\n", start)]))
        count += 1
        if time.monotonic() >= end:
            writer.close()
            return count
