"""The data page: every loaded release with its origin, the sources, and what to know about them."""

from layouts.data.answers import DataAnswers
from layouts.data.page import page

__all__ = ["DataAnswers", "page"]
