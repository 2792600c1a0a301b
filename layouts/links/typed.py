"""What a typed address may have meant: capitals, accents, the other language's words, slashes."""

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from itertools import islice

from layouts.links.addresses import SLUG, Address
from layouts.links.query import LANGUAGES, PARAMETERS
from layouts.links.routes import ROUTES, Kind, Route
from layouts.phrases.text import text
from progress.place_search import plain

LIKENESS = 0.7
"""How alike a misspelt word of a path must be, as `difflib` reckons it."""
MOST_SEGMENTS = 8


@dataclass(frozen=True, slots=True)
class Intended:
    """A page that a path may mean; `value` is what stands, as typed, where the path varies.

    `view` is ours for the word after it, of a page whose views have paths of their own.
    """

    route: Route
    lang: str
    value: str
    view: str | None = None

    def address(self, slug: str) -> Address:
        """The page's address, with what its path varies by."""
        if self.route.varies_by == "year":
            return Address(self.route.name, self.lang, year=int(slug))
        query = () if self.view is None else ((self.route.view, self.view),)
        return Address(self.route.name, self.lang, slug=slug or None, query=query)


def intended(path: str) -> Iterator[Intended]:
    """The pages whose paths, in either language, are the typed one but for how it is written."""
    lang, segments = _split(path)
    if len(segments) > MOST_SEGMENTS:
        return
    for route in ROUTES.values():
        for written in LANGUAGES:
            template = _split(route.path(written))[1]
            value = _value(template, segments)
            if value is not None:
                yield Intended(route, lang or written, value)
            elif route.view and segments and (view := _view(route, segments[-1])) is not None:
                value = _value(template, segments[:-1])
                if value is not None:
                    yield Intended(route, lang or written, value, view)


def alike(path: str, lang: str) -> tuple[Address, ...]:
    """Pages without anything that varies, whose last word or name looks like the path's."""
    _, segments = _split(path)
    pages = {
        plain(text(written)(f"shell.nav.{route.name}")): Address(route.name, lang)
        for route in ROUTES.values()
        if route.menu
        for written in LANGUAGES
    } | {
        _split(route.path(written))[1][-1]: Address(route.name, lang)
        for route in ROUTES.values()
        if route.kind is not Kind.FILE and route.binding and not route.varies_by
        for written in LANGUAGES
        if _split(route.path(written))[1]
    }
    words = [plain(segment.partition(".")[0]) for segment in reversed(segments[:MOST_SEGMENTS])]
    near = (match for word in words for match in get_close_matches(word, pages, 2, LIKENESS))
    return tuple(islice(dict.fromkeys(pages[word] for word in near), 2))


def as_slug(words: str) -> str:
    """What is typed, in the form of a slug; empty where it has none: "Viable-Cities"."""
    parts = (plain(part) for part in words.replace("-", " ").split())
    slug = "-".join(part for part in parts if part)
    return slug if SLUG.fullmatch(slug) else ""


def last_words(path: str) -> tuple[str, ...]:
    """The parts of a path from the last on: one of them may be a place's name."""
    return tuple(reversed(_split(path)[1]))[:MOST_SEGMENTS]


def _split(path: str) -> tuple[str, list[str]]:
    """The language that a path begins with, or "", and what follows it."""
    segments = [part for part in path.split("/") if part]
    if segments and segments[0].lower() in LANGUAGES:
        return segments[0].lower(), segments[1:]
    return "", segments


def _value(template: list[str], typed: list[str]) -> str | None:
    """What stands in the place that varies, "" where nothing varies; None for another path."""
    if len(template) != len(typed):
        return None
    value = ""
    for wanted, word in zip(template, typed, strict=True):
        if wanted.startswith("{"):
            ending = wanted.partition("}")[2]
            if not word.lower().endswith(ending):
                return None
            value = word[: len(word) - len(ending)]
        elif _letters(wanted) != _letters(word):
            return None
    return value


def _view(route: Route, word: str) -> str | None:
    """Our value for a word that may name a view in either language, however it is written."""
    return next(
        (
            value
            for value, pair in PARAMETERS[route.view].words.items()
            if _letters(word) in map(_letters, pair)
        ),
        None,
    )


def _letters(word: str) -> str:
    """A word of a path without accents and case; its hyphens and its ending stand."""
    return ".".join("-".join(plain(piece) for piece in part.split("-")) for part in word.split("."))
