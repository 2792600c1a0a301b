"""What happened in a year that emissions show: data with a source, never a guess (§1.7)."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Way(StrEnum):
    """Which way an event moved emissions."""

    UP = "up"
    DOWN = "down"

    def holds(self, change: float) -> bool:
        """Whether a change in tonnes went this way; one of zero went no way."""
        return change > 0 if self is Way.UP else change < 0


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened in a year, in one municipality or, without a code, everywhere.

    `sectors` are codes of `progress.emissions.sectors`; an event without them is a flag and never
    a cause. `way` is None where the event changes what is counted rather than what is emitted.
    `title_*` is a clause that can follow a colon, `text_*` whole sentences. The source is told by
    title and address, with the day it was read (ISO date).
    """

    event_id: str
    year: int
    municipality_code: str | None
    sectors: tuple[str, ...]
    way: Way | None
    title_sv: str
    title_en: str
    text_sv: str
    text_en: str
    source_title: str
    source_ref: str
    read_on: str = ""

    def title(self, lang: str) -> str:
        """The short clause in the reader's language."""
        return self.title_sv if lang == "sv" else self.title_en

    def text(self, lang: str) -> str:
        """The sentences in the reader's language."""
        return self.text_sv if lang == "sv" else self.text_en


def events_at(events: Iterable[Event], code: str, year: int | None = None) -> tuple[Event, ...]:
    """The events that concern a municipality, its own before those everywhere; of one year or all.

    In order of year.
    """
    here = [
        event
        for event in events
        if event.municipality_code in (None, code) and year in (None, event.year)
    ]
    here.sort(key=lambda event: (event.year, event.municipality_code is None, event.event_id))
    return tuple(here)
