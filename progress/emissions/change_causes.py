"""Why emissions changed since the year before: which sectors, and whether an event tells (§1.8)."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from progress.emissions.events import Event
from progress.emissions.series import TOTAL

THRESHOLD: Final = 0.05
"""§1.8: a change of at least this share of the year before is told with its causes."""

SECTORS_TOLD: Final = 3
"""§1.8: at most so many sectors are named."""

EXPLAINS_FROM: Final = 0.75
"""§1.8: an event explains a change of which its sectors are at least this share."""

SECTORS_NAMED_FROM: Final = 0.5
"""§1.8: from this share an event's sectors are named, without the event as the explanation."""


class EventRole(StrEnum):
    """What an event may be said to be of a change."""

    EXPLANATION = "explanation"
    SECTORS = "sectors"
    FLAG = "flag"


@dataclass(frozen=True, slots=True)
class SectorChange:
    """A sector's change in tonnes; `share_of_total` of all emissions of the year before (0.125 is
    12.5 percentage points), `share` of its own, None where it was not above zero."""

    sector: str
    tonnes: float
    share_of_total: float
    share: float | None


@dataclass(frozen=True, slots=True)
class EventPart:
    """An event of the year: its role, the share of the change that its sectors are (negative where
    they moved the other way), and the rest's change as a share of the rest of the year before."""

    event: Event
    role: EventRole
    share: float
    rest: float | None


@dataclass(frozen=True, slots=True)
class ChangeCauses:
    """A change from `year` − 1 to `year` as a share of the year before, with what lies behind it.

    `sectors` are the largest that went the same way, at most three. `named` are the sectors that
    the telling sets apart (the leading event's, else `sectors`) and `rest` is how all the others
    changed together; None where they were not above zero. `events` begin with the one that says
    most.
    """

    year: int
    before: float
    now: float
    change: float
    sectors: tuple[SectorChange, ...]
    named: tuple[str, ...]
    rest: float | None
    events: tuple[EventPart, ...]

    @property
    def explanation(self) -> Event | None:
        """The event that may be told as the explanation."""
        first = self.events[0] if self.events else None
        return first.event if first and first.role is EventRole.EXPLANATION else None


def change_causes(
    year: int,
    before: Mapping[str, float],
    now: Mapping[str, float],
    events: Iterable[Event] = (),
    left_out: Collection[str] = (),
    threshold: float = THRESHOLD,
) -> ChangeCauses | None:
    """Why emissions changed from the year before `year`, or None if by less than `threshold`.

    `before` and `now` are tonnes by sector in the two years of one release; `events` those that
    concern the municipality (`progress.emissions.events.events_at`); `left_out` the sectors that
    are no part of the comparison. None also where the years do not have the same sectors, or
    nothing before.
    """
    old = {sector: tonnes for sector, tonnes in before.items() if sector not in left_out}
    new = {sector: tonnes for sector, tonnes in now.items() if sector not in left_out}
    total = sum(old.values())
    if old.keys() != new.keys() or not old or TOTAL in old or total <= 0:
        return None
    by_sector = {sector: new[sector] - old[sector] for sector in old}
    change = sum(by_sector.values()) / total
    if abs(change) < threshold:
        return None
    largest = sorted(
        (sector for sector, tonnes in by_sector.items() if tonnes * change > 0),
        key=lambda sector: (-abs(by_sector[sector]), sector),
    )[:SECTORS_TOLD]
    parts = sorted(
        (
            _event_part(event, old, by_sector)
            for event in events
            if event.year == year and not set(event.sectors) & set(left_out)
        ),
        key=lambda part: (-part.share, part.event.event_id),
    )
    leads = bool(parts) and parts[0].role is not EventRole.FLAG
    named = parts[0].event.sectors if leads else tuple(largest)
    return ChangeCauses(
        year=year,
        before=total,
        now=sum(new.values()),
        change=change,
        sectors=tuple(
            SectorChange(
                sector,
                by_sector[sector],
                by_sector[sector] / total,
                by_sector[sector] / old[sector] if old[sector] > 0 else None,
            )
            for sector in largest
        ),
        named=named,
        rest=_rest(old, by_sector, named),
        events=tuple(parts),
    )


def _event_part(
    event: Event, old: Mapping[str, float], by_sector: Mapping[str, float]
) -> EventPart:
    moved = [by_sector.get(sector, 0.0) for sector in event.sectors]
    share = sum(moved) / sum(by_sector.values())
    if event.way is None or not moved or not event.way.holds(sum(by_sector.values())):
        role = EventRole.FLAG
    elif share >= EXPLAINS_FROM and all(event.way.holds(tonnes) for tonnes in moved):
        role = EventRole.EXPLANATION
    else:
        role = EventRole.SECTORS if share >= SECTORS_NAMED_FROM else EventRole.FLAG
    rest = _rest(old, by_sector, event.sectors) if moved else None
    return EventPart(event, role, share, rest)


def _rest(
    old: Mapping[str, float], by_sector: Mapping[str, float], without: Collection[str]
) -> float | None:
    """The change of the other sectors together, as a share of what they were the year before."""
    others = [sector for sector in old if sector not in without]
    before = sum(old[sector] for sector in others)
    return sum(by_sector[sector] for sector in others) / before if before > 0 else None
