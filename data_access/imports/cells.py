"""Reads one row's cells as years, numbers, codes and words, and names every cell that is none."""

import json
import re
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from data_access.imports.amounts import Amount, NotAnAmount, amount
from data_access.imports.contacts import without_contacts
from data_access.imports.dates import EXPECTED, NotADate, partial_date
from data_access.imports.draft import Problems, StoreFacts
from data_access.imports.files import FileRow
from data_access.imports.numbers import A_NUMBER, NotANumber, number, year
from data_access.imports.places_in_files import A_CODE, advice_on, municipality_in, notice_on
from data_access.imports.reading import FileTable
from data_access.imports.words import FALSE, TRUE, AllowedWords, value_of
from progress.i18n import Words, say

HEADINGS = ("title", "title_sv", "title_en", "name", "publisher", "organisation")
"""How columns end that become headings, links and labels."""

LONGEST_HEADING = 300
MARKUP = re.compile(r"</?[A-Za-z][^<>]*>")


@dataclass(frozen=True, slots=True)
class RowCells:
    """The cells of one row. A reading that fails notes a problem and gives None."""

    table: FileTable
    row: FileRow
    facts: StoreFacts
    problems: Problems

    def cell(self, column: str) -> str:
        """The cell as it stands; empty where there is no such column."""
        place = self.table.columns.get(column)
        return "" if place is None else self.row.cells[place]

    def problem(self, column: str, expected: Words, todo: Words = "") -> None:
        """Notes that the cell in `column` is not as expected."""
        value = self.cell(column)
        if not value:
            todo = self.table.advice_on(self.row.number, column) or todo
        self.problems.add(self.table.file, self.row.number, column, value, expected, todo)

    def text(self, column: str, *, required: bool = False) -> str:
        """The cell's text; empty where the column is missing."""
        value = self.cell(column)
        if required and not value:
            self.problem(column, say("import.text"))
        if column.endswith(HEADINGS) and (len(value) > LONGEST_HEADING or MARKUP.search(value)):
            self.problem(
                column,
                say("import.text_of_at_most_characters_without", longest_heading=LONGEST_HEADING),
            )
        return value

    def prose(self, column: str, *, required: bool = False) -> str:
        """The cell's text without e-mail addresses and telephone numbers."""
        return without_contacts(self.text(column, required=required))

    def word(self, column: str, allowed: Collection[str], default: str | None = None) -> str | None:
        """One of the allowed words; the default where the cell is empty."""
        value = self.cell(column)
        if not value and default is not None:
            return default
        word = value_of(value, allowed)
        if word is not None:
            return word
        words = AllowedWords(tuple(sorted(filter(None, allowed))))
        self.problem(column, say("import.one_of", words=words))
        return None

    def several(self, column: str) -> list[str]:
        """The words of a list: with semicolons between them, or as JSON has it."""
        value = self.cell(column)
        if value.startswith("["):
            try:
                result = json.loads(value)
            except ValueError:
                result = None
            if isinstance(result, list):
                return [str(item) for item in result]
            self.problem(column, say("import.words_with_semicolons_between_them"))
            return []
        return [item for item in value.split(";") if item]

    def code(self, column: str = "municipality_code", *, required: bool = True) -> str | None:
        """The code of a municipality that the store knows, named by its code or its name."""
        value, only_of = self.cell(column), self.facts.only_of
        if not value and not required and not only_of:
            return None
        code = municipality_in(value, self.facts)
        if code is None:
            self.problem(column, A_CODE, advice_on(value, self.facts))
        elif only_of not in ("", code):
            self.problem(column, say("import.municipality_that_file_is_of", code=only_of))
        self.problems.notice(notice_on(self.table.file, value, self.facts))
        return code

    def year(self, column: str, *, required: bool = False) -> int | None:
        """A plausible year as a whole number."""
        value = self.cell(column)
        if not value and not required:
            return None
        try:
            return year(value)
        except NotANumber as reason:
            self.problem(column, reason.expected, reason.todo)
            return None

    def number(
        self, column: str, *, required: bool = False, largest: Decimal | None = None
    ) -> float | None:
        """A finite number; None where the cell is empty. `largest`: what it can be at most."""
        value = self._exact(column, required, largest)
        return None if value is None else float(value)

    def amount(self, column: str, *, required: bool = False) -> Decimal | None:
        """An exact amount that is not negative; None where the cell is empty. No range."""
        result = self.money(column, required=required)
        if result is None:
            return None
        if result.low != result.high:
            self.problem(column, say("import.single_amount"))
            return None
        return result.low

    def money(self, column: str, *, required: bool = False, signed: bool = False) -> Amount | None:
        """An amount or range, with the currency that the cell names, as `12,5 Mkr`; `signed` where
        it can be negative."""
        value = self.cell(column)
        if not value:
            if required:
                self.problem(column, say("import.amount"))
            return None
        try:
            return amount(value, decimal_comma=self.table.decimal_comma, signed=signed)
        except NotAnAmount as reason:
            self.problem(column, reason.expected, reason.todo)
            return None

    def whole(self, column: str, *, required: bool = False) -> int | None:
        """A whole number that is not negative; None where the cell is empty."""
        value = self._exact(column, required)
        if value is None:
            return None
        if value >= 0 and value == value.to_integral_value():
            return int(value)
        self.problem(column, say("import.whole_number_that_is_not_negative"))
        return None

    def truth(self, column: str) -> bool | None:
        """Yes or no; None where the cell is empty."""
        value = self.cell(column).casefold()
        if not value:
            return None
        if value in TRUE | FALSE:
            return value in TRUE
        self.problem(column, say("import.true_or_false"))
        return None

    def day(self, column: str) -> date | None:
        """A day as year-month-day; None where the cell is empty."""
        value = self.cell(column)
        if not value:
            return None
        try:
            return date.fromisoformat(partial_date(value))
        except ValueError:
            self.problem(column, say("import.day_as_2024_05_31"))
            return None

    def partial_date(self, column: str) -> str:
        """A date, made `2023-05-31`, or as much of it as is published (`2023`), or empty."""
        value = self.cell(column)
        try:
            return partial_date(value) if value else ""
        except NotADate:
            self.problem(column, EXPECTED)
            return value

    def _exact(self, column: str, required: bool, largest: Decimal | None = None) -> Decimal | None:
        value = self.cell(column)
        if not value:
            if required:
                self.problem(column, A_NUMBER)
            return None
        try:
            return number(value, self.table.decimal_comma, largest)
        except NotANumber as reason:
            self.problem(column, reason.expected, reason.todo)
            return None
