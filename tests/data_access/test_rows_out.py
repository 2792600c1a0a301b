"""Rows leave the store as they are asked for, harmless to spreadsheets, alike on both engines."""

from collections.abc import Iterator
from io import BytesIO
from typing import Any

import openpyxl
from sqlalchemy import Connection

from data_access import questions
from data_access.exports import Sheet, csv_lines, write_workbook
from progress.money.kinds import repeated


def test_grants_come_row_by_row_as_they_come_at_once(store: Connection) -> None:
    whole = [grant for grant in questions.grants(store) if grant.level == "project"]
    assert whole
    backwards = [grant.grant_id for grant in reversed(whole)]
    assert list(questions.grant_rows(store, [*backwards, "none such"])) == whole[::-1]
    assert questions.repeats(store) == repeated(whole)


def test_a_csv_of_very_many_rows_is_never_whole() -> None:
    read = 0

    def rows() -> Iterator[dict[str, Any]]:
        nonlocal read
        for number in range(100_000):
            read += 1
            yield {"title": f"Provprojekt {number}"}

    lines = csv_lines(("title",), rows())
    next(lines)
    assert 0 < read < 10_000
    assert sum(piece.count("\n") for piece in lines) + read >= 100_000


def test_text_that_looks_like_a_formula_runs_in_no_spreadsheet() -> None:
    trap = "=1+1"
    assert "'=1+1" in "".join(csv_lines(("title",), [{"title": trap}]))
    file = BytesIO()
    write_workbook([Sheet("Prov", ("title",), [{"title": trap}, {"title": "a\x00b"}])], file)
    page = openpyxl.load_workbook(file)["Prov"]
    assert page["A2"].data_type == "s"
    assert page["A2"].value == trap
    assert page["A3"].value == "ab"
