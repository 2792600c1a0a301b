"""The views of a meeting, in the order in which they are shown."""

from collections.abc import Callable

from layouts.meeting.account import budget, decisions, money, promises
from layouts.meeting.changes import changes
from layouts.meeting.state import exceptions, goals, position, sectors
from layouts.meeting.view import Setting, View

BUILDERS: tuple[Callable[[Setting], View], ...] = (
    position,
    exceptions,
    sectors,
    goals,
    budget,
    promises,
    money,
    decisions,
)
VIEW_IDS = (
    "position",
    "exceptions",
    "sectors",
    "goals",
    "budget",
    "promises",
    "money",
    "questions",
)
"""What each view is called in the texts, in the order in which they are shown."""


def all_views(setting: Setting) -> list[View]:
    """Every view; what differs from an earlier meeting first, where the address names one."""
    before = (changes,) if setting.answers.difference is not None else ()
    return [builder(setting) for builder in (*before, *BUILDERS)]
