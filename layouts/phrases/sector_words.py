"""Sectors inside a sentence: `transporter och arbetsmaskiner`."""

from collections.abc import Iterable

from layouts.phrases.enumeration import enumerated
from layouts.phrases.text import Text
from progress.emissions.sectors import SECTORS
from progress.phrases.words import sector_phrase


def sectors_in_words(codes: Iterable[str], t: Text) -> str:
    """The sectors in the order in which pages list them, as one enumeration."""
    named = set(codes)
    return enumerated([sector_phrase(code, t.lang) for code in SECTORS if code in named], t)
