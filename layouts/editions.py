"""A year's statistics in a word or two, as readers name them, and the way to their page."""

from layouts import html
from layouts.addresses import Address, href
from layouts.text import Text, text

YEAR_DIGITS = 4


def edition(label: str, t: Text) -> str:
    """The statistics of a release, by the year in its label: "statistiken från 2026"."""
    last = label.rpartition("-")[2]
    has_year = last.isdigit() and len(last) == YEAR_DIGITS
    return t("restatements.edition", edition=last if has_year else label)


def about_edition(label: str, lang: str) -> html.A:
    """A link to the page of a release, named in the reader's words."""
    t = text(lang)
    words = t("sources.about", edition=edition(label, t))
    return html.A(words, href=href(Address("release", lang, slug=label)))
