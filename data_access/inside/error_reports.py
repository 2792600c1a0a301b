"""Readers' reports of errors: received within bounds, answered for everyone to read, or closed."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import urlsplit

from sqlalchemy import Connection, Row, delete, func, insert, select, update

from data_access.engine import StoreError
from data_access.inside.notes import readable
from data_access.releases import inserted_number, record_change
from data_access.tables import error_answer, error_report
from progress.error_reports import MOST_ABOUT, MOST_ADDRESS, MOST_MESSAGE
from progress.i18n import say

MOST_OPEN = 200
"""Of one owner that wait: whoever sends more is told to write another way."""

MOST_AN_HOUR = 60
"""Of all readers together."""


class ErrorReportRefused(StoreError):  # noqa: N818
    """The report cannot be received, answered or closed as asked for; nothing was changed."""


class TooManyReports(ErrorReportRefused):
    """More reports than somebody can read came in: try again later."""


@dataclass(frozen=True, slots=True)
class NewReport:
    """A report as it is sent: `progress.error_reports.ErrorReport` says what its fields are."""

    owner: str
    page: str
    address: str
    about: str
    message: str


def receive(conn: Connection, report: NewReport, now: datetime) -> int | None:
    """Take in a reader's report; its number, None for one that waits already, word for word.

    Raises ErrorReportRefused for a text that is empty or too long, TooManyReports.
    """
    about, message = _texts(report.about, report.message)
    column = error_report.c
    waits = column.closed.is_(None) & (column.owner == report.owner)
    same = waits & (column.address == report.address) & (column.message == message)
    if conn.scalar(select(column.report_id).where(same).limit(1)) is not None:
        return None
    hour = column.received > now - timedelta(hours=1)
    for rule, most in ((waits, MOST_OPEN), (hour, MOST_AN_HOUR)):
        if (conn.scalar(select(func.count()).where(rule)) or 0) >= most:
            raise TooManyReports(say("error_report.too_many"))
    result = conn.execute(
        insert(error_report).values(
            received=now,
            owner=report.owner,
            page=report.page,
            address=report.address[:MOST_ADDRESS],
            about=about,
            message=message,
        )
    )
    number = inserted_number(result)
    record_change(conn, "error-report", detail=_name(number), now=now, shown=False)
    return number


def answer(
    conn: Connection,
    report_id: int,
    about: str,
    text: str,
    language: str,
    now: datetime,
    *,
    owners: Collection[str] | None = None,
) -> None:
    """Publish an answer on the page, about a figure in words that everyone may read; it closes the
    report. With `owners` only reports to these are there. Raises ErrorReportRefused.
    """
    about, text = _texts(about, text)
    report = _close(conn, report_id, now, owners)
    conn.execute(
        insert(error_answer).values(
            report_id=report_id,
            page=report.page,
            about=about,
            text=text,
            language=language,
            answered=now,
            part=urlsplit(report.address).fragment,
        )
    )
    record_change(conn, "answer-error-report", detail=_name(report_id), now=now)


def close(
    conn: Connection, report_id: int, now: datetime, *, owners: Collection[str] | None = None
) -> None:
    """Leave a report without an answer. Raises ErrorReportRefused."""
    _close(conn, report_id, now, owners)
    record_change(conn, "close-error-report", detail=_name(report_id), now=now, shown=False)


def reopen(
    conn: Connection, report_id: int, now: datetime, *, owners: Collection[str] | None = None
) -> None:
    """Take an answer away, or what was left without one up again. Raises ErrorReportRefused."""
    report = _report(conn, report_id, owners)
    if report.closed is None:
        raise ErrorReportRefused(say("error_report.none", number=report_id))
    gone = conn.execute(delete(error_answer).where(error_answer.c.report_id == report_id))
    where = error_report.c.report_id == report_id
    conn.execute(update(error_report).where(where).values(closed=None))
    shown = gone.rowcount > 0
    record_change(conn, "reopen-error-report", detail=_name(report_id), now=now, shown=shown)


def _texts(about: str, text: str) -> tuple[str, str]:
    """What a text is about, on one line, and the text, without signs that nobody sees.

    Raises ErrorReportRefused.
    """
    about, text = " ".join(readable(about).split()), readable(text)
    if not about or not text or len(about) > MOST_ABOUT or len(text) > MOST_MESSAGE:
        raise ErrorReportRefused(
            say("error_report.needs_words", about=MOST_ABOUT, message=MOST_MESSAGE)
        )
    return about, text


def _close(
    conn: Connection, report_id: int, now: datetime, owners: Collection[str] | None
) -> Row[Any]:
    report = _report(conn, report_id, owners)
    if report.closed is not None:
        raise ErrorReportRefused(say("error_report.none", number=report_id))
    where = error_report.c.report_id == report_id
    conn.execute(update(error_report).where(where).values(closed=now))
    return report


def _report(conn: Connection, report_id: int, owners: Collection[str] | None) -> Row[Any]:
    where = error_report.c.report_id == report_id
    if owners is not None:
        where &= error_report.c.owner.in_(tuple(owners))
    report = conn.execute(select(error_report).where(where)).one_or_none()
    if report is None:
        raise ErrorReportRefused(say("error_report.none", number=report_id))
    return report


def _name(report_id: int) -> str:
    return f"report-{report_id}"
