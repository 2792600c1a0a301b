"""The rows of each dataset: what is exported, with the release, publisher and licence of each."""

from bisect import bisect_left
from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from threading import Lock
from typing import Any

from sqlalchemy import Connection

from data_access import questions as ask
from data_access.exports import export
from data_access.exports.emissions import (
    EmissionChoice,
    emission_groups,
    emission_rows,
    newest_territorial,
    total_rows,
)
from data_access.exports.provenance import labels_by_id, release_labels
from data_access.exports.subsectors import subsector_rows
from data_access.exports.tables import check_release, verdict_rows
from data_access.open_data.building import RELEASED
from data_access.open_data.datasets import DATASETS
from progress.dataset import Dataset
from progress.emissions.series import Gas
from progress.records import Source

Row = Mapping[str, Any]

VERDICTS, TOTALS = "verdicts", "emission-totals"
SUBSECTORS = "emission-subsectors"
BY_CITY = (VERDICTS, SUBSECTORS)
"""The datasets of which one municipality's rows are read without those of the others."""
EMISSIONS: Mapping[str, Gas] = {
    name: Gas(dataset.subject.gas) for name, dataset in DATASETS.items() if dataset.subject.gas
}
"""The datasets that are read from the store row by row; the gas of each where none is chosen."""

LATEST, ALL = "latest", "all"
"""What stands for a release: the one that the site shows, and every one."""

MOST_CACHED = len(DATASETS) + 10
"""Every dataset, and verdicts on some earlier releases."""

MOST_CACHED_ROWS = 50_000
"""Of one dataset; more are read each time."""


def emissions(conn: Connection, name: str, choice: EmissionChoice) -> Iterator[Row]:
    """Emissions or their totals as they are read from the store, with publisher and licence."""
    origins = _origins_of_releases(conn)
    read = total_rows if name == TOTALS else emission_rows
    for row in read(conn, choice):
        yield {**row, **origins[row["release"]]}


def grouped_emissions(
    conn: Connection, name: str, choice: EmissionChoice, by: Sequence[str]
) -> Iterator[Row]:
    """How many rows share these columns, and what they emit together."""
    return emission_groups(conn, choice, by, totals=name == TOTALS)


def newest(
    conn: Connection, name: str, gases: Sequence[Gas] = (), codes: Sequence[str] | None = None
) -> EmissionChoice:
    """The rows that the site shows: of the dataset's gas, where no other is named, and of all
    municipalities, where none are."""
    held_by = newest_territorial(conn, gases or [EMISSIONS[name]], codes)
    return EmissionChoice({}, held_by=held_by)


def of_cities(
    conn: Connection, name: str, codes: Sequence[str], release: str | None
) -> tuple[Row, ...]:
    """The rows of some municipalities in a dataset of `BY_CITY`, in order of its key.

    Raises UnknownRelease.
    """
    read = _verdicts if name == VERDICTS else _subsectors
    return tuple(in_key_order(DATASETS[name], read(conn, release, codes)))


def row_of(rows: Sequence[Row], dataset: Dataset, key: tuple[Any, ...]) -> Row | None:
    """The row with this key among all of a dataset, which lie in its order."""

    def key_of(row: Row) -> tuple[Any, ...]:
        return position_of(row, dataset)

    place = bisect_left(rows, key, key=key_of)
    return rows[place] if place < len(rows) and key_of(rows[place]) == key else None


def position_of(row: Row, dataset: Dataset) -> tuple[Any, ...]:
    """Where a row stands in its dataset's order: its key, days as they stand in addresses."""
    values = (row[name] for name in dataset.key)
    return tuple(value.isoformat() if isinstance(value, date) else value for value in values)


def whole(conn: Connection, name: str, release: str = LATEST) -> Iterable[Row]:
    """Every row of a dataset, in its order; emissions are read as they are asked for.

    `release`: a label, `LATEST` (what the site shows), or `ALL` of the dataset's gas or gases.
    """
    if name not in EMISSIONS:
        return _in_order(conn, DATASETS[name], None)
    return emissions(conn, name, of_release(conn, name, release))


def of_release(conn: Connection, name: str, release: str) -> EmissionChoice:
    """Which emissions a release, `LATEST` or `ALL` are."""
    if release == LATEST:
        return newest(conn, name)
    only: dict[str, list[str]] = {} if release == ALL else {"release": [release]}
    if not DATASETS[name].has_filter("gas"):
        only["gas"] = [EMISSIONS[name]]
    return EmissionChoice(only)


class Shelf:
    """The rows of the small datasets in one state of the store. Safe to use from several threads.

    Emissions do not lie here: there are too many of them.
    """

    def __init__(self) -> None:
        self._cache: OrderedDict[tuple[str, str, str | None], tuple[Row, ...]] = OrderedDict()
        self._lock = Lock()

    def rows(
        self, conn: Connection, version: str, dataset: Dataset, release: str | None = None
    ) -> tuple[Row, ...]:
        """All rows in order of the key. `release` only means something for verdicts."""
        key = (version, dataset.name, release)
        with self._lock:
            if key in self._cache:
                self._cache.move_to_end(key)
                return self._cache[key]
        result = tuple(_in_order(conn, dataset, release))
        if len(result) > MOST_CACHED_ROWS:
            return result
        with self._lock:
            self._cache[key] = result
            while len(self._cache) > MOST_CACHED:
                self._cache.popitem(last=False)
        return result


def _in_order(conn: Connection, dataset: Dataset, release: str | None) -> list[Row]:
    return in_key_order(dataset, _rows(dataset.name)(conn, release))


def in_key_order(dataset: Dataset, rows: Iterable[Row]) -> list[Row]:
    """The rows in the order of the dataset."""
    return sorted(rows, key=lambda row: tuple(row[name] for name in dataset.key))


def _rows(name: str) -> Callable[[Connection, str | None], Iterable[Row]]:
    """How the rows of a dataset are read: as they are exported, where nothing else is said."""
    if name in _ROWS:
        return _ROWS[name]
    if name in RELEASED:
        return lambda conn, _release: _of_releases(conn, export(conn, name))
    return lambda conn, _release: export(conn, name)


def _of_releases(conn: Connection, rows: Iterable[Row]) -> Iterator[Row]:
    """Rows that have their release's id, with its label, publisher and licence."""
    labels, origins = labels_by_id(conn), _origins_of_releases(conn)
    for row in rows:
        label = labels[row["release_id"]]
        yield {**row, "release": label, **origins[label]}


def _verdicts(
    conn: Connection, release: str | None, codes: Sequence[str] | None = None
) -> Iterator[Row]:
    if release is not None:
        check_release(conn, VERDICTS, release)
    origins = _origins_of_releases(conn)
    nothing = {"publisher": None, "licence": None}
    for row in verdict_rows(conn, release, codes):
        yield {**row, **origins.get(row["release"], nothing)}


def _subsectors(
    conn: Connection, _release: str | None, codes: Sequence[str] | None = None
) -> Iterator[Row]:
    origins = _origins_of_releases(conn)
    for row in subsector_rows(conn, None, codes):
        yield {**row, **origins[row["release"]]}


def _with_release(name: str) -> Callable[[Connection, str | None], Iterable[Row]]:
    def rows(conn: Connection, _release: str | None) -> Iterator[Row]:
        labels, origins = release_labels(conn, name), _origins_of_releases(conn)
        key = DATASETS[name].key
        for row in export(conn, name):
            label = labels[tuple(row[part] for part in key)]
            yield {**row, "release": label, **origins[label]}

    return rows


def _with_source(name: str) -> Callable[[Connection, str | None], Iterable[Row]]:
    """As above, where each row names a source of its own."""

    def rows(conn: Connection, release: str | None) -> Iterator[Row]:
        sources = ask.sources(conn)
        for row in _with_release(name)(conn, release):
            yield {**row, **_origin(sources[row["source_id"]])}

    return rows


def _indicators(conn: Connection, release: str | None) -> Iterator[Row]:
    definitions = {
        indicator_definition.indicator_id: indicator_definition
        for indicator_definition in ask.indicator_definitions(conn)
    }
    for row in _with_release("indicators")(conn, release):
        about = definitions[row["indicator_id"]]
        yield {
            **row,
            "name_en": about.name_en,
            "unit": about.unit_en,
            **_origin(about.source),
        }


def _origins_of_releases(conn: Connection) -> dict[str, dict[str, str]]:
    return {release.label: _origin(release.source) for release in ask.releases(conn)}


def _origin(source: Source) -> dict[str, str]:
    return {"publisher": source.publisher, "licence": source.licence}


_ROWS: Mapping[str, Callable[[Connection, str | None], Iterable[Row]]] = {
    VERDICTS: _verdicts,
    SUBSECTORS: _subsectors,
    "commitments": _with_release("commitments"),
    "indicators": _indicators,
    "grants": _with_source("grants"),
    "investment-actions": _with_source("investment-actions"),
}
