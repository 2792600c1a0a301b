"""A page of a dataset as JSON or CSV, kept as long as the store stays the same."""

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from io import StringIO
from urllib.parse import parse_qsl, urlencode

from callbacks.byte_cache import BoundedCache
from callbacks.open_data.dumps import AS_OF, Dumps
from callbacks.open_data.problems import bad_parameter, no_such_value
from callbacks.open_data.query import read
from data_access.exports import UnknownRelease, write_csv, write_json
from data_access.open_data import (
    ALL,
    DATASETS,
    LATEST,
    BadCursor,
    Chosen,
    Shelf,
    cursor_pattern,
    page_of,
    page_of_rows,
    row_of,
    with_names,
)
from data_access.reading import Connection, StoreReader
from progress.dataset import Dataset

JSON, CSV = "application/json", "text/csv"
_MUNICIPALITIES = "/api/v1/municipalities"
MOST_CACHED_BYTES = 2_000_000
"""Some hundred pages of rows. What is sent often is kept as it is sent, by others."""


@dataclass(frozen=True, slots=True)
class Body:
    """What is sent, and the address of the page that follows; None where there is none."""

    content: bytes
    next: str | None


class Answers:
    """The datasets of one store as pages of rows. Safe to use from several threads."""

    def __init__(self, store: StoreReader, dumps: Dumps) -> None:
        self._store = store
        self._dumps = dumps
        self.shelf = Shelf()
        self._cache: BoundedCache[tuple[str, str, str, str], Body] = BoundedCache(MOST_CACHED_BYTES)

    def body(
        self, version: str, address: str, query: str, name: str, mime: str, day: date | None = None
    ) -> Body:
        """A page of a dataset, of now or of the dump of a day. `address` is that of the dataset,
        without `?`.

        Raises Problem for a query that cannot be used, StoreError where the store is away.
        """
        key = (version if day is None else day.isoformat(), address, query, mime)
        stored = self._cache.get(key)
        if stored is not None:
            return stored
        dataset = DATASETS[name]
        request = read(query, dataset)
        with self._store.connection() as conn:
            chosen = self._with_codes(conn, version, request.chosen)
            try:
                result = (
                    page_of(conn, version, dataset, chosen, self.shelf)
                    if day is None
                    else page_of_rows(self._dumps.rows(day, dataset), dataset, chosen)
                )
            except BadCursor:
                raise _bad_cursor(chosen, dataset) from None
            except UnknownRelease as error:
                value = chosen.values["release"][0]
                raise no_such_value("release", value, str(error).partition(":")[0]) from None
            rows = result.rows
            if request.names:
                municipalities = self.shelf.rows(conn, version, DATASETS["municipalities"])
                rows = tuple(with_names(rows, municipalities))
        following = None if result.cursor is None else _next(address, query, result.cursor)
        written = StringIO()
        if mime == CSV:
            write_csv(request.fields, rows, written)
        else:
            head = {
                "dataset": name,
                **({} if day is None else {AS_OF: day.isoformat()}),
                "count": len(rows),
                "next": following,
            }
            written.write(json.dumps(head, ensure_ascii=False)[:-1] + ', "items": ')
            write_json(request.fields, rows, written)
            written.write("}\n")
        body = Body(written.getvalue().encode(), following)
        self._cache.put(key, body, len(body.content) + 2 * len(query))
        return body

    def releases_of(self, version: str, dataset: Dataset) -> tuple[str, ...]:
        """The labels of the releases of emissions that a file of the dataset can be made of."""
        with self._store.connection() as conn:
            rows = self.shelf.rows(conn, version, DATASETS["releases"])
        every_gas = dataset.has_filter("gas")
        return tuple(
            row["label"]
            for row in rows
            if row["kind"] == "emissions" and (every_gas or row["gas"] == dataset.subject.gas)
        )

    def _with_codes(self, conn: Connection, version: str, chosen: Chosen) -> Chosen:
        """What is chosen, municipalities by their codes.

        Raises Problem where a municipality or release is named that does not exist.
        """
        values = dict(chosen.values)
        if "municipality" in values:
            municipalities = self.shelf.rows(conn, version, DATASETS["municipalities"])
            codes = {row["slug"]: row["code"] for row in municipalities}
            codes |= {code: code for code in codes.values()}
            for value in values["municipality"]:
                if value not in codes:
                    what = "no municipality has this code or name"
                    raise no_such_value("municipality", value, f"{what}: see {_MUNICIPALITIES}")
            wanted = dict.fromkeys(codes[value] for value in values["municipality"])
            values["municipality"] = tuple(wanted)
        releases = DATASETS["releases"]
        for label in values.get("release", ()):
            known = label in (LATEST, ALL) or row_of(
                self.shelf.rows(conn, version, releases), releases, (label,)
            )
            if not known:
                what = f"no release has this label: see /api/v1/{releases.name}"
                raise no_such_value("release", label, what)
        return replace(chosen, values=values)


def _bad_cursor(chosen: Chosen, dataset: Dataset) -> Exception:
    pattern = cursor_pattern(dataset)
    return bad_parameter("cursor", chosen.cursor or "", f"expected what matches {pattern}")


def _next(address: str, query: str, cursor: str) -> str:
    parameters: Iterable[tuple[str, str]] = parse_qsl(
        query, keep_blank_values=True, errors="replace"
    )
    pairs = [(name, value) for name, value in parameters if name != "cursor"]
    return f"{address}?{urlencode([*pairs, ('cursor', cursor)])}"
