"""Dated statuses: added, never changed; what cannot be right is named and nothing is written."""

from datetime import UTC, date, datetime
from pathlib import Path

import openpyxl
import pytest
from sqlalchemy import Engine, insert

from data_access import imports, tables
from data_access.command import main
from data_access.imports import ImportProblems, ImportRefused
from data_access.questions import activities, commitments, status_reports, store_version
from tests.data_access.imports.conftest import Write, counts

NOW = datetime(2026, 6, 1, 12, tzinfo=UTC)
COMMITMENTS = (
    "commitment_id,contract_id,party_kind,party,municipality_code,title_sv\n"
    'c1,prov-2023,municipality,Provköping,9001,Prov\nc2,,agency,"Provverket, Testverket",,Prov\n'
)
ACTIVITIES = "activity_id,municipality_code,title_sv,start\na1,9001,Prov,2022\na2,9001,Prov,\n"
HEAD = "id,party,date,status,comment,source\n"
GOOD = (
    HEAD + "c1,Provköping,2024-03-01,running,Provord,Provmöte\n"
    "c2,Testverket,2024-03-01,late,,\na1,,2024-03-01,done,,\na2,,,,,\n"
)


@pytest.fixture
def promised(small: Engine, write: Write) -> Engine:
    """The small country with two commitments and two activities, none with a status."""
    with small.begin() as conn:
        conn.execute(
            insert(tables.contract).values(
                contract_id="prov-2023",
                municipality_code="9001",
                title="Provkontrakt",
                version_year=2023,
                source_id="prov",
            )
        )
    imports.run("commitments", [write("c.csv", COMMITMENTS)], small)
    imports.run("activities", [write("a.csv", ACTIVITIES)], small)
    return small


def add(engine: Engine, *files: Path, dry_run: bool = False) -> imports.ImportResult:
    return imports.import_statuses(files, engine, dry_run=dry_run, now=NOW)


def test_statuses_come_in_and_the_newest_is_shown(promised: Engine, write: Write) -> None:
    result = add(promised, write("s.csv", GOOD))
    assert (result.rows, result.difference.new) == (3, 3)
    with promised.connect() as conn:
        first, second = commitments(conn)
        done, silent = activities(conn)
    assert (first.status, first.status_date) == ("running", date(2024, 3, 1))
    assert (first.status_comment, first.status_source) == ("Provord", "Provmöte")
    assert second.status == "late"
    assert (done.status, silent.status) == ("done", "unknown")


def test_history_is_kept_and_an_older_report_does_not_become_the_newest(
    promised: Engine, write: Write
) -> None:
    add(promised, write("s.csv", GOOD))
    add(promised, write("t.csv", HEAD + "c1,,2025-03-01,done,,\nc1,,2023-06-01,not_started,,\n"))
    with promised.connect() as conn:
        told = [
            (status_report.status_date.year, status_report.status)
            for status_report in status_reports(conn)["c1"]
        ]
        assert told == [(2023, "not_begun"), (2024, "running"), (2025, "done")]
        assert commitments(conn)[0].status == "done"


def test_the_same_statuses_again_change_nothing(promised: Engine, write: Write) -> None:
    add(promised, write("s.csv", GOOD))
    before = counts(promised)
    again = add(promised, write("again.csv", GOOD))
    assert (again.difference.new, again.difference.unchanged) == (0, 3)
    assert counts(promised) == before


def test_an_import_of_statuses_is_seen_by_the_next_reader_and_a_dry_run_is_not(
    promised: Engine, write: Write
) -> None:
    path = write("s.csv", GOOD)
    with promised.connect() as conn:
        before = store_version(conn)
    rows = counts(promised)
    assert add(promised, path, dry_run=True).difference.new == 3
    assert counts(promised) == rows
    add(promised, path)
    with promised.connect() as conn:
        assert store_version(conn) != before


@pytest.mark.parametrize(
    ("row", "column", "told"),
    [
        ("c9,,2024-03-01,running,,", "id", "a commitment, an activity"),
        ("c1,Testköping,2024-03-01,running,,", "party", "Provköping"),
        ("c1,,2022-12-31,running,,", "date", "2023-01-01"),
        ("c2,,2022-12-31,running,,", "date", "2023-01-01"),
        ("a1,,2021-12-31,running,,", "date", "2022-01-01"),
        ("c1,,2026-06-02,running,,", "date", "what is, not what will be"),
        ("c1,,2024-03-01,begun,,", "status", "not_begun"),
        ("c1,,,running,,", "date", "the day of the status"),
        ("c1,,2024-03-32,running,,", "date", "a day as"),
        ("c1,,2024-03-01,,Provord,", "status", "one of"),
    ],
)
def test_a_status_that_cannot_be_is_named_and_nothing_is_written(
    promised: Engine, write: Write, row: str, column: str, told: str
) -> None:
    before = counts(promised)
    with pytest.raises(ImportProblems) as caught:
        add(promised, write("s.csv", f"{HEAD}c2,,2024-05-01,done,,\n{row}\n"))
    assert [(problem.row, problem.column) for problem in caught.value.problems] == [(3, column)]
    assert told in str(caught.value)
    assert counts(promised) == before


def test_two_statuses_of_one_day_are_named(promised: Engine, write: Write) -> None:
    with pytest.raises(ImportProblems, match=r"row 3, column date.*row 2 already"):
        add(promised, write("s.csv", HEAD + "c1,,2024-03-01,done,,\nc1,,2024-03-01,late,,\n"))


def test_what_was_told_for_a_day_is_never_overwritten(promised: Engine, write: Write) -> None:
    add(promised, write("s.csv", GOOD))
    with pytest.raises(ImportProblems, match="kept as it was told"):
        add(promised, write("t.csv", HEAD + "c1,,2024-03-01,done,,\n"))
    told = (
        "activity_id,municipality_code,title_sv,status,status_date\na1,9001,Prov,late,2024-03-01\n"
    )
    with pytest.raises(ImportProblems, match="kept as it was told"):
        imports.run("activities", [write("b.csv", told)], promised)
    with promised.connect() as conn:
        assert commitments(conn)[0].status == "running"
        assert activities(conn)[0].status == "done"


def test_the_template_is_what_the_import_reads_and_a_workbook_serves_as_well(
    promised: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATABASE_URL", str(promised.url))
    template = tmp_path / "template.csv"
    assert main(["export", "status-template", "--output", str(template)]) == 0
    assert add(promised, template).rows == 0
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    lines = template.read_text().splitlines()
    sheet.append(lines[0].split(","))
    sheet.append(["c1", "Provköping", "Prov", datetime(2024, 3, 1), "running", None, None])  # noqa: DTZ001
    filled = tmp_path / "filled.xlsx"
    book.save(filled)
    assert main(["import", "statuses", str(filled)]) == 0
    with promised.connect() as conn:
        assert commitments(conn)[0].status_date == date(2024, 3, 1)


def test_a_template_that_nobody_filled_in_says_so(promised: Engine, write: Write) -> None:
    held = add(promised, write("s.csv", GOOD))
    empty = add(promised, write("e.csv", "id,date,status\nPROV-C01,,\n"))
    assert (held.notes, empty.rows) == ((), 0)
    assert "fill in" in empty.lines()[-1]


def test_statuses_take_no_release(
    promised: Engine,
    write: Write,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("DATABASE_URL", str(promised.url))
    path = str(write("s.csv", GOOD))
    assert main(["import", "statuses", path, "--release", "prov"]) == 2
    assert "make no release" in capsys.readouterr().err
    with pytest.raises(ImportRefused, match="no file"):
        add(promised)


def test_a_status_tells_whether_it_must_go_to_politics_and_that_is_history_too(
    promised: Engine, write: Write
) -> None:
    head = HEAD.replace("\n", ",resources\n")
    add(promised, write("r.csv", f"{head}c1,,2025-04-01,running,,,politics\n"))
    with promised.connect() as conn:
        result = commitments(conn)[0]
        assert (result.status, result.status_resources) == ("running", "politics")
    for row, told in (
        ("c1,,2025-04-01,running,,,enough", "history is kept as it was told"),
        ("c1,,2025-05-01,running,,,kanske", "expected one of enough, politics"),
    ):
        with pytest.raises(ImportProblems) as error:
            add(promised, write("w.csv", f"{head}{row}\n"))
        assert told in str(error.value)
