"""Writes a template as CSV or as a workbook, and the guide to its columns."""

from collections.abc import Sequence
from pathlib import Path
from typing import IO, TextIO

import openpyxl
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from data_access.exports import write_csv
from data_access.templates.form import Template
from progress.i18n import language, say

AS_TEXT = "@"
"""The format by which a spreadsheet keeps the zero in front of a code."""

ROWS_AS_TEXT = 200
BOLD = Font(bold=True)
MOST_LISTED = 255
"""Characters of a list that a spreadsheet holds in a cell's rule."""

GUIDE_COLUMNS = ("column", "required", "filled", "words")
"""Of a workbook's sheet; of the guide by itself, which is in both languages:"""
GUIDE_HEADER = ("column", "required / krävs", "svenska", "English")


def write_template_csv(template: Template, stream: TextIO) -> None:
    """Header and example rows, with a byte order mark so that spreadsheets see the letters."""
    stream.write("\ufeff")
    rows = ({name: row.get(name, "") for name in template.header} for row in template.examples)
    write_csv(template.header, rows, stream)


def guide_rows(template: Template) -> list[tuple[str, str, str, str]]:
    """One row for each column of the template."""
    return [
        (column.name, "x" if column.required else "", column.sv, column.en)
        for column in template.columns
    ]


def write_guide(template: Template, stream: TextIO) -> None:
    """The guide as a table in Markdown."""
    lines = [f"| {' | '.join(GUIDE_HEADER)} |", "| --- | --- | --- | --- |"]
    lines += [f"| {' | '.join(row)} |" for row in guide_rows(template)]
    stream.write("\n".join(lines) + "\n")


def write_workbook(template: Template, target: Path | IO[bytes]) -> None:
    """A workbook in the language that is spoken: the first sheet to fill in, with the words to
    choose among; the second with the guide."""
    lang = "sv" if language() == "sv" else "en"
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = template.kind
    headings = [column.heading(lang) for column in template.columns]
    sheet.append(headings)
    for row in template.examples:
        sheet.append([each.word(row.get(each.name, ""), lang) for each in template.columns])
    set_widths(sheet, [max(12, len(heading) + 2) for heading in headings])
    for place, column in enumerate(template.columns, start=1):
        words = [column.word(word, lang) for word in column.words]
        choose_among(words, sheet, place, ROWS_AS_TEXT)
        for number in range(2, ROWS_AS_TEXT):
            sheet.cell(number, place).number_format = AS_TEXT
    sheet.freeze_panes = "A2"
    guide = book.create_sheet(str(say("template.guide.sheet")))
    guide.append([str(say(f"template.guide.{name}")) for name in GUIDE_COLUMNS])
    for column in template.columns:
        filled = column.sv if lang == "sv" else column.en
        listed = ", ".join(column.word(word, lang) for word in column.words)
        guide.append([column.heading(lang), "x" if column.required else "", filled, listed])
    set_widths(guide, (32, 12, 80, 80))
    for page in (sheet, guide):
        for cell in page[1]:
            cell.font = BOLD
    book.save(target)
    book.close()


def set_widths(sheet: Worksheet, widths: Sequence[int]) -> None:
    """The widths of the columns from the first on, in characters."""
    for place, width in enumerate(widths, start=1):
        sheet.column_dimensions[get_column_letter(place)].width = width


def choose_among(words: Sequence[str], sheet: Worksheet, place: int, last_row: int) -> None:
    """Lets a column be chosen from a list; none for no words, or more than a list can hold."""
    listed = f'"{",".join(words)}"'
    if not words or len(listed) > MOST_LISTED or any("," in word for word in words):
        return
    choice = DataValidation(type="list", formula1=listed, allow_blank=True)
    choice.showErrorMessage = True
    letter = get_column_letter(place)
    choice.add(f"{letter}2:{letter}{last_row}")
    sheet.add_data_validation(choice)
