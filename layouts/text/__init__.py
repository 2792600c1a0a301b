"""What pages say, in both languages: `text("sv")("city.goals.heading", n=3)`.

Each module in this room holds `SV` and `EN`, dictionaries with equal keys that begin with the
page's name. A module is found by being here. Text with `{name}` takes that as a named argument;
`{in_name}` is a place's name as an adverbial, made from `name`.
"""

import importlib
import pkgutil
from collections.abc import Callable
from functools import cache

from progress.places import in_place

Text = Callable[..., str]


@cache
def texts(lang: str) -> dict[str, str]:
    """All texts of a language. Raises ValueError where two modules claim a key."""
    merged: dict[str, str] = {}
    for module in pkgutil.iter_modules(__path__):
        own: dict[str, str] = getattr(
            importlib.import_module(f"{__name__}.{module.name}"), lang.upper()
        )
        if twice := merged.keys() & own.keys():
            raise ValueError(f"layouts/text/{module.name}.py repeats {sorted(twice)}")
        merged |= own
    return merged


class _Values(dict[str, object]):
    """The named arguments of a text, and what follows from them."""

    def __init__(self, lang: str, values: dict[str, object]) -> None:
        super().__init__(values)
        self.lang = lang

    def __missing__(self, field: str) -> str:
        if field == "in_name":
            return in_place(str(self["name"]), self.lang)
        raise KeyError(field)


@cache
def text(lang: str) -> Text:
    """The lookup for a language: key and named arguments in, text out; KeyError where unknown."""
    own = texts(lang)

    def look_up(key: str, **values: object) -> str:
        return own[key].format_map(_Values(lang, values)) if values else own[key]

    return look_up
