"""Snapshots: taken once under a name, and readable whatever is imported or migrated after."""

from datetime import UTC, date, datetime

import pytest
from alembic.script import ScriptDirectory
from sqlalchemy import insert, update

from data_access import migrations, tables
from data_access import questions as ask
from data_access.command import main
from data_access.derived.emission_totals import refresh_totals
from data_access.derived.verdicts import refresh_verdicts
from data_access.engine import open_store
from data_access.snapshots import (
    SnapshotRefused,
    freeze,
    read_snapshot,
    snapshot_names,
    take_snapshot,
)
from progress.snapshot_difference import difference
from progress.snapshots import Cause

NOW = datetime(2026, 11, 26, 9, tzinfo=UTC)
CODE = "9001"


def taken(url: str, name: str = "Provmöte") -> int:
    engine = open_store(url, read_only=False)
    with engine.begin() as conn:
        number = take_snapshot(conn, CODE, name, NOW)
    engine.dispose()
    return number


def test_what_was_frozen_is_what_is_read(writable_url: str) -> None:
    writer = open_store(writable_url, read_only=False)
    with writer.begin() as conn:
        refresh_verdicts(conn, NOW.year)
    writer.dispose()
    number = taken(writable_url)
    engine = open_store(writable_url)
    with engine.connect() as conn:
        frozen = read_snapshot(conn, number)
        assert frozen == freeze(conn, CODE)
        assert frozen is not None
        assert frozen.figures
        assert frozen.goals
        assert any(goal.gap is not None and goal.sentence_sv for goal in frozen.goals)
        assert frozen.plan is not None
        assert {one.pledge_id for one in frozen.further or ()} >= {
            shared_commitment.commitment_id for shared_commitment in ask.shared_commitments(conn)
        }
        assert [snapshot_name.name for snapshot_name in snapshot_names(conn, CODE)] == ["Provmöte"]
        assert snapshot_names(conn, "9002") == ()
        assert read_snapshot(conn, number + 1) is None
    engine.dispose()


def test_a_restating_edition_and_a_new_status_after_it_are_told_apart(writable_url: str) -> None:
    number = taken(writable_url)
    engine = open_store(writable_url, read_only=False)
    with engine.begin() as conn:
        before = read_snapshot(conn, number)
        assert before is not None
        first = before.figures[0].year
        conn.execute(
            update(tables.emission)
            .where(tables.emission.c.municipality_code == CODE, tables.emission.c.year == first)
            .values(tonnes=tables.emission.c.tonnes + 1000.0)
        )
        refresh_totals(conn)
        conn.execute(
            insert(tables.commitment_status).values(
                commitment_id="PROV-1", status_date=date(2026, 11, 1), status="done", recorded=NOW
            )
        )
        result = difference(before, freeze(conn, CODE))
    engine.dispose()
    assert {(figure.year, figure.cause) for figure in result.figures} == {(first, Cause.RESTATED)}
    assert [
        (status.old.status, status.new.status)
        for status in result.statuses
        if status.old and status.new
    ] == [("late", "done")]


def test_a_snapshot_is_read_as_it_was_after_restated_figures_and_across_every_migration(
    writable_url: str,
) -> None:
    number = taken(writable_url)
    engine = open_store(writable_url, read_only=False)
    with engine.begin() as conn:
        before = read_snapshot(conn, number)
        conn.execute(update(tables.emission).values(tonnes=tables.emission.c.tonnes * 2))
        refresh_totals(conn)
        assert before is not None
        now = freeze(conn, CODE)
        assert {figure.cause for figure in difference(before, now).figures} == {Cause.RESTATED}
    scripts = ScriptDirectory.from_config(migrations.configuration())
    versions = [walk_revision.revision for walk_revision in scripts.walk_revisions()]
    assert versions[0] == migrations.newest()
    for version in versions[1:]:
        migrations.downgrade(engine, version)
        migrations.upgrade(engine)
        with engine.connect() as conn:
            assert read_snapshot(conn, number) == before, version
    engine.dispose()


def test_a_snapshot_of_a_newer_format_is_refused_and_unknown_fields_are_left_aside(
    writable_url: str,
) -> None:
    number = taken(writable_url)
    engine = open_store(writable_url, read_only=False)
    plain = {"municipality_code": CODE, "format": 1, "rules": 1, "weather": "sun"}
    with engine.begin() as conn:
        conn.execute(update(tables.snapshot).values(payload=plain))
        old = read_snapshot(conn, number)
        assert old is not None
        assert old.figures == ()
        conn.execute(update(tables.snapshot).values(payload={**plain, "format": 99}))
        with pytest.raises(SnapshotRefused, match="newer version"):
            read_snapshot(conn, number)
    engine.dispose()


def test_the_command_takes_lists_and_refuses(
    writable_url: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("DATABASE_URL", writable_url)
    take = ["snapshot", "take", "--city", CODE, "--name"]
    assert main([*take, "Styrgrupp"]) == 0
    assert main([*take, "Styrgrupp"]) == 2
    assert "never replaced" in capsys.readouterr().err
    assert main([*take, "  "]) == 2
    assert main(["snapshot", "take", "--city", "0000", "--name", "x"]) == 2
    assert "no municipality" in capsys.readouterr().err
    assert main(["snapshot", "list"]) == 0
    assert "Styrgrupp" in capsys.readouterr().out
