"""Which municipality a reader means by the words typed: exact first, then alike.

Case, accents (composed or not), hyphens and spaces make no difference, and neither do words for
what a municipality is: "örebro kommun", "Malmö stad", "Region Gotland", "OREBRO". Where the reader
has written å, ä or ö, and places differ by that alone (Habo, Håbo), it does.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cached_property, lru_cache

from progress.records import Municipality

KINDS = frozenset({"kommun", "stad", "region", "municipality", "city", "of", "the"})
"""Words about a municipality that are no part of its name."""

ENGLISH = {"gothenburg": "göteborg"}
"""Names that English has of its own."""

WITHOUT_DOTS = (("aa", "a"), ("ae", "a"), ("oe", "o"))
"""How å, ä and ö are written where a keyboard lacks them."""

LIKENESS = 0.72
"""How alike a misspelt name must be, as `difflib` reckons it: "borlenge" is 0.88 of Borlänge."""
MOST_ALIKE = 5
FEWEST_LETTERS = 2


def accented(words: str) -> str:
    """The name in the words, small letters with their accents in one form."""
    return "".join(_name_in(words))


@lru_cache(maxsize=4000)
def plain(words: str) -> str:
    """The name in the words, without accents: "Upplands-Bro kommun" → "upplandsbro"."""
    split = unicodedata.normalize("NFKD", accented(words))
    return "".join(letter for letter in split if not unicodedata.combining(letter))


@dataclass(frozen=True)
class Places:
    """The municipalities to look among; `spellings` are publishers' (spelling → code)."""

    municipalities: Collection[Municipality]
    spellings: Mapping[str, str]

    def exact(self, words: str) -> tuple[Municipality, ...]:
        """Those of which the words are a name, a spelling or the code: mostly one or none."""
        matches = self._named(words)
        if len(matches) < 2:
            return matches
        as_written = tuple(match for match in matches if accented(match.name) == accented(words))
        if accented(words) != plain(words):
            return as_written
        return tuple(dict.fromkeys((*as_written, *matches)))

    def search(self, words: str) -> tuple[Municipality, ...]:
        """Exact matches, then names that begin with the words, then names that hold them."""
        matches = [*self.exact(words), *self._named(words)]
        sought = plain(words)
        if len(sought) >= FEWEST_LETTERS:
            holding = _lines_with(sought, self._names_in_lines)
            for name in (*(name for name in holding if name.startswith(sought)), *holding):
                matches += self._by_name[name]
        return tuple(dict.fromkeys(matches))

    def alike(self, words: str) -> tuple[Municipality, ...]:
        """Those whose names look most like the words, for who has misspelt one."""
        names = get_close_matches(plain(words), self._by_name, MOST_ALIKE, LIKENESS)
        return tuple(municipality for name in names for municipality in self._by_name[name])

    def namesakes(self, place: Municipality) -> tuple[Municipality, ...]:
        """The others whose names differ from the place's by accents alone: Habo and Håbo."""
        return tuple(one for one in self._by_name.get(plain(place.name), ()) if one != place)

    def _named(self, words: str) -> tuple[Municipality, ...]:
        """Those that the words name, whatever their accents."""
        name = plain(words)
        genitive = name.removesuffix("s") if len(_name_in(words)) < len(_words(words)) else name
        for key in (name, genitive):
            if key in self._by_words:
                return self._by_words[key]
        return self._by_dotless_name.get(_dotless(name), ())

    @cached_property
    def _by_name(self) -> Mapping[str, tuple[Municipality, ...]]:
        return _grouped(
            (plain(municipality.name), municipality) for municipality in self.municipalities
        )

    @cached_property
    def _names_in_lines(self) -> str:
        """All names in order, one a line: of thousands, a text is sought faster than a list."""
        return "\n".join(["", *sorted(self._by_name), ""])

    @cached_property
    def _by_dotless_name(self) -> Mapping[str, tuple[Municipality, ...]]:
        return _grouped(
            (_dotless(plain(municipality.name)), municipality)
            for municipality in self.municipalities
        )

    @cached_property
    def _by_words(self) -> Mapping[str, tuple[Municipality, ...]]:
        by_code = {municipality.code: (municipality,) for municipality in self.municipalities}
        by_words = by_code | dict(self._by_name)
        for spelling, code in self.spellings.items():
            if code in by_code:
                by_words.setdefault(plain(spelling), by_code[code])
        for name, own in ENGLISH.items():
            if plain(own) in by_words:
                by_words.setdefault(name, by_words[plain(own)])
        return by_words


def _words(words: str) -> list[str]:
    return re.findall(r"[^\W_]+", unicodedata.normalize("NFC", words).casefold())


def _name_in(words: str) -> list[str]:
    every = _words(words)
    return [word for word in every if word not in KINDS] or every


def _dotless(name: str) -> str:
    for written, letter in WITHOUT_DOTS:
        name = name.replace(written, letter)
    return name


def _grouped(
    named: Iterable[tuple[str, Municipality]],
) -> Mapping[str, tuple[Municipality, ...]]:
    groups: dict[str, list[Municipality]] = defaultdict(list)
    for name, municipality in named:
        groups[name].append(municipality)
    return {name: tuple(group) for name, group in groups.items()}


def _lines_with(sought: str, lines: str) -> list[str]:
    """The lines that hold a text without line breaks, in their order."""
    result: list[str] = []
    at = lines.find(sought)
    while at >= 0:
        end = lines.index("\n", at)
        result.append(lines[lines.rindex("\n", 0, at) + 1 : end])
        at = lines.find(sought, end)
    return result
