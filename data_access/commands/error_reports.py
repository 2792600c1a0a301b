"""Commands on readers' reports of errors: list them, answer on the page, close, take up again."""

import sys
from argparse import Namespace

from data_access import questions
from data_access.clock import now
from data_access.commands.language import translated
from data_access.commands.store import opened
from data_access.inside import error_reports
from data_access.readers import OPERATOR
from progress.i18n import language, say


def list_all(arguments: Namespace) -> int:
    """The reports that wait, newest first; with --all those that are closed too."""
    with opened(read_only=True, reader=OPERATOR) as engine, engine.connect() as conn:
        reports = questions.error_reports(conn, closed=arguments.all)
    print(
        f"{'id':>5}  {translated('klimat.head.written'):<12}{translated('klimat.head.owner'):<20}"
        f"{translated('klimat.head.text')}"
    )
    for report in reports:
        closed = "" if report.closed is None else f"[{translated('klimat.state.closed')}] "
        print(
            f"{report.report_id:>5}  {report.received:%Y-%m-%d}  {report.owner:<19} {closed}"
            f"{report.address}: {report.about}: {' '.join(report.message.split())}"
        )
    return 0


def answer(arguments: Namespace) -> int:
    """Publish an answer on the page that a report is about."""
    words = sys.stdin.read() if arguments.text == "-" else arguments.text
    with opened(read_only=False) as engine, engine.begin() as conn:
        error_reports.answer(conn, arguments.number, arguments.about, words, language(), now())
    print(say("klimat.error_report.answered", number=arguments.number))
    return 0


def close(arguments: Namespace) -> int:
    """Leave a report without an answer."""
    with opened(read_only=False) as engine, engine.begin() as conn:
        error_reports.close(conn, arguments.number, now())
    print(say("klimat.error_report.closed", number=arguments.number))
    return 0


def reopen(arguments: Namespace) -> int:
    """Take an answer away, or take up again what was left without one."""
    with opened(read_only=False) as engine, engine.begin() as conn:
        error_reports.reopen(conn, arguments.number, now())
    print(say("klimat.error_report.reopened", number=arguments.number))
    return 0
