"""A city's board: emissions, sectors, money, promises and goals on one time axis."""

from layouts.boards.city.answers import CityBoardAnswers
from layouts.boards.city.charts import charts
from layouts.boards.city.marks import MARKS, drawn, marks_line
from layouts.boards.city.page import page, sentence, year_words
from layouts.boards.city.tree import NAME, board, usable

__all__ = [
    "MARKS",
    "NAME",
    "CityBoardAnswers",
    "board",
    "charts",
    "drawn",
    "marks_line",
    "page",
    "sentence",
    "usable",
    "year_words",
]
