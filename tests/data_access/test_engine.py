"""Opening the store: read-only means read-only, and what is wrong is said plainly."""

from contextlib import ExitStack
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError, IntegrityError

from data_access import migrations
from data_access.engine import (
    POOL,
    StoreError,
    StoreForeign,
    StoreMissing,
    StoreOutdated,
    StoreUnreachable,
    database_url,
    open_store,
    shown,
)
from data_access.questions import store_version
from data_access.readers import Reader
from data_access.reading import StoreReader
from data_access.releases import record_change


def test_the_address_comes_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "sqlite:///else.db")
    assert database_url() == "sqlite:///else.db"
    monkeypatch.delenv("DATABASE_URL")
    assert database_url() == "sqlite:///var/klimat.db"


@pytest.mark.parametrize(
    "sql",
    [
        "DELETE FROM snapshot",
        "INSERT INTO county (code, name) VALUES ('99', 'Nytt')",
        "CREATE TABLE extra (a INTEGER)",
    ],
)
def test_a_store_opened_for_reading_refuses_every_write(store_url: str, sql: str) -> None:
    engine = open_store(store_url)
    with pytest.raises(DBAPIError, match=r"read-?only"), engine.begin() as conn:
        conn.execute(text(sql))
    engine.dispose()


def test_a_missing_store_says_how_to_make_one(empty_url: str) -> None:
    with pytest.raises(StoreMissing, match="klimat seed"):
        open_store(empty_url)


def test_opening_for_reading_makes_no_file(tmp_path: Path) -> None:
    with pytest.raises(StoreMissing):
        open_store(f"sqlite:///{tmp_path / 'none.db'}")
    assert list(tmp_path.iterdir()) == []


def test_another_programs_database_is_left_alone(empty_url: str) -> None:
    writer = open_store(empty_url, read_only=False, check=False)
    with writer.begin() as conn:
        conn.execute(text("CREATE TABLE recipes (name TEXT)"))
    writer.dispose()
    with pytest.raises(StoreForeign, match="not a klimat database"):
        open_store(empty_url)


def test_a_file_that_is_no_database_is_foreign(tmp_path: Path) -> None:
    path = tmp_path / "notes.db"
    path.write_text("Anteckningar från mötet. " * 100, encoding="utf-8")
    with pytest.raises(StoreForeign):
        open_store(f"sqlite:///{path}")


def of_version(url: str, version: str) -> None:
    writer = open_store(url, read_only=False)
    with writer.begin() as conn:
        conn.execute(
            text("UPDATE alembic_version SET version_num = :version"), {"version": version}
        )
    writer.dispose()


def test_a_store_of_an_earlier_version_names_the_command(
    writable_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("data_access.engine.newest", lambda: "0299")
    with pytest.raises(StoreOutdated, match=r"needs 0299: run `klimat upgrade`"):
        open_store(writable_url)


@pytest.mark.parametrize("version", ["0001", "0003", "0019"])
def test_a_store_from_before_the_first_kept_version_says_how_to_begin_anew(
    writable_url: str, version: str
) -> None:
    of_version(writable_url, version)
    for any_version in (False, True):  # nor can it be upgraded
        with pytest.raises(StoreOutdated) as caught:
            open_store(writable_url, any_version=any_version)
        told = str(caught.value)
        assert f"has version {version}, from before 0200, which cannot be brought forward" in told
        for command in ("klimat export", "klimat seed", "klimat import"):
            assert f"`{command}`" in told


def test_a_store_of_a_newer_program_is_left_to_it(writable_url: str) -> None:
    of_version(writable_url, "0999")
    with pytest.raises(StoreOutdated, match="a newer program made"):
        open_store(writable_url, any_version=True)


def test_a_server_that_does_not_answer_is_said_to_be_unreachable(tmp_path: Path) -> None:
    with pytest.raises(StoreUnreachable):
        open_store(f"postgresql://nobody@/none?host={tmp_path}")


@pytest.mark.parametrize("url", ["mysql://x/y", "sqlite://", "not an address"])
def test_an_address_that_cannot_be_a_store_is_refused(url: str) -> None:
    with pytest.raises(StoreError, match="DATABASE_URL"):
        open_store(url)


def test_a_password_is_not_shown() -> None:
    assert "hemligt" not in shown("postgresql://prov:hemligt@example.org/klimat")


def test_foreign_keys_hold(writable_url: str) -> None:
    writer = open_store(writable_url, read_only=False)
    sql = "INSERT INTO municipality_spelling VALUES ('Ingenstans', '0000')"
    with pytest.raises(IntegrityError), writer.begin() as conn:
        conn.execute(text(sql))
    writer.dispose()


def test_readers_are_not_blocked_by_a_writer_and_see_one_state(writable_url: str) -> None:
    writer, reader = open_store(writable_url, read_only=False), open_store(writable_url)
    with reader.connect() as reading:
        before = store_version(reading)
        with writer.begin() as writing:
            record_change(writing, "import")
            assert store_version(reading) == before
        assert store_version(reading) == before
    with reader.connect() as reading:
        assert store_version(reading) != before
    writer.dispose()
    reader.dispose()


def test_a_path_with_odd_characters_is_the_same_file_for_both(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'å mapp' / '50 %#1.db'}"
    writer = open_store(url, read_only=False, check=False)
    migrations.upgrade(writer)
    writer.dispose()
    with open_store(url).connect() as conn:
        assert store_version(conn) == "0"


def test_all_readers_of_a_store_share_one_bounded_set_of_connections(
    store_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    most = POOL["pool_size"] + POOL["max_overflow"]
    monkeypatch.setitem(POOL, "pool_timeout", 0)
    store = StoreReader(store_url)
    groups = [store.seen_by(Reader(frozenset({f"grupp-{n}"}))) for n in range(most + 1)]
    versions = set()
    with ExitStack() as held:
        for group in groups[:most]:
            versions.add(store_version(held.enter_context(group.connection())))
        with pytest.raises(StoreUnreachable), groups[most].connection():
            pass
        assert len(versions) == most
    with groups[most].connection() as conn:
        assert store_version(conn) not in versions
    store.close()
