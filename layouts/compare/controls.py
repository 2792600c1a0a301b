"""The form of a comparison: what to count, against what, and which municipalities."""

from collections.abc import Sequence
from typing import Any

from dash import html

from layouts.addresses import Address
from layouts.compare.answers import FEWEST, GROUPS, MEASURES, MOST, CompareAnswers, View
from layouts.forms import Choice, form, select
from layouts.markup import Element, Input
from layouts.overview.order import swedish
from layouts.query import PARAMETERS
from layouts.releases import release_choices
from layouts.text import Text, text
from progress.records import Municipality


def controls(address: Address, view: View, answers: CompareAnswers) -> html.Form:
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
    return form(
        address,
        [_places(address, answers, t), *fields],
        t("compare.controls.button"),
        label=t("compare.controls"),
    )


def _places(address: Address, answers: CompareAnswers, t: Text) -> html.Details:
    chosen = answers.chosen
    codes = {city.code for city in chosen}
    contract = sorted(
        (m for m in answers.municipalities if m.is_contract_city and m.code not in codes),
        key=lambda m: swedish(m.name),
    )
    room = MOST - len(chosen)
    adders = [_adder(address, answers, place, t) for place in range(max(FEWEST - len(chosen), 1))]
    return html.Details(
        [
            html.Summary(t("compare.controls.places", n=len(chosen), most=MOST)),
            _boxes(address, t("compare.controls.chosen"), chosen, checked=True) if chosen else None,
            html.Div(adders, className="filters") if room > 0 else None,
            _boxes(address, t("compare.controls.contract"), contract, checked=False),
        ],
        className="chooser",
        open=not answers.enough,
    )


def _boxes(
    address: Address, legend: str, places: Sequence[Municipality], *, checked: bool
) -> html.Fieldset:
    name = PARAMETERS["municipality"].name(address.lang)

    def item(municipality: Municipality) -> html.Li:
        box = Input(type="checkbox", name=name, value=municipality.code, checked=checked)
        return html.Li(html.Label([box, municipality.name]))

    items = [item(place) for place in places]
    return html.Fieldset([html.Legend(legend), html.Ul(items, className="checks")])


def _adder(address: Address, answers: CompareAnswers, place: int, t: Text) -> html.Div:
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
