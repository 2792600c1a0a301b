"""Visitors of a served product who go on asking, each from a thread, and remember every answer."""

import http.client
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from urllib.parse import urlsplit

PATIENCE = 120.0
"""Seconds after which a test gives up: so long that only what never happens takes as long."""

SHORTLY = 0.05


@dataclass(frozen=True, slots=True)
class Got:
    """An answer, or with status 0 what went wrong on the way."""

    path: str
    status: int
    text: str
    headers: dict[str, str] = field(default_factory=dict)


def ask(base: str, path: str, **headers: str) -> Got:
    """One question on a connection of its own."""
    place = urlsplit(base)
    conn = http.client.HTTPConnection(place.hostname or "", place.port, timeout=PATIENCE)
    try:
        conn.request("GET", path, headers={"Connection": "close", **headers})
        response = conn.getresponse()
        text = response.read().decode("utf-8", "replace")
        return Got(path, response.status, text, {k.lower(): v for k, v in response.getheaders()})
    except (OSError, http.client.HTTPException) as error:
        return Got(path, 0, repr(error))
    finally:
        conn.close()


@contextmanager
def visitors(base: str, paths: Sequence[str], number: int = 4) -> Iterator[list[Got]]:
    """So many visitors at once while the block runs; all that they got, also afterwards."""
    got: list[Got] = []
    gone = threading.Event()

    def visit(first: int) -> None:
        turn = first
        while not gone.is_set():
            got.append(ask(base, paths[turn % len(paths)]))
            turn += 1
            gone.wait(0.02)

    threads = [threading.Thread(target=visit, args=(place,)) for place in range(number)]
    for thread in threads:
        thread.start()
    try:
        yield got
    finally:
        gone.set()
        for thread in threads:
            thread.join()


def wait(happened: Callable[[], bool], what: str) -> None:
    """Return when it has happened. Raises TimeoutError where it never does."""
    end = time.monotonic() + PATIENCE
    while not happened():
        if time.monotonic() > end:
            raise TimeoutError(f"never came true: {what}")
        time.sleep(SHORTLY)


def until(base: str, path: str, status: int) -> None:
    """Return when the address answers so. Raises TimeoutError."""
    wait(lambda: ask(base, path).status == status, f"{path} answers {status}")


def until_more(got: Sequence[Got], number: int) -> None:
    """Return when the visitors have so many answers more. Raises TimeoutError."""
    enough = len(got) + number
    wait(lambda: len(got) >= enough, f"{enough} answers")
