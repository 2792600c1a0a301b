"""What a meeting is asked to decide, what it decided with what it saw, and what came of it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum


class DecisionState(StrEnum):
    """Where a matter stands."""

    PROPOSED = "proposed"
    DECIDED = "decided"
    REJECTED = "rejected"
    DONE = "done"
    NOT_DONE = "not_done"


@dataclass(frozen=True, slots=True)
class Meeting:
    """A meeting of a body of the municipality, past or to come.

    `snapshot` is the name of the snapshot that it saw, empty where none was taken for it.
    """

    municipality_code: str
    day: date
    body: str
    snapshot: str = ""
    source_title: str = ""
    source_ref: str = ""


@dataclass(frozen=True, slots=True)
class Decision:
    """A proposal or a decision, in the city's own words.

    `cost_sek` in kronor, `effect_low_t` and `effect_high_t` in tonnes a year, all as the proposal
    states them. `pledge_id`: the commitment, activity or work package that it is about.
    `meeting_day` and `body`: who decides or has decided, and when. `snapshot` as in `Meeting`.
    """

    decision_id: str
    municipality_code: str
    text: str
    state: str
    responsible: str = ""
    due: str = ""
    cost_sek: Decimal | None = None
    effect_low_t: float | None = None
    effect_high_t: float | None = None
    pledge_id: str = ""
    meeting_day: date | None = None
    body: str = ""
    snapshot: str = ""
    followed_up: date | None = None
    comment: str = ""
    source_title: str = ""
    source_ref: str = ""

    @property
    def effect(self) -> tuple[float, float] | None:
        """Tonnes a year, low to high; one figure is both; None where none is stated."""
        known = [each for each in (self.effect_low_t, self.effect_high_t) if each is not None]
        return (min(known), max(known)) if known else None


def proposals(decisions: Iterable[Decision]) -> tuple[Decision, ...]:
    """What is yet to be decided, the next meeting's first."""
    return tuple(
        sorted(
            (each for each in decisions if each.state == DecisionState.PROPOSED),
            key=lambda each: (each.meeting_day or date.max, each.decision_id),
        )
    )


def followed(decisions: Iterable[Decision]) -> tuple[Decision, ...]:
    """What has been decided: those to be carried out first, then the newest."""
    taken = [each for each in decisions if each.state != DecisionState.PROPOSED]
    return tuple(
        sorted(
            taken,
            key=lambda each: (
                each.state != DecisionState.DECIDED,
                -(each.meeting_day or date.min).toordinal(),
                each.decision_id,
            ),
        )
    )


def coming(meetings: Iterable[Meeting], today: date) -> tuple[Meeting, ...]:
    """Today's meetings and those to come, the next first."""
    return tuple(
        sorted((each for each in meetings if each.day >= today), key=lambda each: each.day)
    )


def meeting_of(meetings: Iterable[Meeting], today: date) -> Meeting | None:
    """The meeting that is held: today's or the next, else the last; None where none is known."""
    every = sorted(meetings, key=lambda each: each.day)
    return next(iter(coming(every, today)), None) or next(reversed(every), None)
