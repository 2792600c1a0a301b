"""Writes a template as CSV or as a workbook, and the guide to its columns."""

from pathlib import Path
from typing import TextIO

import openpyxl
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter

from data_access.exports import write_csv
from data_access.templates.form import Template

AS_TEXT = "@"
"""The format by which a spreadsheet keeps the zero in front of a code."""

ROWS_AS_TEXT = 200
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


def write_workbook(template: Template, path: Path) -> None:
    """A workbook: the first sheet to fill in, the second with the guide."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = template.kind
    sheet.append(list(template.header))
    for row in template.examples:
        sheet.append([row.get(name, "") for name in template.header])
    for place, name in enumerate(template.header, start=1):
        sheet.column_dimensions[get_column_letter(place)].width = max(12, len(name) + 2)
        for number in range(2, ROWS_AS_TEXT):
            sheet.cell(number, place).number_format = AS_TEXT
    sheet.freeze_panes = "A2"
    guide = book.create_sheet("kolumner - columns")
    for line in (GUIDE_HEADER, *guide_rows(template)):
        guide.append(list(line))
    for place, width in enumerate((32, 16, 80, 80), start=1):
        guide.column_dimensions[get_column_letter(place)].width = width
    for page in (sheet, guide):
        for cell in page[1]:
            cell.font = Font(bold=True)
    book.save(path)
    book.close()
