"""The page on open data: which datasets there are, where, with which columns, and how to fetch."""

from layouts.open_data.answers import OpenDataAnswers
from layouts.open_data.page import page

__all__ = ["OpenDataAnswers", "page"]
