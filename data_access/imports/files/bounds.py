"""How much a workbook may hold, and what is noted of its sheets before anything is opened.

A library that opens a sheet makes room for every cell from A1 to the last one: a file of 2 kB
with something in row 999999999 would take gigabytes. So sheets are measured first, as a stream.
"""

from dataclasses import dataclass, field

from data_access.imports.files.sheet import Cell, Merged
from progress.i18n import Words, say

UNPACKED_LIMIT = 150_000_000
"""A workbook is packed: one that unpacks to more bytes than this is refused unread."""

AREA_LIMIT = 1_200_000
"""Cells from A1 to the last that holds something: the country's nine sectors in 35 years are 91 000
rows, with all columns of an export about a million cells."""

ELEMENT_LIMIT = 3_000_000
"""Cells that a sheet names, also those with nothing in them."""

MARKUP_LIMIT = 8_000_000
"""Elements of any name in all parts of a workbook, each of which takes a microsecond to pass. A
cell is two of them, in some forty bytes: whatever unpacks to `UNPACKED_LIMIT` has fewer."""

TOKEN_LIMIT = 2_000_000
"""Bytes of one tag or declaration: the parser goes through one that does not end again with each
piece of it that comes, which takes the square of its length."""

TEXT_LIMIT = 20_000_000
"""Characters in a sheet, each text counted as often as it is shown."""

SHEET_LIMIT = 100

ROWS_LIMIT = 150_000
"""Rows of a file in our own columns: the country's sectors and totals in 35 years are 101 000."""

KEPT_LIMIT = 1_500_000
"""Cells of the wanted columns of a file in our own columns."""

PUBLISHED_LIMIT = 2_500_000
"""The same of a publisher's list: Swecris' whole one has 130 000 rows."""

FORMULA = say("import.formula_without_saved_value")
TODO_FORMULA = say("import.open_file_in_spreadsheet_program_and")


class TooLarge(Exception):  # noqa: N818
    """A workbook beyond the bounds: what was found, what is allowed, what to do."""

    def __init__(self, actual: Words, expected: Words, todo: Words = "") -> None:
        super().__init__(actual)
        self.actual, self.expected, self.todo = actual, expected, todo


@dataclass(slots=True)
class Measured:
    """What one sheet holds: its extent, and what the library that opens it does not tell.

    `errors` are the words that stand in cells instead of values (#N/A). `last_named` is the last
    row that the file names, perhaps with nothing in it.
    """

    last_row: int = 0
    last_column: int = -1
    last_named: int = 0
    elements: int = 0
    characters: int = 0
    errors: dict[Cell, str] = field(default_factory=dict)
    formulas: set[Cell] = field(default_factory=set)
    merged: list[Merged] = field(default_factory=list)

    def name(self, row: int, times: int = 1) -> None:
        """Notes a cell that the file names. Raises TooLarge."""
        self.last_named = max(self.last_named, row)
        self.elements += times
        if self.elements > ELEMENT_LIMIT:
            raise TooLarge(
                say("import.more_cells"),
                say("import.at_most_in_sheet", element_limit=ELEMENT_LIMIT),
            )

    def fill(self, row: int, column: int, characters: int) -> None:
        """Notes a cell that holds something. Raises TooLarge."""
        self.last_row = max(self.last_row, row)
        self.last_column = max(self.last_column, column)
        self.characters += characters
        area = self.last_row * (self.last_column + 1)
        if area > AREA_LIMIT:
            raise TooLarge(
                say("import.something_in_row_column", row=row, column=column + 1),
                say("import.at_most_cells_from_first_to", area_limit=AREA_LIMIT),
                say("import.take_away_what_stands_far_outside"),
            )
        if self.characters > TEXT_LIMIT:
            raise TooLarge(
                say("import.more_text"),
                say("import.at_most_characters_in_sheet", text_limit=TEXT_LIMIT),
            )
