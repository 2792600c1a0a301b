"""Numbers, amounts and dates in the reader's language; what is missing is said in words."""

import math
from datetime import date
from decimal import ROUND_HALF_UP, Context, Decimal
from functools import cache, lru_cache

from babel.dates import format_date
from babel.numbers import get_decimal_symbol, get_group_symbol

from progress.i18n import locale_of, text
from progress.phrases.figures import Figure

NBSP = "\u00a0"
MINUS = "\u2212"

_WIDE = Context(prec=400)
_MILLION = 1_000_000
_THOUSAND = 1_000
_THREE_DIGITS = 100
_TWO = 2
_IN_THOUSANDS_FROM = 10_000

Number = float | int | Decimal


def missing(lang: str) -> str:
    """The words that stand where a figure is not known."""
    return text(lang)("figure.missing")


def _known(value: Number | None) -> float | None:
    """The value as a finite float, or None where there is none to show."""
    if value is None:
        return None
    known = float(value)
    return known if math.isfinite(known) else None


def number(value: Number | None, lang: str, decimals: int = 0) -> str:
    """A number with exactly so many decimals, thousands grouped: `1 234,5` in Swedish."""
    if value is None or not math.isfinite(value):
        return missing(lang)
    return Figure(_written(value, lang, decimals), value)


@lru_cache(maxsize=20_000, typed=True)
def _written(value: Number, lang: str, decimals: int) -> str:
    """A page writes most numbers more than once: in two drawings, a table and a sentence."""
    exact = Decimal(repr(float(value)) if isinstance(value, float) else value)
    rounded = exact.quantize(_steps(decimals), ROUND_HALF_UP, _WIDE)
    written = f"{rounded.copy_abs():,.{decimals}f}".translate(_symbols(lang))
    return f"{MINUS}{written}" if rounded < 0 else written


@cache
def _symbols(lang: str) -> dict[int, str]:
    """Babel's own formatting of a number takes five times as long, and a page has hundreds."""
    locale = locale_of(lang)
    return str.maketrans({",": get_group_symbol(locale), ".": get_decimal_symbol(locale)})


@cache
def _steps(decimals: int) -> Decimal:
    return Decimal(1).scaleb(-decimals)


def signed(value: Number | None, lang: str, decimals: int = 0) -> str:
    """A number whose rise is marked with a plus sign."""
    return _marked(number(value, lang, decimals), value)


def percent(share: Number | None, lang: str, decimals: int = 0) -> str:
    """A share (0.16) as per cent: `16 %` in Swedish, `16%` in English."""
    known = _known(share)
    if known is None:
        return missing(lang)
    written = text(lang)("figure.percent", number=number(known * 100, lang, decimals))
    return Figure(written, known * 100, "%")


def signed_percent(share: Number | None, lang: str, decimals: int = 0) -> str:
    """A change as per cent, a rise marked with a plus sign."""
    return _marked(percent(share, lang, decimals), share)


def _marked(written: str, value: Number | None) -> str:
    known = _known(value)
    rises = known is not None and known > 0 and any(digit in written for digit in "123456789")
    if not rises:
        return written
    words = f"+{written}"
    return Figure(words, written.value, written.unit) if isinstance(written, Figure) else words


def tonnes(value: Number | None, lang: str) -> str:
    """Tonnes in words with about three digits: `424 tusen ton`, `1,33 miljoner ton`."""
    known = _known(value)
    if known is None:
        return missing(lang)
    figure, key = _scaled(known, lang)
    words = text(lang)(key, number=figure).replace(" ", NBSP)
    return Figure(words, known, text(lang)("word.unit.tonnes"))


def tonnes_span(low: Number, high: Number, lang: str) -> str:
    """A range of tonnes in the unit of its upper end: `7,0–20,0 tusen ton`, `168–197 tusen ton`;
    one figure where both ends are written alike."""
    if tonnes(low, lang) == tonnes(high, lang):
        return tonnes(high, lang)
    end, key = _scaled(float(high), lang)
    step, decimals = _UNITS[key]
    value = float(low) / step
    start = (
        _three_digits(value, lang)
        if value and decimals is None
        else number(value, lang, decimals or 0)
    )
    return text(lang)(key, number=f"{start}–{end}").replace(" ", NBSP)


_UNITS: dict[str, tuple[int, int | None]] = {
    "figure.tonnes": (1, None),
    "figure.tonnes.thousands": (_THOUSAND, None),
    "figure.tonnes.millions": (_MILLION, 2),
}
"""The step that a unit of tonnes counts in, and its decimals; None: those of three digits."""


def _scaled(value: float, lang: str) -> tuple[str, str]:
    size = abs(value)
    if round(size / _THOUSAND) >= _THOUSAND:
        return number(value / _MILLION, lang, 2), "figure.tonnes.millions"
    if round(size) >= _IN_THOUSANDS_FROM:
        return _three_digits(value / _THOUSAND, lang), "figure.tonnes.thousands"
    return number(value, lang) if size == 0 else _three_digits(value, lang), "figure.tonnes"


def _three_digits(value: float, lang: str) -> str:
    return number(value, lang, 0 if round(abs(value), 1) >= _THREE_DIGITS else 1)


def tonnes_per_person(value: Number | None, lang: str) -> str:
    """Tonnes per person with two decimals under 2 and one from there: `0,75 ton per person`."""
    known = _known(value)
    if known is None:
        return missing(lang)
    figure = number(known, lang, 0 if known == 0 else 2 if abs(known) < _TWO else 1)
    words = text(lang)("figure.tonnes_per_person", number=figure).replace(" ", NBSP)
    return Figure(words, known, text(lang)("word.unit.tonnes_per_person"))


def years(value: Number | None, lang: str) -> str:
    """A span of time: `6,5 år`, `1 year`; whole years without decimals."""
    known = _known(value)
    if known is None:
        return missing(lang)
    rounded = round(known, 1)
    if rounded == int(rounded):
        return text(lang)("figure.years", n=int(rounded)).replace(" ", NBSP)
    return text(lang)("figure.years.part", number=number(known, lang, 1)).replace(" ", NBSP)


def year_span(first: int | None, last: int | None) -> str:
    """Years from first to last with an en dash, one year alone, or nothing: `2020–2040`."""
    known = [str(year) for year in (first, last) if year is not None]
    return "–".join(dict.fromkeys(known))


def day(value: date | None, lang: str) -> str:
    """A date in words: `3 mars 2031`, `3 March 2031`."""
    return missing(lang) if value is None else _in_words(value, lang)


@lru_cache(maxsize=5000)
def _in_words(value: date, lang: str) -> str:
    written: str = format_date(value, format="d MMMM y", locale=locale_of(lang))
    return written.replace(" ", NBSP)


def part_of_date(stated: str, lang: str) -> str:
    """A date with the precision it is stated with: `8 december 2023`, `november 2023`, `2023`.

    Anything else is given back as it stands.
    """
    parts = stated.split("-")
    if len(parts) == _TWO:
        try:
            first = date.fromisoformat(f"{stated}-01")
        except ValueError:
            return stated
        written: str = format_date(first, format="MMMM y", locale=locale_of(lang))
        return written.replace(" ", NBSP)
    try:
        return day(date.fromisoformat(stated), lang)
    except ValueError:
        return stated
