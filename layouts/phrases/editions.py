"""A year's statistics in a word or two, as readers name them, and the way to their page."""

from layouts import html
from layouts.links.addresses import Address, href
from layouts.phrases.text import Text, text
from progress.emissions.series import NamedRelease
from progress.goals.verdict_model import Verdict


def edition(release: NamedRelease, t: Text) -> str:
    """The statistics of a release, by the year of its edition: "statistiken från 2026"."""
    return t("restatements.edition", edition=release.edition or release.label)


def edition_of(verdict: Verdict, t: Text) -> str:
    """The statistics that a verdict rests on."""
    name = verdict.release_name
    return t("word.missing") if name is None else edition(name, t)


def about_edition(release: NamedRelease, lang: str) -> html.A:
    """A link to the page of a release, named in the reader's words."""
    t = text(lang)
    words = t("sources.about", edition=edition(release, t))
    return html.A(words, href=href(Address("release", lang, slug=release.label)))
