"""Words as they begin a sentence, and in the reader's language."""

import re

SOFT_HYPHEN = "\u00ad"
_LAST_PART = re.compile(r"(?<=\w{4})(?=(?:myndigheten|verket|styrelsen|rådet|bolaget)\b)")
"""Where the last part of a Swedish authority's name begins."""


def capital(words: str) -> str:
    """The words as a sentence begins."""
    return words[:1].upper() + words[1:]


def uncapital(words: str) -> str:
    """The words as they stand inside a sentence; what begins with an abbreviation stays."""
    abbreviated = len(words) > 1 and not words[1].islower() and words[1].isalnum()
    return words if abbreviated else words[:1].lower() + words[1:]


def in_language(swedish: str, english: str, lang: str) -> str:
    """The words in the reader's language; the Swedish ones where no English exist."""
    return english if lang == "en" and english else swedish


def hyphenated(name: str) -> str:
    """The name with soft hyphens where a narrow column may break it: between its parts."""
    return _LAST_PART.sub(SOFT_HYPHEN, name)
