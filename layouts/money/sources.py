"""What a money page rests on: bond totals apart, the loaded sources, and those that are not."""

from collections import Counter

from dash.development.base_component import Component

from layouts import html
from layouts.html.cards import section
from layouts.html.folded import folded
from layouts.html.tables import Column, table
from layouts.money import words
from layouts.money.view import View
from layouts.phrases import kronor
from layouts.phrases.enumeration import enumerated
from layouts.phrases.releases import provenance, way_to_all
from layouts.phrases.text import Text
from progress.money.loaded import LoadedSource
from progress.phrases.formats import part_of_date

KNOWN_SOURCES = ("klimatklivet", "kohesio", "gdp", "swecris", "cordis", "call14")
"""Public sources of grants to municipalities, by the id that an import of them would have."""


def stocks_section(view: View) -> Component | None:
    """A city's bond totals in time, apart from everything that flows."""
    t, lang = view.t, view.lang
    if not view.answers.stocks:
        return None
    columns = [
        Column(t("money.stocks.at")),
        Column(t("money.stocks.issued"), numeric=True),
        Column(t("money.stocks.total"), numeric=True),
        Column(t("money.stocks.note")),
    ]
    rows: list[list[Component | str]] = [
        [
            part_of_date(stock.at, lang),
            "–" if stock.issued is None else kronor.brief(stock.issued, lang, stock.currency),
            "–" if stock.total is None else kronor.brief(stock.total, lang, stock.currency),
            html.A(html.Span(stock.note, lang="en"), href=stock.source_ref, rel="noopener external")
            if stock.source_ref.startswith("http")
            else stock.note,
        ]
        for stock in sorted(view.answers.stocks, key=lambda stock: stock.at)
    ]
    return section(
        "obligationer",
        t("money.stocks.heading"),
        html.P(t("money.stocks.lead")),
        table(t("money.stocks.caption"), columns, rows, stack=True),
    )


def sources_section(view: View) -> Component:
    """The loaded sources with their years, how many rows are this city's, and what is missing."""
    t = view.t
    here = Counter(grant.source_id for grant in view.answers.grants)
    columns = [
        Column(t("money.sources.source")),
        Column(t("money.sources.rows"), numeric=True),
        Column(t("money.sources.here"), numeric=True),
        Column(t("money.sources.years")),
        Column(t("money.sources.licence")),
    ]
    rows = [
        [
            _source(view, each),
            str(each.rows),
            str(here[each.source_id]),
            years(each),
            _licence(view, each),
        ]
        for each in view.answers.loaded
    ]
    return section(
        "kallor",
        t("money.sources.heading"),
        html.P(t("money.sources.lead")),
        folded(t("money.sources.caption"), columns, rows),
        html.P(way_to_all(view.lang)),
    )


def missing(loaded: tuple[str, ...], t: Text) -> str:
    """The public sources that are not loaded, in a sentence."""
    names = [t(f"money.source.{name}") for name in KNOWN_SOURCES if name not in loaded]
    return t("money.sources.missing", names=enumerated(names, t)) if names else ""


def years(each: LoadedSource) -> str:
    """First and last year of a source's rows."""
    if each.first_year is None:
        return "–"
    assert each.last_year is not None
    return words.span(each.first_year, each.last_year)


def _source(view: View, each: LoadedSource) -> Component | str:
    source = view.answers.sources.get(each.source_id)
    if source is None:
        return each.source_id
    title = provenance(source.title, view.t)
    publisher = provenance(source.publisher, view.t)
    name: list[Component | str] = [title, " (", publisher, ")"]
    if not source.address:
        return html.Span(name)
    return html.A(name, href=source.address, rel="noopener external")


def _licence(view: View, each: LoadedSource) -> Component | str:
    source = view.answers.sources.get(each.source_id)
    return "–" if source is None else provenance(source.licence, view.t)
