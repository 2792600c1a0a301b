"""Reads the sheets of a publisher's workbook as plain rows."""

from contextlib import closing
from pathlib import Path

import openpyxl

Rows = list[tuple[object, ...]]


def sheets(path: Path) -> dict[str, Rows]:
    """The rows of each sheet by its title, in the workbook's order."""
    with closing(openpyxl.load_workbook(path, read_only=True)) as book:
        return {sheet.title: list(sheet.iter_rows(values_only=True)) for sheet in book.worksheets}


def first_sheet(path: Path) -> Rows:
    """The rows of the first sheet."""
    return next(iter(sheets(path).values()))
