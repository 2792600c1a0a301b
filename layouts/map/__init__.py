"""The map of all municipalities, and the same as a list."""

from layouts.map.answers import INDICATORS, MapAnswers
from layouts.map.page import page

__all__ = ["INDICATORS", "MapAnswers", "page"]
