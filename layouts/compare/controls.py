"""The form of a comparison: what to count, against what, and which municipalities."""

from collections.abc import Sequence
from typing import Any

from layouts import html
from layouts.compare.answers import GROUPS, MEASURES, MOST, CompareAnswers, View
from layouts.html.folded import folded_choices
from layouts.html.forms import Choice, form, select
from layouts.html.markup import Element, Input
from layouts.links.addresses import Address
from layouts.links.query import PARAMETERS
from layouts.overview.order import swedish
from layouts.phrases.releases import release_choices
from layouts.phrases.text import Text, text
from progress.records import Municipality


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
    counties: dict[str, list[Municipality]] = {}
    for municipality in answers.municipalities:
        if municipality.code not in codes:
            counties.setdefault(municipality.county_name, []).append(municipality)
    groups = [
        html.Optgroup(
            [Element("option", city.name, value=city.code) for city in by_name(members)],
            label=county,
        )
        for county, members in sorted(counties.items(), key=lambda pair: swedish(pair[0]))
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


def by_name(places: list[Municipality]) -> list[Municipality]:
    """In Swedish alphabetical order."""
    return sorted(places, key=lambda place: swedish(place.name))
