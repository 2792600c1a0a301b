"""The overview: the contract cities, a search over all municipalities, the country."""

from layouts.overview.answers import CityRow, OverviewAnswers
from layouts.overview.page import page

__all__ = ["CityRow", "OverviewAnswers", "page"]
