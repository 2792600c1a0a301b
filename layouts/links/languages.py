"""The ways to the same page in other languages."""

from layouts import html
from layouts.links.addresses import Address, href, translations
from progress.i18n import locale_of
from progress.i18n.catalogs import own_messages

NAME = "shell.language"


def language_links(address: Address, class_name: str | None = None) -> list[html.A]:
    """A link to each, in that language's own words."""
    return [
        html.A(
            language_name(other.lang),
            href=href(other),
            lang=other.lang,
            hrefLang=other.lang,
            rel="alternate",
            className=class_name,
        )
        for other in translations(address)
    ]


def language_name(lang: str) -> str:
    """What a language's catalogs call it, else what it is called where it is spoken."""
    message = own_messages(lang).get(NAME)
    return message.forms[0] if message else str(locale_of(lang).get_language_name()).capitalize()
