"""An SQLite file that is locked, cut short or not ours: said plainly, never a trace, and mended
without a restart.
"""

import os
import sqlite3
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from sqlalchemy import make_url

from app import Settings, create_app
from callbacks.pages import VERSION_SECONDS
from data_access.command import main
from data_access.engine import open_store
from tests.faults.country import RELEASE, load

LONGEST_WAIT = 2000
"""Milliseconds that a reader may wait for a lock."""
UNSEEN = "/sv/kommun/ovre-prov"


def path_of(url: str) -> Path:
    return Path(str(make_url(url).database))


def client_of(url: str) -> FlaskClient:
    client: FlaskClient = create_app(Settings(url)).server.test_client()
    return client


def expect_outage(client: FlaskClient) -> None:
    time.sleep(VERSION_SECONDS)
    answer = client.get(UNSEEN)
    assert answer.status_code == 503
    assert "Siffrorna går inte att nå just nu" in answer.text
    assert "Traceback" not in answer.text
    assert client.get("/healthz").status_code == 200
    assert client.get("/readyz").status_code == 503


def expect_recovery(client: FlaskClient) -> None:
    time.sleep(VERSION_SECONDS)
    assert client.get("/readyz").status_code == 200
    assert client.get(UNSEEN).status_code == 200


def test_a_file_that_another_program_has_locked_is_waited_for_a_little(
    new_sqlite: Callable[[], str],
) -> None:
    url = new_sqlite()
    other = sqlite3.connect(path_of(url), isolation_level=None)
    other.execute("PRAGMA journal_mode=DELETE")
    client = client_of(url)
    assert client.get("/sv/").status_code == 200
    engine = open_store(url)
    with engine.connect() as conn:
        milliseconds = conn.exec_driver_sql("PRAGMA busy_timeout").scalar_one()
    engine.dispose()
    assert 0 < milliseconds <= LONGEST_WAIT
    other.execute("BEGIN EXCLUSIVE")
    try:
        expect_outage(client)
    finally:
        other.close()
    expect_recovery(client)


def test_a_writer_does_not_keep_readers_waiting(new_sqlite: Callable[[], str]) -> None:
    url = new_sqlite()
    client = client_of(url)
    writer = sqlite3.connect(path_of(url), isolation_level=None)
    writer.execute("PRAGMA journal_mode=WAL")
    writer.execute("BEGIN IMMEDIATE")
    writer.execute("DELETE FROM verdict")
    try:
        assert client.get(UNSEEN).status_code == 200
        assert client.get("/readyz").status_code == 200
    finally:
        writer.close()


@pytest.mark.parametrize("left", [0, 100, 4096, 20_000])
def test_a_file_that_is_cut_short_is_an_outage_until_it_is_put_back(
    new_sqlite: Callable[[], str], left: int
) -> None:
    url = new_sqlite()
    path = path_of(url)
    whole = path.read_bytes()
    client = client_of(url)
    assert client.get("/sv/").status_code == 200
    os.truncate(path, left)
    expect_outage(client)
    fresh = client_of(url)
    expect_outage(fresh)
    restored = path.with_suffix(".restored")
    restored.write_bytes(whole)
    restored.replace(path)
    expect_recovery(fresh)
    expect_recovery(client)


@pytest.mark.parametrize(
    "content", [b"", b"not a database", b"\x00" * 5000, b"SQLite format 3\x00"]
)
def test_a_file_that_is_no_store_is_named_and_left_as_it_is(
    content: bytes,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    path = tmp_path / "other.db"
    path.write_bytes(content)
    url = f"sqlite:///{path}"
    expect_outage(client_of(url))
    monkeypatch.setenv("DATABASE_URL", url)
    assert main(["releases"]) == 2
    said = capsys.readouterr().err
    assert str(path) in said
    assert "Traceback" not in said
    assert path.read_bytes() == content


def test_another_programs_database_is_an_outage_and_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    with sqlite3.connect(path) as conn:
        conn.execute("CREATE TABLE recipes (name TEXT)")
    conn.close()
    content = path.read_bytes()
    expect_outage(client_of(f"sqlite:///{path}"))
    assert path.read_bytes() == content


def test_a_file_that_is_put_in_the_place_of_the_store_is_the_store(
    new_sqlite: Callable[[], str], release_file: Path
) -> None:
    url, newer = new_sqlite(), new_sqlite()
    client = client_of(url)
    before = client.get("/sv/kommun/provkoping").text
    engine = open_store(newer, read_only=False)
    load(engine, release_file)
    engine.dispose()
    path_of(newer).replace(path_of(url))
    time.sleep(VERSION_SECONDS)
    after = client.get("/sv/kommun/provkoping").text
    assert RELEASE in after
    assert RELEASE not in before
