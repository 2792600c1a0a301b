"""Open data: one description of the datasets, and their rows by address."""

from data_access.open_data.datasets import DATASETS
from data_access.open_data.paging import BadCursor, Chosen, Found, cursor_pattern, page_of
from data_access.open_data.rows import EMISSIONS, Shelf, emissions, row_of, whole

__all__ = [
    "DATASETS",
    "EMISSIONS",
    "BadCursor",
    "Chosen",
    "Found",
    "Shelf",
    "cursor_pattern",
    "emissions",
    "page_of",
    "row_of",
    "whole",
]
