"""While the store does not answer: pages that were seen are shown and say so, others say 503."""

import re
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import text

from callbacks import pages as pages_module
from callbacks.first_response import KlimatDash
from callbacks.pages import VERSION_SECONDS
from data_access.engine import open_store
from layouts.frame.shell import last_known_notice
from layouts.html.to_html import to_html
from tests.made_up import empty_store, made_up_app

NOTICE = {"sv": "Databasen svarar inte just nu", "en": "The database is not responding right now"}
CITY = {"sv": "/sv/kommun/provkoping", "en": "/en/municipality/provkoping"}


@pytest.fixture
def store(tmp_path: Path) -> Path:
    return Path(empty_store(tmp_path).removeprefix("sqlite:///"))


@pytest.fixture
def app(store: Path) -> KlimatDash:
    return made_up_app(f"sqlite:///{store}")


@pytest.fixture
def client(app: KlimatDash) -> FlaskClient:
    server: Flask = app.server
    return server.test_client()


@contextmanager
def away(store: Path, app: KlimatDash) -> Iterator[None]:
    """The store's file is gone, and so are the connections to it."""
    hidden = store.with_suffix(".hidden")
    store.rename(hidden)
    app.pages.forget_connections()
    time.sleep(VERSION_SECONDS)
    yield
    hidden.rename(store)
    time.sleep(VERSION_SECONDS)


@pytest.mark.parametrize("lang", ["sv", "en"])
def test_a_page_that_was_seen_is_shown_and_marked(
    app: KlimatDash, client: FlaskClient, store: Path, lang: str
) -> None:
    before = client.get(CITY[lang])
    with away(store, app):
        with_cache_headers = client.get(
            CITY[lang], headers={"If-None-Match": before.headers["ETag"]}
        )
        assert with_cache_headers.status_code == 200
        assert NOTICE[lang] in with_cache_headers.text
        assert with_cache_headers.headers["Cache-Status"] == "klimat; hit; detail=store-unreachable"
        assert with_cache_headers.headers["Cache-Control"] == "no-store"
        assert "ETag" not in with_cache_headers.headers
        notice = re.search(
            r'<section aria-labelledby="last-known".*?</section>', with_cache_headers.text, re.S
        )
        assert notice
        assert with_cache_headers.text.replace(notice[0], "") == before.text
    after = client.get(CITY[lang])
    assert after.text == before.text
    assert after.headers["ETag"] == before.headers["ETag"]


def test_a_page_that_was_not_seen_is_a_503_that_says_when_to_try_again(
    app: KlimatDash, client: FlaskClient, store: Path
) -> None:
    client.get(CITY["sv"])
    with away(store, app):
        lost = client.get(CITY["en"])
        assert lost.status_code == 503
        assert int(lost.headers["Retry-After"]) > 0
        assert "The figures cannot be reached right now" in lost.text
        assert client.get(f"{CITY['sv']}?gas=finns-inte").status_code == 503


def test_a_page_of_an_earlier_state_is_never_shown(
    app: KlimatDash, client: FlaskClient, store: Path
) -> None:
    client.get(CITY["sv"])
    writer = open_store(f"sqlite:///{store}", read_only=False)
    with writer.begin() as conn:
        conn.execute(text("INSERT INTO change_log (at, action) VALUES ('2026-01-01', 'refresh')"))
    writer.dispose()
    time.sleep(VERSION_SECONDS)
    client.get(CITY["en"])  # the new state is seen, by another page
    with away(store, app):
        assert client.get(CITY["en"]).status_code == 200
        assert client.get(CITY["sv"]).status_code == 503


def test_a_page_is_not_shown_for_ever(
    app: KlimatDash, client: FlaskClient, store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    client.get(CITY["sv"])
    with away(store, app):
        monkeypatch.setattr(pages_module, "LAST_KNOWN_SECONDS", 0)
        assert client.get(CITY["sv"]).status_code == 503


@pytest.mark.parametrize(
    ("seconds", "words"), [(0.6, "för ett ögonblick"), (90, "för 2 min"), (7200, "för 2 tim")]
)
def test_the_notice_says_how_old_the_page_is(seconds: float, words: str) -> None:
    assert f"som den var {words}" in to_html(last_known_notice("sv", seconds))
