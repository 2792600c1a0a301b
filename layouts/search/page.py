"""The list of a search: each municipality with its county, or the nearest where none matches."""

from typing import Any

from layouts import html
from layouts.frame.page import Page
from layouts.links.addresses import Address, href
from layouts.phrases.text import Text, text
from layouts.search.answers import SearchAnswers
from layouts.search.fields import place_search
from progress.records import Municipality

MOST_SHOWN = 50


def page(address: Address, answers: SearchAnswers) -> Page:
    """The field and what it leads to; before anything is sought, what there is to find."""
    t = text(address.lang)
    return Page(
        title=t("search.title"),
        description=t("search.description", n=answers.of),
        lang=address.lang,
        address=address,
        body=html.Div(
            [
                html.H1(t("search.title")),
                html.P(t("search.description", n=answers.of), className="lead"),
                place_search(address.lang, address.get("search")),
                html.Div(_result(address, answers, t), id="search-result", role="status"),
            ]
        ),
    )


def _result(address: Address, answers: SearchAnswers, t: Text) -> list[Any]:
    words = address.get("search")
    if words is None:
        return []
    if not answers.matches:
        return [
            html.P(t("search.none", words=words)),
            *([html.P(t("search.alike")), _list(answers.alike, address, t)] * bool(answers.alike)),
        ]
    number = len(answers.matches)
    heading = t("search.some", n=number, words=words)
    if number > MOST_SHOWN:
        heading += " " + t("search.first", n=MOST_SHOWN)
    return [html.P(heading), _list(answers.matches[:MOST_SHOWN], address, t)]


def _list(places: tuple[Municipality, ...], address: Address, t: Text) -> html.Ul:
    return html.Ul([_item(place, address, t) for place in places], className="results")


def _item(place: Municipality, address: Address, t: Text) -> html.Li:
    mark = html.Span(t("search.contract"), className="badge") if place.is_contract_city else None
    return html.Li(
        [
            html.A(place.name, href=href(Address("city", address.lang, place.slug))),
            " ",
            mark,
            " " if mark else None,
            html.Span(f"{place.county_name}.", className="note"),
        ]
    )
