"""What is kept has a bound in bytes, whatever is asked for and however much."""

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from hypothesis import given
from hypothesis import strategies as st

from app import Settings, create_app
from callbacks import compression, pages, response_cache
from callbacks.byte_cache import ENTRY_BYTES, BoundedCache
from callbacks.open_data import answers
from layouts.html import to_html
from progress.phrases import formats

ROOM = 40_000
ROUND = 40
ADDRESSES = (
    "/sv/om?x={n}",
    "/sv/finns-inte-{n}",
    "/api/v1/population?limit={n}",
    "/sv/metod?gas={n}",
)


@given(st.lists(st.tuples(st.integers(0, 20), st.integers(0, 15_000))))
def test_no_more_is_kept_than_there_is_room_for(puts: list[tuple[int, int]]) -> None:
    kept: BoundedCache[int, int] = BoundedCache(10_000)
    for key, size in puts:
        kept.put(key, size, size)
        fits = size + ENTRY_BYTES <= kept.most_bytes
        assert kept.get(key) == (size if fits else None)
        held = [result for one in range(21) if (result := kept.get(one)) is not None]
        assert kept.bytes == sum(held) + len(held) * ENTRY_BYTES <= kept.most_bytes
    kept.clear()
    assert (len(kept), kept.bytes) == (0, 0)


def test_what_is_used_least_goes_first() -> None:
    kept: BoundedCache[str, int] = BoundedCache(3 * ENTRY_BYTES)
    for name in "abc":
        kept.put(name, 1, 0)
    kept.get("a")
    kept.put("d", 1, 0)
    assert [name for name in "abcd" if kept.get(name)] == ["a", "c", "d"]


@pytest.fixture
def client(seeded_file: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[FlaskClient]:
    """The product with little room."""
    for module in (compression, response_cache, answers):
        monkeypatch.setattr(module, "MOST_CACHED_BYTES", ROOM)
    monkeypatch.setattr(pages, "MOST_BYTES", ROOM)
    app = create_app(Settings(f"sqlite:///{seeded_file}"))
    yield app.server.test_client()
    app.pages.forget_connections()


def test_new_addresses_leave_nothing_behind_once_what_is_kept_is_full(client: FlaskClient) -> None:
    def objects_after(numbers: range) -> int:
        for number in numbers:
            for address in ADDRESSES:
                client.get(address.format(n=number), headers={"Accept-Encoding": "br"}).close()
        # These have a bound of their own, and a test is too short to fill them.
        formats._written.cache_clear()
        to_html._escaped.cache_clear()
        gc.collect()
        return len(gc.get_objects())

    once = objects_after(range(1, 1 + ROUND))
    thrice = objects_after(range(1 + ROUND, 1 + 3 * ROUND))
    # A single object left behind by each of these answers would be twice as many.
    assert thrice - once < ROUND * len(ADDRESSES)
