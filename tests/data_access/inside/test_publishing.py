"""Publishing is an explicit step that is logged and undone; a draft moves nothing before it."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import Engine, text
from sqlalchemy.exc import DBAPIError

from data_access import questions
from data_access.actors import acting_as
from data_access.command import main
from data_access.derived.verdicts import refresh_verdicts
from data_access.engine import open_store
from data_access.imports import ImportRefused, import_statuses
from data_access.inside.publishing import PublishingRefused, held, set_shown
from data_access.log import Wanted, changes
from data_access.readers import EVERYONE, Reader
from data_access.releases import record_change
from data_access.snapshots import snapshot_names
from progress.drafts import DraftKind
from tests.data_access.drafts import LABEL, MARKER, OWNER, STRANGER, plant
from tests.data_access.made_up import fill
from tests.stores import Fill, with_verdicts

NOW = datetime(2026, 6, 1, 12, tzinfo=UTC)

OWN_FILE = """\
release,municipality_code,scope,gas,year,value,unit,status,source_title,source_publisher,licence
provutkast,9001,group,co2e,2020,10,tonnes,final,Hemlig rapport,Provkoncernen,CC0
provutkast,9001,group,co2e,2021,9,tonnes,final,Hemlig rapport,Provkoncernen,CC0
"""


@pytest.fixture(scope="module")
def fills() -> tuple[Fill, ...]:
    return (fill, with_verdicts)


@pytest.fixture
def writer(writable_url: str) -> Iterator[Engine]:
    engine = open_store(writable_url, read_only=False)
    yield engine
    engine.dispose()


@pytest.fixture
def url(writer: Engine, writable_url: str, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setenv("DATABASE_URL", writable_url)
    assert writer is not None
    return writable_url


def seen(url: str, reader: Reader = EVERYONE) -> str:
    """What a reader is told of releases, sources, statuses, snapshots and verdicts."""
    engine = open_store(url, reader=reader)
    with engine.connect() as conn:
        told = (
            questions.releases(conn),
            questions.sources(conn),
            questions.status_reports(conn),
            snapshot_names(conn),
            questions.verdicts(conn),
            questions.default_release(conn, "co2e"),
        )
    engine.dispose()
    return str(told)


def test_what_is_published_is_seen_by_all_and_taken_back_is_as_before(
    writer: Engine, writable_url: str
) -> None:
    before = seen(writable_url)
    with writer.begin() as conn:
        plant(conn)
        names = {one.name for one in held(conn)}
        assert {one.owner for one in held(conn)} == {OWNER}
    assert seen(writable_url) == before
    for name in names:
        with writer.begin() as conn:
            assert set_shown(conn, name, True, NOW).published
    after = seen(writable_url)
    assert MARKER in after
    assert repr(LABEL) in after
    for name in names:
        with writer.begin() as conn:
            set_shown(conn, name, False, NOW)
    assert seen(writable_url) == before


@pytest.mark.parametrize("published", [True, False])
def test_nobody_publishes_or_takes_back_what_others_own(writer: Engine, published: bool) -> None:
    with writer.begin() as conn:
        plant(conn)
        for one in held(conn):
            if not published:
                set_shown(conn, one.name, True, NOW)
            with pytest.raises(PublishingRefused, match="nothing with the name"):
                set_shown(conn, one.name, published, NOW, owners={STRANGER})
        with pytest.raises(PublishingRefused, match="nothing with the name"):
            set_shown(conn, "prov-co2e-2", False, NOW, owners={OWNER, STRANGER})
        assert held(conn, {STRANGER}) == ()
        assert {one.kind for one in held(conn, {OWNER})} == set(DraftKind)


@pytest.mark.parametrize("name", ["nope", "", "snapshot-99", "snapshot-x", "'", "prov-commitments"])
def test_what_is_not_there_is_refused_in_words(writer: Engine, name: str) -> None:
    with writer.begin() as conn, pytest.raises(ImportRefused):
        set_shown(conn, name, True, NOW)


def test_what_is_as_asked_for_already_is_refused(writer: Engine) -> None:
    with writer.begin() as conn:
        plant(conn)
        with pytest.raises(PublishingRefused, match="not published already"):
            set_shown(conn, LABEL, False, NOW)
        set_shown(conn, LABEL, True, NOW)
        with pytest.raises(PublishingRefused, match="is published already"):
            set_shown(conn, LABEL, True, NOW)


def test_a_public_release_can_be_taken_back_and_handed_to_an_owner(
    writer: Engine, writable_url: str
) -> None:
    with writer.begin() as conn:
        set_shown(conn, "prov-co2e-2", False, NOW, owner=OWNER)
    assert "prov-co2e-2" not in seen(writable_url)
    assert "prov-co2e-2" in seen(writable_url, Reader(frozenset({OWNER})))
    with writer.begin() as conn:
        set_shown(conn, "prov-co2e-2", True, NOW)
    assert "prov-co2e-2" in seen(writable_url)


def test_a_draft_is_imported_published_and_taken_back_by_command(
    url: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "own.csv"
    file.write_text(OWN_FILE, encoding="utf-8")
    before = seen(url)
    command = ["--as", "Prova Provsson", "import", "own-series", str(file), "--draft-for", OWNER]
    assert main([*command, "--dry-run"]) == 0
    assert main(command) == 0
    assert seen(url) == before
    capsys.readouterr()
    assert main(["releases"]) == 0
    assert "provutkast" not in capsys.readouterr().out
    assert main(["export", "own-series"]) == 0
    assert "provutkast" not in capsys.readouterr().out
    assert main(["export", "own-series", "--release", "provutkast"]) == 2
    assert main(["drafts"]) == 0
    assert "provutkast" in capsys.readouterr().out
    assert main(["publish", "provutkast"]) == 0
    assert "provutkast" in seen(url)
    assert main(["unpublish", "provutkast"]) == 0
    assert seen(url) == before
    capsys.readouterr()
    assert main(["log", "--release", "provutkast", "--format", "json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert [one["action"] for one in told] == ["unpublish", "publish", "draft"]
    assert told[-1]["actor"] == "Prova Provsson"
    assert told[-1]["file_name"] == "own.csv"
    assert [one["seen_by_all"] for one in told] == [True, True, False]


def test_a_wrong_import_is_taken_out_and_put_back_by_command_as_the_handbook_says(
    url: str, capsys: pytest.CaptureFixture[str]
) -> None:
    before = seen(url)
    assert "prov-co2e-2" in before
    assert main(["unpublish", "prov-co2e-2"]) == 0
    assert "seen by nobody" in capsys.readouterr().out
    assert "prov-co2e-2" not in seen(url)
    assert "prov-co2e-2" not in seen(url, Reader(frozenset({OWNER})))
    assert main(["publish", "prov-co2e-2"]) == 0
    assert seen(url) == before


def test_statuses_wait_too_and_a_file_that_would_be_hidden_is_refused(
    writer: Engine, writable_url: str, tmp_path: Path
) -> None:
    with writer.connect() as conn:
        promise = questions.commitments(conn)[0].commitment_id
    file, same = tmp_path / "s.csv", tmp_path / "t.csv"
    row = f"id,date,status,comment\n{promise},2026-05-20,done,{MARKER}\n"
    file.write_text(row, encoding="utf-8")
    same.write_text(row + "\n", encoding="utf-8")
    before = seen(writable_url)
    name = import_statuses([file], writer, now=NOW, draft_of=OWNER).label
    assert seen(writable_url) == before
    assert MARKER in seen(writable_url, Reader(frozenset({OWNER})))
    again = import_statuses([same], writer, now=NOW)  # held already: nothing is added
    assert [f"klimat publish {name}" in note for note in again.notes] == [True]
    assert seen(writable_url) == before
    with writer.begin() as conn:
        set_shown(conn, name, True, NOW, owners={OWNER})
    assert MARKER in seen(writable_url)


@pytest.mark.parametrize("owner", ["9999", "finns-inte", "", "9001 "])
def test_a_draft_has_an_owner_that_exists(
    url: str, tmp_path: Path, owner: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert url
    file = tmp_path / "own.csv"
    file.write_text(OWN_FILE, encoding="utf-8")
    assert main(["import", "own-series", str(file), "--draft-for", owner]) == 2
    assert "is no owner" in capsys.readouterr().err


def test_a_failed_change_leaves_no_line_in_the_log(writer: Engine) -> None:
    def lines() -> int:
        with writer.connect() as conn:
            return len(list(changes(conn, Wanted())))

    before = lines()
    with writer.connect() as conn, conn.begin() as transaction:
        plant(conn)
        transaction.rollback()
    assert lines() == before


def test_the_log_is_asked_by_who_what_and_when(writer: Engine) -> None:
    with writer.begin() as conn, acting_as("anna\n  prov"):
        record_change(conn, "import", detail="x", now=datetime(2026, 1, 1, 23, 59, tzinfo=UTC))
        record_change(conn, "publish", detail="y", now=datetime(2026, 1, 2, tzinfo=UTC))

    def told(**wanted: object) -> list[str]:
        with writer.connect() as conn:
            result = changes(conn, Wanted(**{"actor": "anna prov", **wanted}))  # type: ignore[arg-type]
            return [row["detail"] for row in result]

    first, second = datetime(2026, 1, 1, tzinfo=UTC).date(), datetime(2026, 1, 2, tzinfo=UTC).date()
    assert told() == ["y", "x"]
    assert told(limit=1) == ["y"]
    assert told(action="import") == ["x"]
    assert told(until=first) == ["x"]
    assert told(since=second) == ["y"]
    assert told(actor="bo") == []


def test_without_a_name_the_log_names_the_environments_or_the_systems_user(
    writer: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KLIMAT_USER", "nattkörning")
    with writer.begin() as conn:
        record_change(conn, "refresh")
    monkeypatch.delenv("KLIMAT_USER")
    with writer.begin() as conn:
        record_change(conn, "refresh")
    with writer.connect() as conn:
        system, named = (row["actor"] for row in changes(conn, Wanted(limit=2)))
    assert named == "nattkörning"
    assert system not in ("", "nattkörning")


REWRITES = {
    "sqlite": "INSERT OR REPLACE INTO change_log (change_id, at, action) VALUES (1, '2026', 'x')",
    "postgresql": "TRUNCATE change_log",
}


def test_the_log_cannot_be_written_over_or_emptied(writer: Engine) -> None:
    sql = REWRITES[writer.dialect.name]
    with pytest.raises(DBAPIError, match="append only"), writer.begin() as conn:
        conn.execute(text(sql))


def test_the_operators_check_finds_the_verdicts_of_drafts_up_to_date(
    writer: Engine, url: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert url
    with writer.begin() as conn:
        plant(conn)
        refresh_verdicts(conn, datetime.now(UTC).year)
    main(["check"])
    assert "verdicts are not up to date" not in capsys.readouterr().out
