"""Figures on their way out: everything that can be downloaded, as CSV or JSON."""

from data_access.exports.tables import EXPORTS, Export, UnknownRelease, export
from data_access.exports.verdicts import VERDICT_FIELDS
from data_access.exports.writing import write_csv, write_json

__all__ = [
    "EXPORTS",
    "VERDICT_FIELDS",
    "Export",
    "UnknownRelease",
    "export",
    "write_csv",
    "write_json",
]
