"""A file that was refused, mended cell by cell: its faulty rows are shown, and written anew."""

import csv
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

from data_access.imports import ImportProblems
from data_access.imports.draft import Problems
from data_access.imports.files import Sheet, open_sheet
from data_access.imports.files.sheet import Cell
from data_access.imports.headers import columns_in
from data_access.imports.wide import wide_fit
from data_access.inside.uploads import record_of_kind

MOST_ROWS = 50
"""Rows that are shown to be mended at a time: of more the first, and then the next."""

MOST_NUMBER = 100_000
"""The last row of a file that is mended here."""


@dataclass(frozen=True, slots=True)
class FaultyRows:
    """The first rows of a file in which something is wrong, in order, as row number → cells under
    the file's own `headings`; `faulty` are the cells themselves, where the column is known, by the
    number of the fault among those of the file; `more` is how many rows besides have faults."""

    headings: tuple[str, ...]
    rows: Mapping[int, tuple[str, ...]]
    faulty: Mapping[Cell, int]
    more: int = 0


def faulty_rows(file: Path, kind: str, error: ImportProblems) -> FaultyRows | None:
    """What can be mended of a refused file; None where what is wrong is no cell's fault."""
    numbers = sorted({row for group in error.groups for row in group.rows})
    sheet = _sheet(file, kind)
    if sheet is None or not numbers or sheet.header.number in numbers:
        return None
    more = max(0, len(numbers) - MOST_ROWS)
    numbers = numbers[:MOST_ROWS]
    names = columns_in(sheet.header.cells, record_of_kind(kind).columns)
    width = len(names)
    rows = {
        row.number: tuple(_filled(row.cells, width)) for row in sheet.rows if row.number in numbers
    }
    faulty = faulty_cells(names, error)
    return FaultyRows(tuple(sheet.header.cells), rows, faulty, more) if rows else None


def faulty_cells(names: Sequence[str | None], error: ImportProblems) -> dict[Cell, int]:
    """The cells under columns of these names in which something is wrong, by the number of the
    fault among all."""
    places = {name: place for place, name in enumerate(names) if name is not None}
    return {
        (row, places[column]): number
        for number, group in enumerate(error.groups)
        for row in group.rows
        if (column := group.cause[1]) in places
    }


def write_mended(file: Path, kind: str, cells: Mapping[Cell, str], folder: Path) -> Path:
    """Writes the file anew into a folder with other texts in some cells; each row keeps its number.

    What came as a workbook is one again, since its texts may write decimals either way. Raises
    ValueError for a cell outside the table, or a file that is none.
    """
    sheet = _sheet(file, kind)
    if sheet is None:
        raise ValueError("no table")
    width = len(sheet.header.cells)
    rows = {sheet.header.number: sheet.header.cells} | {row.number: row.cells for row in sheet.rows}
    if max(rows) > MOST_NUMBER:
        raise ValueError("too many rows")
    for (number, place), text in cells.items():
        if number not in rows or number == sheet.header.number or not 0 <= place < width:
            raise ValueError("no such cell")
        row = _filled(rows[number], width)
        row[place] = text
        rows[number] = row
    ending, write = (
        (".xlsx", write_text_workbook)
        if sheet.decimal_comma is None
        else (".csv", partial(_write_csv, ";" if sheet.decimal_comma else ","))
    )
    target = folder / f"{file.stem}{ending}"
    write(target, rows)
    return target


def _write_csv(separator: str, target: Path, rows: Mapping[int, Sequence[str]]) -> None:
    with target.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, delimiter=separator)
        for number in range(1, max(rows) + 1):
            writer.writerow(rows.get(number, ()))


def write_text_workbook(target: Path, rows: Mapping[int, Sequence[str]]) -> None:
    """Writes rows by their numbers as a workbook in which every cell is text."""
    book = Workbook()
    sheet = book.worksheets[0]
    for number, texts in rows.items():
        for place, text in enumerate(texts, 1):
            if text:
                cell = sheet.cell(number, place, ILLEGAL_CHARACTERS_RE.sub("", text))
                cell.data_type = "s"  # also where it looks like a formula
    book.save(target)
    book.close()


def _filled(cells: Sequence[str], width: int) -> list[str]:
    """A row's cells, as many as there are headings."""
    return [*cells, *[""] * width][:width]


def _sheet(file: Path, kind: str) -> Sheet | None:
    known = record_of_kind(kind).columns
    return open_sheet(file, lambda row: wide_fit(row, known), Problems())
