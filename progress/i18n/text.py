"""The lookup of a language: key and named arguments in, text out."""

from functools import cache

from babel.numbers import get_group_symbol

from progress.i18n.catalogs import messages
from progress.i18n.locales import locale_of
from progress.phrases.places import in_place

MINUS = "\u2212"


class Text:
    """The words of a language: `t("city.title", name="Örebro")`.

    A text with `{name}` takes that as a named argument; `{in_name}` is a place's name as an
    adverbial, made from `name`. A text with plurals takes its form from the whole number `n`,
    which it writes as the language does.
    """

    def __init__(self, lang: str) -> None:
        self.lang = lang
        self._messages = messages(lang)

    def __call__(self, key: str, /, **values: object) -> str:
        """Raises KeyError for a key that no catalog has, or a named argument that is missing."""
        message = self._messages[key]
        if not values:
            return message.forms[0]
        if len(message.forms) == 1:
            return message.forms[0].format_map(self._with_place(values))
        n = values["n"]
        if not isinstance(n, int):
            raise TypeError(f"{key} takes a whole number as n, not {n!r}")
        values["n"] = _whole(n, self.lang)
        return message.form(n).format_map(self._with_place(values))

    def __contains__(self, key: object) -> bool:
        return key in self._messages

    def _with_place(self, values: dict[str, object]) -> dict[str, object]:
        """The named arguments, and what follows from them."""
        if "name" in values:
            values["in_name"] = in_place(str(values["name"]), self.lang)
        return values


def _whole(n: int, lang: str) -> str:
    written = f"{abs(n):,}".replace(",", get_group_symbol(locale_of(lang)))
    return f"{MINUS}{written}" if n < 0 else written


@cache
def text(lang: str) -> Text:
    """The lookup of a language, one for all who ask."""
    return Text(lang)
