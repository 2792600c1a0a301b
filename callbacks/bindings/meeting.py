"""The questions of a meeting: the same answers as the city page and the money page."""

from callbacks.bindings import city, money, what_if
from data_access import questions
from data_access.clock import today
from data_access.reading import Connection
from data_access.snapshots import freeze, read_snapshot, snapshot_names
from layouts.frame.page import Page
from layouts.links.addresses import Address, QueryProblem
from layouts.links.query import PARAMETERS
from layouts.meeting import MeetingAnswers
from layouts.meeting import page as layout
from progress.snapshot_difference import difference


def answers_of(conn: Connection, address: Address) -> MeetingAnswers | None:
    """What a meeting looks at; None where there is no municipality of that slug.

    It is compared with the newest snapshot where the address names none. A snapshot or a release
    that the address names and the store has not is among the problems.
    """
    shown = city.answers_of(conn, address)
    if shown is None:
        return None
    code = shown.municipality.code
    names = snapshot_names(conn, code)
    number = address.get("meeting")
    since = next(
        (name for name in names if number is None or str(name.snapshot_id) == number), None
    )
    old = None if since is None else read_snapshot(conn, since.snapshot_id)
    unknown = number is not None and since is None
    problem = QueryProblem(PARAMETERS["meeting"].name(address.lang), number or "")
    return MeetingAnswers(
        city=shown,
        money=money.answers_of(conn, shown.municipality),
        today=today(),
        version=questions.store_version(conn),
        snapshots=names,
        since=since,
        difference=None if old is None else difference(old, freeze(conn, code)),
        frozen=old,
        behind=questions.releases_behind(conn, code),
        decisions=questions.decisions(conn, code),
        what_if=what_if.answers_of(conn, address) if address.all("scenario") else None,
        problems=(problem,) if unknown else (),
    )


def ask(conn: Connection, address: Address) -> Page | None:
    """The meeting of the municipality that the slug names; None where there is none."""
    answers = answers_of(conn, address)
    if answers is None:
        return None
    shown = address.with_query(meeting=None) if answers.problems else address
    return layout(shown, answers)
