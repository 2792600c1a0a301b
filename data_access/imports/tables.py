"""What importers of plain tables share: reading rows, repeated keys, what a file is held to."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from data_access.imports.cells import RowCells
from data_access.imports.draft import OPERATOR, Options, Problems, StoreFacts
from data_access.imports.organisation_numbers import Standing, organisation_number
from data_access.imports.reading import read_table
from data_access.records.words import EXAMPLE
from progress.i18n import messages, say

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
    """Notes a problem where a key stands a second time. `what` names such rows: a KIND, mostly."""

    def __init__(self, what: str) -> None:
        key = f"import.once.{what}"
        self._once = say(key if key in messages("en") else "import.once.row")
        self._first: dict[Key, int] = {}

    def check(self, cells: RowCells, column: str, key: Key) -> None:
        """Notes `key` at this row; a problem in `column` if it was there before."""
        row = self._first.setdefault(key, cells.row.number)
        if row != cells.row.number:
            cells.problem(column, self._once, say("import.stands_already", row=row))


def source_of(cells: RowCells, facts: StoreFacts, options: Options) -> str | None:
    """The row's source; where it names none, that of its release."""
    return cells.word("source_id", facts.source_ids, options.source_id or OPERATOR)


def check_no_example(cells: RowCells, column: str) -> None:
    """The example rows of our templates are not taken for somebody's figures."""
    if cells.cell(column).startswith(EXAMPLE):
        cells.problem(
            column, say("import.id_of_your_own"), say("import.take_templates_example_rows_away")
        )


def number_of(cells: RowCells, column: str) -> str:
    """An organisation's number in one form. What is wrong with it is told, the number is not:
    it could be a person's."""
    read = organisation_number(cells.text(column))
    if read.standing in (Standing.PERSONAL, Standing.INVALID):
        result = (
            say("import.persons_number")
            if read.standing is Standing.PERSONAL
            else say("import.no_such_number")
        )
        cells.problems.add(
            cells.table.file,
            cells.row.number,
            column,
            result,
            say("import.organisations_number_as_212000_0142"),
            say("import.leave_cell_empty_for_sole_trader"),
        )
    return cells.text(column) if read.standing is Standing.FOREIGN else read.number
