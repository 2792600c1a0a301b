"""What time it is, asked in one place: moments in UTC, the day and the year as in Sweden."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

SWEDEN = ZoneInfo("Europe/Stockholm")


def now() -> datetime:
    """This moment, in UTC."""
    return datetime.now(UTC)


def today() -> date:
    """The day that ages are counted to and target years pass on."""
    return day_of(now())


def moment_of(text: str) -> datetime:
    """A moment, or the beginning of a day, as ISO 8601; without a time zone it is UTC.

    Raises ValueError.
    """
    moment = datetime.fromisoformat(text)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def day_of(moment: datetime) -> date:
    """The Swedish day of a moment that knows its time zone."""
    return moment.astimezone(SWEDEN).date()
