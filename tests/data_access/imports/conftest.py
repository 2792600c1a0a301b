"""A small made-up store to import into, and the seeded store, each made once."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine, insert, select

from data_access import tables
from data_access.engine import open_store
from progress.emissions.sectors import SECTORS
from progress.emissions.series import TOTAL
from tests.stores import new_store

Write = Callable[[str, str], Path]


@pytest.fixture(scope="session")
def seeded(seeded_file: Path) -> Iterator[Engine]:
    """The seeded store, read only."""
    engine = open_store(f"sqlite:///{seeded_file}")
    yield engine
    engine.dispose()


@pytest.fixture
def seeded_copy(seeded_file: Path, tmp_path: Path) -> Iterator[Engine]:
    """The test's own copy of the seeded store, to be written to."""
    path = tmp_path / "copy.db"
    shutil.copy(seeded_file, path)
    engine = open_store(f"sqlite:///{path}", read_only=False)
    yield engine
    engine.dispose()


@pytest.fixture(scope="session")
def small_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of a store with a made-up country of two municipalities; only to be copied."""
    path = tmp_path_factory.mktemp("small") / "store.db"
    engine = open_store(new_store(f"sqlite:///{path}"), read_only=False)
    with engine.begin() as conn:
        conn.execute(
            insert(tables.sector),
            [{"sector_id": n, "code": code} for n, code in enumerate((TOTAL, *SECTORS))],
        )
        conn.execute(
            insert(tables.source).values(
                source_id="prov", title="Prov", publisher="Provverket", licence="prov"
            )
        )
        conn.execute(insert(tables.county).values(code="90", name="Provlän"))
        for code, name in (("9001", "Provköping"), ("9002", "Teststad")):
            conn.execute(
                insert(tables.municipality).values(
                    code=code, name=name, slug=name.lower(), county_code="90", eu_mission=False
                )
            )
            conn.execute(
                insert(tables.municipality_spelling).values(spelling=name, municipality_code=code)
            )
        conn.execute(
            insert(tables.indicator).values(
                indicator_id="prov",
                name_sv="Prov",
                name_en="Trial",
                unit_sv="st",
                unit_en="pcs",
                desired="up",
                decimals=0,
                source_id="prov",
            )
        )
    engine.dispose()
    return path


@pytest.fixture
def small(small_file: Path, tmp_path: Path) -> Iterator[Engine]:
    """The test's own copy of the made-up country, to be written to."""
    path = tmp_path / "small.db"
    shutil.copy(small_file, path)
    engine = open_store(f"sqlite:///{path}", read_only=False)
    yield engine
    engine.dispose()


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Writes a file of the test's own and gives its path."""

    def write_file(name: str, content: str) -> Path:
        path = tmp_path / name
        path.write_text(content, encoding="utf-8")
        return path

    return write_file


def counts(engine: Engine) -> dict[str, int]:
    """Rows of every table: what an import that fails must leave as it was."""
    with engine.connect() as conn:
        return {
            table.name: len(conn.execute(select(table)).all())
            for table in tables.metadata.sorted_tables
        }
