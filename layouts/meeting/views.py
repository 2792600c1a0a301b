"""The views of a meeting, in the order in which they are shown."""

from collections.abc import Callable

from layouts.meeting.changes import changes
from layouts.meeting.decision_views import decisions
from layouts.meeting.first_views import exceptions, goals, position, sectors
from layouts.meeting.last_views import budget, money, promises, questions
from layouts.meeting.road_view import road
from layouts.meeting.view import VIEW_IDS, Setting, View

__all__ = ["BUILDERS", "VIEW_IDS", "all_views"]

BUILDERS: tuple[Callable[[Setting], View], ...] = (
    position,
    exceptions,
    sectors,
    goals,
    budget,
    promises,
    money,
    questions,
    decisions,
)


def all_views(setting: Setting) -> list[View]:
    """Every view; what differs from an earlier meeting first, where there is one, and the scenarios
    last, where the address has any."""
    before = (changes,) if setting.answers.difference is not None else ()
    after = (road,) if setting.address.all("scenario") else ()
    return [builder(setting) for builder in (*before, *BUILDERS, *after)]
