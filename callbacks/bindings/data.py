"""The data page's questions."""

from data_access import questions
from data_access.reading import Connection
from layouts import data
from layouts.addresses import Address
from layouts.page import Page


def ask(conn: Connection, address: Address) -> Page | None:
    """Every release and source."""
    releases = questions.releases(conn)
    late = {
        one.label: questions.late_sectors(conn, one.label)
        for one in releases
        if one.kind == "emissions"
    }
    answers = data.DataAnswers(releases, questions.sources(conn), late)
    return data.page(address, answers)
