"""The time in which a grant runs, as exactly as its publisher says."""

from calendar import monthrange
from datetime import date

from progress.records import Grant

MONTHS_A_YEAR = 12

Days = tuple[date, date]
"""The first and the last day."""


def days(stated: str) -> Days | None:
    """The days of a stated date, which can be a whole month or year; None where it is none."""
    parts = stated.split("-")
    try:
        numbers = [int(part) for part in parts]
        if len(numbers) == 1:
            return date(numbers[0], 1, 1), date(numbers[0], 12, 31)
        year, month = numbers[:2]
        if len(numbers) == 2:
            return date(year, month, 1), date(year, month, monthrange(year, month)[1])
        day = date(year, month, numbers[2])
    except ValueError:
        return None
    return day, day


def span(grant: Grant) -> Days | None:
    """The days of a row, or None without a date; one without an end covers its start."""
    start = days(grant.start) or days(str(grant.year) if grant.year is not None else "")
    if start is None:
        return None
    end = days(grant.end) or start
    return start[0], max(start[1], end[1])


def month_of(day: date) -> int:
    """A month as a number that is one more than that of the month before."""
    return day.year * MONTHS_A_YEAR + day.month - 1


def month_stated(number: int) -> str:
    """A month's number as a date is stated: `2023-05`."""
    year, month = divmod(number, MONTHS_A_YEAR)
    return f"{year:04}-{month + 1:02}"
