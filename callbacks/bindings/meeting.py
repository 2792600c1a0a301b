"""The questions of a meeting: the same answers as the city page and the money page."""

from datetime import UTC, datetime

from callbacks.bindings import city, money
from data_access import questions
from data_access.reading import Connection
from layouts.addresses import Address
from layouts.meeting import MeetingAnswers
from layouts.meeting import page as layout
from layouts.page import Page


def ask(conn: Connection, address: Address) -> Page | None:
    """The meeting of the municipality that the slug names; None where there is none."""
    shown = city.answers_of(conn, address)
    if shown is None:
        return None
    answers = MeetingAnswers(
        city=shown,
        money=money.answers_of(conn, shown.municipality),
        today=datetime.now(UTC).date(),
        version=questions.store_version(conn),
    )
    return layout(address, answers)
