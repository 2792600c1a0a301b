"""One thing that an address can choose, and how it is written in each language."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from progress.i18n import languages

LANGUAGES = languages()
"""The languages that addresses begin with, Swedish first."""

MUNICIPALITY_CODE = re.compile(r"[0-9]{4}")
YEAR = re.compile(r"(?:19|20|21)[0-9]{2}")
LONG_TEXT = re.compile(r"[^\x00-\x1f\x7f-\x9f\ud800-\udfff]{1,160}")
FREE_TEXT = re.compile(r"[^\x00-\x1f\x7f-\x9f\ud800-\udfff]{1,80}")
SHORT_ID = re.compile(r"[a-z0-9](?:[a-z0-9_-]{0,79})")


def word_of(pair: tuple[str, str], lang: str) -> str:
    """The word of an address from (Swedish, English); other languages have the English."""
    return pair[0] if lang == "sv" else pair[1]


@dataclass(frozen=True, slots=True)
class Parameter:
    """One thing that an address can choose.

    `words` maps our value to its word in (Swedish, English); a parameter without words takes any
    value that `form` matches in full, and so does one with words that has `others` besides.
    `many` ones may stand several times, up to `most`.
    """

    sv: str
    en: str
    words: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    form: re.Pattern[str] = SHORT_ID
    many: bool = False
    most: int = 1
    others: bool = False

    def name(self, lang: str) -> str:
        return self.sv if lang == "sv" else self.en

    def read(self, text: str, lang: str) -> str | None:
        """Our value for the word that stands in an address, or None where it is not one."""
        if self.words:
            value = next((v for v, pair in self.words.items() if word_of(pair, lang) == text), None)
            if value is not None or not self.others or text in self.words:
                return value
        return text if self.form.fullmatch(text) and text == text.strip() else None

    def write(self, value: str, lang: str) -> str:
        """The word for our value. Raises ValueError for a value that no address can carry."""
        if self.words and value in self.words:
            return word_of(self.words[value], lang)
        if (self.words and not self.others) or self.read(value, lang) is None:
            raise ValueError(f"{self.en!r} cannot be {value!r}")
        return value
