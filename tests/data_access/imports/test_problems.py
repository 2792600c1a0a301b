"""Problems of one cause are told once, with all their rows; no cause is lost behind another."""

import pytest
from sqlalchemy import Engine, select

from data_access import imports
from data_access.imports import ImportProblems
from data_access.imports.problems import ranges_of
from data_access.questions import grants
from data_access.tables import population
from tests.data_access.imports.conftest import Write

HEAD = "municipality_code,year,persons\n"


def told(small: Engine, write: Write, rows: str) -> ImportProblems:
    with pytest.raises(ImportProblems) as caught:
        imports.run("population", [write("p.csv", HEAD + rows)], small)
    return caught.value


def test_equal_faults_are_one_line_with_all_rows(small: Engine, write: Write) -> None:
    rows = "9009,2000,1000\n" * 198
    error = told(small, write, rows + "9001,2000,många\n")
    first, second = str(error).splitlines()
    assert first.startswith("p.csv, rows 2–199, column municipality_code: found '9009', expected")
    assert second.startswith("p.csv, row 200, column persons: found 'många', expected a number")
    assert [group.rows for group in error.groups] == [tuple(range(2, 200)), (200,)]


def test_a_cause_tells_the_first_of_its_values(small: Engine, write: Write) -> None:
    rows = "".join(f"9001,{2000 + n},x{n}\n" for n in range(5))
    assert "rows 2–6, column persons: found 'x0', 'x1', 'x2' …" in str(told(small, write, rows))


def test_an_earlier_code_is_read_as_todays_and_that_is_said(small: Engine, write: Write) -> None:
    head = "earlier_code,municipality_code,name,change,since,source_title\n"
    codes = write("codes.csv", f"{head}8000,9001,Provköping,renumbered,2007-01-01,Prov\n")
    imports.run("earlier-codes", [codes], small)
    head = "grant_id,level,funder,title,amount,currency,amount_kind,municipalities\n"
    path = write("g.csv", f"{head}g1,project,Provverket,Prov,,,,8000.0;9002\n")
    result = imports.run("grants", [path], small)
    said = "g.csv: 8000.0 was the code of Provköping until 2007-01-01 and is read as 9001"
    assert said in map(str, result.notes)
    people = imports.run("population", [write("p.csv", HEAD + "8000,2006,1000\n")], small)
    assert "p.csv: 8000 was the code" in people.notes[0]
    with small.connect() as conn:
        assert grants(conn)[0].places == ("9001", "9002")
        assert [(row.municipality_code, row.year) for row in conn.execute(select(population))] == [
            ("9001", 2006)
        ]


@pytest.mark.parametrize("code", ["800", "abcd", "9001"])
def test_a_code_that_is_no_more_is_another_than_todays(
    small: Engine, write: Write, code: str
) -> None:
    head = "earlier_code,municipality_code,name,change,since,source_title\n"
    path = write("codes.csv", f"{head}{code},9001,Provköping,renumbered,2007-01-01,Prov\n")
    with pytest.raises(ImportProblems, match="four digits, other than"):
        imports.run("earlier-codes", [path], small)


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        ([7], "7"),
        ([2, 3, 4, 9], "2–4, 9"),
        (list(range(1, 21, 2)), "1, 3, 5, 7, 9, 11, 13, 15 and 2 more"),
    ],
)
def test_rows_are_told_as_ranges(rows: list[int], words: str) -> None:
    assert ranges_of(rows) == words
