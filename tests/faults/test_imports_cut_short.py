"""An import that is killed, or whose disk is full, has happened wholly or not at all."""

import random
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import psycopg
import pytest
from sqlalchemy import event, make_url, text
from sqlalchemy.exc import DBAPIError

from data_access.engine import open_store
from progress.series import Gas
from tests.data_access.made_up import emission_release
from tests.faults.country import held, load
from tests.postgres import Server

ROOT = Path(__file__).resolve().parents[2]
KILLS = 4
SEED = 2030


def import_of(url: str, file: Path, *limit: int) -> "subprocess.Popen[str]":
    """An import that waits for its signal to begin."""
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.faults.killed_import", url, str(file), *map(str, limit)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stdout
    assert process.stdout.readline() == "ready\n", process.stderr and process.stderr.read()
    return process


def begin(process: "subprocess.Popen[str]") -> None:
    assert process.stdin
    process.stdin.write("\n")
    process.stdin.flush()


def ended(process: "subprocess.Popen[str]") -> bool:
    """Whether the import came to its end."""
    said, _ = process.communicate(timeout=60)
    return said == "done\n"


def waited_out(url: str) -> None:
    """PostgreSQL notices a client's death when it next speaks to it."""
    address = make_url(url)
    if address.get_backend_name() != "postgresql":
        return
    asked = "SELECT count(*) FROM pg_stat_activity WHERE datname = %s"
    with psycopg.connect(host=str(address.query["host"]), user="postgres", autocommit=True) as conn:
        while (row := conn.execute(asked, [address.database]).fetchone()) and row[0]:
            time.sleep(0.02)


def test_an_import_killed_at_any_moment_is_whole_or_nothing(
    new_store: Callable[[], str], release_file: Path
) -> None:
    url = new_store()
    before = held(url)
    whole = import_of(url, release_file)
    begun = time.perf_counter()
    begin(whole)
    assert ended(whole)
    lasts = time.perf_counter() - begun
    after = held(url)
    assert before != after
    chance = random.Random(SEED)
    outcomes = []
    for _ in range(KILLS):
        url = new_store()
        process = import_of(url, release_file)
        begin(process)
        time.sleep(chance.random() * lasts)
        process.kill()
        process.communicate(timeout=60)
        waited_out(url)
        outcomes.append(held(url))
        if outcomes[-1] == before:  # nothing of it is in the way of the next try
            again = open_store(url, read_only=False)
            load(again, release_file)
            again.dispose()
            assert held(url) == after
    assert set(outcomes) <= {before, after}
    assert before in outcomes


@pytest.mark.parametrize("share", [0.0, 0.5, 0.9])
def test_a_full_disk_under_an_sqlite_store_changes_nothing(
    new_sqlite: Callable[[], str], release_file: Path, share: float
) -> None:
    url = new_sqlite()
    before = held(url)
    path = Path(str(make_url(url).database))
    empty, full = path.stat().st_size, _size_after(new_sqlite(), release_file)
    engine = open_store(url, read_only=False)

    @event.listens_for(engine, "connect")
    def fill_disk(connection: Any, _record: object) -> None:
        page = connection.execute("PRAGMA page_size").fetchone()[0]
        most = int(empty + share * (full - empty)) // page
        connection.execute(f"PRAGMA max_page_count = {most}")

    with pytest.raises(DBAPIError, match="full"):
        load(engine, release_file)
    engine.dispose()
    assert held(url) == before
    again = open_store(url, read_only=False)
    load(again, release_file)
    again.dispose()


def _size_after(url: str, file: Path) -> int:
    engine = open_store(url, read_only=False)
    load(engine, file)
    engine.dispose()
    return Path(str(make_url(url).database)).stat().st_size


@pytest.mark.parametrize("kilobytes", [0, 60])
def test_a_log_that_cannot_grow_leaves_the_sqlite_store_as_it_was(
    new_sqlite: Callable[[], str], release_file: Path, kilobytes: int
) -> None:
    url = new_sqlite()
    before = held(url)
    process = import_of(url, release_file, kilobytes * 1024)
    begin(process)
    assert not ended(process)
    assert held(url) == before


@pytest.mark.parametrize("kilobytes", [0, 40])
def test_a_full_disk_under_postgres_changes_nothing(
    falling_postgres: Server,
    new_postgres: Callable[[], str],
    release_file: Path,
    kilobytes: int,
) -> None:
    url = new_postgres()
    size = _grown(url)
    before = held(url)
    falling_postgres.fall()
    falling_postgres.start(most_bytes=size + kilobytes * 1024)
    engine = open_store(url, read_only=False)
    try:
        with pytest.raises(DBAPIError, match="could not extend file"):
            load(engine, release_file)
        assert held(url) == before
    finally:
        falling_postgres.fall()
        falling_postgres.start()
    load(engine, release_file)
    engine.dispose()


def _grown(url: str) -> int:
    """Makes the file of the emissions larger than any other, and gives its size."""
    engine = open_store(url, read_only=False)
    with engine.begin() as conn:
        for number in range(4):
            release_id = emission_release(conn, f"prov-large-{number}", Gas.CO2_BIOGENIC, 1999)
            conn.execute(
                text(
                    "INSERT INTO emission SELECT :release, m.code, y, s.sector_id, 0, 'final' FROM"
                    " municipality m, sector s, generate_series(1900, 2200) y"
                ),
                {"release": release_id},
            )
    with engine.begin() as conn:
        size = conn.scalar(text("SELECT pg_relation_size('emission')"))
    engine.dispose()
    return int(size or 0)


@pytest.mark.parametrize("share", [0.6])
def test_a_postgres_that_falls_during_an_import_holds_all_or_nothing(
    falling_postgres: Server, new_postgres: Callable[[], str], release_file: Path, share: float
) -> None:
    whole = new_postgres()
    before = held(whole)
    engine = open_store(whole, read_only=False)
    begun = time.perf_counter()
    load(engine, release_file)
    lasts = time.perf_counter() - begun
    engine.dispose()
    url = new_postgres()
    process = import_of(url, release_file)
    begin(process)
    time.sleep(lasts * share)
    falling_postgres.fall()
    done = ended(process)
    falling_postgres.start()
    assert held(url) == (held(whole) if done else before)
