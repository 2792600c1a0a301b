"""Amounts of money as publishers write them: `12,5 Mkr`, `3 000 tkr`, `10–20 MSEK`, `1.5 MEUR`."""

import re
from dataclasses import dataclass
from decimal import Decimal

from data_access.imports.numbers import SPACES, NotANumber, number
from progress.i18n import LazyText, Words, say

SEK = "SEK"
EUR = "EUR"

THOUSAND = Decimal(1_000)
MILLION = Decimal(1_000_000)
MILLIARD = Decimal(1_000_000_000)

UNITS: dict[str, tuple[Decimal, str]] = {
    "": (Decimal(1), ""),
    **dict.fromkeys(("kr", "kronor", "sek", ":-"), (Decimal(1), SEK)),
    **dict.fromkeys(("tkr", "ksek", "tsek", "tusen kr", "tusen kronor"), (THOUSAND, SEK)),
    **dict.fromkeys(
        (
            "mkr",
            "mnkr",
            "msek",
            "milj kr",
            "milj. kr",
            "miljoner",
            "miljoner kr",
            "miljoner kronor",
        ),
        (MILLION, SEK),
    ),
    **dict.fromkeys(
        ("mdkr", "mdr kr", "mdr", "gsek", "miljarder", "miljarder kr", "miljarder kronor"),
        (MILLIARD, SEK),
    ),
    **dict.fromkeys(("eur", "€", "euro", "euros"), (Decimal(1), EUR)),
    **dict.fromkeys(("keur", "teur", "k€"), (THOUSAND, EUR)),
    **dict.fromkeys(("meur", "m€", "miljoner euro", "million euro"), (MILLION, EUR)),
    **dict.fromkeys(("miljarder euro", "billion euro"), (MILLIARD, EUR)),
}
"""Unit in small letters → how many whole units of which currency; empty = none is named."""

RANGE = re.compile(r"\s*[–—]\s*|\s+-\s+|(?<=\d)-(?=\d)|\s+till\s+|\s+to\s+")
PIECE = re.compile(
    r"(?P<before>[^\d+−-]*)"
    r"(?P<number>[+−-]?\d(?:[\d ., ]*\d)?(?:e[+-]?\d{1,3}(?!\w))?)"
    r"(?P<after>.*)$"
)


@dataclass(frozen=True, slots=True)
class Amount:
    """Whole units of the currency, exact. A single figure has `low` = `high`.

    `currency` is empty where the text names none.
    """

    low: Decimal
    high: Decimal
    currency: str


class NotAnAmount(ValueError):  # noqa: N818
    """The text is no amount, or could mean two; the message says what was expected."""

    def __init__(self, expected: LazyText, todo: Words = "") -> None:
        super().__init__(expected)
        self.expected, self.todo = expected, todo


def amount(text: str, *, decimal_comma: bool | None = None, signed: bool = False) -> Amount:
    """The amount that a text says, of money that was paid back (`signed`) with its minus.

    Raises NotAnAmount.

    `decimal_comma` tells how the file writes decimals; None where it is not known: then a mark
    that could part thousands or decimals (`1,234`) is refused and not guessed.
    """
    plain = SPACES.sub(" ", text).strip().casefold()
    pieces = RANGE.split(plain)
    if len(pieces) > 2:
        raise NotAnAmount(say("import.one_amount_or_range_of_two"))
    read = [one_figure(piece, decimal_comma, signed) for piece in pieces]
    low, high = read[0], read[-1]
    # `10–20 Mkr`: the unit stands once and goes for both.
    if len(read) == 2 and low[1] == "" and high[1]:
        low = (low[0], high[1])
    (smaller, unit), (larger, other) = low, high
    size, currency = UNITS[unit]
    other_size, other_currency = UNITS[other]
    if currency != other_currency:
        raise NotAnAmount(say("import.one_currency_in_range"))
    result = Amount(smaller * size, larger * other_size, currency)
    if result.low > result.high:
        raise NotAnAmount(say("import.range_that_does_not_end_below"))
    return result


def one_figure(text: str, decimal_comma: bool | None, signed: bool = False) -> tuple[Decimal, str]:
    """The number and the unit (a key of UNITS) of one figure."""
    match = PIECE.match(text)
    if match is None:
        raise NotAnAmount(say("import.amount_as_1_250_000_12"))
    before, after = match["before"].strip(), match["after"].strip().rstrip(".")
    unit = " ".join(filter(None, (before, after)))
    if unit not in UNITS:
        raise NotAnAmount(say("import.known_unit_kr_tkr_mkr_mnkr"))
    try:
        value = number(match["number"].strip(), decimal_comma)
    except NotANumber as reason:
        raise NotAnAmount(reason.expected, reason.todo) from None
    if value < 0 and not signed:
        raise NotAnAmount(say("import.amount_that_is_not_negative"))
    return value, unit
