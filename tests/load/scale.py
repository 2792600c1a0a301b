"""How pages and open data grow with the store: `python -m tests.load.scale [SIZE …]`.

Makes countries of 35 years, 60 sectors and 5 releases each in a PostgreSQL of its own (10 000
municipalities are 105 million values and 12 GB) and asks the same of each. A size is a number of
municipalities, or `10000x1` for one release of so many: pages read few releases. Times are the
least of several, by the clock and of our processor; blocks (of 8 kB) are what PostgreSQL touched
for all of a page's questions, which depends on no other work of the machine. A large table that a
question reads from end to end instead of by an index is named under the page.
"""

import sys
import time
from collections.abc import Callable
from itertools import count
from typing import Any, NamedTuple

import psycopg
from flask.testing import FlaskClient
from sqlalchemy import Connection, text

from app import Settings, create_app
from data_access.engine import open_store
from progress.emissions.sectors import SECTORS
from tests.data_access.test_plans import nodes
from tests.load.made_up_country import RELEASES, SECTOR_NUMBER, YEARS, make, sector_codes
from tests.postgres import own_postgres
from tests.statements import heard, is_question

SIZES = (290, 2_500, 10_000)
TIMES = 7
POSTGRES = (
    *("shared_buffers=512MB", "maintenance_work_mem=512MB", "max_wal_size=8GB", "fsync=off"),
    *("wal_level=minimal", "max_wal_senders=0", "autovacuum=off"),
    "random_page_cost=1.1",  # as docs/operations.md advises
)

_place = count(30)


def slug() -> str:
    """Another municipality each time, so that no page is a kept one."""
    return f"{next(_place) % 280:04}"


FIRST = {
    "first page": "/sv/kommun/prov-0001",
    "first overview": "/sv/",
    "first comparison": "/sv/jamfor?kommun=0001&kommun=0002",
    "first comparison with all": "/sv/jamfor?kommun=0001&kommun=0002&mot=alla",
    "first map": "/sv/karta",
    "first map of the pace": "/sv/karta?nyckeltal=takt",
    "first search that finds everyone": "/sv/sok?sok=prov",
    "first verdicts of all in the API": "/api/v1/verdicts",
}
LARGE = "SELECT relname FROM pg_class WHERE relkind = 'r' AND reltuples > 2000"

ASKED: dict[str, Callable[[], str]] = {
    "a municipality's page": lambda: f"/sv/kommun/prov-{slug()}",
    "its meeting": lambda: f"/sv/kommun/prov-{slug()}/mote",
    "its money": lambda: f"/sv/kommun/prov-{slug()}/pengar",
    "what would it take": lambda: f"/sv/kommun/prov-{slug()}/vad-kravs",
    "compare two": lambda: f"/sv/jamfor?kommun={slug()}&kommun={slug()}",
    "compare two against all": lambda: f"/sv/jamfor?kommun={slug()}&kommun={slug()}&mot=alla",
    "API: a municipality's emissions": lambda: f"/api/v1/emissions?municipality={slug()}",
    "API: far into all emissions": lambda: f"/api/v1/emissions?limit={100 + int(slug())}&year=2020",
    "API: a municipality's verdicts": lambda: f"/api/v1/verdicts?municipality={slug()}",
    "API: municipalities": lambda: f"/api/v1/municipalities?limit={100 + int(slug())}",
    "search that finds ten": lambda: f"/sv/sok?sok=prov+{int(slug()) % 28:03}",
}


def main(sizes: list[tuple[int, int]]) -> None:
    """Prints a table for each size."""
    # The pages know the sectors of the national statistics; they learn the made-up ones here.
    SECTORS.extend(code for code in sector_codes() if code not in SECTORS)
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
    engine = open_store(url)
    with engine.connect() as conn:
        large = frozenset(conn.scalars(text(LARGE)))
        for what, path in FIRST.items():
            with heard() as asked:
                result = _timed(client, path)
            _tell(what, result, [_plan(conn, *one) for one in asked], large)
        for what, path_of in ASKED.items():
            _timed(client, path_of())
            times = [_timed(client, path_of()) for _ in range(TIMES)]
            with heard() as asked:
                _timed(client, path_of())
            result = Timed(*(min(values) for values in zip(*times, strict=True)))
            _tell(what, result, [_plan(conn, *one) for one in asked], large)
    engine.dispose()


def _tell(what: str, found: "Timed", plans: list[Any], large: frozenset[str]) -> None:
    known = [plan for plan in plans if plan is not None]
    print(
        f"{what:<34}{found.clock:>9.1f} ms {found.work:>8.1f} ms {found.kilobytes:>7.0f} kB"
        f" {len(known):>4} questions {sum(_blocks(plan) for plan in known):>8} blocks",
        flush=True,
    )
    for plan in known:
        whole = {
            node["Relation Name"]
            for node in nodes(plan)
            if node["Node Type"] == "Seq Scan" and node["Relation Name"] in large
        }
        for table in sorted(whole):
            print(f"    reads {table} from end to end, {_blocks(plan)} blocks", flush=True)


class Timed(NamedTuple):
    """Milliseconds by the clock, and of our processor: that is without PostgreSQL's."""

    clock: float
    work: float
    kilobytes: float


def _timed(client: FlaskClient, path: str) -> Timed:
    begun, worked = time.perf_counter(), time.process_time()
    answer = client.get(path)
    if answer.status_code != 200:
        raise RuntimeError(f"{path}: {answer.status_code}")
    size = len(answer.get_data())
    clock, work = time.perf_counter() - begun, time.process_time() - worked
    return Timed(clock * 1000, work * 1000, size / 1000)


def _plan(conn: Connection, statement: str, values: Any) -> Any:
    """How PostgreSQL answers a question, with the blocks it touches; None for anything else."""
    if not is_question(statement):
        return None
    told = conn.exec_driver_sql(
        f"EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) {statement}", values
    ).scalar_one()
    return told[0]["Plan"]


def _blocks(plan: Any) -> int:
    return int(plan["Shared Hit Blocks"]) + int(plan["Shared Read Blocks"])


if __name__ == "__main__":
    main([_size(one) for one in sys.argv[1:]] or [(size, RELEASES) for size in SIZES])
