"""Figures on their way out: everything that can be downloaded, as CSV or JSON."""

from data_access.exports.tables import EXPORTS, Export, UnknownRelease, export
from data_access.exports.verdicts import VERDICT_FIELDS
from data_access.exports.workbook import MOST_ROWS, Sheet, TooManyRows, write_workbook
from data_access.exports.writing import csv_lines, write_csv, write_json

__all__ = [
    "EXPORTS",
    "MOST_ROWS",
    "VERDICT_FIELDS",
    "Export",
    "Sheet",
    "TooManyRows",
    "UnknownRelease",
    "csv_lines",
    "export",
    "write_csv",
    "write_json",
    "write_workbook",
]
