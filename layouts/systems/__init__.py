"""A city's contract as systems of follow-up: what each shows now, and what waits for the city."""

from layouts.systems.answers import Account, SystemsAnswers
from layouts.systems.page import page

__all__ = ["Account", "SystemsAnswers", "page"]
