"""Many readers at once, each asking, reading for a while and asking again: one asyncio client."""

import asyncio
import random
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

PATIENCE = 30.0
SHARES = (0.5, 0.95, 0.99)


@dataclass(frozen=True, slots=True)
class Question:
    """What a reader asks; with a body it is a POST of JSON."""

    path: str
    body: bytes | None = None
    headers: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Heard:
    """An answer: its status (0 for none), milliseconds to its last byte, its size, and when."""

    path: str
    status: int
    ms: float
    size: int
    at: float


async def crowd(
    base: str,
    next_question: Callable[[random.Random], Question],
    *,
    users: int,
    seconds: float,
    think: tuple[float, float],
    seed: int = 0,
) -> list[Heard]:
    """All that so many readers heard, each with a connection of its own and its own chance.

    They arrive over the first tenth of the time; `think` is how long they read, at least and most.
    Another `seed` has them ask for other things.
    """
    heard: list[Heard] = []
    begun = time.monotonic()
    await asyncio.gather(
        *(
            _reader(
                base,
                next_question,
                random.Random(seed + number),
                seconds / 10 * number / users,
                begun,
                seconds,
                think,
                heard,
            )
            for number in range(users)
        )
    )
    return heard


async def _reader(
    base: str,
    next_question: Callable[[random.Random], Question],
    chance: random.Random,
    late: float,
    begun: float,
    seconds: float,
    think: tuple[float, float],
    heard: list[Heard],
) -> None:
    place = urlsplit(base)
    line: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None
    await asyncio.sleep(late)
    while time.monotonic() - begun < seconds:
        question = next_question(chance)
        asked = time.monotonic()
        status, size = 0, 0
        for _ in range(2):  # a kept line may have been closed meanwhile: browsers ask again too
            fresh = line is None
            try:
                if line is None:
                    line = await asyncio.open_connection(place.hostname, place.port)
                async with asyncio.timeout(PATIENCE):
                    status, size, more = await _ask(line, place.netloc, question)
                if not more:
                    line[1].close()
                    line = None
                break
            except (OSError, asyncio.IncompleteReadError, TimeoutError, ValueError):
                if line is not None:
                    line[1].close()
                line = None
                if fresh:
                    break
        now = time.monotonic()
        heard.append(Heard(question.path, status, (now - asked) * 1000, size, now - begun))
        await asyncio.sleep(chance.uniform(*think))
    if line is not None:
        line[1].close()


async def _ask(
    line: tuple[asyncio.StreamReader, asyncio.StreamWriter], host: str, question: Question
) -> tuple[int, int, bool]:
    """Status, size of the body, and whether the line may be used again."""
    reader, writer = line
    body = question.body
    head = f"{'GET' if body is None else 'POST'} {question.path} HTTP/1.1\r\nHost: {host}\r\n"
    head += "Accept-Encoding: br\r\nConnection: keep-alive\r\n"
    head += "".join(f"{name}: {value}\r\n" for name, value in question.headers)
    if body is not None:
        head += f"Content-Type: application/json\r\nContent-Length: {len(body)}\r\n"
    writer.write(f"{head}\r\n".encode() + (body or b""))
    told = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").lower()
    status = int(told.split(" ", 2)[1])
    rows = (row.partition(":") for row in told.split("\r\n")[1:])
    headers = {name.strip(): value.strip() for name, _, value in rows}
    size = 0
    if "content-length" in headers:
        size = int(headers["content-length"])
        await reader.readexactly(size)
    elif headers.get("transfer-encoding") == "chunked":
        while length := int((await reader.readuntil(b"\r\n")).strip() or b"0", 16):
            size += len(await reader.readexactly(length + 2)) - 2
        await reader.readuntil(b"\r\n")
    elif status not in (204, 304):
        size = len(await reader.read())
        return status, size, False
    return status, size, headers.get("connection") != "close"


def quantiles(times: Sequence[float]) -> dict[float, float]:
    """Share → time that so many answers did not exceed."""
    ordered = sorted(times)
    last = len(ordered) - 1
    return {share: ordered[round(share * last)] for share in SHARES} if ordered else {}
