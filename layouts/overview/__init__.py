"""The overview: the contract cities by name, and the country."""

from layouts.overview.answers import CityRow, OverviewAnswers
from layouts.overview.lead import SAME_SHARE
from layouts.overview.page import page

__all__ = ["SAME_SHARE", "CityRow", "OverviewAnswers", "page"]
