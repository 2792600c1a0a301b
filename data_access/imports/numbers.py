"""The one reader of numbers and years: as people write them in Sweden and elsewhere, never guessed.

Spaces of any kind part thousands, a comma or a point marks decimals, a true minus sign is one.
Where a text can be read in two ways (`12.300`), it is asked about.
"""

import re
from decimal import Decimal

from data_access.columns import FIRST_YEAR, LAST_YEAR
from progress.i18n import LazyText, Words, say

LONGEST = 60
"""Characters of a number: what is longer is no figure that anybody has measured."""

LARGEST = Decimal(10) ** 15
"""No emission in tonnes and no sum in kronor comes near it."""

SPACES = re.compile(r"\s+")
EXPONENT = re.compile(r"[+-]?(?:\d+(?:[.,]\d*)?|[.,]\d+)[eE][+-]?\d{1,3}$")
PLAIN = re.compile(r"[+-]?(?:\d+(?:\.\d*)?|\.\d+)$")
GROUPED = re.compile(r"[1-9]\d{0,2}(?:[.,]\d{3})+$")
SPACED = re.compile(r"\d{1,3}(?: \d{3})+$")
EVIDENT = re.compile(r"-?[0-9]{1,15}(?:\.(?:[0-9]{1,2}|[0-9]{4,15}))?\Z")
"""Digits and at most a point that can part no thousands: most cells there are, read at once."""
YEAR = re.compile(r"(\d{4})(?:[.,]0+)?$")

A_NUMBER = say("import.number")
A_YEAR = say("import.year_from_to", first_year=FIRST_YEAR, last_year=LAST_YEAR)


class NotANumber(ValueError):  # noqa: N818
    """The text is no number, or could be two; the message says what was expected."""

    def __init__(self, expected: LazyText = A_NUMBER, todo: Words = "") -> None:
        super().__init__(expected)
        self.expected, self.todo = expected, todo


def number(text: str, decimal_comma: bool | None = None, largest: Decimal | None = None) -> Decimal:
    """The exact number that a text says. Raises NotANumber.

    `decimal_comma`: whether the file marks decimals with a comma, None where it can be either.
    `largest`: what can be beyond no doubt; of two readings one above it is none.
    """
    possible = readings(text, decimal_comma)
    if largest is not None and len(possible) > 1:
        possible = [value for value in possible if abs(value) <= largest] or possible
    if len(possible) > 1:
        mark = say("import.comma" if "," in text else "import.point")
        first, second = (format(value, "f") for value in sorted(possible))
        raise NotANumber(
            say("import.without_it_could_mark_thousands_or", text=text, mark=mark),
            say("import.write_or", first=first, second=second),
        )
    if abs(possible[0]) >= LARGEST:
        raise NotANumber(say("import.number_below", largest=LARGEST))
    return possible[0]


def readings(text: str, decimal_comma: bool | None) -> list[Decimal]:
    """All that a text can mean as a number. Raises NotANumber where it is none."""
    if EVIDENT.match(text):
        return [Decimal(text)]
    digits = SPACES.sub(" ", text).strip().replace("−", "-")
    if len(digits) > LONGEST or not digits.isascii() or not any(map(str.isdigit, digits)):
        raise NotANumber
    if EXPONENT.match(digits):
        return [Decimal(digits.replace(",", "."))]
    sign, body = (digits[0], digits[1:]) if digits[:1] in ("+", "-") else ("", digits)
    if " " in body:
        whole = re.split("[.,]", body, maxsplit=1)[0]
        if not SPACED.match(whole):
            raise NotANumber(say("import.spaces_only_between_thousands"))
        return [plain(sign, body.replace(" ", "").replace(",", "."))]
    commas, points = body.count(","), body.count(".")
    if commas and points:
        return [both_marks(sign, body)]
    if commas + points > 1:
        if not GROUPED.match(body):
            raise NotANumber(say("import.thousands_in_groups_of_three"))
        return [plain(sign, body.replace(",", "").replace(".", ""))]
    as_decimal = plain(sign, body.replace(",", "."))
    certain = (decimal_comma is True and commas) or (decimal_comma is False and points)
    if certain or not GROUPED.match(body):
        return [as_decimal]
    return [as_decimal, plain(sign, body.replace(",", "").replace(".", ""))]


def both_marks(sign: str, body: str) -> Decimal:
    """The mark that stands last is the decimal mark, and may stand only once."""
    last, first = (",", ".") if body.rindex(",") > body.rindex(".") else (".", ",")
    if body.count(last) > 1 or not GROUPED.match(body.split(last)[0]):
        raise NotANumber(say("import.one_decimal_mark_and_thousands_in"))
    return plain(sign, body.replace(first, "").replace(last, "."))


def plain(sign: str, body: str) -> Decimal:
    """Digits with at most a point as a number. Raises NotANumber."""
    if not PLAIN.match(body):
        raise NotANumber
    return Decimal(sign + body)


def year(text: str) -> int:
    """A plausible year, also as spreadsheets write it (2015.0). Raises NotANumber."""
    match = YEAR.match(text)
    if match is None or not text.isascii() or not FIRST_YEAR <= int(match[1]) <= LAST_YEAR:
        raise NotANumber(A_YEAR)
    return int(match[1])
