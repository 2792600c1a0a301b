"""Reads a publisher's file as records: only the fields asked for, and never a person's."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from data_access.imports.amounts import SEK, NotAnAmount, amount
from data_access.imports.contacts import PERSONAL_COLUMNS, without_contacts
from data_access.imports.dates import EXPECTED, NotADate, partial_date
from data_access.imports.draft import Problems
from data_access.imports.files import Location, Sheet, clean, open_sheet
from data_access.imports.files.bounds import PUBLISHED_LIMIT
from data_access.imports.files.json_rows import json_of
from data_access.imports.files.text import MOST_ROWS
from data_access.imports.headers import is_footnote, wanted_rows, without_formulas
from data_access.imports.numbers import NotANumber, year
from progress.i18n import Words, say

NOTHING = frozenset(
    {"uppgift saknas", "n.a.", "n/a", "na", "nan", "none", "null", "-", "–", "okänt", "saknas"}
)
"""What publishers write where they know nothing."""

QUOTED_AT_START = re.compile(r'(^|;)""(?=[^";\r\n])(.*?)(?<!")""(?=;"|\r?\n|\Z)', re.S | re.M)
"""A field that opens with a doubled quotation mark but lacks the one around it (CORDIS)."""


@dataclass(frozen=True, slots=True)
class Record:
    """One record of a file. `number`: a table's row (the header is 1), or the place in a list.

    Field names are in small letters. A reading that fails notes a problem and gives None or "".
    """

    file: str
    number: int
    values: Mapping[str, Any]
    problems: Problems
    decimal_comma: bool | None = None

    def problem(self, column: str, expected: Words, todo: Words = "", value: object = None) -> None:
        """Notes that a field is not as expected; contacts in it are not told."""
        result = self.values.get(column.casefold()) if value is None else value
        value_shown = without_contacts(str("" if result is None else result))[:200]
        self.problems.add(self.file, self.number, column, value_shown, expected, todo)

    def key(self, column: str, *, required: bool = False) -> str:
        """The field as it stands, for what is an identifier, a date or a number."""
        value = self.values.get(column.casefold())
        text = "" if value is None else " ".join(clean(str(value)).split())
        if text.casefold() in NOTHING:
            text = ""
        if required and not text:
            self.problem(column, say("import.text"), say("import.ask_publisher_for_complete_file"))
        return text

    def text(self, column: str, *, required: bool = False) -> str:
        """The field's words without contacts; empty where the publisher knows nothing."""
        return without_contacts(self.key(column, required=required))

    def amount(self, column: str, *, signed: bool = True) -> tuple[Decimal | None, str]:
        """Whole units, and the currency that the field itself names, if any.

        `signed` where money can have been paid back.
        """
        value = self.values.get(column.casefold())
        if isinstance(value, int | float) and not isinstance(value, bool):
            value = format(Decimal(str(value)), "f") if value == value else "nan"
            comma: bool | None = False
        else:
            value, comma = self.key(column), self.decimal_comma
        if not value:
            return None, ""
        try:
            result = amount(value, decimal_comma=comma, signed=signed)
            if result.low != result.high:
                raise NotAnAmount(say("import.single_amount"))
        except NotAnAmount as reason:
            self.problem(column, reason.expected, reason.todo)
            return None, ""
        return result.low, result.currency

    def sek(self, column: str) -> Decimal | None:
        """An amount in kronor."""
        value, currency = self.amount(column)
        if currency not in ("", SEK):
            self.problem(column, say("import.amount_in_kronor"))
        return value

    def day(self, column: str) -> str:
        """A date, as exact as it is published; empty where there is none."""
        text = self.key(column)
        if not text:
            return ""
        try:
            return partial_date(text)
        except NotADate:
            self.problem(column, EXPECTED)
            return ""

    def year(self, column: str) -> int | None:
        """A plausible year."""
        text = self.key(column)
        if not text:
            return None
        try:
            return year(text)
        except NotANumber as reason:
            self.problem(column, reason.expected, reason.todo)
            return None

    def inside(self, column: str) -> "Iterator[Record]":
        """The records of a list within this record, or the single one."""
        value = self.values.get(column.casefold())
        several = value if isinstance(value, list) else [value]
        for item in several:
            if isinstance(item, dict):
                yield Record(self.file, self.number, small(item), self.problems, self.decimal_comma)


def small(fields: Mapping[str, Any]) -> dict[str, Any]:
    """The fields under names in small letters, without those of persons."""
    return {
        name.casefold(): value
        for name, value in fields.items()
        if name.casefold() not in PERSONAL_COLUMNS
    }


def records(
    path: Path,
    required: Sequence[str],
    optional: Sequence[str],
    problems: Problems,
    *,
    decimal_comma: bool | None = None,
) -> list[Record]:
    """The records of a JSON or CSV file or a workbook; none after naming why it can't be read.

    A file's column is known by its beginning, in any case: publishers add units and dates to names.
    """
    if Location.of(path).is_json:
        return json_records(path, required, problems)
    return table_records(path, required, optional, problems, decimal_comma)


def json_records(path: Path, required: Sequence[str], problems: Problems) -> list[Record]:
    """The records of a list, of an object that holds one list, or a single object."""
    data = json_of(path, problems)
    if data is None:
        return []
    if isinstance(data, dict) and not any(name.casefold() in small(data) for name in required):
        lists = [value for value in data.values() if isinstance(value, list)]
        data = lists[0] if len(lists) == 1 else data
    rows = data if isinstance(data, list) else [data]
    result = []
    for number, row in enumerate(rows, start=1):
        if not isinstance(row, dict):
            problems.add(
                path.name, number, "", type(row).__name__, say("import.object_with_fields")
            )
            continue
        fields = small(row)
        for name in required:
            if name.casefold() not in fields:
                problems.add(
                    path.name,
                    number,
                    name,
                    say("import.no_such_field"),
                    say("import.field_to_be_there"),
                )
        result.append(Record(path.name, number, fields, problems, decimal_comma=False))
    if not result and not problems:
        problems.add(
            path.name, None, "", say("import.no_records"), say("import.at_least_one_record")
        )
    return result


def table_records(
    path: Path,
    required: Sequence[str],
    optional: Sequence[str],
    problems: Problems,
    decimal_comma: bool | None,
) -> list[Record]:
    """The rows of a CSV file or of the sheet of a workbook that fits."""
    sheet = table_sheet(path, (*required, *optional), problems)
    if sheet is None:
        return []
    header_row, header = sheet.header
    places = columns_of(header, (*required, *optional))
    for name in required:
        if name not in places:
            problems.add(
                sheet.file,
                header_row,
                name,
                say("import.no_such_column"),
                say("import.column_to_be_there"),
            )
    if not set(required) <= set(places):
        return []
    rows = []
    for row in wanted_rows(sheet, places, problems, PUBLISHED_LIMIT, MOST_ROWS):
        if sheet.ragged and (len(row.cells) < len(header) or any(row.cells[len(header) :])):
            if is_footnote(row):
                continue
            wanted = say("import.cells_as_in_header", width=len(header))
            problems.add(
                sheet.file, row.number, "", say("import.cells", number=len(row.cells)), wanted
            )
            continue
        rows.append(row)
    comma = sheet.decimal_comma if decimal_comma is None else decimal_comma
    result = [
        Record(
            sheet.file,
            number,
            {name.casefold(): cells[place] for name, place in places.items()},
            problems,
            comma,
        )
        for number, cells in without_formulas(sheet, rows, places, problems)
    ]
    if not result and not problems:
        problems.add(
            sheet.file, None, "", say("import.no_rows"), say("import.at_least_one_row_under_header")
        )
    return result


def table_sheet(path: Path, wanted: Sequence[str], problems: Problems) -> Sheet | None:
    """The sheet and header in which most of the wanted columns stand."""
    return open_sheet(path, lambda row: len(columns_of(row, wanted)), problems, mend_quotes)


def mend_quotes(text: str) -> str:
    """The text with the quotation marks that CORDIS leaves out."""
    return QUOTED_AT_START.sub(r'\1"""\2"""', text)


def columns_of(header: Sequence[str], wanted: Sequence[str]) -> dict[str, int]:
    """The place of each wanted column: the one of that name, else the first that begins so."""
    names = [" ".join(name.split()).casefold() for name in header]
    places = {}
    for column in wanted:
        key = column.casefold()
        alike = [place for place, name in enumerate(names) if name.startswith(key)]
        if alike:
            places[column] = names.index(key) if key in names else alike[0]
    return places
