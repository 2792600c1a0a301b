"""Search over all municipalities: a native form with suggestions, and a list of what was found."""

from typing import Any

from dash import html

from layouts.addresses import Address, href
from layouts.forms import form, text_field
from layouts.markup import aria
from layouts.overview.answers import OverviewAnswers
from layouts.overview.order import swedish
from layouts.text import Text, text
from progress.facts import Municipality
from progress.formats import tonnes

MOST_SHOWN = 30


def search_section(address: Address, answers: OverviewAnswers) -> html.Section:
    """The field, and the answer where the address holds a search."""
    t = text(address.lang)
    names = [one.name for one in sorted(answers.municipalities, key=lambda m: swedish(m.name))]
    field = text_field(address, "search", t("overview.search.label"), suggestions=names)
    words = address.get("search")
    return html.Section(
        [
            html.H2(t("overview.search.heading"), id="search"),
            form(
                address,
                [field],
                t("overview.search.button"),
                label=t("overview.search.heading"),
                role="search",
            ),
            html.P(t("overview.search.hint", n=len(names)), className="note"),
            html.Div(_result(address, answers, words, t), role="status") if words else None,
        ],
        className="card",
        **aria(labelledby="search"),
    )


def matches(municipalities: tuple[Municipality, ...], words: str) -> list[Municipality]:
    """Those whose name holds the words, or whose code they are; names that begin so come first."""
    sought = _plain(words)
    found = [one for one in municipalities if sought in _plain(one.name) or one.code == sought]
    return sorted(
        found,
        key=lambda one: (
            _plain(one.name) != sought,
            not _plain(one.name).startswith(sought),
            swedish(one.name),
        ),
    )


def _plain(words: str) -> str:
    """Without accents and case, so that "orebro" finds Örebro."""
    return words.strip().lower().translate(str.maketrans("åäöé", "aaoe"))


def _result(address: Address, answers: OverviewAnswers, words: str, t: Text) -> list[Any]:
    found = matches(answers.municipalities, words)
    if not found:
        return [html.P(t("overview.search.none", words=words))]
    heading = (
        t("overview.search.found_one", words=words)
        if len(found) == 1
        else t("overview.search.found", n=len(found), words=words)
    )
    if len(found) > MOST_SHOWN:
        heading += " " + t("overview.search.more", n=MOST_SHOWN)
    items = [_item(address, answers, one, t) for one in found[:MOST_SHOWN]]
    return [html.P(heading), html.Ul(items, className="results")]


def _item(address: Address, answers: OverviewAnswers, one: Municipality, t: Text) -> html.Li:
    latest = next(
        (p for p in reversed(answers.totals.get(one.code, ())) if p.status.observed), None
    )
    line = (
        t(
            "overview.search.line",
            county=one.county_name,
            year=latest.year,
            value=tonnes(latest.value, address.lang),
        )
        if latest
        else f"{one.county_name}."
    )
    mark = t("overview.search.contract") if one.is_contract_city else ""
    return html.Li(
        [
            html.A(one.name, href=href(Address("city", address.lang, one.slug))),
            " ",
            html.Span(mark, className="badge") if mark else None,
            " " if mark else None,
            html.Span(line, className="note"),
        ]
    )
