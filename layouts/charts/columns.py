"""A table as text: heads and cells, with what a file holds and how a year is read out."""

from dataclasses import dataclass
from enum import StrEnum

Value = str | int | float | None
"""A cell of a file: a number is a number, not its digits; None where nothing is known."""


class Role(StrEnum):
    """What the cells of a column are to the series that they belong to."""

    VALUE = "value"
    BAND = "band"
    STATUS = "status"


@dataclass(frozen=True, slots=True)
class Reading:
    """How a column is read out for one year: which series, in which unit, in which panel.

    `status` holds for all its values; None where a column of statuses follows. A band belongs to
    the value column before it, a status to every value column since the last one of statuses.
    """

    role: Role
    series: str = ""
    unit: str = ""
    panel: str = ""
    status: str | None = ""


@dataclass(frozen=True, slots=True)
class Column:
    """A head and its cells from top to bottom. The first column of a table names its rows.

    `values` are the columns of a file that hold the same, (head, values) each: unrounded, and a
    range as two of them. Where there are none the file has the cells.
    """

    head: str
    cells: tuple[str, ...]
    numeric: bool = True
    values: tuple[tuple[str, tuple[Value, ...]], ...] = ()
    reading: Reading | None = None

    @property
    def in_file(self) -> tuple[tuple[str, tuple[Value, ...]], ...]:
        """The columns of a file that hold what this one shows."""
        return self.values or ((self.head, self.cells),)


@dataclass(frozen=True, slots=True)
class Rows:
    """A whole table. `notes` are sentences under it."""

    caption: str
    columns: tuple[Column, ...]
    notes: tuple[str, ...] = ()
