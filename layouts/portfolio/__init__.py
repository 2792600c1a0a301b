"""The portfolio: the agencies' money across the cities, read against what is loaded."""

from layouts.portfolio.answers import PortfolioAnswers
from layouts.portfolio.page import page

__all__ = ["PortfolioAnswers", "page"]
