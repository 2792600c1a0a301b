"""Releases as choices in a form, as words and as a table that tells where figures come from."""

from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from layouts import html
from layouts.charts.words import word
from layouts.html.forms import Choice
from layouts.html.markup import Element
from layouts.html.tables import Column, table
from layouts.links.addresses import Address, href
from layouts.phrases.editions import about_edition
from layouts.phrases.text import Text, text
from progress.emissions.series import NamedRelease
from progress.phrases.formats import day, number, year_span
from progress.records import Release, Source

KINDS = frozenset(
    {
        "emissions",
        "municipalities",
        "population",
        "indicators",
        "goals",
        "commitments",
        "activities",
        "grants",
        "emission-gaps",
        "investment-actions",
        "own-series",
        "events",
        "exchange-rates",
        "price-index",
        "stocks",
        "work-packages",
        "decisions",
        "contract-roles",
        "obstacles",
        "contract-documents",
        "account-comments",
        "national-figures",
        "local-contracts",
        "meetings",
        "local-signatories",
    }
)


def release_title(release: Release, t: Text) -> str:
    """The release's title, in English put together where we know what it holds; what it holds where
    it was given no title."""
    if (key := f"release.title.{release.title}") in t:
        return t(key)
    if release.title == release.label:
        return kind_words(release.kind, t)
    edition = release.edition
    if t.lang == "sv" or edition is None or release.kind == "own-series":
        return release.title
    if release.kind == "emissions" and release.gas is not None:
        return t(
            "word.release.emissions",
            gas=t(f"word.gas.short.{release.gas}"),
            publisher=release.source.publisher.partition(",")[0],  # without by whose way
            edition=edition,
        )
    return f"{kind_words(release.kind, t)}, {edition}"


def source_line(releases: Sequence[Release], t: Text, *more: str) -> str:
    """Whose figures a chart shows, in a sentence that can stand without the page."""
    named = [
        t(
            "sharing.source.release",
            publisher=_publisher(release.source.publisher, t),
            release=release_title(release, t),
        )
        for release in releases
    ]
    return t("sharing.source", source="; ".join((*named, *more)))


def _publisher(name: str, t: Text) -> str:
    """A publisher in the reader's language where we have it."""
    return t(key) if (key := f"provenance.{name}") in t else name


def kind_words(kind: str, t: Text) -> str:
    """What a release holds, in words."""
    return t(f"sources.kind.{kind if kind in KINDS else 'other'}")


def release_choices(releases: Sequence[Release], t: Text) -> list[Choice]:
    """Newest as it comes, then every release under its gas: gases are never mixed."""
    editions = Counter((release.gas, release.edition) for release in releases)
    return [
        Choice("", t("word.release.newest")),
        *(
            Choice(
                release.label,
                _edition(release, t)
                if editions[release.gas, release.edition] == 1
                else release.title,
                t(f"word.gas.title.{release.gas}"),
            )
            for release in releases
            if release.gas is not None
        ),
    ]


def _edition(release: Release, t: Text) -> str:
    """Short, so that the choice fits a phone."""
    if release.edition is None:
        return release_title(release, t)
    gas = t(f"word.gas.short.{release.gas}")
    return t("word.release.edition", gas=gas, edition=release.edition)


def provenance(words: str, t: Text) -> Element:
    """A source's words on publisher or licence, in the reader's language where we have them."""
    key = f"provenance.{words}"
    if key in t:
        return Element("span", t(key))
    names_and_codes = not words or words[:1].isupper()
    return Element(
        "span",
        words or t("sources.licence.none"),
        lang=None if t.lang == "en" or names_and_codes else "en",
    )


def linked_publisher(source: Source, t: Text) -> Any:
    """The publisher, linked to its page, else to where the file was found."""
    words = provenance(source.publisher, t)
    linked = source.address.startswith(("https://", "http://"))
    return Element("a", words, href=source.address) if linked else words


def release_link(release: Release, t: Text) -> Element:
    """The release's title, with the way to its page."""
    there = href(Address("release", t.lang, slug=release.label))
    return Element("a", release_title(release, t), href=there)


def release_table(caption: str, releases: Sequence[Release], t: Text) -> html.Div:
    """Releases with publisher, dates, licence, rows and the first figures of the file's SHA-256."""
    columns = [
        Column(t("sources.column.release"), wide=True),
        Column(t("sources.column.covers")),
        Column(t("sources.column.publisher"), wide=True),
        Column(t("sources.column.dates")),
        Column(t("sources.column.rows"), numeric=True),
        Column(t("sources.column.file")),
    ]
    return table(caption, columns, [_row(release, t.lang) for release in releases], stack=True)


@lru_cache(maxsize=256)  # the same on the page of every municipality
def _row(release: Release, lang: str) -> tuple[Any, ...]:
    t = text(lang)
    span = year_span(release.year_first, release.year_last)
    imported = t("sources.imported", day=day(release.imported.date(), lang))
    released = (
        t("sources.released.unknown")
        if release.released is None
        else t("sources.released", day=day(release.released, lang))
    )
    return (
        _lines(release_link(release, t), Element("code", release.label)),
        span or t("word.none"),
        with_licence(linked_publisher(release.source, t), release.source, t),
        _lines(released, imported),
        number(release.rows, lang),
        _lines(
            release.file_name,
            Element("code", f"{release.sha256[:12]}…", title=release.sha256),
        ),
    )


def way_to_all(lang: str) -> Element:
    """A link to every loaded release with its licence, where no single one is meant."""
    there = href(Address("data", lang)) + "#releases"
    return Element("a", word("releases", lang), href=there)


def ways_to(releases: Sequence[NamedRelease], lang: str) -> list[Any]:
    """Links to the pages of releases, each after a space: to follow their names."""
    result: list[Any] = []
    for release in releases:
        result += [" ", about_edition(release, lang)]
    return result


def with_licence(publisher: Any, source: Source, t: Text) -> Element:
    """The publisher with the source's licence under it, which may be a long sentence: no column of
    its own, since it would get the least room and the most lines."""
    licence = t("sources.licence", licence="")
    return _lines(publisher, Element("small", [licence, provenance(source.licence, t)]))


def _lines(first: Any, second: Any) -> Element:
    return Element("span", [first, Element("br"), second])
