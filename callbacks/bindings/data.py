"""The data page's questions."""

from data_access import questions
from data_access.open_data import DATASETS
from data_access.reading import Connection
from layouts import data, release
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


def ask_release(conn: Connection, address: Address) -> Page | None:
    """One release; None where no release in use has the label."""
    found = next((one for one in questions.releases(conn) if one.label == address.slug), None)
    if found is None:
        return None
    datasets = tuple(one for one in DATASETS.values() if found.kind in one.subject.kinds)
    return release.page(address, release.ReleaseAnswers(found, datasets))
