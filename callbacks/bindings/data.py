"""The data page's questions."""

from data_access import questions
from data_access.open_data import DATASETS
from data_access.reading import Connection
from layouts import data, release
from layouts.frame.page import Page
from layouts.links.addresses import Address


def ask(conn: Connection, address: Address) -> Page | None:
    """Every release and source."""
    releases = questions.releases(conn)
    late = {
        release.label: questions.late_sectors(conn, release.label)
        for release in releases
        if release.kind == "emissions"
    }
    corrections = questions.corrections(conn)
    answers = data.DataAnswers(releases, questions.sources(conn), late, corrections)
    return data.page(address, answers)


def ask_release(conn: Connection, address: Address) -> Page | None:
    """One release; None where no release in use has the label."""
    result = next(
        (release for release in questions.releases(conn) if release.label == address.slug), None
    )
    if result is None:
        return None
    # The rows of a release of carbon dioxide are asked for among the emissions.
    datasets = tuple(
        dataset
        for dataset in DATASETS.values()
        if result.kind in dataset.subject.kinds and dataset.name != "emissions-co2"
    )
    corrections = tuple(
        correction
        for correction in questions.corrections(conn)
        if result.label in (correction.key, correction.release)
    )
    return release.page(address, release.ReleaseAnswers(result, datasets, corrections))
