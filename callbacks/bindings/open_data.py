"""The page on open data: the description that the addresses are made from, and the releases."""

from data_access import questions
from data_access.open_data import DATASETS
from data_access.reading import Connection
from layouts import open_data
from layouts.addresses import Address
from layouts.page import Page


def ask(conn: Connection, address: Address) -> Page | None:
    """Every dataset as it is described, with what its rows come from."""
    changed = questions.store_changed(conn)
    return open_data.page(address, tuple(DATASETS.values()), questions.releases(conn), changed)
