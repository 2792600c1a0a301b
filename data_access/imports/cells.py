"""Reads one row's cells as years, numbers, codes and words, and names every cell that is none."""

import json
import math
import re
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from data_access.columns import FIRST_YEAR, LAST_YEAR
from data_access.imports.amounts import Amount, NotAnAmount, amount
from data_access.imports.contacts import without_contacts
from data_access.imports.dates import NotADate, partial_date
from data_access.imports.frame import Problems, StoreFacts
from data_access.imports.reading import FileRow, FileTable

TRUE_WORDS = frozenset({"true", "yes", "ja", "1"})
FALSE_WORDS = frozenset({"false", "no", "nej", "0"})
NUMBER = re.compile(r"[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?$")


def plain_number(text: str, decimal_comma: bool) -> str | None:
    """Digits and a point for a number as people write it; None where its meaning is unclear.

    Spaces between thousands and a true minus sign are accepted, a decimal comma only where the
    file's separator is not a comma.
    """
    if NUMBER.match(text):
        return text
    digits = text.replace(" ", "").replace("−", "-")
    if "," in digits:
        if not decimal_comma or "." in digits or digits.count(",") > 1:
            return None
        digits = digits.replace(",", ".")
    return digits if NUMBER.match(digits) else None


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

    def problem(self, column: str, expected: str, todo: str = "") -> None:
        """Notes that the cell in `column` is not as expected."""
        value = self.cell(column)
        self.problems.add(self.table.file, self.row.number, column, value, expected, todo)

    def text(self, column: str, *, required: bool = False) -> str:
        """The cell's text; empty where the column is missing."""
        value = self.cell(column)
        if required and not value:
            self.problem(column, "a text")
        return value

    def prose(self, column: str, *, required: bool = False) -> str:
        """The cell's text without e-mail addresses and telephone numbers."""
        return without_contacts(self.text(column, required=required))

    def word(self, column: str, allowed: Collection[str], default: str | None = None) -> str | None:
        """One of the allowed words; the default where the cell is empty."""
        value = self.cell(column)
        if not value and default is not None:
            return default
        if value in allowed:
            return value
        self.problem(column, "one of " + ", ".join(sorted(filter(None, allowed))))
        return None

    def several(self, column: str) -> list[str]:
        """The words of a list: with semicolons between them, or as JSON has it."""
        value = self.cell(column)
        if value.startswith("["):
            try:
                found = json.loads(value)
            except ValueError:
                found = None
            if isinstance(found, list):
                return [str(one) for one in found]
            self.problem(column, "words with semicolons between them")
            return []
        return [one for one in value.split(";") if one]

    def code(self, column: str = "municipality_code", *, required: bool = True) -> str | None:
        """A municipality's four-digit code that the store knows."""
        value = self.cell(column)
        if not value and not required:
            return None
        if value in self.facts.codes:
            return value
        todo = ""
        if value.isdigit() and len(value) < 4:
            todo = "format the column as text: leading zeros were lost"
        self.problem(column, "a municipality's four-digit code", todo)
        return None

    def year(self, column: str, *, required: bool = False) -> int | None:
        """A plausible year as a whole number."""
        value = self.cell(column)
        if not value and not required:
            return None
        if value.isascii() and value.isdigit() and FIRST_YEAR <= int(value) <= LAST_YEAR:
            return int(value)
        self.problem(column, f"a year from {FIRST_YEAR} to {LAST_YEAR}")
        return None

    def number(self, column: str, *, required: bool = False) -> float | None:
        """A finite number; None where the cell is empty."""
        digits = self._digits(column, required)
        if digits is None:
            return None
        value = float(digits)
        if math.isfinite(value):
            return value
        self.problem(column, "a finite number")
        return None

    def amount(self, column: str, *, required: bool = False) -> Decimal | None:
        """An exact amount that is not negative; None where the cell is empty. No range."""
        found = self.money(column, required=required)
        if found is None:
            return None
        if found.low != found.high:
            self.problem(column, "a single amount")
            return None
        return found.low

    def money(self, column: str, *, required: bool = False) -> Amount | None:
        """An amount or range, with the currency that the cell names, as `12,5 Mkr`."""
        value = self.cell(column)
        if not value:
            if required:
                self.problem(column, "an amount")
            return None
        digits = plain_number(value, self.table.decimal_comma)
        try:
            if digits is None:
                return amount(value)
            plain = Decimal(digits)
            if plain < 0:
                raise NotAnAmount("an amount that is not negative")
            return Amount(plain, plain, "")
        except NotAnAmount as reason:
            self.problem(column, str(reason))
            return None

    def whole(self, column: str, *, required: bool = False) -> int | None:
        """A whole number that is not negative; None where the cell is empty."""
        digits = self._digits(column, required)
        if digits is None:
            return None
        if digits.isdigit():
            return int(digits)
        self.problem(column, "a whole number that is not negative")
        return None

    def truth(self, column: str) -> bool | None:
        """Yes or no; None where the cell is empty."""
        value = self.cell(column).lower()
        if not value:
            return None
        if value in TRUE_WORDS | FALSE_WORDS:
            return value in TRUE_WORDS
        self.problem(column, "true or false")
        return None

    def day(self, column: str) -> date | None:
        """A day as year-month-day; None where the cell is empty."""
        value = self.cell(column)
        if not value:
            return None
        try:
            return date.fromisoformat(value)
        except ValueError:
            self.problem(column, "a day as 2024-05-31")
            return None

    def partial_date(self, column: str) -> str:
        """A date, made `2023-05-31`, or as much of it as is published (`2023`), or empty."""
        value = self.cell(column)
        try:
            return partial_date(value) if value else ""
        except NotADate as reason:
            self.problem(column, str(reason))
            return value

    def _digits(self, column: str, required: bool) -> str | None:
        value = self.cell(column)
        if not value:
            if required:
                self.problem(column, "a number")
            return None
        digits = plain_number(value, self.table.decimal_comma)
        if digits is None:
            todo = "write a point as decimal mark and no thousands marks" if "," in value else ""
            self.problem(column, "a number", todo)
        return digits
