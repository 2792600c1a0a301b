"""The overview: the contract cities by name, and the country."""

from layouts.overview.answers import CityRow, OverviewAnswers
from layouts.overview.page import page
from layouts.phrases.changes import SAME_SHARE

__all__ = ["SAME_SHARE", "CityRow", "OverviewAnswers", "page"]
