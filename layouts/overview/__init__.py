"""The overview: the contract cities, a search over all municipalities, the country."""

from layouts.overview.answers import CityRow, OverviewAnswers
from layouts.overview.page import page
from layouts.overview.search import MOST_SHOWN, matches

__all__ = ["MOST_SHOWN", "CityRow", "OverviewAnswers", "matches", "page"]
