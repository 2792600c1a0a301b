"""Writing rows as CSV or JSON, row by row, so that size does not matter."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from typing import Any, TextIO

from data_access.columns import FORMULA_STARTS

PIECE_ROWS = 500
AMOUNT_DECIMALS = 2


def write_csv(columns: Sequence[str], rows: Iterable[Mapping[Any, Any]], stream: TextIO) -> None:
    """A header and one line for each row. Empty cell = nothing is known; nested values are JSON.

    Text is quoted and numbers, days and truths are not, so that a program that guesses types reads
    a code as text. Numbers of a column are written alike: whole ones without decimals where all
    are, else every one with them.
    """
    stream.writelines(csv_lines(columns, rows))


def csv_lines(
    columns: Sequence[str], rows: Iterable[Mapping[Any, Any]], *, for_spreadsheets: bool = True
) -> Iterator[str]:
    """As `write_csv`, in pieces of many lines, for an answer that is sent while it is made.

    Text that a spreadsheet would run keeps its words where the lines are not `for_spreadsheets`.
    """
    texts = QuotedTexts(for_spreadsheets=for_spreadsheets)
    piece = [_line([_head(column) for column in columns])]
    for row in rows:
        values = [row[column] for column in columns]
        piece.append(_line([texts[v] if type(v) is str else _cell(v) for v in values]))
        if len(piece) >= PIECE_ROWS:
            yield "".join(piece)
            piece.clear()
    yield "".join(piece)


def write_json(columns: Sequence[str], rows: Iterable[Mapping[Any, Any]], stream: TextIO) -> None:
    """A list with one object for each row. What is not known is null."""
    stream.write("[")
    between = "\n"
    for row in rows:
        stream.write(between)
        json.dump(
            {column: known(row[column]) for column in columns},
            stream,
            ensure_ascii=False,
            allow_nan=False,
            default=plain,
        )
        between = ",\n"
    stream.write("\n]\n")


def _line(cells: list[str]) -> str:
    # A line with nothing in it is no row to those who read it: its one cell is quoted.
    return f"{','.join(cells)}\n" if len(cells) > 1 or cells[0] else '""\n'


def _head(name: str) -> str:
    """A name of a column, in quotes only where it would else be taken for several, or for none."""
    text = _harmless(name)
    return _quoted(text) if any(mark in text for mark in ',"\r\n') else text


class QuotedTexts(dict[str, str]):
    """Text → its cell. Columns say the same few words over and over: each is quoted once."""

    MOST = 10_000
    """So many are remembered: memory does not grow with the file."""

    def __init__(self, *, for_spreadsheets: bool) -> None:
        self._for_spreadsheets = for_spreadsheets

    def __missing__(self, text: str) -> str:
        if len(self) >= self.MOST:
            self.clear()
        self[text] = cell = _quoted(_harmless(text) if self._for_spreadsheets else text)
        return cell


def _cell(value: Any) -> str:
    kind = type(value)
    if kind is int or kind is float:
        return str(value)
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Decimal):
        return _amount(value)
    if isinstance(value, date) and not isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, tuple | list | dict):
        return _quoted(json.dumps(value, ensure_ascii=False, allow_nan=False, default=plain))
    return _quoted(str(plain(value)) if isinstance(value, datetime | Enum) else str(value))


def _quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"' if text else ""


def _amount(value: Decimal) -> str:
    """The exact amount, with two decimals where it has fewer."""
    exponent = value.as_tuple().exponent
    if isinstance(exponent, int) and exponent < -AMOUNT_DECIMALS:
        return format(value, "f")
    return f"{value:.{AMOUNT_DECIMALS}f}"


def _harmless(text: str) -> str:
    """The text, with an apostrophe before it where a spreadsheet would run it as a formula.

    One that has apostrophes before such a beginning gets one more: so the import can take it off.
    """
    if not text.lstrip("'").startswith(FORMULA_STARTS) or _is_number(text):
        return text
    return f"'{text}"


def _is_number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True


def known(value: Any) -> Any:
    """The value; None for the empty text, by which the store has what is not known."""
    return None if value == "" else value


def plain(value: Any) -> Any:
    """Amounts as exact text, moments and days as ISO 8601."""
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, Enum):
        return value.value
    raise TypeError(f"cannot write {value!r}")
