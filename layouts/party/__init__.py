"""A party's page: what it has promised to all, how far that has come and how fresh the news is."""

from layouts.party.answers import PartyAnswers
from layouts.party.page import page

__all__ = ["PartyAnswers", "page"]
