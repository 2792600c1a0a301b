"""The yearly follow-up: all contract cities and the nation for a year, page and workbook."""

from layouts.follow_up.answers import FollowUpAnswers
from layouts.follow_up.page import page

__all__ = ["FollowUpAnswers", "page"]
