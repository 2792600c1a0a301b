"""Releases as choices in a form, as words and as a table that tells where figures come from."""

from collections.abc import Sequence
from typing import Any

from dash import html

from layouts.forms import Choice
from layouts.tables import Column, table
from layouts.text import Text
from progress.facts import Release
from progress.formats import day, number, year_span

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
        "investment-actions",
        "exchange-rates",
        "price-index",
        "stocks",
    }
)
NO_LICENCE = frozenset({"", "none stated", "none looked up"})


def release_title(release: Release, lang: str, t: Text) -> str:
    """The release's title, in English put together where we know what it holds."""
    edition = release.label.rpartition("-")[2]
    if lang == "sv" or not edition.isdigit():
        return release.title
    if release.kind == "emissions" and release.gas is not None:
        return t(
            "word.release.emissions",
            gas=t(f"word.gas.short.{release.gas}"),
            publisher=release.source.publisher,
            edition=edition,
        )
    return f"{kind_words(release.kind, t)}, {edition}"


def kind_words(kind: str, t: Text) -> str:
    """What a release holds, in words."""
    return t(f"sources.kind.{kind if kind in KINDS else 'other'}")


def release_choices(releases: Sequence[Release], lang: str, t: Text) -> list[Choice]:
    """Newest as it comes, then every release under its gas: gases are never mixed."""
    return [
        Choice("", t("word.release.newest")),
        *(
            Choice(
                release.label, release_title(release, lang, t), t(f"word.gas.title.{release.gas}")
            )
            for release in releases
            if release.gas is not None
        ),
    ]


def licence_words(licence: str, t: Text) -> str:
    """The licence as its source states it, or that it states none."""
    return t("sources.licence.none") if licence in NO_LICENCE else licence


def release_table(caption: str, releases: Sequence[Release], lang: str, t: Text) -> html.Div:
    """Releases with publisher, dates, licence, rows and the first figures of the file's SHA-256."""
    columns = [
        Column(t("sources.column.release")),
        Column(t("sources.column.covers")),
        Column(t("sources.column.publisher")),
        Column(t("sources.column.released")),
        Column(t("sources.column.imported")),
        Column(t("sources.column.licence")),
        Column(t("sources.column.rows"), numeric=True),
        Column(t("sources.column.file")),
    ]
    return table(caption, columns, [_row(one, lang, t) for one in releases], stack=True)


def _row(release: Release, lang: str, t: Text) -> list[Any]:
    source = release.source
    linked = source.url.startswith(("https://", "http://"))
    publisher: Any = html.A(source.publisher, href=source.url) if linked else source.publisher
    span = year_span(release.year_first, release.year_last)
    unknown = t("sources.released.unknown")
    return [
        html.Span([release_title(release, lang, t), html.Br(), html.Code(release.label)]),
        span or t("word.none"),
        publisher,
        unknown if release.released is None else day(release.released, lang),
        day(release.imported.date(), lang),
        licence_words(source.licence, t),
        number(release.rows, lang),
        html.Span(
            [
                release.file_name,
                html.Br(),
                html.Code(f"{release.sha256[:12]}…", title=release.sha256),
            ]
        ),
    ]
