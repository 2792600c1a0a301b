"""Swedish organisation numbers in their many forms, checked by their last digit."""

import re
from dataclasses import dataclass
from enum import StrEnum

DIGITS = re.compile(r"(?:16)?(\d{6})[- +]?(\d{4})$")
PERSON = re.compile(r"(?:19|20)\d{6}[- +]?\d{4}$")
VAT = re.compile(r"SE[- ]?(\d{10})01$", re.IGNORECASE)
FOREIGN = re.compile(r"(?!SE)[A-Z]{2}[A-Z0-9]*\d", re.IGNORECASE)

LIKE_A_PERSON = re.compile(r"(?:19|20)?\d{2}[01]\d[0-3]\d")
"""How a person's number begins. Where a text begins so but is no number, it is not kept either."""

LEAST_THIRD_DIGIT = 2
"""The third digit of an organisation; a person's number has the month there, which is less."""


class Standing(StrEnum):
    """What a text in a column of organisation numbers is."""

    VALID = "valid"
    EMPTY = "empty"
    FOREIGN = "foreign"
    PERSONAL = "personal"
    INVALID = "invalid"


@dataclass(frozen=True, slots=True)
class OrganisationNumber:
    """`number` as `212000-0142`; empty unless `standing` is valid.

    A sole trader's number is the owner's personal identity number and is never kept.
    """

    number: str
    standing: Standing


def organisation_number(text: str) -> OrganisationNumber:
    """The number that a text says, with or without hyphen, `16…` or as VAT number `SE…01`."""
    plain = text.replace("\u00a0", " ").strip()
    if not plain:
        return OrganisationNumber("", Standing.EMPTY)
    if PERSON.match(plain):
        return OrganisationNumber("", Standing.PERSONAL)
    if vat := VAT.match(plain):
        plain = vat[1]
    match = DIGITS.match(plain)
    if match is None:
        if LIKE_A_PERSON.match(plain):
            return OrganisationNumber("", Standing.PERSONAL)
        standing = Standing.FOREIGN if FOREIGN.match(plain) else Standing.INVALID
        return OrganisationNumber("", standing)
    digits = match[1] + match[2]
    if int(digits[2]) < LEAST_THIRD_DIGIT:
        return OrganisationNumber("", Standing.PERSONAL)
    if check_digit(digits[:9]) != int(digits[9]):
        return OrganisationNumber("", Standing.INVALID)
    return OrganisationNumber(f"{match[1]}-{match[2]}", Standing.VALID)


def check_digit(digits: str) -> int:
    """The tenth digit that follows from the nine before it (Luhn's rule)."""
    total = 0
    for place, digit in enumerate(digits):
        product = int(digit) * (2 if place % 2 == 0 else 1)
        total += product // 10 + product % 10
    return -total % 10
