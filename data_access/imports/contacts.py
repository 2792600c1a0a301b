"""Takes e-mail addresses and telephone numbers out of texts before anything keeps or tells them."""

import re

EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
PHONE = re.compile(
    r"(?<![\w/-])(?:\+46[\s(]*0?\)?|0046\s?|0)[\s-]?\d{1,3}[\s-]+\d{2,3}(?:[\s-]?\d{2,3}){2,3}(?![\w-])"
    r"|(?<![\w-])(?:\+46|0046)\d{7,10}(?!\w)|(?<![\w-])07\d{8}(?![\w-])"
)
TAKEN_OUT = "…"

PERSONAL_COLUMNS = frozenset(
    {
        "involvedpeople",
        "personer",
        "projektledare",
        "projektkoordinator",
        "koordinatorperson",
        "kontaktlista",
        "kontaktperson",
        "telnr",
        "telefon",
        "telephone",
        "e-post",
        "epost",
        "email",
        "contactform",
        "koordinatorarb",
    }
)
"""Columns of persons, in small letters: dropped where a file is read."""


def without_contacts(text: str) -> str:
    """The text with an ellipsis for each e-mail address and telephone number."""
    if "@" in text:
        text = EMAIL.sub(TAKEN_OUT, text)
    return PHONE.sub(TAKEN_OUT, text)
