"""Organisation numbers: all forms are one number; persons' numbers never come through."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from data_access.imports.organisation_numbers import (
    Standing,
    check_digit,
    organisation_number,
)

ten = st.integers(200000000, 999999999).map(str).filter(lambda nine: int(nine[2]) >= 2)


def whole(nine: str) -> str:
    return f"{nine}{check_digit(nine)}"


@given(ten)
def test_every_form_of_a_number_is_the_same_number(nine: str) -> None:
    digits = whole(nine)
    dashed = f"{digits[:6]}-{digits[6:]}"
    for form in (digits, dashed, f"16{digits}", f"16{dashed}", f"SE{digits}01", f" {dashed}\u00a0"):
        result = organisation_number(form)
        assert (result.number, result.standing) == (dashed, Standing.VALID)


@given(ten, st.integers(0, 9), st.integers(1, 9))
def test_one_wrong_digit_is_always_found(nine: str, place: int, step: int) -> None:
    digits = list(whole(nine))
    digits[place] = str((int(digits[place]) + step) % 10)
    assume(int(digits[2]) >= 2)
    assert organisation_number("".join(digits)).standing is Standing.INVALID


@given(st.dates(), st.integers(0, 9999))
def test_a_persons_number_is_never_kept(born: object, last: int) -> None:
    for form in (f"{born:%y%m%d}-{last:04}", f"{born:%y%m%d}{last:04}"):
        result = organisation_number(form)
        assert (result.number, result.standing) == ("", Standing.PERSONAL)


@pytest.mark.parametrize(
    ("text", "standing"),
    [
        ("", Standing.EMPTY),
        ("  ", Standing.EMPTY),
        ("GB744495211", Standing.FOREIGN),
        ("19800101-0000", Standing.PERSONAL),
        ("198001010000", Standing.PERSONAL),
        ("800101-001", Standing.PERSONAL),
        ("800101 Prov", Standing.PERSONAL),
        ("12345", Standing.INVALID),
        ("okänt", Standing.INVALID),
    ],
)
def test_other_texts_are_told_apart(text: str, standing: Standing) -> None:
    assert organisation_number(text).standing is standing


@given(st.text(max_size=20))
def test_any_text_gets_an_answer(text: str) -> None:
    result = organisation_number(text)
    assert bool(result.number) == (result.standing is Standing.VALID)
