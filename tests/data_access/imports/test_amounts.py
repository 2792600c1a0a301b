"""Amounts: exact, in whole units, and refused where they could mean two things."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data_access.imports.amounts import UNITS, NotAnAmount, amount

GIVEN = {
    "1250000": (1_250_000, 1_250_000, ""),
    "1 250 000 kr": (1_250_000, 1_250_000, "SEK"),
    "1\u00a0250\u00a0000\u00a0kr": (1_250_000, 1_250_000, "SEK"),
    "1\u202f250 000:-": (1_250_000, 1_250_000, "SEK"),
    "SEK 1 250": (1250, 1250, "SEK"),
    "3 000 tkr": (3_000_000, 3_000_000, "SEK"),
    "12,5 Mkr": (12_500_000, 12_500_000, "SEK"),
    "12.5 mnkr.": (12_500_000, 12_500_000, "SEK"),
    "0 MSEK": (0, 0, "SEK"),
    "2 mdkr": (2_000_000_000, 2_000_000_000, "SEK"),
    "1,5 miljarder kronor": (1_500_000_000, 1_500_000_000, "SEK"),
    "€ 99.50": (Decimal("99.5"), Decimal("99.5"), "EUR"),
    "250 kEUR": (250_000, 250_000, "EUR"),
    "3.2 M€": (3_200_000, 3_200_000, "EUR"),
    "10–20 Mkr": (10_000_000, 20_000_000, "SEK"),
    "10 - 20 Mkr": (10_000_000, 20_000_000, "SEK"),
    "10-20 Mkr": (10_000_000, 20_000_000, "SEK"),
    "900 tkr till 1,2 Mkr": (900_000, 1_200_000, "SEK"),
    "1.234.567,5 kr": (Decimal("1234567.5"), Decimal("1234567.5"), "SEK"),
    "1,234,567.5": (Decimal("1234567.5"), Decimal("1234567.5"), ""),
}

REFUSED = (
    "",
    "okänt",
    "1,234 kr",
    "-5 kr",
    "−5 kr",
    "12 dollar",
    "20–10 Mkr",
    "1–2–3 kr",
    "10 SEK – 20 EUR",
    "12 34 kr",
    "1.23.4",
    "1,2,3.4",
    "212000-3005",
    "ca 5 Mkr",
)


@pytest.mark.parametrize("text", GIVEN)
def test_a_publishers_amount_is_read(text: str) -> None:
    result = amount(text)
    assert (result.low, result.high, result.currency) == GIVEN[text]


@pytest.mark.parametrize("text", REFUSED)
def test_what_is_no_amount_or_could_be_two_is_refused(text: str) -> None:
    with pytest.raises(NotAnAmount):
        amount(text)


def test_a_file_that_says_how_it_writes_decimals_is_believed() -> None:
    assert amount("1,234", decimal_comma=True).low == Decimal("1.234")
    assert amount("1.234", decimal_comma=False).low == Decimal("1.234")
    with pytest.raises(NotAnAmount, match="could mark thousands or decimals"):
        amount("1,234", decimal_comma=False)
    assert amount("299250.5", decimal_comma=True).low == Decimal("299250.5")
    with pytest.raises(NotAnAmount):
        amount("1.234", decimal_comma=True)


exact = st.decimals(0, 10**12, places=2, allow_nan=False, allow_infinity=False)


@given(exact, st.sampled_from(sorted(UNITS)), st.sampled_from([" ", "\u00a0", "\u202f"]))
def test_written_as_swedes_write_it_an_amount_comes_back(
    value: Decimal, unit: str, space: str
) -> None:
    written = f"{value:,.2f}".replace(",", space).replace(".", ",") + space + unit
    size, currency = UNITS[unit]
    result = amount(written.upper())
    assert (result.low, result.currency) == (value * size, currency)
    assert result.low == result.high


@given(exact, exact)
def test_a_range_keeps_both_ends(one: Decimal, other: Decimal) -> None:
    low, high = sorted((one, other))
    result = amount(f"{low:.2f}–{high:.2f} Mkr", decimal_comma=False)
    assert (result.low, result.high) == (low * 1_000_000, high * 1_000_000)


@given(st.text(max_size=30))
def test_any_text_is_an_amount_or_refused(text: str) -> None:
    try:
        result = amount(text)
    except NotAnAmount:
        return
    assert 0 <= result.low <= result.high
