"""Comparisons to begin with: links, for a reader who has not chosen enough."""

from collections.abc import Sequence

from layouts import html
from layouts.compare.answers import FEWEST, MOST, CompareAnswers
from layouts.compare.controls import by_name
from layouts.links.addresses import Address, href
from layouts.phrases.enumeration import enumerated
from layouts.phrases.text import Text, text
from progress.records import Municipality

NEAREST = 3
"""How many others a municipality is offered to be compared with by size."""

Suggestion = tuple[str, Sequence[Municipality]]


def suggestions_line(address: Address, answers: CompareAnswers) -> html.Div | None:
    """Contract cities of a county, and the largest; or those like a chosen one and near it."""
    t = text(address.lang)
    result = suggestions(answers, t)
    if not result:
        return None
    items = [_item(address, label, places, t) for label, places in result]
    heading = html.H2(t("compare.suggestions.heading"), className="small-head")
    return html.Div([heading, html.Ul(items, className="links suggestions")])


def suggestions(answers: CompareAnswers, t: Text) -> list[Suggestion]:
    """What each suggestion is called, and whom it holds: two to six municipalities."""
    contract = [
        municipality for municipality in answers.municipalities if municipality.is_contract_city
    ]
    if answers.chosen:
        result = _with_chosen(answers, contract, t)
    else:
        result = _by_county(contract, t)
        largest = sorted(contract, key=lambda city: -_size(answers, city))[:NEAREST]
        result.append((t("compare.suggestions.largest"), largest))
    return [(label, places) for label, places in result if FEWEST <= len(places) <= MOST]


def _by_county(contract: list[Municipality], t: Text) -> list[Suggestion]:
    counties: dict[str, list[Municipality]] = {}
    for city in contract:
        counties.setdefault(city.county_name, []).append(city)
    return [
        (t("compare.suggestions.county", county=county), by_name(members))
        for county, members in counties.items()
    ]


def _with_chosen(
    answers: CompareAnswers, contract: list[Municipality], t: Text
) -> list[Suggestion]:
    city = answers.chosen[0]
    others = [other for other in contract if other.code != city.code]
    near = sorted(others, key=lambda other: abs(_size(answers, other) - _size(answers, city)))
    neighbours = [other for other in others if other.county_code == city.county_code]
    county = [
        other
        for other in answers.municipalities
        if other.county_code == city.county_code and other.code != city.code
    ]
    county.sort(key=lambda other: -_size(answers, other))
    alike = answers.alike.get(city.code, ())
    return [
        (t("compare.suggestions.alike", name=city.name), [city, *alike] if alike else []),
        (t("compare.suggestions.near", name=city.name), [city, *near[:NEAREST]]),
        (
            t("compare.suggestions.county", county=city.county_name),
            [city, *by_name(neighbours)],
        ),
        (
            t("compare.suggestions.county_largest", county=city.county_name),
            [city, *county[:NEAREST]],
        ),
    ]


def _size(answers: CompareAnswers, municipality: Municipality) -> int:
    people = answers.populations.get(municipality.code, {})
    return people[max(people)] if people else 0


def _item(address: Address, label: str, places: Sequence[Municipality], t: Text) -> html.Li:
    """A way to the comparison, named by its cities; `label` says what they have in common."""
    codes = tuple(place.code for place in places)
    there = href(address.with_query(municipality=codes))
    return html.Li(html.A(enumerated([place.name for place in places], t), href=there, title=label))
