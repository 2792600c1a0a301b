"""What a file gives: its header, and rows of text under it that know where they stand."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import NamedTuple

HEADER_WITHIN = 20
"""Rows, not counting empty ones, among which the header stands: titles can be above it."""

NO_BREAK_SPACES = ("\u00a0", "\u202f", "\u2007", "\u2009")

Fit = Callable[[Sequence[str]], int]
"""How many of the wanted columns a row names."""

Cell = tuple[int, int]
"""Row (from 1) and column (from 0)."""


class FileRow(NamedTuple):
    """One row: its number as a reader counts (the file's first is 1), its cells in order."""

    number: int
    cells: list[str]


class Merged(NamedTuple):
    """Cells that a spreadsheet shows as one: only the first holds what stands there."""

    first_row: int
    first_column: int
    last_row: int
    last_column: int

    def covers(self, row: int, column: int) -> bool:
        """Whether the cell is one of those that hold nothing."""
        within = (
            self.first_row <= row <= self.last_row
            and self.first_column <= column <= self.last_column
        )
        return within and (row, column) != (self.first_row, self.first_column)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table as it stands in a file. `rows` can be gone through once.

    `decimal_comma`: whether the file writes decimals with a comma (True where a semicolon or tab
    separates, False where a comma does), None where numbers that are text may use either.
    `above` are the rows over the header. `formulas` are cells whose result was never saved.
    `ragged`: whether rows of another length are a fault, as in CSV.
    """

    file: str
    header: FileRow
    rows: Iterator[FileRow]
    decimal_comma: bool | None
    above: tuple[FileRow, ...] = ()
    formulas: frozenset[Cell] = frozenset()
    merged: tuple[Merged, ...] = ()
    ragged: bool = False
    empty_below: tuple[int, int] | None = None
    notices: tuple[str, ...] = field(default=())

    def merged_with(self, row: int, column: int) -> int | None:
        """The row that holds what an empty cell shows, None where it is not merged."""
        for area in self.merged:
            if area.covers(row, column):
                return area.first_row
        return None


class Headed(NamedTuple):
    """A table's rows parted at its header. `fit` counts the columns that were found in it."""

    above: tuple[FileRow, ...]
    header: FileRow
    rows: Iterator[FileRow]
    fit: int


def headed(rows: Iterator[FileRow], fit: Fit) -> Headed | None:
    """The rows parted at the one of the first that fits best; None where there are no rows."""
    filled = (row for row in rows if any(row.cells))
    first = list(islice(filled, HEADER_WITHIN))
    if not first:
        return None
    fits = [fit(row.cells) for row in first]
    place = fits.index(max(fits))

    def under() -> Iterator[FileRow]:
        yield from first[place + 1 :]
        yield from filled

    return Headed(tuple(first[:place]), first[place], under(), fits[place])


def clean(cell: str) -> str:
    """Text without spaces at its ends, no-break and thin spaces made plain."""
    if cell.isascii():
        return cell.strip()
    for space in NO_BREAK_SPACES:
        cell = cell.replace(space, " ")
    return cell.strip()


def with_marks(cells: list[str], row: int, texts: Mapping[Cell, str]) -> list[str]:
    """The cells with what a workbook shows for errors, as #N/A, in their places."""
    for (at, column), text in texts.items():
        if at == row and column < len(cells):
            cells[column] = text
    return cells
