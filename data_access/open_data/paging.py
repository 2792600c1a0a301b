"""Some rows of a dataset: those that were chosen, from where the last page ended."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import Any

from sqlalchemy import Connection

from data_access.exports.emissions import POSITION, TOTAL_POSITION, EmissionChoice
from data_access.open_data.datasets import DATASETS
from data_access.open_data.groups import grouped, in_sort_order
from data_access.open_data.rows import (
    ALL,
    BY_CITY,
    EMISSIONS,
    LATEST,
    SUBSECTORS,
    TOTALS,
    Row,
    Shelf,
    emissions,
    grouped_emissions,
    newest,
    of_cities,
    of_release,
    position_of,
)
from progress.dataset import Dataset, Filter, Kind, Match
from progress.emissions.series import Gas

BETWEEN = "~"
_MOST_DIGITS = 9
_EVERY_ROW = (("release", (LATEST,)), ("release", (ALL,)))
"""Choices that take no row of a dataset away whose rows are all there is."""


class BadCursor(ValueError):  # noqa: N818
    """The words for the place where a page ended are not ours."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """`values` by the filter's name, of the column's type; `cursor` as a page before gave it.

    `words` are all to be found in a row's texts. `sort` names columns, each with whether the
    highest comes first; without it rows come in order of their key. `group_by` makes one row of
    those that share these columns, with their number and the sums of the columns `sums`.
    """

    values: Mapping[str, tuple[Any, ...]]
    cursor: str | None
    limit: int
    words: tuple[str, ...] = ()
    sort: tuple[tuple[str, bool], ...] = ()
    group_by: tuple[str, ...] = ()
    sums: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Found:
    """A page. `cursor` leads to the next one; None where this is the last."""

    rows: tuple[Row, ...]
    cursor: str | None


def page_of(
    conn: Connection, version: str, dataset: Dataset, chosen: Chosen, shelf: Shelf
) -> Found:
    """At most `chosen.limit` rows in the dataset's order. Raises BadCursor."""
    if chosen.group_by or chosen.sort:
        return _sorted_page(conn, version, dataset, chosen, shelf)
    ints, key = _position(dataset)
    after = None if chosen.cursor is None else _read(chosen.cursor, ints)
    if dataset.name in EMISSIONS:
        choice = replace(
            _emission_choice(conn, dataset, chosen), after=after, limit=chosen.limit + 1
        )
        rows = emissions(conn, dataset.name, choice)
    elif dataset.name == SUBSECTORS:
        rows = _city_by_city(conn, version, dataset, chosen, shelf, after)
    else:
        rows = _matching(_rows(conn, version, dataset, chosen, shelf), dataset, chosen, after)
    return _page(rows, key, chosen.limit)


def page_of_rows(rows: tuple[Row, ...], dataset: Dataset, chosen: Chosen) -> Found:
    """As `page_of`, of all rows of a dataset in order of its key. Raises BadCursor."""
    if chosen.group_by or chosen.sort:
        return _ordered_page(_grouped(rows, dataset, chosen), dataset, chosen)
    ints = _whole_numbers(dataset, dataset.key)
    after = None if chosen.cursor is None else _read(chosen.cursor, ints)
    return _page(_matching(rows, dataset, chosen, after), dataset.key, chosen.limit)


def _sorted_page(
    conn: Connection, version: str, dataset: Dataset, chosen: Chosen, shelf: Shelf
) -> Found:
    """A page of rows that are put in order first, or grouped."""
    rows: Iterable[Row]
    if dataset.name in EMISSIONS:
        choice = _emission_choice(conn, dataset, chosen)
        rows = grouped_emissions(conn, dataset.name, choice, chosen.group_by)
    else:
        rows = _grouped(_rows(conn, version, dataset, chosen, shelf), dataset, chosen)
    return _ordered_page(rows, dataset, chosen)


def _grouped(rows: tuple[Row, ...], dataset: Dataset, chosen: Chosen) -> Iterator[Row]:
    """Those of the rows that are chosen, or what is made of those that belong together."""
    matching = _matching(rows, dataset, chosen, None)
    return grouped(matching, chosen.group_by, chosen.sums) if chosen.group_by else matching


def _ordered_page(rows: Iterable[Row], dataset: Dataset, chosen: Chosen) -> Found:
    key = chosen.group_by or dataset.key
    order = in_sort_order(rows, (*chosen.sort, *((name, False) for name in key)))
    begin = 0
    if chosen.cursor is not None:
        begin = 1 + next(
            (place for place, row in enumerate(order) if _cursor(row, key) == chosen.cursor), -1
        )
        if begin == 0:
            raise BadCursor(chosen.cursor)
    return _page(islice(order, begin, None), key, chosen.limit)


def _page(rows: Iterable[Row], key: Sequence[str], limit: int) -> Found:
    result = tuple(islice(rows, limit + 1))
    if len(result) <= limit:
        return Found(result, None)
    return Found(result[:-1], _cursor(result[limit - 1], key))


def _cursor(row: Row, key: Sequence[str]) -> str:
    return BETWEEN.join(str(row[name]) for name in key)


def cursor_pattern(dataset: Dataset) -> str:
    """What a cursor looks like, as a regular expression. Each such text is a place in the order."""
    parts = (
        f"[0-9]{{1,{_MOST_DIGITS}}}" if is_int else "[^~]+" for is_int in _position(dataset)[0]
    )
    return f"^{BETWEEN.join(parts)}$"


def _position(dataset: Dataset) -> tuple[tuple[bool, ...], tuple[str, ...]]:
    """Which parts of a cursor are whole numbers, and the columns that it is made of."""
    if dataset.name in EMISSIONS:
        position = TOTAL_POSITION if dataset.name == TOTALS else POSITION
        return tuple(name != "municipality_code" for name in position), position
    return _whole_numbers(dataset, dataset.key), dataset.key


def _whole_numbers(dataset: Dataset, names: Sequence[str]) -> tuple[bool, ...]:
    return tuple(dataset.column(name).kind is Kind.INTEGER for name in names)


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


def _rows(
    conn: Connection, version: str, dataset: Dataset, chosen: Chosen, shelf: Shelf
) -> tuple[Row, ...]:
    """All rows of a small dataset, of `BY_CITY` those of the chosen municipalities."""
    release = _release(dataset, chosen)
    if dataset.name in BY_CITY and "municipality" in chosen.values:
        return of_cities(conn, dataset.name, chosen.values["municipality"], release)
    return shelf.rows(conn, version, dataset, release)


def _city_by_city(
    conn: Connection,
    version: str,
    dataset: Dataset,
    chosen: Chosen,
    shelf: Shelf,
    after: tuple[Any, ...] | None,
) -> Iterator[Row]:
    """The rows of a dataset that is too large to be kept: no city is read that the page has no
    need of. Its key begins with the municipality."""
    every = shelf.rows(conn, version, DATASETS["municipalities"])
    codes = chosen.values.get("municipality") or [row["code"] for row in every]
    for code in sorted(codes):
        if after is None or code >= after[0]:
            yield from _matching(
                of_cities(conn, dataset.name, [code], None), dataset, chosen, after
            )


def _release(dataset: Dataset, chosen: Chosen) -> str | None:
    """The release that the rows are worked out on, where one can be chosen and is."""
    read_on = (filter_.name for filter_ in dataset.filters if filter_.match is Match.READ_ON)
    labels = (chosen.values[name][0] for name in read_on if name in chosen.values)
    return next((label for label in labels if label != LATEST), None)


def _emission_choice(conn: Connection, dataset: Dataset, chosen: Chosen) -> EmissionChoice:
    values = dict(chosen.values)
    (first,), (last,) = values.pop("year_from", (None,)), values.pop("year_to", (None,))
    labels = values.pop("release", (LATEST,))
    if "municipality" in values:
        values["municipality_code"] = values.pop("municipality")
    if labels == (LATEST,):
        gases = [Gas(gas) for gas in values.get("gas", ())]
        choice = newest(conn, dataset.name, gases, values.get("municipality_code"))
    else:
        choice = of_release(conn, dataset.name, ALL)
        if labels != (ALL,):
            values["release"] = labels
    return replace(choice, one_of={**choice.one_of, **values}, year_from=first, year_to=last)


def _matching(
    rows: tuple[Row, ...], dataset: Dataset, chosen: Chosen, after: tuple[Any, ...] | None
) -> Iterator[Row]:
    begin = 0
    if after is not None:
        begin = bisect_right(rows, after, key=lambda row: position_of(row, dataset))
    wanted = {
        name: values for name, values in chosen.values.items() if (name, values) not in _EVERY_ROW
    }
    filters = [filter_ for filter_ in dataset.filters if filter_.name in wanted]
    for row in islice(rows, begin, None):
        if all(_meets(row, filter_, wanted[filter_.name]) for filter_ in filters) and (
            not chosen.words or _holds(row, dataset, chosen.words)
        ):
            yield row


def _meets(row: Row, filter_: Filter, wanted: tuple[Any, ...]) -> bool:
    value = row[filter_.column.name]
    if filter_.match is Match.READ_ON:
        return True
    if value is None:
        return False
    match filter_.match:
        case Match.IN_LIST:
            return any(choice in value for choice in wanted)
        case Match.FROM:
            return bool(value >= wanted[0])
        case Match.TO:
            return bool(value <= wanted[0])
        case Match.ONE_OF:
            return value in wanted


def _holds(row: Row, dataset: Dataset, words: Sequence[str]) -> bool:
    """Whether each of the words, in small letters, is part of one of the row's texts."""
    texts = [str(row[column.name]).casefold() for column in dataset.columns if column.is_prose]
    return all(any(word in text for text in texts) for word in words)
