"""Some rows of a dataset: those that were chosen, from where the last page ended."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Any

from sqlalchemy import Connection

from data_access.exports.emissions import POSITION, EmissionChoice
from data_access.open_data.rows import EMISSIONS, VERDICTS, Row, Shelf, emissions, verdicts_of
from progress.dataset import Dataset, Filter, Kind, Match

BETWEEN = "~"
_MOST_DIGITS = 9


class BadCursor(ValueError):  # noqa: N818
    """The words for the place where a page ended are not ours."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """`values` by the filter's name, of the column's type; `cursor` as a page before gave it."""

    values: Mapping[str, tuple[Any, ...]]
    cursor: str | None
    limit: int


@dataclass(frozen=True, slots=True)
class Found:
    """A page. `cursor` leads to the next one; None where this is the last."""

    rows: tuple[Row, ...]
    cursor: str | None


def page_of(
    conn: Connection, version: str, dataset: Dataset, chosen: Chosen, shelf: Shelf
) -> Found:
    """At most `chosen.limit` rows in the dataset's order. Raises BadCursor."""
    ints, key = _position(dataset)
    after = None if chosen.cursor is None else _read(chosen.cursor, ints)
    if dataset.name == EMISSIONS:
        rows = emissions(conn, _emission_choice(chosen, after))
    else:
        release = _release(dataset, chosen)
        if dataset.name == VERDICTS and "municipality" in chosen.values:
            every = verdicts_of(conn, chosen.values["municipality"], release)
        else:
            every = shelf.rows(conn, version, dataset, release)
        rows = _matching(every, dataset, chosen, after)
    result = tuple(islice(rows, chosen.limit + 1))
    if len(result) <= chosen.limit:
        return Found(result, None)
    last = result[chosen.limit - 1]
    return Found(result[:-1], BETWEEN.join(str(last[name]) for name in key))


def cursor_pattern(dataset: Dataset) -> str:
    """What a cursor looks like, as a regular expression. Each such text is a place in the order."""
    parts = (
        f"[0-9]{{1,{_MOST_DIGITS}}}" if is_int else "[^~]+" for is_int in _position(dataset)[0]
    )
    return f"^{BETWEEN.join(parts)}$"


def _position(dataset: Dataset) -> tuple[tuple[bool, ...], tuple[str, ...]]:
    """Which parts of a cursor are whole numbers, and the columns that it is made of."""
    if dataset.name == EMISSIONS:
        return (True, False, True, True), POSITION
    kinds = (dataset.column(name).kind for name in dataset.key)
    return tuple(kind is Kind.INTEGER for kind in kinds), dataset.key


def _read(cursor: str, ints: tuple[bool, ...]) -> tuple[Any, ...]:
    parts = cursor.split(BETWEEN)
    if len(parts) != len(ints) or not all(parts) or "\0" in cursor:
        raise BadCursor(cursor)
    if any(
        is_int and not (part.isascii() and part.isdecimal() and len(part) <= _MOST_DIGITS)
        for part, is_int in zip(parts, ints, strict=True)
    ):
        raise BadCursor(cursor)
    return tuple(int(part) if is_int else part for part, is_int in zip(parts, ints, strict=True))


def _release(dataset: Dataset, chosen: Chosen) -> str | None:
    """The release that the rows are worked out on, where one can be chosen and is."""
    read_on = (filter_.name for filter_ in dataset.filters if filter_.match is Match.READ_ON)
    return next((chosen.values[name][0] for name in read_on if name in chosen.values), None)


def _emission_choice(chosen: Chosen, after: Any) -> EmissionChoice:
    values = dict(chosen.values)
    (first,), (last,) = values.pop("year_from", (None,)), values.pop("year_to", (None,))
    if "municipality" in values:
        values["municipality_code"] = values.pop("municipality")
    return EmissionChoice(values, first, last, after, chosen.limit + 1)


def _matching(
    rows: tuple[Row, ...], dataset: Dataset, chosen: Chosen, after: tuple[Any, ...] | None
) -> Iterator[Row]:
    begin = 0
    if after is not None:
        begin = bisect_right(rows, after, key=lambda row: tuple(row[name] for name in dataset.key))
    filters = [filter_ for filter_ in dataset.filters if filter_.name in chosen.values]
    for row in islice(rows, begin, None):
        if all(_meets(row, filter_, chosen.values[filter_.name]) for filter_ in filters):
            yield row


def _meets(row: Row, filter_: Filter, wanted: tuple[Any, ...]) -> bool:
    value = row[filter_.column.name]
    if value is None and filter_.match is not Match.READ_ON:
        return False
    match filter_.match:
        case Match.IN_LIST:
            return any(choice in value for choice in wanted)
        case Match.FROM:
            return bool(value >= wanted[0])
        case Match.TO:
            return bool(value <= wanted[0])
        case Match.READ_ON:
            return True
        case Match.ONE_OF:
            return value in wanted
