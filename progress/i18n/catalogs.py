"""Reads the gettext catalogs of a language; the msgid is a key, the msgstr what is said."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from gettext import c2py
from pathlib import Path

from babel.messages.pofile import read_po

LOCALE = Path(__file__).parents[2] / "locale"
"""Beside the rooms, in the tree as where the product is installed."""
OWN = ("sv", "en")
"""The languages in which everything is said."""
FALLBACKS = ("en", "sv")
"""Where a language's own catalogs lack a key."""


@dataclass(frozen=True, slots=True)
class Message:
    """What is said for a key: one form, or a form for each plural of the language.

    `plural` gives the place of the form for a number.
    """

    forms: tuple[str, ...]
    plural: Callable[[int], int]

    def form(self, n: int) -> str:
        """The form for a number."""
        return self.forms[self.plural(n)]


def languages() -> tuple[str, ...]:
    """The languages that there are catalogs in: Swedish and English, then all others."""
    result = sorted(folder.name for folder in LOCALE.iterdir() if folder.is_dir())
    return (*OWN, *(lang for lang in result if lang not in OWN))


@cache
def messages(lang: str) -> Mapping[str, Message]:
    """All messages of a language by their keys; what it lacks is said in a language that has it."""
    merged: dict[str, Message] = {}
    for each in reversed((lang, *(each for each in FALLBACKS if each != lang))):
        merged |= own_messages(each)
    return merged


@cache
def own_messages(lang: str) -> Mapping[str, Message]:
    own: dict[str, Message] = {}
    for path in sorted((LOCALE / lang / "LC_MESSAGES").glob("*.po")):
        own |= read_catalog(path)
    return own


def read_catalog(path: Path) -> dict[str, Message]:
    """The messages of a catalog; those without words, or that a translator doubts, are left out."""
    with path.open("rb") as file:
        catalog = read_po(file)
    plural = c2py(catalog.plural_expr)
    own: dict[str, Message] = {}
    for entry in catalog:
        key = entry.id if isinstance(entry.id, str) else entry.id[0]
        said = entry.string or ""
        forms = (said,) if isinstance(said, str) else tuple(said)
        if key and all(forms) and not entry.fuzzy:
            own[key] = Message(forms, plural)
    return own
