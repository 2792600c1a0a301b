"""Reads a table from CSV or a workbook as text, and names what is wrong with the file itself."""

import csv
import io
import json
import zipfile
import zlib
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import openpyxl
from openpyxl.utils.exceptions import InvalidFileException

from data_access.imports.frame import Problems
from data_access.imports.given_out import as_imported, json_cell, rows_given, unharmed
from data_access.imports.packed import refuse_entities

BYTE_LIMIT = 100_000_000
"""No file of the kinds that we read comes near it."""

UNPACKED_LIMIT = 300_000_000
"""A workbook is packed: one that unpacks to more than this is refused unread."""

SEPARATORS = (",", ";", "\t")
NO_BREAK_SPACES = ("\u00a0", "\u202f")
WORKBOOK_ENDINGS = (".xlsx", ".xlsm")
UNREADABLE = (
    zipfile.BadZipFile,
    zlib.error,
    InvalidFileException,
    SyntaxError,  # what both readers of XML raise, by names of their own
    LookupError,
    ValueError,
    TypeError,
    AttributeError,
    OSError,
    RuntimeError,
)
"""What opening or walking a workbook that is damaged, locked or no workbook at all raises."""


class CsvFault(csv.Error):
    """Quotation marks that do not close, in the record that begins in `row`."""

    row: int | None = None


class FileRow(NamedTuple):
    """One row: its number as a reader counts (the header is row 1), its cells in order."""

    number: int
    cells: list[str]


@dataclass(frozen=True, slots=True)
class FileTable:
    """A file's rows, and each column's place in them.

    `decimal_comma` where a semicolon or tab separates, so that a comma is a decimal mark.
    """

    file: str
    columns: dict[str, int]
    rows: list[FileRow]
    decimal_comma: bool


def read_table(
    path: Path, required: Sequence[str], optional: Sequence[str], problems: Problems
) -> FileTable | None:
    """The file's table, or None after naming why not. Unknown and missing columns are problems."""
    lines = _lines(path, problems)
    if lines is None:
        return None
    cells, decimal_comma = lines
    if not cells:
        problems.add(path.name, None, "", "an empty file", "a header row and rows")
        return None
    named = as_imported(cells[0][1], (*required, *optional))
    header = tuple(name for name in named if name is not None)
    if not check_header(path.name, header, required, optional, problems):
        return None
    rows = []
    width = len(named)
    for number, line in cells[1:]:
        if len(line) != width:
            if not any(line):
                continue
            if len(line) > width and not any(line[width:]):
                line = line[:width]
        if len(line) != width:
            problems.add(
                path.name,
                number,
                "",
                f"{len(line)} cells",
                f"{width} cells as in the header",
                "put quotation marks around a cell that holds the separator",
            )
            continue
        if any(line):
            rows.append(FileRow(number, line))
    if not rows and not problems:
        problems.add(path.name, None, "", "no rows", "at least one row under the header")
    columns = {name: place for place, name in enumerate(named) if name is not None}
    return FileTable(path.name, columns, rows, decimal_comma)


def _lines(path: Path, problems: Problems) -> tuple[list[tuple[int, list[str]]], bool] | None:
    """Row number and cells of each line, whatever the kind of file."""
    if is_workbook(path):
        return workbook_lines(path, problems)
    if path.suffix.lower() == ".json":
        return json_lines(path, problems)
    return csv_lines(path, problems)


def json_lines(path: Path, problems: Problems) -> tuple[list[tuple[int, list[str]]], bool] | None:
    """Row number and cells of a page of the API, or of an export as JSON."""
    text = text_of(path, problems)
    if text is None:
        return None
    try:  # numbers as they are written: nothing is rounded on the way
        data = json.loads(text, parse_float=str, parse_int=str)
    except (ValueError, RecursionError):
        problems.add(path.name, None, "", "no JSON", "a list of rows, or a page of the API")
        return None
    rows = rows_given(data)
    if rows is None:
        problems.add(path.name, None, "", "other JSON", "a list of rows, or a page of the API")
        return None
    if isinstance(data, dict) and data.get("next"):
        todo = "fetch the pages that `next` leads to, or the whole dataset as a file"
        problems.add(path.name, None, "next", data["next"], "the last page", todo)
        return None
    header = list(dict.fromkeys(name for row in rows for name in row))
    cells = [[clean(json_cell(row.get(name))) for name in header] for row in rows]
    return [(number, line) for number, line in enumerate([header, *cells], start=1)], False


def check_header(
    file: str,
    header: Sequence[str],
    required: Sequence[str],
    optional: Sequence[str],
    problems: Problems,
) -> bool:
    """Whether the header has all required columns, no unknown one and none twice."""
    fine = True
    every = ", ".join((*required, *optional))
    for name in required:
        if name not in header:
            problems.add(
                file, 1, name, "no such column", "the column to be there", f"columns: {every}"
            )
            fine = False
    for name in dict.fromkeys(header):
        if name not in required and name not in optional:
            problems.add(file, 1, name, name, f"one of {every}", "rename or remove the column")
            fine = False
        if header.count(name) > 1:
            problems.add(file, 1, name, name, "every column once")
            fine = False
    return fine


def is_workbook(path: Path) -> bool:
    """Whether the file's name ends as a workbook's."""
    return path.suffix.lower() in WORKBOOK_ENDINGS


def bounded(path: Path, problems: Problems) -> bool:
    """Whether the file is there and of a size that we read."""
    if not path.is_file():
        problems.add(path.name, None, "", str(path), "a file that exists")
        return False
    if path.stat().st_size > BYTE_LIMIT:
        problems.add(path.name, None, "", f"{path.stat().st_size} bytes", f"at most {BYTE_LIMIT}")
        return False
    return True


def text_of(path: Path, problems: Problems) -> str | None:
    """The file's text in UTF-8 (a byte order mark is dropped), or None after naming the fault."""
    if not bounded(path, problems):
        return None
    data = path.read_bytes()
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        problems.add(path.name, None, "", "UTF-16", "UTF-8", "save the file as CSV UTF-8")
        return None
    if data[:4] == b"PK\x03\x04":
        problems.add(
            path.name, None, "", "a packed file", "text", "give a workbook the ending .xlsx"
        )
        return None
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        row = data[: error.start].count(b"\n") + 1
        byte = f"byte 0x{data[error.start]:02x}"
        problems.add(path.name, row, "", byte, "UTF-8", "save the file as CSV UTF-8")
        return None
    if "\x00" in text:
        problems.add(path.name, None, "", "a null character", "text", "save the file as CSV UTF-8")
        return None
    return text


def csv_lines(path: Path, problems: Problems) -> tuple[list[tuple[int, list[str]]], bool] | None:
    """Row number and cells of each line, and whether a comma is a decimal mark."""
    text = text_of(path, problems)
    if text is None:
        return None
    try:
        return csv_cells(text)
    except CsvFault as error:
        problems.add(path.name, error.row, "", str(error), "CSV with closed quotation marks")
        return None


def csv_cells(text: str) -> tuple[list[tuple[int, list[str]]], bool]:
    """Row number and cells of each line, and whether a comma is a decimal mark.

    Raises CsvFault where quotation marks do not close.
    """
    for space in NO_BREAK_SPACES:
        text = text.replace(space, " ")
    first = text.split("\n", 1)[0]
    separator = max(SEPARATORS, key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    lines: list[tuple[int, list[str]]] = []
    start = 1
    try:
        for cells in reader:
            lines.append((start, [unharmed(cell.strip()) for cell in cells]))
            start = reader.line_num + 1
    except csv.Error as error:
        fault = CsvFault(*error.args)
        fault.row = start
        raise fault from None
    return lines, separator != ","


def clean(cell: str) -> str:
    """Text without spaces at its ends, no-break spaces made plain."""
    for space in NO_BREAK_SPACES:
        cell = cell.replace(space, " ")
    return cell.strip()


def workbook_lines(
    path: Path, problems: Problems
) -> tuple[list[tuple[int, list[str]]], bool] | None:
    """Row number and cells of the first sheet of a workbook."""
    rows = sheet_rows(path, problems)
    if rows is None:
        return None
    lines = [
        (number, [cell_text(cell) for cell in cells]) for number, cells in enumerate(rows, start=1)
    ]
    while lines and not any(lines[-1][1]):
        lines.pop()
    return lines, False


def sheet_rows(
    path: Path, problems: Problems, limit: int | None = None
) -> list[tuple[object, ...]] | None:
    """The first raw rows of a workbook's first sheet; None after naming why it is not read."""
    if not bounded(path, problems):
        return None
    try:
        with path.open("rb") as file:  # ours to close, also where the library gives up half-way
            with zipfile.ZipFile(file) as packed:
                unpacked = sum(entry.file_size for entry in packed.infolist())
                refuse_entities(packed)
            if unpacked > UNPACKED_LIMIT:
                size = f"{unpacked} bytes unpacked"
                problems.add(path.name, None, "", size, f"at most {UNPACKED_LIMIT}")
                return None
            with closing(openpyxl.load_workbook(file, read_only=True, data_only=True)) as book:
                return list(book.worksheets[0].iter_rows(max_row=limit, values_only=True))
    except UNREADABLE:
        problems.add(path.name, None, "", "no readable workbook", "an .xlsx workbook")
        return None


def cell_text(cell: object) -> str:
    """A workbook's cell as text: whole numbers without `.0`, dates as year-month-day."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    text = str(cell)
    return clean(text.removesuffix(" 00:00:00"))
