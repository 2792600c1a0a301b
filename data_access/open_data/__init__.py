"""Open data: one description of the datasets, and their rows by address."""

from data_access.open_data.datasets import DATASETS
from data_access.open_data.naming import added_names, with_names
from data_access.open_data.paging import (
    BadCursor,
    Chosen,
    Found,
    cursor_pattern,
    page_of,
    page_of_rows,
)
from data_access.open_data.rows import ALL, EMISSIONS, LATEST, Shelf, emissions, row_of, whole

__all__ = [
    "ALL",
    "DATASETS",
    "EMISSIONS",
    "LATEST",
    "BadCursor",
    "Chosen",
    "Found",
    "Shelf",
    "added_names",
    "cursor_pattern",
    "emissions",
    "page_of",
    "page_of_rows",
    "row_of",
    "whole",
    "with_names",
]
