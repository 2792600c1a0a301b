"""The field that finds a municipality: in the head of every page, and on pages about searching."""

from dash.development.base_component import Component

from layouts import html
from layouts.html.forms import form, text_field
from layouts.html.markup import Input, aria
from layouts.links.addresses import Address, href
from layouts.links.query import PARAMETERS
from layouts.phrases.text import text

MOST_CHARACTERS = 80


def header_search(lang: str) -> Component:
    """A short form; names are suggested when a script has fetched them (assets/forms.js)."""
    t = text(lang)
    field = Input(
        type="search",
        id="find-place",
        name=PARAMETERS["search"].name(lang),
        placeholder=t("search.short"),
        maxLength=MOST_CHARACTERS,
        autoComplete="off",
        **aria(label=t("search.field")),
    )
    return html.Form(
        [field, html.Button(t("search.button"), type="submit")],
        action=href(Address("search", lang)),
        method="get",
        role="search",
        className="site-search",
        **aria(label=t("search.field")),
    )


def place_search(lang: str, words: str | None = None) -> Component:
    """The form as a part of a page, holding the words sought."""
    t = text(lang)
    address = Address("search", lang).with_query(search=words)
    return form(
        address,
        [text_field(address, "search", t("search.label"))],
        t("search.button"),
        label=t("search.title"),
        role="search",
    )
