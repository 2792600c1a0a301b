"""The portfolio's board: the agencies' money across the cities, each choice made in all views."""

from layouts.boards.portfolio.answers import Background, Path, PortfolioAnswers, RowOfGrants, View
from layouts.boards.portfolio.choice import choice_of
from layouts.boards.portfolio.controls import choices
from layouts.boards.portfolio.page import page
from layouts.boards.portfolio.tree import NAME, board, regions
from layouts.boards.portfolio.years import years_chart

__all__ = [
    "NAME",
    "Background",
    "Path",
    "PortfolioAnswers",
    "RowOfGrants",
    "View",
    "board",
    "choice_of",
    "choices",
    "page",
    "regions",
    "years_chart",
]
