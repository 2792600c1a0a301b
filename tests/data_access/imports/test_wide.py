"""Statistics Sweden's own form: a column for each year, places by code and name."""

from pathlib import Path

import openpyxl
import pytest
from sqlalchemy import Engine, select

from data_access import imports
from data_access.imports import ImportProblems
from data_access.tables import population
from tests.data_access.imports.conftest import Write

CSV = (
    '"region";"Folkmängd 2023";"Folkmängd 2024"\n'
    '"00 Riket";"10551707";"10587710"\n'
    '"90 Provlän";"150";"151"\n'
    '"9001 Provköping";"1 100";"1 101"\n'
    '"9002 Teststad";"50";"51"\n'
)


def people(engine: Engine) -> dict[tuple[str, int], int]:
    with engine.connect() as conn:
        return {
            (row.municipality_code, row.year): row.inhabitants
            for row in conn.execute(select(population))
        }


HELD = {("9001", 2023): 1100, ("9001", 2024): 1101, ("9002", 2023): 50, ("9002", 2024): 51}


def test_a_table_with_years_as_columns_is_read(small: Engine, write: Write) -> None:
    result = imports.run("population", [write("be0101.csv", CSV)], small)
    assert people(small) == HELD
    assert result.rows == len(HELD)
    assert "be0101.csv: rows of counties and of the nation are left aside" in result.notes


def test_a_workbook_with_titles_and_notes_around_it_is_read(small: Engine, tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (
        ["Folkmängden efter region och år"],
        [],
        [None, "2023", "2024"],
        ["9001 Provköping", 1100, 1101],
        ["9002 Teststad", 50, 51],
        [],
        ["Uppdaterad: 20250221 08:00"],
        ["Källa: Provverket"],
    ):
        sheet.append(row)
    book.save(tmp_path / "be0101.xlsx")
    book.close()
    result = imports.run("population", [tmp_path / "be0101.xlsx"], small)
    assert people(small) == HELD
    assert any("left aside under the table, from row 7" in note for note in result.notes)


def test_a_place_that_is_none_is_named_where_it_stands(small: Engine, write: Write) -> None:
    content = CSV.replace("9002 Teststad", "9002 Provstad")
    with pytest.raises(ImportProblems) as caught:
        imports.run("population", [write("a.csv", content)], small)
    assert {(problem.row, problem.column, problem.value) for problem in caught.value.problems} == {
        (5, "municipality_code", "9002 Provstad")
    }
