"""What a file can take of memory is bounded before anything is opened, in a process of its own."""

from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import Workbook

from data_access.imports.draft import Options, Problems, StoreFacts
from data_access.imports.files.bounds import TOKEN_LIMIT
from data_access.imports.files.location import Location
from data_access.imports.files.xml_parts import CHUNK
from data_access.imports.rates import check_price_index
from tests.data_access.imports import binary_files as old
from tests.data_access.imports import hostile_files as made
from tests.processes import start

COLUMNS = ("year", "value", "base")

MEGABYTES = 300
"""What a process may take that reads a file of up to 20 MB, all that it needs to start included."""


@pytest.mark.parametrize("name", sorted(made.REFUSED))
def test_a_file_that_would_take_memory_is_refused_with_what_is_wrong(
    name: str, tmp_path: Path
) -> None:
    make, told = made.REFUSED[name]
    path = make(tmp_path / name)
    assert path.stat().st_size < 20_000_000
    megabytes, problems = start(made.read, path).result()
    assert megabytes <= MEGABYTES
    assert told in problems[0]


def values(path: Path) -> list[Decimal]:
    problems = Problems()
    draft = check_price_index([path], StoreFacts(), Options(), problems)
    assert draft is not None, problems.reported
    return [row["value"] for row in draft.inserts[0][1]]


def faults(path: Path) -> list[str]:
    problems = Problems()
    check_price_index([path], StoreFacts(), Options(), problems)
    return [str(problem) for problem in problems.reported]


def test_elements_that_are_no_cells_are_counted_in_all_parts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("data_access.imports.files.xml_parts.MARKUP_LIMIT", 1_000)
    for kind, path in (
        ("xlsx", made.workbook(tmp_path / "annat.xlsx", made.sheet("<x/>" * 980))),
        ("ods", made.open_document(tmp_path / "annat.ods", "<x/>" * 1_000)),
    ):
        assert "more elements" in faults(path)[0], kind


def test_a_tag_that_does_not_end_is_not_waited_for(tmp_path: Path) -> None:
    endless = '<row r="1" spans="' + "1" * (TOKEN_LIMIT + CHUNK + 1)
    path = made.workbook(tmp_path / "annat.xlsx", made.sheet(endless))
    assert "a tag that does not end" in faults(path)[0]


def test_a_control_character_is_named_with_its_row(tmp_path: Path) -> None:
    path = tmp_path / "index.csv"
    path.write_text("year,index\n2020,1\n2021,\x1b[31m2\n", encoding="utf-8")
    (fault,) = faults(path)
    assert "control character" in fault
    assert "row 3" in fault


def test_formats_that_reach_far_and_areas_that_are_merged_are_no_cells(tmp_path: Path) -> None:
    styled = '<row r="1048576"><c r="XFD1048576" s="0"/></row>'
    dimension = '<dimension ref="A1:XFD1048576"/>'
    merged = '<mergeCells count="1"><mergeCell ref="A3:XFD1048576"/></mergeCells>'
    for content in (
        made.sheet(made.ROW + styled),
        made.sheet(made.ROW, before=dimension),
        made.sheet(made.ROW, after=merged),
    ):
        assert values(made.workbook(tmp_path / "a.xlsx", content)) == [Decimal(100)]


def test_an_open_document_is_read_to_its_last_row(tmp_path: Path) -> None:
    rows = made.row(made.number("2000") + made.number("100.5") + made.word("1980=100"))
    empty = made.row('<table:table-cell table:number-columns-repeated="16384"/>', 1_048_574)
    assert values(made.open_document(tmp_path / "a.ods", rows + empty)) == [Decimal("100.5")]


@pytest.mark.parametrize("ending", ["xls", "xlsx", "ods", "csv", "json"])
def test_other_bytes_under_a_known_ending_are_refused_in_words(ending: str, tmp_path: Path) -> None:
    path = tmp_path / f"a.{ending}"
    for content in (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, b"PK\x03\x04", b"\xff" * 99):
        path.write_bytes(content)
        assert faults(path)


def test_years_of_thousands_of_digits_and_endless_numbers_are_named(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("year,value,base\n" + "9" * 5000 + ",1.7e308,1980=100\n")
    year, value = faults(path)
    assert "column year" in year
    assert len(year) < 400
    assert "expected a number below 1000000000000000" in value


def test_an_old_workbook_is_read_with_its_errors_and_refused_where_it_reaches_far(
    tmp_path: Path,
) -> None:
    path = tmp_path / "a.xls"
    header = b"".join(old.word(0, place, name) for place, name in enumerate(COLUMNS))
    year, base = old.number(1, 0, 2000), old.word(1, 2, "1980=100")
    assert values(old.xls(path, header + year + old.number(1, 1, 100.5) + base)) == [
        Decimal("100.5")
    ]
    (fault,) = faults(old.xls(path, header + year + old.error(1, 1, 0x2A) + base))
    assert "row 2, column value: found '#N/A'" in fault
    (fault,) = faults(old.xls(path, header + old.number(65_535, 255, 1)))
    assert "something in row 65536, column 256" in fault


def two_sheets(path: Path) -> Path:
    book = Workbook()
    first = book.active
    assert first is not None
    first.title = "Om filen"
    first.append(["Prisindex, sammanställt i maj"])
    for title, value in (("Serie A", 100), ("Serie B", 200)):
        other = book.create_sheet(title)
        other.append(["år", "value", "base"])
        other.append([2000, value, "1980=100"])
    hidden = book.create_sheet("Gömd")
    hidden.append(["year", "value", "base", "note", "kind"])
    hidden.sheet_state = "hidden"
    book.save(path)
    book.close()
    return path


def test_the_sheet_whose_header_fits_is_read_and_another_can_be_named(tmp_path: Path) -> None:
    path = two_sheets(tmp_path / "bok.xlsx")
    assert values(path) == [100]
    assert values(tmp_path / "bok.xlsx#Serie B") == [200]
    (fault,) = faults(tmp_path / "bok.xlsx#Serie C")
    assert "one of the sheets Om filen, Serie A, Serie B" in fault
    (fault,) = faults(tmp_path / "bok.xlsx#Gömd")
    assert fault.startswith("bok.xlsx#Gömd: found 'no rows'")
    problems = Problems()
    check_price_index([path], StoreFacts(), Options(), problems)
    assert list(map(str, problems.notices)) == [
        "bok.xlsx: the sheet Serie A is read; Serie B fit as well: name another as bok.xlsx#Serie B"
    ]


def test_a_file_whose_own_name_has_the_mark_is_itself(tmp_path: Path) -> None:
    path = tmp_path / "a#b.csv"
    path.write_text("year,value,base\n2000,1,1980=100\n")
    assert Location.of(path) == Location(path)
    assert values(path) == [1]
