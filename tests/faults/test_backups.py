"""What was backed up can be put back, on both engines, and nothing else is in it."""

import os
import subprocess
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import make_url, select, update
from sqlalchemy.exc import DBAPIError

from data_access import migrations
from data_access.command import main
from data_access.engine import open_store
from data_access.inside.people import Drafts
from data_access.reading import StoreReader
from data_access.tables import municipality, release
from tests.faults.conftest import address, admin
from tests.faults.country import held, load
from tests.postgres import Server


def test_a_copy_of_a_file_in_use_is_the_store_at_one_moment(
    new_sqlite: Callable[[], str],
    release_file: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    url, copy = new_sqlite(), tmp_path / "copy.db"
    before = held(url)
    writer = open_store(url, read_only=False)
    monkeypatch.setenv("DATABASE_URL", url)
    with writer.connect() as conn, conn.begin() as transaction:
        conn.exec_driver_sql("DELETE FROM verdict")
        assert main(["backup", str(copy)]) == 0
        transaction.rollback()
    load(writer, release_file)
    writer.dispose()
    assert held(url) != before
    assert main(["backup", str(copy)]) == 2
    assert "exists already" in capsys.readouterr().err
    copy.replace(str(make_url(url).database))
    assert held(url) == before


def test_a_copy_that_cannot_be_written_is_refused_in_words(
    new_sqlite: Callable[[], str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("DATABASE_URL", new_sqlite())
    assert main(["backup", str(tmp_path / "missing" / "copy.db")]) == 2
    assert "cannot be written" in capsys.readouterr().err


def test_postgres_is_told_its_own_tool(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgresql://nobody@localhost/none")
    assert main(["backup", str(tmp_path / "copy")]) == 2
    assert "pg_dump" in capsys.readouterr().err


def test_a_dump_of_postgres_restores_the_store(
    falling_postgres: Server, new_postgres: Callable[[], str], tmp_path: Path
) -> None:
    url = new_postgres()
    programs = falling_postgres.installation / "bin"
    host = ("--host", str(falling_postgres.home), "--username", "postgres")
    dump = tmp_path / "klimat.dump"
    name = str(make_url(url).database)
    run(programs / "pg_dump", *host, "--format=custom", f"--file={dump}", name)
    with admin(falling_postgres) as conn:
        conn.execute("CREATE DATABASE restored")
    run(programs / "pg_restore", *host, "--exit-on-error", "--dbname=restored", str(dump))
    assert held(address(falling_postgres, "restored")) == held(url)


def test_the_readers_role_reads_what_is_there_and_what_will_be(
    falling_postgres: Server, new_postgres: Callable[[], str], release_file: Path
) -> None:
    url = new_postgres()
    roles = Path(__file__).resolve().parents[2] / "deploy" / "postgres" / "roles.psql"
    psql = falling_postgres.installation / "bin" / "psql"
    host = ("--host", str(falling_postgres.home), "--username", "postgres")
    name = str(make_url(url).database)
    run(psql, *host, f"--dbname={name}", "--set=ON_ERROR_STOP=1", f"--file={roles}")
    reader = make_url(url).set(username="klimat_reader").render_as_string(hide_password=False)
    assert held(reader) == held(url)
    owner = open_store(url, read_only=False)
    with owner.begin() as conn:
        conn.exec_driver_sql("CREATE TABLE later (a integer)")
    load(owner, release_file)
    owner.dispose()
    assert held(reader) == held(url)
    wants = open_store(reader, read_only=False)
    with wants.connect() as conn:
        conn.exec_driver_sql("SELECT * FROM later")
        conn.exec_driver_sql("SET SESSION CHARACTERISTICS AS TRANSACTION READ WRITE")
        conn.commit()
        with pytest.raises(Exception, match="permission denied"):
            conn.exec_driver_sql("DELETE FROM verdict")
        conn.rollback()
    wants.dispose()


def test_the_publishers_role_publishes_and_can_do_nothing_to_tables_or_the_log(
    falling_postgres: Server, new_postgres: Callable[[], str]
) -> None:
    url = new_postgres()
    roles = Path(__file__).resolve().parents[2] / "deploy" / "postgres" / "roles.psql"
    psql = falling_postgres.installation / "bin" / "psql"
    host = ("--host", str(falling_postgres.home), "--username", "postgres")
    database = f"--dbname={make_url(url).database}"
    wanted = (*host, database, "--set=ON_ERROR_STOP=1", f"--file={roles}")
    run(psql, *wanted)  # as where nobody signs in; the role that publishes comes later
    run(psql, *wanted, publisher="hittepa")
    publisher = make_url(url).set(username="klimat_publisher").render_as_string(hide_password=False)
    store = StoreReader(url)
    drafts = Drafts(store, publisher)
    owner = open_store(url, read_only=False)
    migrations.upgrade(owner)  # takes from the role what no button changes
    with owner.begin() as conn:
        code = str(conn.scalar(select(municipality.c.code).limit(1)))
        conn.execute(update(release).where(release.c.kind == "emissions").values(owner=code))
        label = str(conn.scalar(select(release.c.label).where(release.c.owner == code).limit(1)))
    owner.dispose()
    now = datetime(2026, 5, 2, tzinfo=UTC)
    for shown in (False, True):
        drafts.set_shown(label, shown, owners={code}, by="anna", now=now)
    drafts.take_snapshot(code, "Prov", by="anna", now=now)
    number = drafts.add_note(code, code, "Prov", author="Anna", by="anna", now=now)
    drafts.withdraw_note(number, owners={code}, by="anna", now=now)
    store.close()
    wants = open_store(publisher, read_only=False)
    for wish in (
        "DELETE FROM change_log",
        "UPDATE change_log SET actor = 'bo'",
        "TRUNCATE change_log",
        "ALTER TABLE change_log DISABLE TRIGGER ALL",
        "DELETE FROM sector",
        "UPDATE alembic_version SET version_num = '0200'",
        "UPDATE population SET year = 0",
        "INSERT INTO fetched_file DEFAULT VALUES",
        "DROP TABLE verdict",
        "CREATE TABLE mine (a integer)",
        "COPY release TO PROGRAM 'true'",
    ):
        with (
            wants.connect() as conn,
            pytest.raises(DBAPIError, match=r"append only|permission denied|must be owner"),
        ):
            conn.exec_driver_sql(wish)
    wants.dispose()


def run(program: Path, *arguments: str, publisher: str = "") -> None:
    done = subprocess.run(
        [str(program), *arguments],
        env={**os.environ, "READER_PASSWORD": "påhittat", "PUBLISHER_PASSWORD": publisher},
        capture_output=True,
        text=True,
        check=False,
        timeout=600,
    )
    assert done.returncode == 0, done.stderr
