"""Emissions come in whole, checked row by row, or not at all."""

import json
import zipfile
from pathlib import Path

import openpyxl
import pytest
from sqlalchemy import Engine, func, select

from data_access import imports, tables
from data_access.clock import today
from data_access.imports import AlreadyImported, ImportProblems, ImportRefused
from data_access.questions import (
    divided_releases,
    published_national,
    sectors,
    subsectors,
    totals,
    verdicts,
)
from progress.emissions.sectors import PUBLISHED_NAMES, SECTORS
from progress.goals.goal import YARDSTICK_ID
from progress.records import Subsector
from tests.data_access.imports.conftest import Write, counts

HEADER = "municipality_code,year,sector,tonnes,status\n"
THIS_YEAR = today().year
LABEL = "prov-co2e-2026"


def problems_of(engine: Engine, path: Path, release: str = LABEL) -> list[imports.Problem]:
    """What is wrong with a file; the store must be as it was."""
    before = counts(engine)
    with pytest.raises(ImportProblems) as caught:
        imports.run("emissions", [path], engine, release=release, edition=2026, partial=True)
    assert counts(engine) == before
    return list(caught.value.problems)


def test_a_good_file_becomes_one_release(small: Engine, write: Write) -> None:
    path = write(
        "prov.csv", HEADER + "9001,2020,total,100.5,final\n9001,2021,total,0,preliminary\n"
    )
    result = imports.run("emissions", [path], small, release=LABEL, edition=2026, partial=True)
    assert (result.label, result.rows, result.difference.new) == (LABEL, 2, 2)
    with small.connect() as conn:
        points = totals(conn, LABEL)["9001"]
        release = conn.execute(select(tables.release)).one()
    assert [(p.year, p.value, p.status) for p in points] == [
        (2020, 100.5, "final"),
        (2021, 0.0, "preliminary"),
    ]
    assert (release.gas, release.scope, release.edition) == ("co2e", "territorial", 2026)
    assert (release.year_first, release.year_last) == (2020, 2021)


def test_verdicts_come_with_the_figures(small: Engine, write: Write) -> None:
    lines = "".join(f"9001,{year},total,{100 - year + 2015},final\n" for year in range(2015, 2025))
    imports.run(
        "emissions",
        [write("a.csv", HEADER + lines)],
        small,
        release=LABEL,
        edition=2026,
        partial=True,
    )
    with small.connect() as conn:
        (verdict,) = verdicts(conn, code="9001")
    assert (verdict.goal.goal_id, verdict.release) == (YARDSTICK_ID, LABEL)


def test_the_same_file_twice_is_refused_and_named(small: Engine, write: Write) -> None:
    path = write("prov.csv", HEADER + "9001,2020,total,100,final\n")
    imports.run("emissions", [path], small, release=LABEL, edition=2026, partial=True)
    before = counts(small)
    with pytest.raises(AlreadyImported, match=LABEL):
        imports.run(
            "emissions", [path], small, release="another-co2e-2027", edition=2026, partial=True
        )
    assert counts(small) == before


def test_a_release_never_changes(small: Engine, write: Write) -> None:
    first = write("a.csv", HEADER + "9001,2020,total,100,final\n")
    other = write("b.csv", HEADER + "9001,2020,total,90,final\n")
    imports.run("emissions", [first], small, release=LABEL, edition=2026, partial=True)
    with pytest.raises(ImportRefused, match="never change"):
        imports.run("emissions", [other], small, release=LABEL, edition=2026, partial=True)


def test_a_dry_run_shows_new_restated_and_missing_and_writes_nothing(
    small: Engine, write: Write
) -> None:
    first = write(
        "a.csv",
        HEADER + "9001,2019,total,110,final\n9001,2020,total,100,final\n9002,2020,total,50,final\n",
    )
    imports.run("emissions", [first], small, release=LABEL, edition=2026, partial=True)
    before = counts(small)
    other = write("b.csv", HEADER + "9001,2020,total,90,final\n9001,2021,total,80,final\n")
    result = imports.run(
        "emissions",
        [other],
        small,
        release="prov-co2e-2027",
        edition=2026,
        dry_run=True,
        partial=True,
    )
    assert counts(small) == before
    change = result.difference
    assert change.new_sample == ("9001 2021",)
    assert [(c.key, c.old, c.new) for c in change.restated_sample] == [("9001 2020", "100", "90")]
    assert change.missing_sample == ("9001 2019",)  # of 9002 the file does not speak
    assert "100 → 90" in "\n".join(result.lines())


@pytest.mark.parametrize(
    ("line", "column", "value", "expected"),
    [
        ("9999,2020,total,1,final", "municipality_code", "9999", "four-digit code"),
        ("901,2020,total,1,final", "municipality_code", "901", "four-digit code"),
        ("9001,20,total,1,final", "year", "20", "a year"),
        ("9001,2020.5,total,1,final", "year", "2020.5", "a year"),
        ("9001,2020,Rymdfart,1,final", "sector", "Rymdfart", "transport"),
        ("9001,2020,total,,final", "tonnes", "", "a number"),
        ("9001,2020,total,many,final", "tonnes", "many", "a number"),
        ("9001,2020,total,nan,final", "tonnes", "nan", "a number"),
        ("9001,2020,total,1e999,final", "tonnes", "1e999", "a number below"),
        ("9001,2020,total,-1,final", "tonnes", "-1.0", "not negative"),
        ('9001,2020,total,"1,234",final', "tonnes", "1,234", "could mark thousands"),
        ("9001,2020,total,1,guessed", "status", "guessed", "preliminary"),
        ("9001,2020,total,1,estimate", "status", "estimate", "preliminary"),
        ("9001,2150,total,1,final", "year", "2150", "a year before"),
        (f"9001,{THIS_YEAR},total,1,final", "year", str(THIS_YEAR), "a year before"),
    ],
)
def test_a_bad_cell_is_named_with_row_column_value_and_what_was_expected(
    small: Engine, write: Write, line: str, column: str, value: str, expected: str
) -> None:
    path = write("prov.csv", HEADER + "9002,2020,total,5,final\n" + line + "\n")
    (problem,) = problems_of(small, path)
    assert (problem.file, problem.row, problem.column) == ("prov.csv", 3, column)
    assert str(problem.value) == value
    assert expected in problem.expected
    assert "row 3" in str(problem)


def test_all_problems_are_told_at_once_up_to_the_limit(small: Engine, write: Write) -> None:
    lines = "".join(f"9999,{year},total,1,final\n" for year in range(1950, 2020))
    path = write("prov.csv", HEADER + lines)
    with pytest.raises(ImportProblems) as caught:
        imports.run("emissions", [path], small, release=LABEL, edition=2026, partial=True)
    assert len(caught.value.problems) == 50
    assert caught.value.more == 20
    assert "rows 2–71, " in str(caught.value)


def test_a_repeated_row_names_the_first(small: Engine, write: Write) -> None:
    path = write("prov.csv", HEADER + "9001,2020,total,1,final\n9001,2020,total,1,final\n")
    (problem,) = problems_of(small, path)
    assert problem.row == 3
    assert "row 2" in problem.todo


def sector_lines(code: str, year: int, tonnes: float = 10.0) -> str:
    return "".join(f"{code},{year},{sector},{tonnes},final\n" for sector in SECTORS)


def test_where_sectors_and_total_agree_only_sectors_are_kept(small: Engine, write: Write) -> None:
    path = write("prov.csv", HEADER + sector_lines("9001", 2020) + "9001,2020,total,90.0,final\n")
    imports.run("emissions", [path], small, release=LABEL, edition=2026, partial=True)
    with small.connect() as conn:
        (point,) = totals(conn, LABEL)["9001"]
        held = {sector.sector for sector in sectors(conn, LABEL, "9001")}
    assert point.value == pytest.approx(90.0)
    assert held == set(SECTORS)


def test_a_total_that_its_sectors_do_not_add_to_is_named(small: Engine, write: Write) -> None:
    path = write("prov.csv", HEADER + sector_lines("9001", 2020) + "9001,2020,total,91.5,final\n")
    (problem,) = problems_of(small, path)
    assert problem.column == "tonnes"
    assert "90.000, the sum of the sectors" in problem.expected


def test_a_missing_sector_is_named_as_it_would_lower_the_total(small: Engine, write: Write) -> None:
    lines = sector_lines("9001", 2020) + sector_lines("9001", 2021)
    path = write("prov.csv", HEADER + lines.replace("9001,2021,waste,10.0,final\n", ""))
    (problem,) = problems_of(small, path)
    assert str(problem.value) == "9001 2021 without waste"


def test_a_file_in_kilotonnes_is_not_taken_for_tonnes(small: Engine, write: Write) -> None:
    first = write("a.csv", HEADER + "9001,2020,total,100000,final\n")
    imports.run("emissions", [first], small, release=LABEL, edition=2026, partial=True)
    other = write("b.csv", HEADER + "9001,2020,total,99.5,final\n")
    (problem,) = problems_of(small, other, release="prov-co2e-2027")
    assert problem.column == "tonnes"


def test_gas_must_be_known(small: Engine, write: Write) -> None:
    path = write("prov.csv", HEADER + "9001,2020,total,1,final\n")
    (problem,) = problems_of(small, path, release="prov-2026")
    assert problem.column == "gas"
    imports.run(
        "emissions", [path], small, release="prov-2026", gas="co2", edition=2026, partial=True
    )


def test_emissions_need_a_label(small: Engine, write: Write) -> None:
    path = write("prov.csv", HEADER + "9001,2020,total,1,final\n")
    with pytest.raises(ImportRefused, match="--release"):
        imports.run("emissions", [path], small, gas="co2", edition=2026, partial=True)


def test_the_columns_of_an_export_can_be_imported(small: Engine, write: Write) -> None:
    header = "release,gas,scope,municipality_code,year,sector,tonnes,status\n"
    path = write("out.csv", header + "prov-co2-2025,co2,territorial,9001,2020,total,7.25,final\n")
    result = imports.run("emissions", [path], small, edition=2026, partial=True)
    assert result.label == "prov-co2-2025"


def test_two_releases_in_one_file_are_refused(small: Engine, write: Write) -> None:
    header = "release,gas,scope,municipality_code,year,sector,tonnes,status\n"
    lines = "a,co2,territorial,9001,2020,total,1,final\nb,co2,territorial,9001,2020,total,1,final\n"
    (problem,) = problems_of(small, write("out.csv", header + lines))
    assert (problem.column, problem.value) == ("release", "a, b")


def sectors_of(year: int, transport: float, heating: float) -> str:
    tonnes = dict.fromkeys(SECTORS, 0.0) | {"transport": transport, "heating": heating}
    return "".join(f"9001,{year},{name},{value},final\n" for name, value in tonnes.items())


def test_a_sector_that_is_restated_under_the_same_total_is_counted(
    small: Engine, write: Write
) -> None:
    first = write("a.csv", HEADER + sectors_of(2020, 60, 40) + sectors_of(2021, 60, 40))
    imports.run("emissions", [first], small, release=LABEL, edition=2026, partial=True)
    other = write("b.csv", HEADER + sectors_of(2020, 70, 30) + sectors_of(2021, 60, 39))
    result = imports.run(
        "emissions",
        [other],
        small,
        release="prov-co2e-2027",
        edition=2026,
        dry_run=True,
        partial=True,
    )
    change = result.difference
    assert [(each.key, each.old, each.new) for each in change.restated_sample] == [
        ("9001 2020", "transport 60; heating 40", "transport 70; heating 30"),
        ("9001 2021", "100; heating 40", "99; heating 39"),
    ]
    assert change.columns == {"heating": 2, "": 1, "transport": 1}
    assert "heating 2, transport 1" in "\n".join(str(line) for line in result.lines())


def test_a_difference_of_rounding_is_no_restatement(small: Engine, write: Write) -> None:
    first = write("a.csv", HEADER + "9001,2020,total,100.02,final\n")
    imports.run("emissions", [first], small, release=LABEL, edition=2026, partial=True)
    other = write("b.csv", HEADER + "9001,2020,total,100.05,final\n")
    result = imports.run(
        "emissions",
        [other],
        small,
        release="prov-co2e-2027",
        edition=2026,
        dry_run=True,
        partial=True,
    )
    assert (result.difference.restated, result.difference.unchanged) == (0, 1)


def test_semicolons_decimal_commas_and_spaces_of_thousands_are_read(
    small: Engine, write: Write
) -> None:
    content = "\ufeffmunicipality_code;year;sector;tonnes\n9001;2020;total;1\u00a0234,5\n"
    imports.run(
        "emissions", [write("prov.csv", content)], small, release=LABEL, edition=2026, partial=True
    )
    with small.connect() as conn:
        (point,) = totals(conn, LABEL)["9001"]
    assert point.value == 1234.5


@pytest.mark.parametrize(
    ("data", "value"),
    [
        (HEADER.encode("utf-16"), "no rows"),
        (HEADER.encode("utf-16")[:-1], "broken UTF-16"),
        (HEADER.encode() + "9001,2020,Köping,1,final".encode("latin-1"), "Köping"),
        (HEADER.encode() + "9001,2020,ö,1,".encode() + "ö".encode("latin-1"), "byte 0xf6"),
        (HEADER.encode() + b'9001,2020,"total,1,final\n', "unexpected end of data"),
        (b"", "an empty file"),
        (HEADER.encode(), "no rows"),
        (HEADER.encode() + b"9001,2020\n", "2 cells"),
    ],
)
def test_a_file_that_is_no_table_is_named(
    small: Engine, tmp_path: Path, data: bytes, value: str
) -> None:
    path = tmp_path / "prov.csv"
    path.write_bytes(data)
    (problem,) = problems_of(small, path)
    assert str(problem.value) == value


def test_missing_columns_and_slips_of_the_pen_are_named(small: Engine, write: Write) -> None:
    path = write("prov.csv", "länet,year,sector,tonnes,statsu\n9001,2020,total,1,final\n")
    assert {problem.column for problem in problems_of(small, path)} == {
        "municipality_code",
        "statsu",
    }


def test_unknown_columns_and_footnotes_are_left_aside_and_named(
    small: Engine, write: Write
) -> None:
    content = "kommun,år,sektor,ton,Ansvarig\nProvköping,2020,totalt,1,NN\n\nKälla: Provverket\n"
    result = imports.run(
        "emissions", [write("prov.csv", content)], small, release=LABEL, edition=2026, partial=True
    )
    assert result.rows == 1
    assert tuple(map(str, result.notes[:2])) == (
        "prov.csv: columns left aside: Ansvarig",
        "prov.csv: left aside under the table, from row 4: Källa: Provverket",
    )


def test_json_by_sector_is_read_by_name(small: Engine, write: Write) -> None:
    names = [name for name in PUBLISHED_NAMES if "uppärmning" not in name]
    tree = [{"name": "Provköping", "sectors": {"2020": dict.fromkeys(names, 2.5)}}]
    path = write("prov.json", json.dumps(tree))
    imports.run(
        "emissions", [path], small, release="prov-2026", gas="co2e", edition=2026, partial=True
    )
    with small.connect() as conn:
        (point,) = totals(conn, "prov-2026")["9001"]
    assert point.value == pytest.approx(9 * 2.5)


def test_json_with_unknown_names_is_refused(small: Engine, write: Write) -> None:
    tree = [{"name": "Ingenstans", "sectors": {"2020": {"Rymdfart": 1.0}}}]
    result = problems_of(small, write("prov.json", json.dumps(tree)))
    assert {problem.value for problem in result} == {"Ingenstans", "Rymdfart"}
    (problem,) = problems_of(small, write("other.json", '{"a": 1}'))
    assert "sectors" in problem.expected


def report(path: Path, rows: list[list[object]]) -> Path:
    """A workbook in the shape of the publisher's county report."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    head: list[list[object]] = [
        ["Rapportnamn:", "Länsrapport, prov"],
        ["Emissioner av Koldioxid (CO2)"],
        ["Enhet: ton/år"],
        [None],
        [None, None, None, None, 2020, 2021],
        ["Huvudsektor", "Undersektor", "Län", "Kommun", "CO2", "CO2"],
    ]
    for row in (*head, *rows):
        sheet.append(row)
    book.save(path)
    return path


def test_the_county_report_is_read_with_nation_and_without_counties(
    small: Engine, tmp_path: Path
) -> None:
    names = [name for name in PUBLISHED_NAMES if "uppvärmning" not in name]
    rows: list[list[object]] = [["Alla", "Alla", "Alla", "Alla", 99.0, 98.0]]
    for name in names:
        rows.append([name, "Alla", "Alla", "Alla", 11.0, 10.0])
        rows.append([name, "Alla", "Provlän", "Alla", 10.0, 9.0])
        rows.append([name, "Alla", "Provlän", "Provköping", 10.0, 9.0])
        rows.append([name, "Personbilar", "Provlän", "Provköping", 5.0, 4.0])
        rows.append([name, "Järnväg", "Provlän", "Provköping", 0.0, 0.0])
    rows.append(["Alla", "Alla", "Provlän", "Provköping", 90.0, 81.0])
    path = report(tmp_path / "rapport.xlsx", rows)
    imports.run("emissions", [path], small, release="prov-2024", edition=2026, partial=True)
    with small.connect() as conn:
        assert [p.value for p in totals(conn, "prov-2024")["9001"]] == [90.0, 81.0]
        assert [p.value for p in published_national(conn, "prov-2024")] == [99.0, 90.0]
        assert subsectors(conn, "prov-2024", "9001") == tuple(
            Subsector(sector, "Personbilar", {2020: 5.0, 2021: 4.0}) for sector in SECTORS
        )
        assert divided_releases(conn) == {"prov-2024"}


def test_a_workbook_that_unpacks_to_too_much_is_refused_unread(
    small: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "bomb.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("xl/worksheets/sheet1.xml", b"0" * 2_000_000)
    monkeypatch.setattr("data_access.imports.files.xml_parts.UNPACKED_LIMIT", 1_000_000)
    (problem,) = problems_of(small, path)
    assert "unpacked" in problem.value
    broken = tmp_path / "broken.xlsx"
    broken.write_bytes(b"not a workbook")
    (problem,) = problems_of(small, broken)
    assert str(problem.value) == "no readable workbook"


def test_a_write_that_fails_midway_leaves_the_store_untouched(
    small: Engine, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_arguments: object) -> int:
        raise RuntimeError("midway")

    monkeypatch.setattr("data_access.imports.running.refresh_verdicts", fail)
    before = counts(small)
    path = write("prov.csv", HEADER + "9001,2020,total,1,final\n")
    with pytest.raises(RuntimeError, match="midway"):
        imports.run("emissions", [path], small, release=LABEL, edition=2026, partial=True)
    assert counts(small) == before


def test_several_files_make_one_release(small: Engine, write: Write) -> None:
    first = write("a.csv", HEADER + "9001,2020,total,1,final\n")
    second = write("b.csv", HEADER + "9002,2020,total,2,final\n")
    result = imports.run(
        "emissions", [first, second], small, release=LABEL, edition=2026, partial=True
    )
    assert result.rows == 2
    with pytest.raises(AlreadyImported):
        imports.run(
            "emissions",
            [second, first],
            small,
            release="prov-co2e-2027",
            edition=2026,
            partial=True,
        )
    with small.connect() as conn:
        assert conn.scalar(select(func.count()).select_from(tables.release)) == 1


def test_a_file_that_is_not_there_is_named(small: Engine, tmp_path: Path) -> None:
    (problem,) = problems_of(small, tmp_path / "nowhere.csv")
    assert str(problem.expected) == "a file that exists"
