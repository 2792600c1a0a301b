"""Texts that are told later: a key and its values, in the language of whoever is told.

What finds a fault does not know who reads of it. It says `say("import.a_number")`; the command line
or a page tells it in its own language, by `str()` within `speaking(lang)`.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from decimal import Decimal

from babel.numbers import get_decimal_symbol

from progress.i18n.locales import locale_of
from progress.i18n.text import text

_LANGUAGE: ContextVar[str] = ContextVar("language", default="en")


@contextmanager
def speaking(lang: str) -> Iterator[None]:
    """Within it, texts are told in this language; else in English."""
    token = _LANGUAGE.set(lang)
    try:
        yield
    finally:
        _LANGUAGE.reset(token)


def language() -> str:
    """The language in which texts are told here."""
    return _LANGUAGE.get()


@dataclass(frozen=True, slots=True)
class LazyText:
    """A text of the catalogs with its named values; values can be such texts themselves.

    Two are equal where they say the same.
    """

    key: str
    values: tuple[tuple[str, object], ...] = ()

    def __str__(self) -> str:
        lang = language()
        return text(lang)(
            self.key, **{name: _formatted(value, lang) for name, value in self.values}
        )

    def __format__(self, spec: str) -> str:
        return format(str(self), spec)

    def __contains__(self, words: str) -> bool:
        return words in str(self)

    def with_words(self, change: Callable[[str], str]) -> "LazyText":
        """The same text with each of its values that is words changed."""
        changed = (
            (name, change(value) if isinstance(value, str) else value)
            for name, value in self.values
        )
        return LazyText(self.key, tuple(changed))


Words = str | LazyText
"""What is told: the words of a file as they stand, or a text of the catalogs."""


def say(key: str, /, **values: object) -> LazyText:
    """A text of the catalogs, to be told in whatever language is spoken then."""
    return LazyText(key, tuple(values.items()))


def figure(value: float) -> str:
    """A number with the digits that tell one size from another."""
    return f"{value:.4g}" if abs(value) < 1000 else f"{value:.10g}"


class _Number:
    """A number that a text writes in its form with the language's decimal mark."""

    def __init__(self, value: float | Decimal, lang: str) -> None:
        self.value, self.lang = value, lang

    def __format__(self, spec: str) -> str:
        written = format(self.value, spec) if spec else figure(float(self.value))
        return written.replace(".", get_decimal_symbol(locale_of(self.lang)))


def _formatted(value: object, lang: str) -> object:
    if isinstance(value, float | Decimal):
        return _Number(value, lang)
    return value
