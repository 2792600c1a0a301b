"""What went wrong is taken back, with its reason: rows, releases, whole imports, drafts, words."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from io import StringIO
from pathlib import Path

import pytest
from sqlalchemy import Connection, Engine, select

from data_access import corrections, imports, questions
from data_access.command import main
from data_access.corrections import CorrectionRefused
from data_access.corrections.stored import STORED_IN
from data_access.engine import open_store
from data_access.imports import ImportProblems, import_statuses
from data_access.imports.kinds import KINDS
from data_access.inside.publishing import NOT_DRAFTS, set_shown
from data_access.log import Wanted, changes
from data_access.records import RECORDS
from data_access.tables import (
    activity,
    activity_status,
    change_log,
    correction,
    goal,
    metadata,
    release,
)
from progress.corrections import Action, FieldChange
from tests.data_access.made_up import NOW, fill
from tests.stores import new_store, with_verdicts

LATER = datetime(2026, 11, 30, 12, tzinfo=UTC)
REASON = "fel siffra i filen"


@pytest.fixture
def url(sqlite_url: str) -> str:
    """The address of the test's own store of the made-up country, with its verdicts."""
    return new_store(sqlite_url, fill, with_verdicts)


@pytest.fixture
def writer(url: str) -> Iterator[Engine]:
    """The test's own copy of the made-up store."""
    engine = open_store(url, read_only=False)
    yield engine
    engine.dispose()


def everything(engine: Engine) -> dict[str, list[tuple[object, ...]]]:
    """Every row of the store, but of what tells of changes."""
    of_changes = {"change_log", "correction", "replaced_row"}
    with engine.connect() as conn:
        return {
            table.name: sorted((tuple(row) for row in conn.execute(select(table))), key=repr)
            for table in metadata.sorted_tables
            if table.name not in of_changes
        }


@contextmanager
def refused(writer: Engine, match: str) -> Iterator[Connection]:
    """A transaction that must be refused in these words."""
    with (
        pytest.raises((CorrectionRefused, ImportProblems), match=match),
        writer.begin() as conn,
    ):
        yield conn


def told(engine: Engine) -> list[tuple[str, str, str]]:
    with engine.connect() as conn:
        made_up = correction.c.at == NOW
        rows = conn.execute(select(correction).where(~made_up).order_by(correction.c.correction_id))
        return [(row.action, row.kind, row.key) for row in rows]


def test_a_goal_is_corrected_as_a_release_of_its_own_and_its_verdict_with_it(
    writer: Engine,
) -> None:
    with writer.begin() as conn:
        changes = corrections.correct_row(
            conn, "goals", "9001-G01", {"target_year": "2035"}, REASON, LATER
        )
    assert changes == (FieldChange("target_year", "2030", "2035"),)
    with writer.connect() as conn:
        one = next(one for one in questions.goals(conn) if one.goal_id == "9001-G01")
        verdict = next(one for one in questions.verdicts(conn) if one.goal.goal_id == "9001-G01")
        history = [one for one in questions.goal_history(conn) if one.goal_id == "9001-G01"]
    assert (one.target_year, verdict.goal.target_year) == (2035, 2035)
    assert [one.target_year for one in history] == [2030, 2030, 2035]
    assert told(writer) == [(Action.CORRECT, "goals", "9001-G01")]


def test_a_correction_is_held_to_what_an_import_is(writer: Engine) -> None:
    before = everything(writer)
    for values, match in (
        ({"target_year": "tjugotrettio"}, "a year"),
        ({"sannolikhet": "hög"}, "no field 'sannolikhet'"),
        ({"goal_id": "9001-G99"}, "tells the row apart"),
        ({"target_year": "2030"}, "says that already"),
    ):
        with refused(writer, match) as conn:
            corrections.correct_row(conn, "goals", "9001-G01", values, REASON, LATER)
    with refused(writer, "reason") as conn:
        corrections.correct_row(conn, "goals", "9001-G01", {"target_year": "2031"}, " ", LATER)
    with refused(writer, "no row") as conn:
        corrections.correct_row(conn, "goals", "9001-X", {"target_year": "2031"}, REASON, LATER)
    with refused(writer, "not corrected one by one") as conn:
        corrections.correct_row(conn, "emissions", "9001", {"tonnes": "1"}, REASON, LATER)
    assert everything(writer) == before
    assert told(writer) == []


@pytest.mark.parametrize("kind", ["goals", "grants", "commitments", "activities", "indicators"])
def test_what_is_withdrawn_is_gone_with_what_hangs_on_it_and_comes_back_as_it_was(
    writer: Engine, kind: str
) -> None:
    table, record = STORED_IN[kind], RECORDS[kind]
    with writer.connect() as conn:
        key = record.key_of(conn.execute(select(table)).mappings().first() or {})
    before = everything(writer)
    with writer.begin() as conn:
        corrections.withdraw_row(conn, kind, key, REASON, LATER)
    with writer.connect() as conn:
        rows = conn.execute(select(table)).mappings()
        assert key not in {record.key_of(row) for row in rows}
    with refused(writer, "no row") as conn:
        corrections.withdraw_row(conn, kind, key, REASON, LATER)
    with writer.begin() as conn:
        corrections.restore_row(conn, kind, key, "den var rätt", LATER)
    assert everything(writer) == before
    with refused(writer, "has not been withdrawn") as conn:
        corrections.restore_row(conn, kind, key, "igen", LATER)
    assert told(writer) == [(Action.WITHDRAW, kind, key), (Action.RESTORE, kind, key)]


@pytest.fixture
def activity_id(writer: Engine) -> str:
    with writer.connect() as conn:
        return str(conn.scalar(select(activity.c.activity_id).order_by(activity.c.activity_id)))


def report(writer: Engine, folder: Path, activity_id: str, **more: str) -> str:
    path = folder / "statuses.csv"
    path.write_text(
        f"id,date,status,comment\n{activity_id},2026-03-01,late,Påhittat\n", encoding="utf-8"
    )
    return import_statuses([path], writer, now=LATER, **more).label  # type: ignore[arg-type]


def test_a_status_is_corrected_withdrawn_and_put_back(
    writer: Engine, tmp_path: Path, activity_id: str
) -> None:
    report(writer, tmp_path, activity_id)
    key = f"{activity_id} 2026-03-01"
    with writer.begin() as conn:
        changed = corrections.correct_status(conn, key, {"status": "klart"}, REASON, LATER)
    assert changed == (FieldChange("status", "late", "done"),)
    before = everything(writer)
    with writer.connect() as conn:
        reports = questions.status_reports(conn)[activity_id]
        assert (reports[-1].status, reports[-1].comment) == ("done", "Påhittat")
    with writer.begin() as conn:
        corrections.withdraw_status(conn, key, REASON, LATER)
    with writer.connect() as conn:
        days = [one.status_date for one in questions.status_reports(conn).get(activity_id, ())]
        assert date(2026, 3, 1) not in days
    with writer.begin() as conn:
        corrections.restore_status(conn, key, REASON, LATER)
    assert everything(writer) == before
    for wrong in ({"status": "kanske"}, {"läge": "klart"}, {"status": "done"}):
        with refused(writer, ".") as conn:
            corrections.correct_status(conn, key, wrong, REASON, LATER)


def twin(writer: Engine, folder: Path, twin_id: str) -> None:
    """The same activity once more, with two statuses and a decision that names it."""
    rows = folder / "twin.csv"
    rows.write_text(f"{ACTIVITIES}{twin_id},9001,Samma sak igen,,\n", encoding="utf-8")
    imports.run("activities", [rows], writer, now=LATER)
    statuses = folder / "twins.csv"
    statuses.write_text(
        "id,date,status,comment\n"
        f"{twin_id},2026-03-01,done,Dubblettens\n{twin_id},2026-03-02,late,Dubblettens\n",
        encoding="utf-8",
    )
    import_statuses([statuses], writer, now=LATER)
    decisions = folder / "decisions.csv"
    decisions.write_text(
        "decision_id,municipality_code,text,state,pledge_id,source_title\n"
        f"d1,9001,Prov,proposed,{twin_id},Prov\n",
        encoding="utf-8",
    )
    imports.run("decisions", [decisions], writer, now=LATER)


def test_the_same_thing_twice_is_merged_with_what_names_it_and_parted_again(
    writer: Engine, tmp_path: Path, activity_id: str
) -> None:
    report(writer, tmp_path, activity_id)
    twin(writer, tmp_path, "PROV-TWIN")
    before = everything(writer)
    with writer.begin() as conn:
        merged = corrections.merge_rows(conn, "activities", "PROV-TWIN", activity_id, REASON, LATER)
    titles = next(change for change in merged.differences if change.field == "title_sv")
    assert titles.old == "Samma sak igen"
    assert merged.moved == 2  # the status of another day, and the decision
    with writer.connect() as conn:
        reports = questions.status_reports(conn)
        named = next(each for each in questions.decisions(conn, "9001") if each.text == "Prov")
    assert "PROV-TWIN" not in reports
    comments = {each.status_date: each.comment for each in reports[activity_id]}
    assert comments[date(2026, 3, 1)] == "Påhittat"  # the kept row's, of a day that both have
    assert comments[date(2026, 3, 2)] == "Dubblettens"
    assert named.pledge_id == activity_id
    assert told(writer) == [(Action.MERGE, "activities", "PROV-TWIN")]
    with writer.begin() as conn:
        corrections.restore_row(conn, "activities", "PROV-TWIN", "de är två", LATER)
    assert everything(writer) == before
    for key, into in (("PROV-TWIN", "PROV-TWIN"), ("PROV-TWIN", "PROV-INGEN")):
        with refused(writer, "PROV") as conn:
            corrections.merge_rows(conn, "activities", key, into, REASON, LATER)


def test_a_goal_is_merged_where_it_explains_another_and_not_across_municipalities(
    writer: Engine, tmp_path: Path
) -> None:
    path = tmp_path / "goals.csv"
    path.write_text(
        "goal_id,municipality_code,kind,scope,gas,title_sv,target_year,defined_by\n"
        "9001-G03,9001,narrative,territorial,co2e,Prov,2030,9001-G01\n"
    )
    imports.run("goals", [path], writer, now=LATER)
    with writer.connect() as conn:
        rows = conn.execute(select(goal.c.goal_id, goal.c.municipality_code)).all()
    other = next(row.goal_id for row in rows if row.municipality_code != "9001")
    with refused(writer, "one municipality") as conn:
        corrections.merge_rows(conn, "goals", "9001-G01", other, REASON, LATER)
    before = everything(writer)
    with writer.begin() as conn:
        merged = corrections.merge_rows(conn, "goals", "9001-G01", "9001-G02", REASON, LATER)
        goals = {each.goal_id: each for each in questions.goals(conn)}
    assert merged.moved == 1
    assert "9001-G01" not in goals
    assert goals["9001-G03"].defined_by == "9001-G02"
    with writer.begin() as conn:
        corrections.merge_rows(conn, "goals", "9001-G02", "9001-G03", REASON, LATER)
    with refused(writer, "no row") as conn:  # what it was merged into comes first
        corrections.restore_row(conn, "goals", "9001-G01", REASON, LATER)
    with writer.begin() as conn:
        corrections.restore_row(conn, "goals", "9001-G02", REASON, LATER)
        corrections.restore_row(conn, "goals", "9001-G01", REASON, LATER)
    assert everything(writer) == before


def test_what_is_said_of_a_release_is_corrected_and_nothing_that_has_not_been(
    writer: Engine,
) -> None:
    right = {"title": "Rätt namn", "released": "2026-06-24"}
    with writer.begin() as conn:
        corrections.correct_release(conn, "prov-co2e-2", right, REASON, LATER)
    with writer.connect() as conn:
        one = next(one for one in questions.releases(conn) if one.label == "prov-co2e-2")
    assert (one.title, one.released) == ("Rätt namn", date(2026, 6, 24))
    for wrong in (
        {"released": "2031-01-01"},
        {"source_id": "finns-inte"},
        {"rows": "7"},
        {"title": ""},
        {"edition": "26"},
    ):
        with refused(writer, ".") as conn:
            corrections.correct_release(conn, "prov-co2e-2", wrong, REASON, LATER)


def test_a_draft_is_discarded_as_if_it_had_never_come(
    writer: Engine, tmp_path: Path, activity_id: str
) -> None:
    before = everything(writer)
    path = tmp_path / "own.csv"
    path.write_text(OWN, encoding="utf-8")
    label = imports.run("own-series", [path], writer, now=LATER, draft_of="9001").label
    batch = report(writer, tmp_path, activity_id, draft_of="9001")
    for name in (label, batch):
        with writer.begin() as conn:
            corrections.discard(conn, name, LATER, owners={"9001"})
    assert everything(writer) == before
    assert told(writer) == []
    assert imports.run("own-series", [path], writer, now=LATER, draft_of="9001").label == label
    with writer.begin() as conn:
        set_shown(conn, label, True, LATER)
        with pytest.raises(CorrectionRefused, match="is published"):
            corrections.discard(conn, label, LATER)
        set_shown(conn, label, False, LATER)
        with pytest.raises(CorrectionRefused, match="has been public"):
            corrections.discard(conn, label, LATER)
        with pytest.raises(CorrectionRefused, match="no draft"):
            corrections.discard(conn, label, LATER, owners={"9002"})


def test_a_draft_is_replaced_by_another_or_by_none(
    writer: Engine, url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATABASE_URL", url)
    path = tmp_path / "own.csv"
    path.write_text(OWN, encoding="utf-8")
    draft = ("import", "own-series", str(path), "--draft-for", "9001", "--release")
    assert main([*draft, "own-1"]) == 0
    before = everything(writer)
    assert main([*draft, "own-1"]) == 2
    path.write_text(OWN.replace("2020,10", "2020,elva"), encoding="utf-8")
    replacing = [*draft, "own-1", "--replaces", "own-1"]
    assert main(replacing) == 2
    path.write_text(OWN.replace("2020,10", "2020,11"), encoding="utf-8")
    assert main([*replacing, "--dry-run"]) == 0
    assert everything(writer) == before
    assert main(replacing) == 0
    with writer.connect() as conn:
        labels = conn.scalars(select(release.c.label).where(release.c.kind == "own-series")).all()
    assert labels == ["own-1"]
    assert main(["import", "own-series", str(path), "--replaces", "own-1"]) == 2


OWN = (
    "municipality_code,scope,gas,year,value,unit,status,source_title,source_publisher,licence\n"
    "9001,group,co2e,2020,10,tonnes,final,Hemlig rapport,Provkoncernen,CC0\n"
)
ACTIVITIES = "activity_id,municipality_code,title_sv,status,status_date\n"


def test_an_import_that_renewed_rows_is_undone_as_a_whole(
    writer: Engine, tmp_path: Path, activity_id: str
) -> None:
    before = everything(writer)
    path = tmp_path / "a.csv"
    path.write_text(
        f"{ACTIVITIES}{activity_id},9001,Omskriven,done,2026-04-01\nNY-1,9001,Ny,,\n",
        encoding="utf-8",
    )
    first = imports.run("activities", [path], writer, now=LATER)
    path.write_text(f"{ACTIVITIES}NY-1,9001,Ny igen,,\n", encoding="utf-8")
    second = imports.run("activities", [path], writer, now=LATER)
    with refused(writer, f"first `klimat undo {second.label}`") as conn:
        corrections.undo(conn, first.label, REASON, LATER)
    for label in (second.label, first.label):
        with writer.begin() as conn:
            corrections.undo(conn, label, REASON, LATER)
    assert everything(writer) == before
    assert told(writer) == [
        (Action.UNDO, "releases", second.label),
        (Action.UNDO, "releases", first.label),
    ]
    with writer.connect() as conn:
        log = [one["action"] for one in changes(conn, Wanted(limit=4))]
    assert log == ["undo", "undo", "import", "import"]
    assert imports.run("activities", [path], writer, now=LATER).difference.new == 1


def test_an_import_on_whose_rows_others_hang_is_not_undone(writer: Engine, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text(f"{ACTIVITIES}NY-1,9001,Ny,,\n", encoding="utf-8")
    label = imports.run("activities", [path], writer, now=LATER).label
    batch = report(writer, tmp_path, "NY-1")
    with refused(writer, f"first `klimat undo {batch}`") as conn:
        corrections.undo(conn, label, REASON, LATER)
    for name in (batch, label):
        with writer.begin() as conn:
            corrections.undo(conn, name, REASON, LATER)
    with writer.connect() as conn:
        assert conn.scalar(select(activity).where(activity.c.activity_id == "NY-1")) is None
        assert (
            conn.scalar(select(activity_status).where(activity_status.c.activity_id == "NY-1"))
            is None
        )


def test_a_release_is_undone_but_not_under_its_corrections(writer: Engine) -> None:
    with writer.begin() as conn:
        corrections.correct_row(conn, "goals", "9001-G01", {"target_year": "2035"}, REASON, LATER)
    with writer.connect() as conn:
        made = str(conn.scalar(select(correction.c.release).where(correction.c.release != "")))
    with (
        pytest.raises(CorrectionRefused, match=f"first `klimat undo {made}`"),
        writer.begin() as conn,
    ):
        corrections.undo(conn, "prov-goals-2", REASON, LATER)
    for label in (made, "prov-goals-2"):
        with writer.begin() as conn:
            corrections.undo(conn, label, REASON, LATER)
    with writer.connect() as conn:
        one = next(one for one in questions.goals(conn) if one.goal_id == "9001-G01")
        assert (one.title_sv, one.target_year) == ("Äldre ord", 2030)
        assert conn.scalars(select(release.c.label).where(release.c.kind == "goals")).all() == [
            "prov-goals-1"
        ]


def test_what_can_be_undone_but_not_withdrawn_is_told(writer: Engine) -> None:
    with refused(writer, "no import") as conn:
        corrections.undo(conn, "finns-inte", REASON, LATER)
    with refused(writer, "before the store remembered") as conn:
        corrections.undo(conn, "prov-commitments-1", REASON, LATER)
    assert set(KINDS) >= NOT_DRAFTS


PERSON = "Åsa Exempelsson"


def test_a_person_is_erased_everywhere_and_the_log_says_only_that(
    writer: Engine, tmp_path: Path, activity_id: str
) -> None:
    path = tmp_path / f"från {PERSON}.csv"
    path.write_text(f"{ACTIVITIES}{activity_id},9001,Mejla ÅSA  EXEMPELSSON,,\n", encoding="utf-8")
    imports.run("activities", [path], writer, now=LATER, title=f"Lista av {PERSON}")
    report(writer, tmp_path, activity_id)
    key = f"{activity_id} 2026-03-01"
    with writer.begin() as conn:
        corrections.correct_status(conn, key, {"comment": f"enligt {PERSON}"}, REASON, LATER)
        corrections.withdraw_status(conn, key, f"{PERSON} bad om det", LATER)
    with writer.begin() as conn:
        erased = corrections.erase(conn, "åsa exempelsson\n", LATER)
    assert {one.table for one in erased} >= {"activity", "release", "correction", "change_log"}
    with writer.connect() as conn:
        every = json.dumps(
            [
                list(map(str, row))
                for table in metadata.sorted_tables
                for row in conn.execute(select(table))
            ],
            ensure_ascii=False,
        )
        last = next(iter(changes(conn, Wanted(limit=1))))
    assert "exempelsson" not in every.casefold()
    assert "Mejla [borttaget]" in every
    assert (last["action"], "activity" in last["detail"]) == ("erase", True)
    with refused(writer, "nowhere") as conn:
        corrections.erase(conn, PERSON, LATER)
    with refused(writer, "at least") as conn:
        corrections.erase(conn, "Bo", LATER)
    with pytest.raises(Exception, match="append only"), writer.begin() as conn:
        conn.execute(change_log.update().values(detail="x"))


def test_all_of_it_holds_on_postgresql(free_postgres_url: str, tmp_path: Path) -> None:
    url = new_store(free_postgres_url, fill, with_verdicts)
    engine = open_store(url, read_only=False)
    before = everything(engine)
    path = tmp_path / "a.csv"
    path.write_text(f"{ACTIVITIES}PROV-A1,9001,Mejla {PERSON},done,2026-04-01\n", encoding="utf-8")
    label = imports.run("activities", [path], engine, now=LATER).label
    with engine.begin() as conn:
        corrections.withdraw_row(conn, "grants", "prov-1", REASON, LATER)
        corrections.restore_row(conn, "grants", "prov-1", REASON, LATER)
        corrections.merge_rows(conn, "goals", "9001-G01", "9001-G02", REASON, LATER)
        corrections.restore_row(conn, "goals", "9001-G01", REASON, LATER)
        corrections.erase(conn, PERSON, LATER)
        corrections.undo(conn, label, REASON, LATER)
    assert everything(engine) == before
    with pytest.raises(Exception, match="append only"), engine.begin() as conn:
        conn.execute(change_log.update().values(detail="x"))
    engine.dispose()


def test_each_command_is_one_transaction_that_can_be_tried_first(
    writer: Engine, url: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("DATABASE_URL", url)
    why = ("--reason", REASON)
    before = everything(writer)
    correct = ("correct", "goals", "9001-G01", "target_year=2035", *why)
    withdraw = ("withdraw", "goals", "9001-G01", *why)
    merge = ("merge", "goals", "9001-G01", "--into", "9001-G02", *why)
    for command in (correct, withdraw, merge, ("undo", "prov-goals-2", *why)):
        assert main([*command, "--dry-run"]) == 0
        assert "nothing was written (dry run)" in capsys.readouterr().out
    assert everything(writer) == before
    assert main([*correct]) == 0
    assert "target_year: 2030 → 2035" in capsys.readouterr().out
    assert main([*withdraw]) == 0
    assert "`klimat withdraw goals 9001-G01 --back` undoes it" in capsys.readouterr().out
    assert main([*withdraw]) == 2
    assert main([*withdraw, "--back"]) == 0
    monkeypatch.setattr("sys.stdin", StringIO("Provverket"))
    assert main(["erase", "--dry-run"]) == 0
    monkeypatch.setattr("sys.stdin", StringIO("Provverket"))
    assert main(["erase"]) == 0
    assert "Provverket" not in capsys.readouterr().out
    assert b"Provverket" not in Path(url.removeprefix("sqlite:///")).read_bytes()
    assert main(["discard", "prov-goals-1"]) == 2
    assert told(writer)[0] == (Action.CORRECT, "goals", "9001-G01")
