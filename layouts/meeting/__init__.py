"""The meeting: a municipality's facts as a sequence of full-screen views, exceptions first."""

from layouts.meeting.answers import MeetingAnswers
from layouts.meeting.page import page

__all__ = ["MeetingAnswers", "page"]
