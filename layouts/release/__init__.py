"""A release's page: who published it, under which licence, from which file, and its rows."""

from layouts.release.answers import ReleaseAnswers
from layouts.release.page import page

__all__ = ["ReleaseAnswers", "page"]
