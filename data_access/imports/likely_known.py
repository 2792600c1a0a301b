"""What rows of a file are held against: what the store, or the file itself, has of the same."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import Any, NamedTuple

from sqlalchemy import Connection, Table

from data_access.imports.doubts import inhabitants, territories
from data_access.imports.draft import Rows
from data_access.questions.newest import newest
from data_access.tables import grant
from progress.i18n import LazyText

Row = Mapping[str, Any]
YearlyFigures = dict[int, float]
Histories = dict[tuple[Any, ...], YearlyFigures]


class Question(NamedTuple):
    """A figure that must be asked about: its column, what it is of, and why."""

    column: str
    name: str
    value: float
    why: LazyText | None


class Known:
    """What the store has of the places that rows speak of; each thing is asked for once."""

    def __init__(self, conn: Connection, rows: Rows) -> None:
        self._conn = conn
        names = ("municipality_code", "beneficiary_municipality_code")
        self._codes = {str(code) for row in rows for name in names if (code := row.get(name))}

    @cached_property
    def people(self) -> dict[str, YearlyFigures]:
        return inhabitants(self._conn, self._codes)

    @cached_property
    def territory(self) -> dict[str, YearlyFigures]:
        return territories(self._conn, self._codes)

    def latest_people(self, code: str | None) -> float | None:
        years = self.people.get(code or "", {})
        return years[max(years)] if years else None

    def history(self, table: Table, keys: tuple[str, ...], value: str) -> Histories:
        """The values that hold now, by their keys without the year (the last of them)."""
        rows = self._conn.execute(newest(table, *(table.c[key] for key in keys))).mappings()
        return histories(rows, keys, value)

    @cached_property
    def grants(self) -> dict[str, float]:
        """The amounts of grants that hold now."""
        rows = self._conn.execute(newest(grant, grant.c.grant_id))
        return {row.grant_id: float(row.amount) for row in rows if row.amount is not None}


def histories(rows: Iterable[Mapping[Any, Any]], keys: tuple[str, ...], value: str) -> Histories:
    """Key without its year (the last) → year → value."""
    result: Histories = defaultdict(dict)
    for row in rows:
        if row[value] is not None:
            *place, when = (row[key] for key in keys)
            result[tuple(place)][int(str(when)[:4])] = float(row[value])
    return result


def basis(held: YearlyFigures | None, in_file: YearlyFigures, year: int) -> YearlyFigures:
    """What a year's figure is held against: what the store has, else the file's other years."""
    return held or {known: value for known, value in in_file.items() if known != year}


Questions = Iterator[tuple[Row, Question]]
