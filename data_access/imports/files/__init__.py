"""The one reader of files: workbooks, CSV and JSON as rows of text, with where each row stands."""

from data_access.imports.files.location import Location, is_workbook
from data_access.imports.files.opening import open_sheet
from data_access.imports.files.packed import unpacked
from data_access.imports.files.sheet import FileRow, Sheet, clean

__all__ = ["FileRow", "Location", "Sheet", "clean", "is_workbook", "open_sheet", "unpacked"]
