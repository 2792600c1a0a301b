"""How pages and open data grow with the store: `python -m tests.load.scale [SIZE …]`.

Makes countries of 35 years, 60 sectors and 5 releases each in a PostgreSQL of its own (10 000
municipalities are 105 million values and 12 GB) and asks the same of each. A size is a number of
municipalities, or `10000x1` for one release of so many: pages read few releases. Times are the
least of several, by the clock and of our processor; blocks (of 8 kB) are what PostgreSQL touched
for all of a page's questions, which depends on no other work of the machine.
"""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import count
from typing import Any

import psycopg
from flask.testing import FlaskClient
from sqlalchemy import Connection, Engine, event, text

from app import Settings, create_app
from data_access.engine import open_store
from progress.sectors import SECTORS
from tests.load.made_up_country import RELEASES, SECTOR_NUMBER, YEARS, make, sector_codes
from tests.postgres import own_postgres

SIZES = (290, 2_500, 10_000)
TIMES = 7
POSTGRES = (
    *("shared_buffers=512MB", "maintenance_work_mem=512MB", "max_wal_size=8GB", "fsync=off"),
    *("wal_level=minimal", "max_wal_senders=0", "autovacuum=off"),
)

_place = count(30)


def slug() -> str:
    """Another municipality each time, so that no page is a kept one."""
    return f"{next(_place) % 280:04}"


ASKED: dict[str, Callable[[], str]] = {
    "a municipality's page": lambda: f"/sv/kommun/prov-{slug()}",
    "its meeting": lambda: f"/sv/kommun/prov-{slug()}/mote",
    "its money": lambda: f"/sv/kommun/prov-{slug()}/pengar",
    "what would it take": lambda: f"/sv/kommun/prov-{slug()}/vad-kravs",
    "compare two": lambda: f"/sv/jamfor?kommun={slug()}&kommun={slug()}",
    "API: a municipality's emissions": lambda: f"/api/v1/emissions?municipality={slug()}",
    "API: far into all emissions": lambda: f"/api/v1/emissions?limit={100 + int(slug())}&year=2020",
    "API: a municipality's verdicts": lambda: f"/api/v1/verdicts?municipality={slug()}",
    "API: municipalities": lambda: f"/api/v1/municipalities?limit={100 + int(slug())}",
    "overview, searched": lambda: f"/sv/?sok=prov+{slug()}",
}


def main(sizes: list[tuple[int, int]]) -> None:
    """Prints a table for each size."""
    # The pages know the sectors of the national statistics; they learn the made-up ones here.
    SECTORS.update({code: (code, code) for code in sector_codes() if code not in SECTORS})
    for size, releases in sizes:
        with own_postgres(*POSTGRES) as server:
            name = f"country_{size}"
            with psycopg.connect(host=str(server.home), user="postgres", autocommit=True) as admin:
                admin.execute(f'CREATE DATABASE "{name}"')
            url = f"postgresql+psycopg://postgres@/{name}?host={server.home}"
            begun = time.perf_counter()
            writer = open_store(url, read_only=False, check=False)
            made = make(writer, size, releases)
            assert made == size * releases * len(YEARS) * SECTOR_NUMBER
            with writer.connect() as conn:
                bytes_ = int(conn.scalar(text("SELECT pg_database_size(current_database())")) or 0)
            writer.dispose()
            print(
                f"\n{size} municipalities, {releases} releases: {made / 1e6:.1f} million values,"
                f" {bytes_ / 1e9:.2f} GB, made in {time.perf_counter() - begun:.0f} s",
                flush=True,
            )
            measure(url)


def _size(told: str) -> tuple[int, int]:
    municipalities, _, releases = told.partition("x")
    return int(municipalities), int(releases or RELEASES)


def measure(url: str) -> None:
    """Asks each and prints time and blocks; first what the first reader after an import gets."""
    client = create_app(Settings(url)).server.test_client()
    for what, path in (
        ("first page", "/sv/kommun/prov-0001"),
        ("first overview", "/sv/"),
        ("first comparison", "/sv/jamfor?kommun=0001&kommun=0002"),
        ("first map", "/sv/karta"),
    ):
        waited, work = _timed(client, path)
        print(f"{what:<34}{waited:>9.1f} ms {work:>8.1f} ms", flush=True)
    for what, path_of in ASKED.items():
        _timed(client, path_of())
        both = [_timed(client, path_of()) for _ in range(TIMES)]
        least, work = (min(times) for times in zip(*both, strict=True))
        with questions() as asked:
            _timed(client, path_of())
        engine = open_store(url)
        with engine.connect() as conn:
            blocks = [_blocks(conn, *one) for one in asked]
        engine.dispose()
        print(
            f"{what:<34}{least:>9.1f} ms {work:>8.1f} ms {len(asked):>4} questions"
            f" {sum(blocks):>8} blocks",
            flush=True,
        )
        for statement, number in zip(asked, blocks, strict=True):
            if number > 2000:
                print(f"    {number} blocks: {' '.join(statement[0].split())[:150]}", flush=True)


def _timed(client: FlaskClient, path: str) -> tuple[float, float]:
    """Milliseconds by the clock, and of our processor: that is without PostgreSQL's."""
    begun, worked = time.perf_counter(), time.process_time()
    answer = client.get(path)
    if answer.status_code != 200:
        raise RuntimeError(f"{path}: {answer.status_code}")
    answer.get_data()
    return (time.perf_counter() - begun) * 1000, (time.process_time() - worked) * 1000


@contextmanager
def questions() -> Iterator[list[tuple[str, Any]]]:
    """What is asked of the database while the block runs, with its values."""
    asked: list[tuple[str, Any]] = []

    def note(
        _conn: Any, _cursor: Any, statement: str, values: Any, _context: Any, _many: bool
    ) -> None:
        asked.append((statement, values))

    event.listen(Engine, "before_cursor_execute", note)
    try:
        yield asked
    finally:
        event.remove(Engine, "before_cursor_execute", note)


def _blocks(conn: Connection, statement: str, values: Any) -> int:
    if not statement.lstrip().upper().startswith(("SELECT", "WITH")):
        return 0
    told = conn.exec_driver_sql(
        f"EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) {statement}", values
    ).scalar_one()
    plan = told[0]["Plan"]
    return int(plan["Shared Hit Blocks"]) + int(plan["Shared Read Blocks"])


if __name__ == "__main__":
    main([_size(one) for one in sys.argv[1:]] or [(size, RELEASES) for size in SIZES])
