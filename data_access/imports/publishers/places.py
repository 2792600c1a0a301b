"""From publishers' spellings to municipalities: exactly, or not at all."""

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

MUNICIPALITY_ENDINGS = (" kommun", " kommune", " stad", " municipality", " city council")
MUNICIPALITY_BEGINNINGS = ("municipality of ", "city of ", "kommunen ")
REGIONS = frozenset({"region gotland"})
"""A region that is a municipality."""

SEPARATORS = (";", "|", ",")


def letters(name: str) -> str:
    """The letters of a name in small: without case, spaces and hyphens, which files lose."""
    return "".join(sign for sign in name.casefold() if sign.isalpha())


def plain(name: str) -> str:
    """The letters without rings and dots, as in files that lost them."""
    return unicodedata.normalize("NFKD", letters(name)).encode("ascii", "ignore").decode()


def names_in(text: str) -> tuple[str, ...]:
    """The names in a cell that holds several, each once."""
    for separator in SEPARATORS:
        text = text.replace(separator, "\n")
    return tuple(dict.fromkeys(name for part in text.split("\n") if (name := part.strip())))


@dataclass(frozen=True, slots=True)
class Places:
    """What a name or organisation number is as a municipality.

    A spelling that could be two municipalities without its letters å, ä, ö (Habo, Håbo) is only
    known where it is written in full.
    """

    by_letters: Mapping[str, str]
    by_plain: Mapping[str, str]
    by_number: Mapping[str, str] = field(default_factory=dict)

    def place(self, name: str) -> str | None:
        """The code of a municipality named as a place: `Falun`, `Falu`, `FALU KOMMUN`."""
        return self._code(name) or self.organisation(name)

    def organisation(self, name: str) -> str | None:
        """The code of a municipality named as an organisation: `Falu kommun`, `Malmö stad`.

        `Äldreförvaltningen, Uppsala kommun` is a part of that municipality. A company within the
        municipality is another organisation and gives None.
        """
        whole = " ".join(name.casefold().rpartition(",")[2].split())
        if whole in REGIONS:
            return self._code(whole)
        for ending in MUNICIPALITY_ENDINGS:
            if whole.endswith(ending):
                return self._code(whole) or self._stem(whole.removesuffix(ending))
        for beginning in MUNICIPALITY_BEGINNINGS:
            if whole.startswith(beginning):
                return self._stem(whole.removeprefix(beginning))
        return None

    def _stem(self, name: str) -> str | None:
        return self._code(name) or (self._code(name[:-1]) if name.endswith("s") else None)

    def _code(self, name: str) -> str | None:
        return self.by_letters.get(letters(name)) or self.by_plain.get(letters(name))


def places_of(spellings: Mapping[str, str], by_number: Mapping[str, str] | None = None) -> Places:
    """The places that the store's spellings (spelling → code) and organisation numbers tell."""
    return Places(
        unambiguous((letters(name), code) for name, code in spellings.items()),
        unambiguous((plain(name), code) for name, code in spellings.items()),
        by_number or {},
    )


def unambiguous(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Key → code for the keys that have one code only."""
    codes: dict[str, set[str]] = defaultdict(set)
    for key, code in pairs:
        codes[key].add(code)
    return {key: min(matches) for key, matches in codes.items() if len(matches) == 1}
