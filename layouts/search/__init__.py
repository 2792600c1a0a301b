"""The municipalities that the words in a search field lead to."""

from layouts.search.answers import SearchAnswers
from layouts.search.fields import header_search, place_search
from layouts.search.page import page

__all__ = ["SearchAnswers", "header_search", "page", "place_search"]
