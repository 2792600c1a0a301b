"""Reads the sheets of a workbook (XLSX, XLS, ODS) with pandas, after they have been measured."""

import zipfile
import zlib
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, time
from pathlib import Path
from typing import Any, Final, NamedTuple

import pandas
from python_calamine import CalamineError, SheetVisibleEnum

from data_access.imports.draft import Problems
from data_access.imports.files import binary_workbooks, office_xml, open_document
from data_access.imports.files.bounds import Measured, TooLarge
from data_access.imports.files.location import SHEET_MARK, Location, within_bounds
from data_access.imports.files.sheet import FileRow, Fit, Headed, Sheet, clean, headed, with_marks
from data_access.imports.files.xml_parts import NotAWorkbook, check_parts
from progress.i18n import say

ENGINE: Final = "calamine"

UNREADABLE = (
    NotAWorkbook,
    CalamineError,
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    LookupError,
    NotImplementedError,  # a packing or an encryption that is not known
    OSError,
    OverflowError,
    RuntimeError,
    ValueError,
)
"""What measuring or opening a workbook that is damaged, locked or no workbook at all raises."""


def workbook_sheet(location: Location, fit: Fit, problems: Problems) -> Sheet | None:
    """The named sheet, else the one whose header fits best; None after naming why not.

    Where several fit alike the first is read and the others are named in a notice.
    """
    file = location.file
    if not within_bounds(file, problems):
        return None
    try:
        measured = measure(file)
        with pandas.ExcelFile(file, engine=ENGINE) as book:
            names = visible(book)
            if location.sheet:
                names = named(location, names, [str(name) for name in book.sheet_names], problems)
            chosen = best_of(book, names, measured, fit)
    except TooLarge as large:
        problems.add(file.name, None, "", large.actual, large.expected, large.todo)
        return None
    except UNREADABLE:
        expected = say("import.xlsx_xls_or_ods_workbook")
        problems.add(file.name, None, "", say("import.no_readable_workbook"), expected)
        return None
    if chosen is None:
        if names:
            problems.add(
                file.name, None, "", say("import.empty_file"), say("import.header_row_and_rows")
            )
        return None
    if chosen.alike:
        problems.notice(
            say(
                "import.sheet_is_read",
                file=file.name,
                sheet=chosen.name,
                others=", ".join(chosen.alike),
                workbook=file.name,
                mark=SHEET_MARK,
                other=chosen.alike[0],
            )
        )
    title = file.name
    if len(names) > 1 or location.sheet:
        title += SHEET_MARK + chosen.name
    return sheet_of(title, chosen.parted, measured[chosen.name])


class Chosen(NamedTuple):
    """The sheet that is read, and those that would fit as well."""

    name: str
    parted: Headed
    alike: list[str]


def best_of(
    book: pandas.ExcelFile, names: Sequence[str], measured: Mapping[str, Measured], fit: Fit
) -> Chosen | None:
    """The first sheet whose header fits best; None where all are empty."""
    chosen: Chosen | None = None
    for name in names:
        parted = headed(sheet_rows(book, name, measured[name]), fit)
        if parted is None:
            continue
        if chosen is None or parted.fit > chosen.parted.fit:
            chosen = Chosen(name, parted, [])
        elif parted.fit == chosen.parted.fit > 0:
            chosen.alike.append(name)
    return chosen


def sheet_of(title: str, parted: Headed, measured: Measured) -> Sheet:
    """A sheet with what was noted of it."""
    below = (measured.last_row + 1, measured.last_named)
    return Sheet(
        title,
        parted.header,
        parted.rows,
        None,
        above=parted.above,
        formulas=frozenset(measured.formulas),
        merged=tuple(measured.merged),
        empty_below=below if measured.last_row and below[0] <= below[1] else None,
    )


def measure(file: Path) -> dict[str, Measured]:
    """Each sheet by its name, measured as a stream. Raises TooLarge or one of UNREADABLE."""
    if binary_workbooks.is_binary(file):
        return binary_workbooks.sheets_of(file)
    with zipfile.ZipFile(file) as packed:
        check_parts(packed)
        if open_document.CONTENT in packed.namelist():
            return open_document.sheets_of(packed)
        return office_xml.sheets_of(packed)


def visible(book: pandas.ExcelFile) -> list[str]:
    """The names of the sheets that a reader of the workbook sees, in order."""
    opened: Any = book.book
    shown = {
        sheet.name for sheet in opened.sheets_metadata if sheet.visible is SheetVisibleEnum.Visible
    }
    return [str(name) for name in book.sheet_names if name in shown]


def named(location: Location, names: list[str], every: list[str], problems: Problems) -> list[str]:
    """The sheet that is asked for; none after naming those that there are."""
    if location.sheet in every:
        return [location.sheet]
    expected = say("import.one_of_the_sheets", names=", ".join(names))
    problems.add(location.file.name, None, "", location.sheet, expected)
    return []


def sheet_rows(book: pandas.ExcelFile, name: str, measured: Measured) -> Iterator[FileRow]:
    """The rows of a sheet as text, up to the last that holds something."""
    frame = pandas.read_excel(
        book, sheet_name=name, header=None, dtype=object, na_filter=False, keep_default_na=False
    )
    errors = measured.errors
    with_errors = {row for row, _ in errors}
    for number, cells in enumerate(frame.itertuples(index=False, name=None), start=1):
        texts = [cell_text(cell) for cell in cells]
        if number in with_errors:
            texts = with_marks(texts, number, errors)
        yield FileRow(number, texts)


def cell_text(cell: Any) -> str:
    """A cell as text: whole numbers without `.0`, days as year-month-day.

    A number with three decimals gets a fourth: `1.234` as text could also be a thousand.
    """
    if isinstance(cell, str):
        return clean(cell)
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, float):
        if cell.is_integer():
            return str(int(cell))
        whole, _, decimals = repr(cell).partition(".")
        return f"{whole}.{decimals}0" if len(decimals) == 3 else repr(cell)
    if isinstance(cell, datetime) and cell.time() == time():
        return cell.date().isoformat()
    return clean(str(cell))
