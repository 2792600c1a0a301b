"""The data page's questions."""

from data_access import questions
from data_access.reading import Connection
from layouts import data
from layouts.addresses import Address
from layouts.page import Page


def ask(conn: Connection, address: Address) -> Page | None:
    """Every release and source."""
    answers = data.DataAnswers(questions.releases(conn), questions.sources(conn))
    return data.page(address, answers)
