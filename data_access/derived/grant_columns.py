"""The grants of each release column by column, stored with it: read a hundred times faster than as
many rows.

The portfolio counts all grants at once. Rows of a release never change, so its columns are written
once, in the same transaction; where they are missing or do not fit the rows (one was withdrawn,
say), they are made from these when they are read.
"""

import zlib
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from io import BytesIO
from itertools import groupby
from typing import Any

import numpy as np
import numpy.typing as npt
from sqlalchemy import Connection, Select, delete, func, insert, select

from data_access.derived.texts import Texts
from data_access.tables import grant, grant_column, grant_place, release
from progress.money.choice import PLACES_APART
from progress.money.filters import NAMED
from progress.money.registered import RECIPIENT

YEARS = ("part_year", "decision_year", "start")
"""What a grant is dated by: the first that is known (`progress.records.Grant.year`)."""

WORDS = (
    *("level", "source_id", *NAMED, *RECIPIENT),
    *("allocation", "amount_kind", "decision", "currency", "climate"),
    *(*YEARS, "end", "places"),
)
"""Columns of few different words; dates, truths and codes are words too, empty where unknown.
`places` are all municipalities that a grant names, apart by `PLACES_APART`."""

TEXTS = ("grant_id", "title")
"""Columns of a text for each row; titles are case-folded, to be searched."""

_READ = (
    *(*(name for name in WORDS if name in grant.c), *TEXTS),
    *("is_climate", "amount"),
)

AMOUNT, KEY = "amount", "key"
"""Columns of numbers: the amount in its currency (NaN where unknown), and a number that stands for
the id: two ids of a million have the same once in thirty million stores."""


EVERY = (*WORDS, *TEXTS, AMOUNT, KEY)

_PLAIN = ("grant_id", AMOUNT, KEY)
"""Columns that the first view after an import reads and that hold a value of its own for each row:
to unpack them takes ten times as long as to read them as they are."""


@dataclass(frozen=True, slots=True)
class Words:
    """A column whose `codes` are places in `words`, each of which is there once."""

    codes: npt.NDArray[np.integer]
    words: Sequence[str]

    @classmethod
    def of(cls, values: Sequence[str]) -> "Words":
        """The column with these values."""
        place = {word: number for number, word in enumerate(dict.fromkeys(values))}
        codes = np.fromiter(map(place.__getitem__, values), np.int32, len(values))
        return cls(codes.astype(np.min_scalar_type(-max(len(place), 1))), list(place))


@dataclass(frozen=True, slots=True)
class GrantColumns:
    """Some columns of a release's grants, rows in the order of their ids."""

    words: dict[str, Words]
    texts: dict[str, Texts]
    numbers: dict[str, npt.NDArray[Any]]


def key_of(grant_id: str) -> int:
    """The number that stands for an id."""
    return int.from_bytes(blake2b(grant_id.encode(), digest_size=8).digest(), "big", signed=True)


def put_columns(conn: Connection, release_id: int) -> None:
    """Writes a release's columns from its rows, in place of those it had."""
    conn.execute(delete(grant_column).where(grant_column.c.release_id == release_id))
    columns = _made(conn, release_id)
    rows = [
        {"release_id": release_id, "name": name, "data": zlib.compress(data, _level(name))}
        for name, data in _encoded(columns)
    ]
    conn.execute(insert(grant_column), rows)


def refresh_columns(conn: Connection, *, all_of_them: bool = False) -> None:
    """Writes the columns of the releases whose stored ones do not fit their rows, or of all."""
    sizes = _sizes(conn, select(release.c.release_id))
    stored = {} if all_of_them else _stored(conn, sizes, (*TEXTS, AMOUNT, KEY))
    for release_id in sizes:
        if stored.get(release_id) is None:
            put_columns(conn, release_id)


def wrong_columns(conn: Connection) -> Iterator[str]:
    """The labels of the releases whose stored columns are not those of their rows."""
    sizes = _sizes(conn, select(release.c.release_id))
    stored = _stored(conn, sizes, EVERY)
    for release_id in sizes:
        columns = stored.get(release_id)
        if columns is None or dict(_encoded(columns)) != dict(_encoded(_made(conn, release_id))):
            of_id = release.c.release_id == release_id
            yield conn.scalars(select(release.c.label).where(of_id)).one()


def read_columns(conn: Connection, names: Collection[str]) -> list[GrantColumns]:
    """These columns of each published release with grants, the oldest first."""
    sizes = _sizes(conn, select(release.c.release_id).where(release.c.published))
    stored = _stored(conn, sizes, names)
    return [stored.get(release_id) or _made(conn, release_id) for release_id in sizes]


def _sizes(conn: Connection, releases: Select[tuple[int]]) -> dict[int, int]:
    """Release → how many grants it has, the oldest first."""
    rows = conn.execute(
        select(grant.c.release_id, func.count().label("rows"))
        .where(grant.c.release_id.in_(releases))
        .group_by(grant.c.release_id)
        .order_by(grant.c.release_id)
    )
    return {row.release_id: row.rows for row in rows}


def _stored(
    conn: Connection, sizes: Mapping[int, int], names: Collection[str]
) -> dict[int, GrantColumns]:
    """What is stored for releases, but where a column is missing or has another number of rows."""
    wanted = {*names, *(_words_of(name) for name in names if name in WORDS)}
    rows = conn.execute(
        select(grant_column)
        .where(grant_column.c.release_id.in_(sizes), grant_column.c.name.in_(sorted(wanted)))
        .order_by(grant_column.c.release_id)
    )
    result = {}
    for release_id, some in groupby(rows, key=lambda row: row.release_id):
        data = {row.name: zlib.decompress(row.data) for row in some}
        if data.keys() == wanted:
            columns = _decoded(data, names)
            if _lengths(columns) == {sizes[release_id]}:
                result[release_id] = columns
    return result


def _decoded(data: Mapping[str, bytes], names: Collection[str]) -> GrantColumns:
    return GrantColumns(
        {
            name: Words(_array(data[name]), Texts(data[_words_of(name)]).to_list())
            for name in names
            if name in WORDS
        },
        {name: Texts(data[name]) for name in names if name in TEXTS},
        {name: _array(data[name]) for name in names if name in (AMOUNT, KEY)},
    )


def _lengths(columns: GrantColumns) -> set[int]:
    return {
        *(len(column.codes) for column in columns.words.values()),
        *map(len, columns.texts.values()),
        *map(len, columns.numbers.values()),
    }


def _made(conn: Connection, release_id: int) -> GrantColumns:
    """All columns, of a release's rows."""
    rows = conn.execute(
        select(*(grant.c[name] for name in _READ))
        .where(grant.c.release_id == release_id)
        .order_by(grant.c.grant_id)
    ).all()
    named = conn.execute(
        select(grant_place.c.grant_id, grant_place.c.municipality_code)
        .where(grant_place.c.release_id == release_id)
        .order_by(grant_place.c.grant_id, grant_place.c.municipality_code)
    )
    places = {
        grant_id: PLACES_APART.join(row.municipality_code for row in some)
        for grant_id, some in groupby(named, key=lambda row: row.grant_id)
    }
    derived: dict[str, Callable[[Any], str]] = {
        "climate": lambda row: {None: "", True: "yes", False: "no"}[row.is_climate],
        "places": lambda row: places.get(row.grant_id, ""),
    }
    words = {
        name: Words.of(
            [derived[name](row) for row in rows]
            if name in derived
            else [str(getattr(row, name) or "") for row in rows]
        )
        for name in WORDS
    }
    amounts = [np.nan if row.amount is None else float(row.amount) for row in rows]
    return GrantColumns(
        words,
        {
            "grant_id": Texts.of(row.grant_id for row in rows),
            "title": Texts.of(row.title.casefold() for row in rows),
        },
        {
            AMOUNT: np.array(amounts, np.float64),
            KEY: np.array([key_of(row.grant_id) for row in rows], np.int64),
        },
    )


def _encoded(columns: GrantColumns) -> Iterator[tuple[str, bytes]]:
    for name, column in columns.words.items():
        yield name, _bytes(column.codes)
        yield _words_of(name), Texts.of(column.words).data
    for name, texts in columns.texts.items():
        yield name, texts.data
    for name, numbers in columns.numbers.items():
        yield name, _bytes(numbers)


def _level(name: str) -> int:
    """How hard zlib packs a column."""
    return 0 if name in _PLAIN else -1


def _bytes(array: npt.NDArray[Any]) -> bytes:
    stream = BytesIO()
    np.save(stream, array, allow_pickle=False)
    return stream.getvalue()


def _array(data: bytes) -> npt.NDArray[Any]:
    result: npt.NDArray[Any] = np.load(BytesIO(data), allow_pickle=False)
    return result


def _words_of(name: str) -> str:
    return f"{name}.words"
