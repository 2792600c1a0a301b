"""Municipalities side by side: on one scale, from one release, ranked only where alike."""

from layouts.compare.answers import FEWEST, MOST, CompareAnswers, LateSector, base_year
from layouts.compare.page import page
from layouts.compare.records import FIELDS, records

__all__ = [
    "FEWEST",
    "FIELDS",
    "MOST",
    "CompareAnswers",
    "LateSector",
    "base_year",
    "page",
    "records",
]
