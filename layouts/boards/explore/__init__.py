"""The board of all municipalities: four linked views of any two indicators."""

from layouts.boards.explore.answers import ExploreAnswers, View
from layouts.boards.explore.controls import NAME
from layouts.boards.explore.multiples import multiples_chart
from layouts.boards.explore.page import page
from layouts.boards.explore.series import series
from layouts.boards.explore.tree import board, brush_of, charts, figure, marks, texts
from layouts.boards.explore.why import why_chart
from layouts.boards.explore.words import MARKS

__all__ = [
    "MARKS",
    "NAME",
    "ExploreAnswers",
    "View",
    "board",
    "brush_of",
    "charts",
    "figure",
    "marks",
    "multiples_chart",
    "page",
    "series",
    "texts",
    "why_chart",
]
