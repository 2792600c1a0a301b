"""How far a promise has come, apart from how fresh the news of it is (RULES §6).

The two are never mixed: "running, told two years ago" is progress `running`, freshness `old`.
"""

import calendar
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

FRESH_DAYS: Final = 365
"""The contracts agree on follow-up once a year: a status older than that is old."""

_DUE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$")


class Standing(StrEnum):
    """Where a promise stands, in the order in which a meeting should see it.

    `late`: reported late. `overdue`: its time has passed and no report says that it is done.
    """

    LATE = "late"
    OVERDUE = "overdue"
    UNKNOWN = "unknown"
    STOPPED = "stopped"
    NOT_BEGUN = "not_begun"
    RUNNING = "running"
    DONE = "done"


_TOLD = frozenset(each.value for each in Standing if each is not Standing.OVERDUE)


class Freshness(StrEnum):
    """How old the newest status is: within a year, older, or that none was ever told."""

    CURRENT = "current"
    OLD = "old"
    NONE = "none"


class Resources(StrEnum):
    """What a promise needs, where it is told: existing resources are enough for it, or it must be
    decided politically, as a matter of the next budget."""

    ENOUGH = "enough"
    POLITICS = "politics"


@dataclass(frozen=True, slots=True)
class StatusCounts:
    """Promises counted by standing and by freshness; `of` is all of them."""

    of: int
    by_standing: dict[Standing, int]
    by_freshness: dict[Freshness, int]


def last_day(due: str) -> date | None:
    """The last day of a stated year, month or day; None for `yearly`, words and nothing.

    Raises nothing: a date that no calendar has is no date.
    """
    match = _DUE.match(due)
    if match is None:
        return None
    year, month, day = (None if part is None else int(part) for part in match.groups())
    try:
        if year is None or month is None:
            return None if year is None else date(year, 12, 31)
        return date(year, month, day or calendar.monthrange(year, month)[1])
    except ValueError:
        return None


def standing(status: str, due: str, today: date) -> Standing:
    """Where a promise stands on `today`, from its newest status and the time it states."""
    if status in (Standing.DONE, Standing.STOPPED, Standing.LATE):
        return Standing(status)
    end = last_day(due)
    if end is not None and end < today:
        return Standing.OVERDUE
    return Standing(status) if status in _TOLD else Standing.UNKNOWN


def freshness(status: str, status_date: date | None, today: date) -> Freshness:
    """How old the newest status is on `today`; that a state is unknown is no report of it."""
    if status == Standing.UNKNOWN or status_date is None:
        return Freshness.NONE
    old = today - status_date > timedelta(days=FRESH_DAYS)
    return Freshness.OLD if old else Freshness.CURRENT


def counts(promises: Iterable[tuple[Standing, Freshness]]) -> StatusCounts:
    """How many promises stand where, and how fresh their news is."""
    result = list(promises)
    return StatusCounts(
        len(result),
        {standing: sum(where is standing for where, _ in result) for standing in Standing},
        {freshness: sum(age is freshness for _, age in result) for freshness in Freshness},
    )
