"""What readers have reported as wrong, for those who answer; and the answers, for everyone."""

from sqlalchemy import Connection, bindparam, select

from data_access.tables import error_answer, error_report
from progress.error_reports import ErrorAnswer, ErrorReport

_REPORTS = select(error_report).order_by(error_report.c.received.desc())
_OPEN = _REPORTS.where(error_report.c.closed.is_(None))
_ANSWERS = select(error_answer).order_by(error_answer.c.answered.desc())
_OF_PAGE = _ANSWERS.where(error_answer.c.page == bindparam("page"))


def error_reports(conn: Connection, *, closed: bool = False) -> tuple[ErrorReport, ...]:
    """The reports that wait for those who read, newest first; with `closed` the others too.

    Everyone sees none, the operator all.
    """
    rows = conn.execute(_REPORTS if closed else _OPEN)
    return tuple(ErrorReport(**row._mapping) for row in rows)


def error_answers(conn: Connection, page: str | None = None) -> tuple[ErrorAnswer, ...]:
    """The answers that everyone reads, newest first: all, or those of the page with this path."""
    rows = conn.execute(_ANSWERS if page is None else _OF_PAGE, {"page": page} if page else {})
    return tuple(ErrorAnswer(**row._mapping) for row in rows)
