"""One view of a meeting: its heading, what it shows, and the releases that it rests on."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from dash import html

from layouts.addresses import Address
from layouts.charts.block import chart_block
from layouts.charts.description import Chart
from layouts.meeting.answers import MeetingAnswers
from layouts.text import Text, text

HEADINGS = {2: html.H2, 3: html.H3}


@dataclass(frozen=True, slots=True)
class View:
    """What the room sees. `kinds` are the kinds of release that it rests on."""

    view_id: str
    heading: str
    body: tuple[Any, ...]
    charts: tuple[Chart, ...] = ()
    kinds: tuple[str, ...] = ("emissions",)


@dataclass(frozen=True, slots=True)
class Setting:
    """What every view is made from. `level` is the heading level inside a view: 2, or 3 where all
    views stand on one page."""

    address: Address
    answers: MeetingAnswers
    level: int

    @property
    def lang(self) -> str:
        return self.address.lang

    @property
    def t(self) -> Text:
        return text(self.address.lang)

    @property
    def name(self) -> str:
        return self.answers.city.municipality.name

    def heading(self, words: str) -> Any:
        """A heading inside a view."""
        return HEADINGS[self.level](words)

    def chart(self, chart: Chart) -> Any:
        """A chart inside a view."""
        return chart_block(chart, self.address, level=self.level)


def columns(*parts: Any, look: str = "meeting-columns") -> html.Div:
    """Parts side by side where there is room."""
    return html.Div([part for part in parts if part is not None], className=look)


def short_list(items: Sequence[Any], most: int, setting: Setting) -> html.Ul:
    """The first items, and how many more there are."""
    shown = [html.Li(one) for one in items[:most]]
    left = len(items) - most
    if left > 0:
        shown.append(html.Li(setting.t("meeting.more", n=left), className="quiet"))
    return html.Ul(shown, className="meeting-list")
