"""One view of a meeting: its heading, what it shows, and the releases that it rests on."""

from collections.abc import Sequence
from dataclasses import dataclass

from layouts.charts.description import Chart
from layouts.html.blocks import Block, Drawing, Inline, Items, inside
from layouts.links.addresses import Address
from layouts.meeting.answers import MeetingAnswers
from layouts.phrases.text import Text, text

VIEW_IDS = (
    "position",
    "exceptions",
    "sectors",
    "goals",
    "budget",
    "promises",
    "money",
    "questions",
    "decisions",
)
"""What each view is called in the texts, in the order in which they are shown."""

CHANGES = "changes"
"""The view of what differs from an earlier meeting."""


@dataclass(frozen=True, slots=True)
class View:
    """What the room sees. `kinds` are the kinds of release that it rests on."""

    view_id: str
    heading: str
    body: tuple[Block, ...]
    kinds: tuple[str, ...] = ("emissions",)

    @property
    def charts(self) -> tuple[Chart, ...]:
        """The charts in it, in reading order."""
        return tuple(drawing.chart for drawing in inside(self.body) if isinstance(drawing, Drawing))


@dataclass(frozen=True, slots=True)
class Setting:
    """What every view is made from."""

    address: Address
    answers: MeetingAnswers

    @property
    def lang(self) -> str:
        return self.address.lang

    @property
    def t(self) -> Text:
        return text(self.address.lang)

    @property
    def name(self) -> str:
        return self.answers.city.municipality.name


def short_list(items: Sequence[Inline], most: int, setting: Setting) -> Items:
    """A list of which the first items are shown, and how many more there are."""
    left = len(items) - most
    return Items(tuple(items), most, setting.t("meeting.more", n=left) if left > 0 else "")
