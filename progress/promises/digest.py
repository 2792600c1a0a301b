"""What an owner's people are reminded of: what is late, what to report, what waits for them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from progress.promises.decisions import Meeting
from progress.promises.pledge_status import Standing
from progress.promises.reporting import Promise, in_order


@dataclass(frozen=True, slots=True)
class Digest:
    """What waits for an owner's people on a day; a promise that is late is in `late` alone.

    `meeting` is the city's next one, where it is near enough to be told.
    """

    late: tuple[Promise, ...]
    overdue: tuple[Promise, ...]
    to_report: tuple[Promise, ...]
    drafts: int
    error_reports: int
    meeting: Meeting | None = None

    @property
    def is_empty(self) -> bool:
        """Whether nothing waits."""
        waiting = (self.late, self.overdue, self.to_report, self.drafts, self.error_reports)
        return not any(waiting)


def digest_of(
    promises: Iterable[Promise],
    today: date,
    *,
    drafts: int = 0,
    error_reports: int = 0,
    meeting: Meeting | None = None,
) -> Digest:
    """The promises by what is to be done about them, in the order of a meeting."""
    ordered = in_order(promises, today)
    late = [each for each in ordered if each.standing(today) is Standing.LATE]
    overdue = [each for each in ordered if each.standing(today) is Standing.OVERDUE]
    others = [each for each in ordered if each not in late and each not in overdue]
    to_report = [each for each in others if each.waits(today)]
    return Digest(tuple(late), tuple(overdue), tuple(to_report), drafts, error_reports, meeting)


def next_meeting(meetings: Iterable[Meeting], today: date, days: int) -> Meeting | None:
    """The first meeting from today until so many days ahead."""
    last = today + timedelta(days=days)
    near = [each for each in meetings if today <= each.day <= last]
    return min(near, key=lambda each: (each.day, each.body), default=None)
