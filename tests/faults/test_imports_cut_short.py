"""An import that is killed, or whose disk is full, has happened wholly or not at all."""

import random
import signal
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import psycopg
import pytest
from sqlalchemy import event, make_url, text
from sqlalchemy.exc import DBAPIError

from data_access.derived.emission_totals import put_totals
from data_access.engine import open_store
from progress.emissions.series import Gas
from tests.data_access.made_up import emission_release
from tests.faults.country import held, load
from tests.faults.killed_import import WAITING, run
from tests.postgres import Server
from tests.processes import start

KILLS = 3
SEED = 2030


def waited_out(url: str) -> None:
    """PostgreSQL notices a client's death when it next speaks to it."""
    address = make_url(url)
    if address.get_backend_name() != "postgresql":
        return
    asked = "SELECT count(*) FROM pg_stat_activity WHERE datname = %s"
    with psycopg.connect(host=str(address.query["host"]), user="postgres", autocommit=True) as conn:
        while (row := conn.execute(asked, [address.database]).fetchone()) and row[0]:
            time.sleep(0.02)


def test_an_import_killed_at_any_step_has_not_happened(
    new_store: Callable[[], str], release_file: Path
) -> None:
    whole = new_store()
    before = held(whole)
    steps = start(run, whole, release_file).result()
    after = held(whole)
    assert steps
    assert before != after
    commit = steps  # the last step, before the commit itself
    for step in (*random.Random(SEED).sample(range(1, commit), KILLS), commit):
        url = new_store()
        process = start(run, url, release_file, kill=step)
        assert process.result() is None
        assert process.exit_code() == -signal.SIGKILL
        waited_out(url)
        assert held(url) == before
    again = open_store(url, read_only=False)  # nothing of it is in the way of the next try
    load(again, release_file)
    again.dispose()
    assert held(url) == after


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
    process = start(run, url, release_file, limit=kilobytes * 1024)
    assert process.result() is None
    assert process.exit_code() == 1
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
                    "INSERT INTO emission (release_id, municipality_code, year, sector_id, tonnes,"
                    " status) SELECT :release, m.code, y, s.sector_id, 0, 'final' FROM"
                    " municipality m, sector s, generate_series(1900, 2200) y"
                ),
                {"release": release_id},
            )
            put_totals(conn, release_id)
    with engine.begin() as conn:
        size = conn.scalar(text("SELECT pg_relation_size('emission')"))
    engine.dispose()
    return int(size or 0)


@pytest.mark.parametrize("share", [0.3, 0.6, 1.0])
def test_a_postgres_that_falls_during_an_import_holds_nothing_of_it(
    falling_postgres: Server, new_postgres: Callable[[], str], release_file: Path, share: float
) -> None:
    whole = new_postgres()
    before = held(whole)
    steps = start(run, whole, release_file).result()
    assert steps
    url = new_postgres()
    process = start(run, url, release_file, wait=round(steps * share))
    assert process.result() == WAITING
    falling_postgres.fall()
    process.connection.send("go on")
    assert process.result() is None
    assert process.exit_code() == 1
    falling_postgres.start()
    assert held(url) == before
