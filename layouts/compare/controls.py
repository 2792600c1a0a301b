"""The form of a comparison: what to count, against what, and which municipalities."""

from collections.abc import Iterable, Sequence
from typing import Any

from layouts import html
from layouts.compare.answers import GROUPS, MEASURES, MOST, CompareAnswers, View
from layouts.html.folded import folded_choices
from layouts.html.forms import Choice, form, select
from layouts.html.markup import Element, Input, Raw
from layouts.html.to_html import to_html
from layouts.links.addresses import Address
from layouts.links.query import PARAMETERS
from layouts.overview.order import swedish
from layouts.phrases.releases import release_choices
from layouts.phrases.text import Text, text
from progress.records import Municipality

_Counties = dict[str, tuple[tuple[Municipality, ...], Raw]]


def controls(address: Address, view: View, answers: CompareAnswers) -> html.Details:
    """One form for all choices. It works without script; nothing in it needs dragging or typing."""
    t = text(address.lang)
    measures = [
        Choice("" if name == MEASURES[0] else name, t(f"compare.measure.{name}"))
        for name in MEASURES
    ]
    years = [Choice(str(year), str(year)) for year in answers.years]
    groups = [Choice("", t("compare.against.none"))] + [
        Choice(name, t(f"compare.against.{name}")) for name in GROUPS
    ]
    standing = address.with_query(base_year=view.base_year)
    fields: list[Any] = [
        select(address, "measure", t("compare.controls.measure"), measures),
        select(standing, "base_year", t("compare.controls.base_year"), years),
        select(address, "against", t("compare.controls.against"), groups),
        select(
            address,
            "release",
            t("compare.controls.release"),
            release_choices(answers.releases, t),
        ),
    ]
    chosen = answers.chosen
    parts: list[Any] = [
        boxes(address, t("compare.controls.chosen"), chosen, checked=True),
        adder(address, answers, 0, t) if len(chosen) < MOST else None,
        *fields,
        _cities(address, answers, t) if len(chosen) < MOST else None,
    ]
    fields_form = form(address, parts, t("compare.controls.button"), label=t("compare.controls"))
    return folded_choices(address.lang, fields_form, own_id="choices")


def contract_cities(answers: CompareAnswers) -> list[Municipality]:
    """The contract cities that are not chosen."""
    codes = {city.code for city in answers.chosen}
    return by_name(
        [m for m in answers.municipalities if m.is_contract_city and m.code not in codes]
    )


def _cities(address: Address, answers: CompareAnswers, t: Text) -> html.Details:
    """The contract cities to add, as boxes that unfold."""
    cities = contract_cities(answers)
    summary = t("compare.controls.places", n=len(answers.chosen), most=MOST)
    return html.Details(
        [html.Summary(summary), boxes(address, t("compare.controls.contract"), cities)],
        className="chooser",
    )


def boxes(
    address: Address, legend: str, places: Sequence[Municipality], *, checked: bool = False
) -> html.Fieldset:
    """Municipalities to tick, under a legend."""
    items = [html.Li(html.Label([box(address, place, checked), place.name])) for place in places]
    return html.Fieldset([html.Legend(legend), html.Ul(items, className="checks")])


def box(address: Address, municipality: Municipality, checked: bool) -> Input:
    """A municipality's box in the form."""
    name = PARAMETERS["municipality"].name(address.lang)
    return Input(type="checkbox", name=name, value=municipality.code, checked=checked)


def adder(address: Address, answers: CompareAnswers, place: int, t: Text) -> html.Div:
    """A select with all other municipalities by county."""
    codes = {city.code for city in answers.chosen}
    chosen_counties = {city.county_name for city in answers.chosen}
    groups = [
        html.Optgroup(
            _options(city for city in members if city.code not in codes)
            if county in chosen_counties
            else written,
            label=county,
        )
        for county, (members, written) in _counties(answers).items()
        if any(city.code not in codes for city in members)
    ]
    field_id = f"f-municipality-{place}"
    none = Element("option", t("compare.controls.add.none"), value="")
    return html.Div(
        [
            html.Label(t("compare.controls.add"), htmlFor=field_id),
            html.Select(
                [none, *groups],
                id=field_id,
                name=PARAMETERS["municipality"].name(address.lang),
            ),
        ],
        className="field",
    )


def _counties(answers: CompareAnswers) -> _Counties:
    """County's name → its municipalities and their options, both in Swedish alphabetical order.

    Written once: the choice is most of what a comparison takes in a country of thousands.
    """
    result: _Counties | None = answers.cache.get("counties")
    if result is None:
        counties: dict[str, list[Municipality]] = {}
        for municipality in answers.municipalities:
            counties.setdefault(municipality.county_name, []).append(municipality)
        result = {
            county: (tuple(members), _options(members))
            for county in sorted(counties, key=swedish)
            for members in [by_name(counties[county])]
        }
        answers.cache["counties"] = result
    return result


def _options(places: Iterable[Municipality]) -> Raw:
    return Raw(to_html([Element("option", city.name, value=city.code) for city in places]))


def by_name(places: list[Municipality]) -> list[Municipality]:
    """In Swedish alphabetical order."""
    return sorted(places, key=lambda place: swedish(place.name))
