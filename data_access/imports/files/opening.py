"""Opens a file of any form as one table."""

from collections.abc import Callable
from pathlib import Path

from data_access.imports.draft import Problems
from data_access.imports.files.json_rows import json_sheet
from data_access.imports.files.location import Location
from data_access.imports.files.sheet import Fit, Sheet
from data_access.imports.files.text import csv_sheet
from data_access.imports.files.workbooks import workbook_sheet


def open_sheet(
    path: Path, fit: Fit, problems: Problems, mend: Callable[[str], str] | None = None
) -> Sheet | None:
    """The file's table parted at its header, or None after naming why not.

    `fit` counts how many of the wanted columns a row names: the header is the row, and in a
    workbook the sheet is the one, with most. `mend` repairs CSV whose quotation marks are wrong.
    """
    location = Location.of(path)
    if location.is_workbook:
        return workbook_sheet(location, fit, problems)
    if location.is_json:
        return json_sheet(location.file, problems)
    return csv_sheet(location.file, fit, problems, mend)
