"""Numbers, amounts and dates for readers."""

import math
from datetime import date
from decimal import Decimal

import pytest
from babel.numbers import format_decimal
from hypothesis import given
from hypothesis import strategies as st

from progress.i18n.catalogs import OWN as LANGUAGES
from progress.phrases.formats import (
    day,
    missing,
    number,
    percent,
    signed,
    signed_percent,
    tonnes,
    tonnes_per_person,
    year_span,
    years,
)


def plain(text: str) -> str:
    return text.replace("\u00a0", " ").replace("\u2212", "-")


@pytest.mark.parametrize(
    ("value", "sv", "en"),
    [
        (0, "0 ton", "0 tonnes"),
        (0.44, "0,4 ton", "0.4 tonnes"),
        (99.96, "100 ton", "100 tonnes"),
        (9_128.4, "9 128 ton", "9,128 tonnes"),
        (10_000, "10,0 tusen ton", "10.0 thousand tonnes"),
        (99_999, "100 tusen ton", "100 thousand tonnes"),
        (999_499, "999 tusen ton", "999 thousand tonnes"),
        (999_700, "1,00 miljoner ton", "1.00 million tonnes"),
        (423_795.822, "424 tusen ton", "424 thousand tonnes"),
        (1_328_000, "1,33 miljoner ton", "1.33 million tonnes"),
        (-14_327, "-14,3 tusen ton", "-14.3 thousand tonnes"),
    ],
)
def test_tonnes_in_plain_words(value: float, sv: str, en: str) -> None:
    assert plain(tonnes(value, "sv")) == sv
    assert plain(tonnes(value, "en")) == en


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("value", [None, math.nan, math.inf])
def test_what_is_missing_is_said_in_words(lang: str, value: float | None) -> None:
    for show in (number, percent, signed, signed_percent, tonnes, tonnes_per_person, years):
        assert show(value, lang) == missing(lang)
    assert day(None, lang) == missing(lang)


@given(st.floats(allow_nan=True, allow_subnormal=False), st.sampled_from(LANGUAGES))
def test_no_number_is_shown_as_nan_or_with_an_exponent(value: float, lang: str) -> None:
    for show in (number, percent, tonnes, tonnes_per_person, years):
        text = show(value, lang).lower()
        assert "nan" not in text
        assert "inf" not in text
        assert "e+" not in text


@given(st.floats(-1e9, 1e9, allow_subnormal=False), st.sampled_from(LANGUAGES))
def test_a_line_never_breaks_inside_a_figure(value: float, lang: str) -> None:
    for show in (number, percent, tonnes, tonnes_per_person, years):
        assert " " not in show(value, lang)


def test_swedish_and_english_marks() -> None:
    assert plain(number(1234.56, "sv", 1)) == "1 234,6"
    assert number(1234.56, "en", 1) == "1,234.6"
    assert plain(percent(0.164, "sv", 1)) == "16,4 %"
    assert percent(0.164, "en", 1) == "16.4%"
    assert plain(signed_percent(-0.2, "sv")) == "-20 %"
    assert signed_percent(0.2, "en") == "+20%"
    assert signed(0, "sv") == "0"


@given(
    st.integers(0, 10**15),
    st.integers(0, 4),
    st.sampled_from([("sv", "sv_SE"), ("en", "en_GB")]),
)
def test_numbers_are_written_as_babel_writes_them(
    units: int, decimals: int, language: tuple[str, str]
) -> None:
    lang, locale = language
    exact = Decimal(units).scaleb(-decimals)
    pattern = f"#,##0.{'0' * decimals}" if decimals else "#,##0"
    assert number(exact, lang, decimals) == format_decimal(exact, pattern, locale)


def test_halves_are_rounded_away_from_zero_and_nothing_is_minus_zero() -> None:
    assert number(Decimal("2.5"), "sv") == "3"
    assert plain(number(-2.5, "sv")) == "-3"
    assert number(-0.0001, "sv", 1) == "0,0"


def test_a_rise_that_shows_has_its_plus_and_one_that_does_not_has_none() -> None:
    assert signed(0.5, "en") == "+1"
    assert signed(0.4, "en") == "0"
    assert signed(-0.04, "sv", 1) == "0,0"
    assert signed_percent(0.005, "en") == "+1%"


def test_years_and_days() -> None:
    assert plain(years(6.54, "sv")) == "6,5 år"
    assert plain(years(1.0, "en")) == "1 year"
    assert plain(day(date(2031, 3, 3), "sv")) == "3 mars 2031"
    assert plain(day(date(2031, 3, 3), "en")) == "3 March 2031"
    assert (year_span(2020, 2040), year_span(2020, 2020)) == ("2020–2040", "2020")
    assert (year_span(None, 2040), year_span(None, None)) == ("2040", "")
    assert plain(tonnes_per_person(0.75, "sv")) == "0,75 ton per person"
    assert plain(tonnes_per_person(3.71, "en")) == "3.7 tonnes per person"
