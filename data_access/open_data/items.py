"""One row of a dataset by its key, and the releases that it is made from."""

import re
from collections.abc import Sequence
from typing import Any
from urllib.parse import quote

from sqlalchemy import Connection

from data_access import questions as ask
from data_access.exports.emissions import EmissionChoice
from data_access.open_data.datasets import DATASETS
from data_access.open_data.rows import (
    BY_CITY,
    EMISSIONS,
    Row,
    Shelf,
    emissions,
    of_cities,
    row_of,
)
from progress.dataset import Dataset, Kind
from progress.records import Release

NUMBER = re.compile(r"[1-9][0-9]{0,8}", re.ASCII)
"""A year or a number as addresses have it: one way to write each."""


def item_of(
    conn: Connection, version: str, dataset: Dataset, key: Sequence[str], shelf: Shelf
) -> Row | None:
    """The row whose key columns have these values, as they stand in addresses."""
    wanted = _typed(dataset, key)
    if wanted is None:
        return None
    if dataset.name in EMISSIONS:
        chosen: dict[str, list[object]] = {
            name: [value] for name, value in zip(dataset.key, wanted, strict=True)
        }
        return next(
            iter(list(emissions(conn, dataset.name, EmissionChoice(chosen, limit=1)))), None
        )
    if dataset.name in BY_CITY:
        code, municipalities = wanted[0], DATASETS["municipalities"]
        if row_of(shelf.rows(conn, version, municipalities), municipalities, (code,)) is None:
            return None
        return row_of(of_cities(conn, dataset.name, [code], None), dataset, wanted)
    return row_of(shelf.rows(conn, version, dataset), dataset, wanted)


def address_of(base: str, dataset: Dataset, row: Row) -> str:
    """Where a row is by itself."""
    key = "/".join(quote(str(row[name]), safe="") for name in dataset.key)
    return f"{base}/api/v1/{dataset.name}/{key}"


def releases_of(
    conn: Connection, version: str, dataset: Dataset, row: Row, shelf: Shelf
) -> tuple[Release, ...]:
    """The releases that a row rests on: its own, for a verdict also the goal's.

    Rows without a release of their own rest on every one of the dataset's kinds.
    """
    every = {release.label: release for release in ask.releases(conn)}
    labels = [row["label"]] if dataset.name == "releases" else []
    if row.get("release"):
        labels.append(row["release"])
    if dataset.name == "verdicts":
        goals = shelf.rows(conn, version, DATASETS["goals"])
        labels += [goal["release"] for goal in goals if goal["goal_id"] == row["goal_id"]]
    if not labels:
        labels = [
            label for label, release in every.items() if release.kind in dataset.subject.kinds
        ]
    return tuple(every[label] for label in labels if label in every)


def _typed(dataset: Dataset, key: Sequence[str]) -> tuple[Any, ...] | None:
    """A key from an address as the rows have it; None where a number is not written as one."""
    result: list[object] = []
    for name, text in zip(dataset.key, key, strict=True):
        if dataset.column(name).kind is not Kind.INTEGER:
            result.append(text)
        elif NUMBER.fullmatch(text):
            result.append(int(text))
        else:
            return None
    return tuple(result)
