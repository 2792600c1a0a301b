"""The inside page: what waits for its publication, for the people of its owners only."""

from layouts.inside.answers import InsideAnswers
from layouts.inside.page import page, refusal

__all__ = ["InsideAnswers", "page", "refusal"]
