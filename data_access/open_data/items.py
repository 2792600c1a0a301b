"""One row of a dataset by its key, and the releases that it is made from."""

from collections.abc import Sequence

from sqlalchemy import Connection

from data_access import questions as ask
from data_access.exports.emissions import EmissionChoice
from data_access.open_data.datasets import DATASETS
from data_access.open_data.rows import EMISSIONS, Row, Shelf, emissions
from progress.dataset import Dataset, Kind
from progress.facts import Release


def item_of(
    conn: Connection, version: str, dataset: Dataset, key: Sequence[str], shelf: Shelf
) -> Row | None:
    """The row whose key columns have these values, as they stand in addresses."""
    if dataset.name == EMISSIONS:
        return _emission(conn, dataset, key)
    wanted = list(key)
    return next(
        (
            row
            for row in shelf.rows(conn, version, dataset)
            if [str(row[name]) for name in dataset.key] == wanted
        ),
        None,
    )


def releases_of(
    conn: Connection, version: str, dataset: Dataset, row: Row, shelf: Shelf
) -> tuple[Release, ...]:
    """The releases that a row rests on: its own, for a verdict also the goal's.

    Rows without a release of their own rest on every one of the dataset's kinds.
    """
    every = {one.label: one for one in ask.releases(conn)}
    labels = [row["label"]] if dataset.name == "releases" else []
    if "release" in row:
        labels.append(row["release"] or ((row.get("indicative") or {}).get("release")))
    if dataset.name == "verdicts":
        goals = shelf.rows(conn, version, DATASETS["goals"])
        labels += [goal["release"] for goal in goals if goal["goal_id"] == row["goal_id"]]
    if not labels:
        labels = [label for label, one in every.items() if one.kind in dataset.subject.kinds]
    return tuple(every[label] for label in labels if label in every)


def _emission(conn: Connection, dataset: Dataset, key: Sequence[str]) -> Row | None:
    chosen: dict[str, list[object]] = {}
    for name, text in zip(dataset.key, key, strict=True):
        if dataset.column(name).kind is not Kind.INTEGER:
            chosen[name] = [text]
        elif text.isascii() and text.isdecimal() and len(text) <= 4:
            chosen[name] = [int(text)]
        else:
            return None
    return next(iter(list(emissions(conn, EmissionChoice(chosen, limit=1)))), None)
