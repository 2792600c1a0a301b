"""Writing rows as a workbook (XLSX), row by row; text stays text, whatever it begins with."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from typing import IO, Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter

MOST_CHARACTERS = 32_767
"""What a cell can hold."""
WIDTHS = (10, 48)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet of a workbook: its name, its columns, and its rows, read once."""

    title: str
    columns: Sequence[str]
    rows: Iterable[Mapping[str, Any]]


def write_workbook(sheets: Sequence[Sheet], stream: IO[bytes]) -> None:
    """Writes the sheets in order. Amounts become numbers, codes and formulas' look-alikes text."""
    book = Workbook(write_only=True)
    try:
        for sheet in sheets:
            _write(book.create_sheet(sheet.title), sheet)
    except BaseException:
        for page in book.worksheets:
            page.close()  # each has a half-written file of its own
        raise
    book.save(stream)


def _write(page: Any, sheet: Sheet) -> None:
    page.freeze_panes = "A2"
    for number, column in enumerate(sheet.columns, 1):
        width = min(max(len(column) + 2, WIDTHS[0]), WIDTHS[1])
        page.column_dimensions[get_column_letter(number)].width = width
    page.append([_heading(page, column) for column in sheet.columns])
    for row in sheet.rows:
        page.append([_cell(page, row[column]) for column in sheet.columns])


def _heading(page: Any, words: str) -> Any:
    cell = WriteOnlyCell(page, words)
    cell.font = Font(bold=True)
    return cell


def _cell(page: Any, value: Any) -> Any:
    if value is None or isinstance(value, bool | int | float | Decimal | date | datetime):
        return value
    text = value.value if isinstance(value, Enum) else str(value)
    text = ILLEGAL_CHARACTERS_RE.sub("", text)[:MOST_CHARACTERS]
    if not text.startswith("="):
        return text
    cell = WriteOnlyCell(page, text)
    cell.data_type = "s"
    return cell
