"""A page of a dataset as JSON or CSV, kept as long as the store stays the same."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from io import StringIO
from urllib.parse import parse_qsl, urlencode

from callbacks.byte_cache import BoundedCache
from callbacks.open_data.asking import read
from callbacks.open_data.problems import bad_parameter, no_such_value
from data_access.exports import UnknownRelease, write_csv, write_json
from data_access.open_data import (
    DATASETS,
    BadCursor,
    Chosen,
    Shelf,
    cursor_pattern,
    page_of,
    row_of,
)
from data_access.reading import Connection, StoreReader
from progress.dataset import Dataset

JSON, CSV = "application/json", "text/csv"
MOST_CACHED_BYTES = 2_000_000
"""Some hundred pages of rows. What is sent often is kept as it is sent, by others."""


@dataclass(frozen=True, slots=True)
class Body:
    """What is sent, and the address of the page that follows; None where there is none."""

    content: bytes
    next: str | None


class Answers:
    """The datasets of one store as pages of rows. Safe to use from several threads."""

    def __init__(self, store: StoreReader) -> None:
        self._store = store
        self.shelf = Shelf()
        self._cache: BoundedCache[tuple[str, str, str, str], Body] = BoundedCache(MOST_CACHED_BYTES)

    def body(self, version: str, address: str, query: str, name: str, mime: str) -> Body:
        """A page of a dataset. `address` is that of the dataset, without `?`.

        Raises Problem for a query that cannot be used, StoreError where the store is away.
        """
        key = (version, address, query, mime)
        stored = self._cache.get(key)
        if stored is not None:
            return stored
        dataset = DATASETS[name]
        request = read(query, dataset)
        with self._store.connection() as conn:
            self._check_names(conn, version, request.chosen)
            try:
                result = page_of(conn, version, dataset, request.chosen, self.shelf)
            except BadCursor:
                raise _bad_cursor(request.chosen, dataset) from None
            except UnknownRelease as error:
                value = request.chosen.values["release"][0]
                raise no_such_value("release", value, str(error).partition(":")[0]) from None
        following = None if result.cursor is None else _next(address, query, result.cursor)
        written = StringIO()
        if mime == CSV:
            write_csv(request.fields, result.rows, written)
        else:
            head = {"dataset": name, "count": len(result.rows), "next": following}
            written.write(json.dumps(head, ensure_ascii=False)[:-1] + ', "items": ')
            write_json(request.fields, result.rows, written)
            written.write("}\n")
        body = Body(written.getvalue().encode(), following)
        self._cache.put(key, body, len(body.content) + 2 * len(query))
        return body

    def releases_of_emissions(self, version: str) -> tuple[str, ...]:
        """The labels of the releases that a file can be made of."""
        with self._store.connection() as conn:
            rows = self.shelf.rows(conn, version, DATASETS["releases"])
        return tuple(row["label"] for row in rows if row["kind"] == "emissions")

    def _check_names(self, conn: Connection, version: str, chosen: Chosen) -> None:
        """Raise Problem where a municipality or release is named that does not exist."""
        for name, dataset, what in (
            ("municipality", DATASETS["municipalities"], "municipality has this code"),
            ("release", DATASETS["releases"], "release has this label"),
        ):
            if name not in chosen.values:
                continue
            rows = self.shelf.rows(conn, version, dataset)
            for value in chosen.values[name]:
                if row_of(rows, dataset, (value,)) is None:
                    raise no_such_value(name, value, f"no {what}: see /api/v1/{dataset.name}")


def _bad_cursor(chosen: Chosen, dataset: Dataset) -> Exception:
    pattern = cursor_pattern(dataset)
    return bad_parameter("cursor", chosen.cursor or "", f"expected what matches {pattern}")


def _next(address: str, query: str, cursor: str) -> str:
    parameters: Iterable[tuple[str, str]] = parse_qsl(
        query, keep_blank_values=True, errors="replace"
    )
    pairs = [(name, value) for name, value in parameters if name != "cursor"]
    return f"{address}?{urlencode([*pairs, ('cursor', cursor)])}"
