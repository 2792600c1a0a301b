"""Dates as publishers write them, made ISO 8601: a day, or a month or a year if that is all."""

import re
from datetime import date, timedelta

from progress.i18n import say

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            ("januari", "january", "jan"),
            ("februari", "february", "feb"),
            ("mars", "march", "mar"),
            ("april", "apr"),
            ("maj", "may"),
            ("juni", "june", "jun"),
            ("juli", "july", "jul"),
            ("augusti", "august", "aug"),
            ("september", "sep", "sept"),
            ("oktober", "october", "okt", "oct"),
            ("november", "nov"),
            ("december", "dec"),
        ),
        start=1,
    )
    for name in names
}

ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:[t ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:z|[+-].*)?)?$")
YEAR_FIRST = re.compile(r"(\d{4})[/.](\d{1,2})[/.](\d{1,2})$")
COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})$")
DAY_FIRST = re.compile(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4})(?: \d{2}:\d{2}(?::\d{2})?)?$")
IN_WORDS = re.compile(r"(?:den )?(\d{1,2}) ([a-zåäö]+)\.? (\d{4})$")
MONTH = re.compile(r"(\d{4})-(\d{2})$")
MONTH_IN_WORDS = re.compile(r"([a-zåäö]+)\.? (\d{4})$")
YEAR = re.compile(r"(\d{4})$")
SERIAL = re.compile(r"\d{5}(?:\.0)?$")

SPREADSHEET_START = date(1899, 12, 30)
"""Day 0 of the numbers by which spreadsheets keep dates."""

FIRST_SERIAL, LAST_SERIAL = 20_000, 80_000
"""Days in 1954 and 2119: a five-digit number outside is no date."""

EXPECTED = say("import.date_as_2024_05_31_31")


class NotADate(ValueError):  # noqa: N818
    """The text is no date that exists: it was to be `EXPECTED`."""


def partial_date(text: str) -> str:
    """The date as `2024-05-31`, `2024-05` or `2024`. Raises NotADate.

    With slashes or points and the year last the day comes first, as all our publishers write it.
    """
    plain = " ".join(text.replace("\u00a0", " ").split()).casefold()
    for pattern in (ISO, YEAR_FIRST, COMPACT):
        if match := pattern.match(plain):
            return existing(int(match[1]), int(match[2]), int(match[3]))
    if match := DAY_FIRST.match(plain):
        return existing(int(match[3]), int(match[2]), int(match[1]))
    if match := IN_WORDS.match(plain):
        return existing(int(match[3]), month_named(match[2]), int(match[1]))
    if match := MONTH.match(plain):
        return existing(int(match[1]), int(match[2]), 1)[:7]
    if match := MONTH_IN_WORDS.match(plain):
        return existing(int(match[2]), month_named(match[1]), 1)[:7]
    if match := YEAR.match(plain):
        return existing(int(match[1]), 1, 1)[:4]
    if SERIAL.match(plain) and FIRST_SERIAL <= int(plain[:5]) <= LAST_SERIAL:
        return (SPREADSHEET_START + timedelta(days=int(plain[:5]))).isoformat()
    raise NotADate


def existing(year: int, month: int, day: int) -> str:
    """The day in ISO 8601. Raises NotADate where the calendar has none."""
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        raise NotADate from None


def month_named(name: str) -> int:
    """The number of a month by its Swedish or English name. Raises NotADate."""
    if name not in MONTHS:
        raise NotADate
    return MONTHS[name]
