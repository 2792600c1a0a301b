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
    assert "be0101.csv: rows of counties and of the nation are left aside" in map(str, result.notes)


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


SCB = Path(__file__).parent / "scb"


@pytest.mark.parametrize(
    ("file", "rows", "unchanged"),
    [
        # Since 1950 by name, in today's borders, with remarks beside and below.
        ("folkmangd-1950-2022.xlsx", 4 * 73, 4 * 33),
        # One year with its changes: a heading of four rows, codes of counties and the nation.
        ("be0101-tabhel-2024.xlsx", 4, 4),
        # The database's month, of which December is the year's last day.
        ("folkmangd-2025m12.xlsx", 3, 3),
    ],
)
def test_the_publishers_own_files_are_read_as_they_are(
    file: str, rows: int, unchanged: int, seeded: Engine
) -> None:
    """Cut down to a few places; the store has the same figures since 1990 from elsewhere."""
    result = imports.run("population", [SCB / file], seeded, dry_run=True)
    assert result.rows == rows
    assert result.difference.unchanged == unchanged
    assert result.difference.restated == 0
    assert any("left aside under the table" in note for note in result.notes)


def test_a_sheet_of_one_sex_is_not_taken_for_all(seeded: Engine) -> None:
    path = SCB / "be0101-tabhel-2024.xlsx#Män"
    with pytest.raises(ImportProblems, match="both sexes together: the sheet Totalt"):
        imports.run("population", [path], seeded, dry_run=True)


def test_another_month_than_december_is_no_year(small: Engine, write: Write) -> None:
    text = CSV.replace("Folkmängd 2023", "2023M11").replace("Folkmängd 2024", "2024M11")
    with pytest.raises(ImportProblems, match="column year: found 'no such column'"):
        imports.run("population", [write("m.csv", text)], small)
