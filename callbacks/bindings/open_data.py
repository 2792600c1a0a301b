"""The page on open data: the description that the addresses are made from, and the releases."""

from data_access import questions
from data_access.open_data import DATASETS
from data_access.open_data.forms import forms_of
from data_access.reading import Connection
from layouts import open_data
from layouts.frame.page import Page
from layouts.links.addresses import Address


def ask(conn: Connection, address: Address) -> Page | None:
    """Every dataset as it is described, with what its rows come from and the forms it is in."""
    answers = open_data.OpenDataAnswers(
        tuple(DATASETS.values()),
        questions.releases(conn),
        questions.store_changed(conn),
        {name: [form.suffix for form in forms_of(dataset)] for name, dataset in DATASETS.items()},
    )
    return open_data.page(address, answers)
