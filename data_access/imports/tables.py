"""What importers of plain tables share: reading rows, repeated keys, what a file is held to."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from data_access.imports.cells import RowCells
from data_access.imports.draft import OPERATOR, Options, Problems, StoreFacts
from data_access.imports.organisation_numbers import Standing, organisation_number
from data_access.imports.reading import read_table
from data_access.records.words import EXAMPLE

Key = tuple[object, ...]


def rows_of(
    files: Sequence[Path],
    required: Sequence[str],
    optional: Sequence[str],
    facts: StoreFacts,
    problems: Problems,
) -> Iterator[RowCells]:
    """The rows of all files in order."""
    for path in files:
        table = read_table(path, required, optional, problems)
        if table is not None:
            for row in table.rows:
                yield RowCells(table, row, facts, problems)


class Once:
    """Notes a problem where a key stands a second time."""

    def __init__(self, what: str) -> None:
        self._what = what
        self._first: dict[Key, int] = {}

    def check(self, cells: RowCells, column: str, key: Key) -> None:
        """Notes `key` at this row; a problem in `column` if it was there before."""
        row = self._first.setdefault(key, cells.row.number)
        if row != cells.row.number:
            cells.problem(column, f"{self._what} once", f"it stands in row {row} already")


def source_of(cells: RowCells, facts: StoreFacts, options: Options) -> str | None:
    """The row's source; where it names none, that of its release."""
    return cells.word("source_id", facts.source_ids, options.source_id or OPERATOR)


def check_no_example(cells: RowCells, column: str) -> None:
    """The example rows of our templates are not taken for somebody's figures."""
    if cells.cell(column).startswith(EXAMPLE):
        cells.problem(column, "an id of your own", "take the template's example rows away")


def number_of(cells: RowCells, column: str) -> str:
    """An organisation's number in one form. What is wrong with it is told, the number is not:
    it could be a person's."""
    read = organisation_number(cells.text(column))
    if read.standing in (Standing.PERSONAL, Standing.INVALID):
        result = "a person's number" if read.standing is Standing.PERSONAL else "no such number"
        cells.problems.add(
            cells.table.file,
            cells.row.number,
            column,
            result,
            "an organisation's number as 212000-0142",
            "leave the cell empty for a sole trader, and correct a slip of the pen",
        )
    return cells.text(column) if read.standing is Standing.FOREIGN else read.number
