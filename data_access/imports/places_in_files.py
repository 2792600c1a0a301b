"""The municipality that a cell names: by code, by name, or by both as Statistics Sweden does."""

import re

from data_access.imports.draft import StoreFacts
from progress.i18n import LazyText, Words, say

CODE_AND_NAME = re.compile(r"(\d{4}) (\S.*)$")
WITH_DECIMALS = re.compile(r"(\d{1,4})[.,]0+$")

A_CODE = say("import.municipalitys_four_digit_code")


def municipality_in(text: str, facts: StoreFacts) -> str | None:
    """The code of the municipality that a cell names; None where it names none that is known."""
    if (digits := without_decimals(text)) in facts.earlier_codes:
        return facts.earlier_codes[digits].code
    if text in facts.codes:
        return text
    if digits != text:
        return digits if digits in facts.codes else None
    if match := CODE_AND_NAME.match(text):
        same = facts.code_by_spelling.get(match[2]) == match[1]
        return match[1] if same and match[1] in facts.codes else None
    return facts.code_by_spelling.get(text)


def without_decimals(text: str) -> str:
    """A code as it was before a spreadsheet took it for a number (`1880.0`)."""
    match = WITH_DECIMALS.match(text)
    return match[1] if match else text


def notice_on(file: str, text: str, facts: StoreFacts) -> LazyText | None:
    """What is said of a code that is no more and is read as that of today; None for all others."""
    earlier = facts.earlier_codes.get(without_decimals(text))
    if earlier is None:
        return None
    code, name, since = earlier
    return say(
        "import.was_code_of_until_and_is", file=file, text=text, name=name, since=since, code=code
    )


def advice_on(text: str, facts: StoreFacts) -> Words:
    """What to do about a cell that names no municipality that is known; empty for no advice."""
    digits = without_decimals(text)
    if digits.isascii() and digits.isdigit() and len(digits) < 4:
        whole = digits.zfill(4)
        if whole in facts.codes:
            return say("import.leading_zeros_were_lost_from", code=whole)
        return say("import.leading_zeros_were_lost")
    return ""
