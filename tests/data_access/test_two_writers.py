"""Two who write at once come one after the other, on both databases; none is thrown out."""

from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from datetime import UTC, datetime
from itertools import combinations, count
from pathlib import Path
from threading import Barrier

import pytest
from sqlalchemy import select

from data_access import imports
from data_access.derived.verdicts import refresh_verdicts
from data_access.engine import StoreBusy, open_store
from data_access.inside.people import Drafts, PublishingRefused
from data_access.reading import StoreReader
from data_access.releases import record_change
from data_access.tables import change_log
from tests.data_access.drafts import LABEL, OWNER, plant

NOW = datetime(2026, 6, 1, 12, tzinfo=UTC)
OWN_SERIES = """\
release,municipality_code,scope,gas,year,value,unit,status,source_title,source_publisher,licence
{name},9001,group,co2e,2020,{number},tonnes,final,Rapport,Provkoncernen,CC0
"""

_numbers = count(10)

Write = Callable[[str, Path], None]


def import_population(url: str, folder: Path) -> None:
    path = folder / "population.csv"
    path.write_text(f"municipality_code,year,persons\n9001,2020,{5000 + next(_numbers)}\n")
    run("population", path, url)


def import_own_series(url: str, folder: Path) -> None:
    number = next(_numbers)
    path = folder / "own.csv"
    path.write_text(OWN_SERIES.format(name=f"own-{number}", number=number))
    run("own-series", path, url)


def publish(url: str, _folder: Path) -> None:
    Drafts(StoreReader(url)).set_shown(LABEL, True, owners={OWNER}, by="prov", now=NOW)


def refresh(url: str, _folder: Path) -> None:
    engine = open_store(url, read_only=False)
    with engine.begin() as conn:
        refresh_verdicts(conn, NOW.year)
        record_change(conn, "refresh")
    engine.dispose()


def run(kind: str, path: Path, url: str) -> None:
    engine = open_store(url, read_only=False)
    imports.run(kind, [path], engine, now=NOW, confirmed=True)
    engine.dispose()


ACTIONS: dict[Write, str] = {
    import_population: "import",
    import_own_series: "import",
    publish: "publish",
}
WRITERS: tuple[Write, ...] = (*ACTIONS, refresh)
PAIRS = list(combinations(WRITERS, 2))


def at_once(writers: tuple[Write, Write], url: str, folder: Path) -> None:
    """Both begin at the same moment; what either raises is raised."""
    start = Barrier(len(writers))

    def begin(write: Write) -> None:
        start.wait()
        write(url, folder)

    with ThreadPoolExecutor(len(writers)) as pool:
        for done in [pool.submit(begin, write) for write in writers]:
            done.result()


@pytest.fixture(scope="module")
def planted_url(store_url: str) -> str:
    """The address of a store with drafts, which the tests of this module write to in turn."""
    engine = open_store(store_url, read_only=False)
    with engine.begin() as conn:
        plant(conn)
    engine.dispose()
    return store_url


@pytest.fixture
def url(planted_url: str) -> Iterator[str]:
    yield planted_url
    with suppress(PublishingRefused):
        Drafts(StoreReader(planted_url)).set_shown(LABEL, False, owners={OWNER}, by="prov", now=NOW)


def actions(url: str) -> Counter[str]:
    """How many changes of each kind the log has."""
    engine = open_store(url)
    with engine.connect() as conn:
        result = Counter(conn.scalars(select(change_log.c.action)))
    engine.dispose()
    return result


@pytest.mark.parametrize(
    "writers", PAIRS, ids=lambda pair: " and ".join(write.__name__ for write in pair)
)
def test_of_two_who_write_at_once_both_come_through(
    writers: tuple[Write, Write], url: str, tmp_path: Path
) -> None:
    before = actions(url)
    at_once(writers, url, tmp_path)
    done = Counter(ACTIONS.get(write, "refresh") for write in writers)
    assert actions(url) - before == done


def test_who_has_waited_long_enough_is_told_why(planted_url: str) -> None:
    first = open_store(planted_url, read_only=False)
    second = open_store(planted_url, read_only=False, patience=1)
    told = pytest.raises(StoreBusy, match="under way for 1 seconds; nothing was")
    with first.begin(), second.connect() as conn, told:
        conn.begin()
    with second.begin() as conn:  # and may write when the other has ended
        record_change(conn, "import")
    first.dispose()
    second.dispose()
