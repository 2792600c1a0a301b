"""The command line does what it says, and says in a line what it cannot do."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import delete, func, select

from data_access import imports, migrations
from data_access.command import main
from data_access.engine import open_store
from data_access.imports import Problem
from data_access.questions import store_version
from data_access.tables import commitment, goal_years
from tests.data_access.made_up import fill
from tests.stores import new_store


@pytest.fixture
def filled(writable_url: str, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setenv("DATABASE_URL", writable_url)
    return writable_url


def version(url: str) -> str:
    engine = open_store(url)
    with engine.connect() as conn:
        result = store_version(conn)
    engine.dispose()
    return result


def test_without_a_store_every_command_says_how_to_make_one(
    empty_url: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("DATABASE_URL", empty_url)
    for command in (["releases"], ["check"], ["refresh"], ["upgrade"], ["export", "goals"]):
        assert main(command) == 2
        told = capsys.readouterr()
        assert told.out == ""
        assert told.err.startswith("klimat: no store at ")
        assert "klimat seed" in told.err


def test_another_programs_file_is_not_touched(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "notes.db"
    path.write_bytes(b"Anteckningar " * 1000)
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{path}")
    for command in (["seed"], ["upgrade"], ["downgrade", "base"], ["refresh"]):
        assert main(command) == 2
        assert "not a klimat database" in capsys.readouterr().err
    assert path.read_bytes() == b"Anteckningar " * 1000


@pytest.mark.parametrize(
    ("given", "system", "told"),
    [
        (["--lang", "sv"], "", "här står 'många', väntat: ett tal"),
        ([], "sv_SE.UTF-8", "här står 'många', väntat: ett tal"),
        (["--lang=en"], "sv_SE.UTF-8", "found 'många', expected a number"),
        ([], "fi_FI.UTF-8", "found 'många', expected a number"),
    ],
)
def test_it_speaks_the_language_asked_for_else_the_systems(
    given: list[str],
    system: str,
    told: str,
    filled: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert filled
    monkeypatch.setenv("LC_ALL", system)
    path = tmp_path / "p.csv"
    path.write_text("municipality_code,year,persons\n9001,2000,många\n", encoding="utf-8")
    assert main([*given, "import", "population", str(path)]) == 2
    assert told in capsys.readouterr().err
    with pytest.raises(SystemExit):
        main([*given, "import", "--help"])
    assert ("kontrollera filer" in capsys.readouterr().out) is ("här" in told)


def test_releases_are_listed(filled: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert filled
    assert main(["releases"]) == 0
    assert "prov-co2e-2" in capsys.readouterr().out.splitlines()[1]


def test_two_releases_are_compared_for_the_country_and_for_a_city(
    filled: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert filled
    assert main(["refresh"]) == 0
    capsys.readouterr()
    compare = ["releases", "--compare", "prov-co2e-2", "prov-co2e-1"]
    assert main(compare) == 0
    country = capsys.readouterr().out
    assert country.startswith("prov-co2e-1 → prov-co2e-2: co2e, territorial, tonnes")
    assert "only in prov-co2e-2: 2023" in country
    assert "9 of 9 values restated" in country
    assert main([*compare, "--city", "9001"]) == 0
    city = capsys.readouterr().out.splitlines()
    assert city[1] == "9001 Provköping"
    assert city[4].split() == ["2015", "5,000", "1,300", "-3,700", "-74.0%"]


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (["--compare", "prov-co2e-1", "x"], "no release of emissions is called x; there are prov-"),
        (["--compare", "prov-co2e-2", "prov-co2-1"], "only releases of the same gas"),
        (["--compare", "prov-co2e-2", "prov-co2e-2"], "with itself"),
        (["--compare", "prov-co2e-1", "prov-co2e-2", "--city", "1"], "has the code '1'"),
        (["--city", "9001"], "goes with --compare"),
    ],
)
def test_releases_that_cannot_be_compared_are_refused(
    filled: str, capsys: pytest.CaptureFixture[str], options: list[str], told: str
) -> None:
    assert filled
    assert main(["releases", *options]) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert told in printed.err


def test_export_writes_to_the_file_or_to_the_terminal(
    filled: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert filled
    output = tmp_path / "kommuner.json"
    export = ["export", "municipalities", "--format", "json"]
    assert main([*export, "--output", str(output)]) == 0
    assert json.loads(output.read_text("utf-8"))[1]["name"] == "Övre Prov"
    assert capsys.readouterr().out == ""


def test_an_unknown_release_is_refused_and_no_file_is_made(
    filled: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert filled
    output = tmp_path / "x.csv"
    options = ["--release", "finns-inte", "--output", str(output)]
    assert main(["export", "emissions", *options]) == 2
    assert "finns-inte" in capsys.readouterr().err
    assert not output.exists()


def test_a_file_that_cannot_be_written_is_named(
    filled: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert filled
    output = tmp_path / "no folder" / "x.csv"
    assert main(["export", "goals", "--output", str(output)]) == 2
    assert str(output) in capsys.readouterr().err


def test_check_tells_faults_by_its_exit_code_and_refresh_mends_verdicts(
    filled: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check"]) == 1
    assert "verdicts are not up to date" in capsys.readouterr().out
    before = version(filled)
    assert main(["refresh"]) == 0
    assert version(filled) != before
    main(["check"])
    assert "verdicts are not up to date" not in capsys.readouterr().out


def test_a_store_brought_up_from_an_older_version_lacks_nothing_that_is_worked_out(
    filled: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def worked_out() -> int:
        engine = open_store(filled)
        with engine.connect() as conn:
            years = conn.scalar(select(func.count()).select_from(goal_years))
        engine.dispose()
        return years or 0

    assert main(["refresh"]) == 0
    before = worked_out()
    engine = open_store(filled, read_only=False)
    with engine.begin() as conn:
        conn.execute(delete(goal_years))
    engine.dispose()
    with monkeypatch.context() as older:
        versions = iter(["0199", migrations.newest()])
        older.setattr(migrations, "version_of", lambda _engine: next(versions))
        assert main(["upgrade"]) == 0
    assert worked_out() == before
    assert before > 0
    capsys.readouterr()
    assert main(["upgrade"]) == 0
    assert "verdicts" not in capsys.readouterr().out


def test_tables_taken_away_are_a_missing_store_again(
    filled: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert filled
    engine = open_store(filled)
    with engine.connect() as conn:
        count = conn.scalar(select(func.count()).select_from(commitment))
    engine.dispose()
    assert main(["downgrade", "base"]) == 2
    said = capsys.readouterr().err
    assert f"  {commitment.name}: {count}" in said.splitlines()
    assert "--yes" in said
    assert main(["releases"]) == 0  # it is all there
    assert main(["downgrade", "base", "--yes"]) == 0
    assert main(["releases"]) == 2
    assert "klimat: no store at" in capsys.readouterr().err


def test_an_unknown_version_is_refused(filled: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert filled
    assert main(["downgrade", "finns-inte"]) == 2
    told = capsys.readouterr().err
    assert told.startswith("klimat: no such version of the tables")
    assert "Traceback" not in told


def test_all_problems_of_a_file_reach_the_terminal(
    filled: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    problems = tuple(Problem("f.csv", row, "year", "x", "a year") for row in (2, 3))

    def refuse(*_: object, **__: object) -> None:
        raise imports.ImportProblems(problems)

    monkeypatch.setattr(imports, "run", refuse)
    before = version(filled)
    assert main(["import", "emissions", str(tmp_path / "f.csv"), "--dry-run"]) == 2
    told = capsys.readouterr().err
    assert "f.csv, rows 2–3, column year" in told
    assert version(filled) == before


def test_a_reader_that_has_seen_enough_is_no_error(sqlite_url: str) -> None:
    new_store(sqlite_url, fill)
    program = "import sys; from data_access.command import main; sys.exit(main(sys.argv[1:]))"
    with subprocess.Popen(
        [sys.executable, "-c", program, "export", "emissions"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={"DATABASE_URL": sqlite_url, "PATH": ""},
        cwd=Path(__file__).parents[2],
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 0


GOALS_FILE = """\
goal_id,municipality_code,city,kind,scope,gas,base_year,base_value,target_year,value,unit,\
rate_percent_per_year,reduction_percent,residual_or_offset_percent,budget_tonnes,\
budget_first_year,budget_last_year,strict,title_sv,quote_sv,source_title,source_section,\
contract_version_year,source_ref,confidence
9002-G01,9002,Övre Prov,reduction,territorial,co2e,1990,,2035,,,,60,,,,,,Minus 60 procent,\
,Provplanen,,,,
"""


def test_an_imported_goal_has_its_verdict_at_once(
    filled: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "goals.csv"
    file.write_text(GOALS_FILE, encoding="utf-8")
    before = version(filled)
    assert main(["import", "goals", str(file), "--dry-run"]) == 0
    assert version(filled) == before
    assert main(["import", "goals", str(file)]) == 0
    assert version(filled) != before
    capsys.readouterr()
    assert main(["export", "verdicts", "--format", "json"]) == 0
    result = json.loads(capsys.readouterr().out)
    (verdict,) = (one for one in result if one["goal_id"] == "9002-G01")
    assert verdict["release"] == "prov-co2e-2"
    assert main(["import", "goals", str(file)]) == 2
    assert "in the store already" in capsys.readouterr().err


def test_an_import_whose_verdicts_fail_leaves_nothing_behind(
    filled: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "goals.csv"
    file.write_text(GOALS_FILE, encoding="utf-8")

    def fail(*_: object) -> None:
        raise OSError("out of room")

    monkeypatch.setattr("data_access.imports.running.refresh_verdicts", fail)
    before = version(filled)
    assert main(["import", "goals", str(file)]) == 2
    assert version(filled) == before


def test_possible_duplicates_are_listed_and_nothing_is_changed(
    filled: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = version(filled)
    assert main(["grants", "duplicates"]) == 0
    assert capsys.readouterr().out.endswith("0 possible duplicates; nothing was merged\n")
    path = tmp_path / "pairs.csv"
    assert main(["grants", "duplicates", "--format", "csv", "--output", str(path)]) == 0
    assert path.read_text(encoding="utf-8").startswith("first_id,second_id,beneficiary,")
    assert version(filled) == before


def test_360giving_is_for_grants_and_says_what_it_leaves_out(
    filled: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert filled
    assert main(["export", "grants", "--format", "360giving"]) == 0
    told = capsys.readouterr()
    assert json.loads(told.out)["grants"]
    assert "klimat: left out: 1 rows, without an amount" in told.err
    assert main(["export", "goals", "--format", "360giving"]) == 2
    assert "for grants" in capsys.readouterr().err
