"""Rows put in another order than that of their key, and rows made of those that belong together."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from operator import itemgetter
from typing import Any

Row = Mapping[str, Any]


def grouped(rows: Iterable[Row], by: Sequence[str], sums: Sequence[str]) -> Iterator[Row]:
    """One row for each choice of values in `by`: `count`, and the sum of each of `sums`.

    A sum is of the values that are known; None where none is.
    """
    groups: dict[tuple[Any, ...], list[Row]] = {}
    for row in rows:
        groups.setdefault(tuple(_plain(row[name]) for name in by), []).append(row)
    for values, members in groups.items():
        yield {
            **dict(zip(by, values, strict=True)),
            "count": len(members),
            **{name: _sum(row[name] for row in members) for name in sums},
        }


def in_sort_order(rows: Iterable[Row], sort: Sequence[tuple[str, bool]]) -> list[Row]:
    """The rows by these columns in turn, each with whether the highest comes first.

    What is not known comes last.
    """
    result = list(rows)
    for name, highest_first in reversed(sort):
        known = [row for row in result if row[name] is not None]
        known.sort(key=itemgetter(name), reverse=highest_first)
        result = [*known, *(row for row in result if row[name] is None)]
    return result


def _plain(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


def _sum(values: Iterable[Any]) -> Any:
    known = [value for value in values if value is not None]
    return sum(known[1:], known[0]) if known else None
