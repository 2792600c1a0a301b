"""How numbers and dates are written in a language: Babel's locale for it."""

from functools import cache

from babel import Locale

_COUNTRIES = {"sv": "SE", "en": "GB"}
"""Whose habits a language follows here; another's are those that Babel has for it."""


@cache
def locale_of(lang: str) -> Locale:
    """The locale of a language, as `sv_SE`."""
    return Locale(lang, _COUNTRIES.get(lang))


def language_tag(lang: str) -> str:
    """The same as a tag of BCP 47: `sv-SE`."""
    return str(locale_of(lang)).replace("_", "-")
