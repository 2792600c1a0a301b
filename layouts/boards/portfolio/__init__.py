"""The portfolio's board: the agencies' money across the cities, each choice made in all views."""

from layouts.boards.portfolio.answers import Background, PortfolioAnswers, RowOfGrants, View
from layouts.boards.portfolio.choice import choice_of
from layouts.boards.portfolio.controls import MAIN, PARTS, choices
from layouts.boards.portfolio.grid import COLUMNS, MOST_ROWS, grid_rows
from layouts.boards.portfolio.main import is_graph, main
from layouts.boards.portfolio.page import page
from layouts.boards.portfolio.tree import NAME, board, charts, regions

__all__ = [
    "COLUMNS",
    "MAIN",
    "MOST_ROWS",
    "NAME",
    "PARTS",
    "Background",
    "PortfolioAnswers",
    "RowOfGrants",
    "View",
    "board",
    "charts",
    "choice_of",
    "choices",
    "grid_rows",
    "is_graph",
    "main",
    "page",
    "regions",
]
