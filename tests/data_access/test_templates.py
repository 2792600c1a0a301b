"""Templates: what they say is what the importers read, and the examples never come in."""

import csv
import re
from pathlib import Path

import openpyxl
import pytest
from sqlalchemy import Engine

from data_access import imports
from data_access.command import main
from data_access.imports import ImportProblems
from data_access.imports.headers import columns_in
from data_access.imports.words import value_of
from data_access.records import RECORDS
from data_access.templates import TEMPLATES
from tests.data_access.imports.conftest import counts, small, small_file

__all__ = ["small", "small_file"]
"""The made-up country to import into."""

ASSUMED = {"approximate"}
"""Columns that a filled template needs not: the number itself says "cirka"."""


def written(what: str, ending: str, folder: Path, lang: str = "en") -> Path:
    path = folder / f"{what}.{ending}"
    wanted = ["--lang", lang, "template", what, "--format", ending, "--output", str(path)]
    assert main(wanted) == 0
    return path


@pytest.mark.parametrize("what", TEMPLATES)
def test_a_template_has_exactly_the_columns_that_are_read(what: str) -> None:
    template = TEMPLATES[what]
    record = RECORDS[what]
    assert set(template.header) == {*record.columns} - ASSUMED
    needed = {column.name for column in template.columns if column.required}
    assert needed == set(record.required)
    assert all(column.sv and column.en for column in template.columns)
    assert all(set(row) <= set(template.header) for row in template.examples)


@pytest.mark.parametrize(("ending", "lang"), [("csv", "sv"), ("xlsx", "sv"), ("xlsx", "en")])
@pytest.mark.parametrize("what", TEMPLATES)
def test_the_examples_are_refused_as_they_are_and_read_once_they_are_ones_own(
    small: Engine, tmp_path: Path, what: str, ending: str, lang: str
) -> None:
    path = written(what, ending, tmp_path, lang)
    before = counts(small)
    with pytest.raises(ImportProblems, match="take the template’s example rows away"):
        imports.run(what, [path], small)
    assert counts(small) == before
    if ending == "csv":
        text = path.read_text(encoding="utf-8")
        path.write_text(re.sub(r"\b0000\b", "9001", text.replace("EXEMPEL-", "egen-")), "utf-8")
    else:
        book = openpyxl.load_workbook(path)
        for row in book.worksheets[0].iter_rows():
            for cell in row:
                if isinstance(cell.value, str):
                    cell.value = cell.value.replace("EXEMPEL-", "egen-").replace("0000", "9001")
        book.save(path)
        book.close()
    assert imports.run(what, [path], small).rows == len(TEMPLATES[what].examples)


@pytest.mark.parametrize("what", TEMPLATES)
def test_a_workbook_keeps_codes_as_text_and_explains_every_column(
    tmp_path: Path, what: str
) -> None:
    columns = TEMPLATES[what].columns
    for lang in ("sv", "en"):
        book = openpyxl.load_workbook(written(what, "xlsx", tmp_path, lang))
        sheet, guide = book.worksheets
        assert sheet["A2"].number_format == "@"
        names = [str(row[0].value) for row in guide.iter_rows(min_row=2)]
        assert names == [cell.value for cell in sheet[1]]
        assert columns_in(names, TEMPLATES[what].header) == list(TEMPLATES[what].header)
        for column, row in zip(columns, guide.iter_rows(min_row=2), strict=True):
            told = str(row[3].value or "").split(", ") if column.words else []
            assert [value_of(word, list(column.words)) for word in told] == list(column.words)
        book.close()


def test_a_swedish_workbook_has_swedish_headings_and_words(tmp_path: Path) -> None:
    book = openpyxl.load_workbook(written("own-series", "xlsx", tmp_path, "sv"))
    sheet, guide = book.worksheets
    assert [cell.value for cell in sheet[1]][:3] == ["Kommunkod", "Omfattning", "Gas"]
    assert guide["D1"].value == "Ord att välja bland"
    assert sheet["K3"].value == "preliminär"
    book.close()


def test_the_guide_is_a_table_and_a_workbook_needs_a_file(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["template", "grants", "--guide"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == len(TEMPLATES["grants"].columns) + 2
    assert main(["template", "grants", "--format", "xlsx"]) == 2
    assert "--output" in capsys.readouterr().err


def test_a_template_on_the_terminal_is_csv(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["template", "grants"]) == 0
    first = next(csv.reader(capsys.readouterr().out.lstrip("\ufeff").splitlines()))
    assert tuple(first) == TEMPLATES["grants"].header
