"""The municipality that a cell names: by code, by name, or by both as Statistics Sweden does."""

import re

from data_access.imports.draft import StoreFacts

CODE_AND_NAME = re.compile(r"(\d{4}) (\S.*)$")
WITH_DECIMALS = re.compile(r"(\d{1,4})[.,]0+$")

A_CODE = "a municipality's four-digit code"

EARLIER_CODES = {"1917": ("0331", "Heby", 2007)}
"""Code that is no more → its successor, the municipality, the year from which it is another."""


def municipality_in(text: str, facts: StoreFacts) -> str | None:
    """The code of the municipality that a cell names; None where it names none that is known."""
    if text in facts.codes:
        return text
    if match := WITH_DECIMALS.match(text):
        return match[1] if match[1] in facts.codes else None
    if match := CODE_AND_NAME.match(text):
        same = facts.code_by_spelling.get(match[2]) == match[1]
        return match[1] if same and match[1] in facts.codes else None
    return facts.code_by_spelling.get(text)


def advice_on(text: str, facts: StoreFacts) -> str:
    """What to do about a cell that names no municipality that is known; empty for no advice."""
    digits = match[1] if (match := WITH_DECIMALS.match(text)) else text
    if digits in EARLIER_CODES:
        code, name, year = EARLIER_CODES[digits]
        return f"{digits} was the code of {name}; since {year} it is {code}"
    if digits.isascii() and digits.isdigit() and len(digits) < 4:
        whole = digits.zfill(4)
        known = f" (it may be {whole})" if whole in facts.codes else ""
        return f"format the column as text: leading zeros were lost{known}"
    return ""
