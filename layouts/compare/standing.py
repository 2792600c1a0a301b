"""Where each municipality stands in the newest year, beside its county and the two groups."""

from typing import Any

from dash import html

from layouts.addresses import Address, href
from layouts.cards import section
from layouts.compare.answers import View
from layouts.compare.figures import Figures, value_at
from layouts.compare.words import exact
from layouts.tables import Column, table
from layouts.text import Text, text
from progress.comparison import change_since, quarter
from progress.facts import Municipality
from progress.formats import number, signed_percent
from progress.indicators import quartiles

GROUPS = ("contract", "all")


def standing_section(address: Address, view: View, figures: Figures) -> html.Section:
    """One row a municipality, then one a county and one a group."""
    t = text(address.lang)
    year = figures.year
    if year is None:
        return section("standing", t("compare.standing.none"), html.P(t("compare.no_shared_year")))
    columns = [
        Column(t("compare.column.place")),
        Column(t("compare.column.inhabitants"), numeric=True),
        Column(t("compare.column.tonnes"), numeric=True),
        Column(t("compare.column.per_person"), numeric=True),
        Column(t("compare.column.among_all")),
        Column(t("compare.column.among_contract")),
        Column(t("compare.column.change", year=view.base_year), numeric=True),
        Column(t("compare.column.change_among_all")),
    ]
    chosen = figures.answers.chosen
    counties = {one.county_code: one for one in chosen}
    rows = [_city(address.lang, one, year, view, figures, t) for one in chosen]
    rows += [_county(address.lang, one, year, view, figures, t) for one in counties.values()]
    rows += [_group(address.lang, group, figures, t) for group in GROUPS]
    return section(
        "standing",
        t("compare.standing.heading", year=year),
        table(t("compare.standing.caption", year=year), columns, rows, stack=True),
        html.Ul(
            [
                html.Li(t("compare.standing.note.place")),
                html.Li(t("compare.standing.note.county")),
                html.Li(t("compare.standing.note.groups")),
                html.Li(t("compare.standing.note.territorial")),
            ],
            className="note",
        ),
    )


def _city(
    lang: str, one: Municipality, year: int, view: View, figures: Figures, t: Text
) -> list[Any]:
    series = figures.cities[one.code]
    contract = _place(one.code, "contract", "per_person", figures, t)
    return [
        html.A(one.name, href=href(Address("city", lang, one.slug))),
        number(figures.answers.populations.get(one.code, {}).get(year), lang),
        exact(value_at(series, "tonnes", year), "tonnes", lang, t),
        exact(value_at(series, "per_person", year), "per_person", lang, t),
        _place(one.code, "all", "per_person", figures, t),
        contract if one.is_contract_city else t("compare.not_contract"),
        signed_percent(change_since(series.tonnes, view.base_year, year), lang, 1),
        _place(one.code, "all", "change", figures, t),
    ]


def _county(
    lang: str, one: Municipality, year: int, view: View, figures: Figures, t: Text
) -> list[Any]:
    series = figures.counties[one.county_code]
    none = t("word.none")
    members = [m.code for m in figures.answers.municipalities if m.county_code == one.county_code]
    people = [figures.answers.populations.get(code, {}).get(year) for code in members]
    known = [each for each in people if each is not None]
    return [
        t("compare.row.county", county=one.county_name),
        number(sum(known) if len(known) == len(people) else None, lang),
        exact(value_at(series, "tonnes", year), "tonnes", lang, t),
        exact(value_at(series, "per_person", year), "per_person", lang, t),
        none,
        none,
        signed_percent(change_since(series.tonnes, view.base_year, year), lang, 1),
        none,
    ]


def _group(lang: str, group: str, figures: Figures, t: Text) -> list[Any]:
    none = t("word.none")
    level = quartiles(list(figures.values(group, "per_person").values()))
    change = quartiles(list(figures.values(group, "change").values()))
    return [
        t(f"compare.row.{group}", n=len(figures.groups[group])),
        none,
        none,
        none
        if level is None
        else t(
            "compare.spread",
            median=number(level.median, lang, 2),
            lower=number(level.lower, lang, 2),
            upper=number(level.upper, lang, 2),
        ),
        none,
        none,
        none
        if change is None
        else t(
            "compare.spread",
            median=signed_percent(change.median, lang, 1),
            lower=signed_percent(change.lower, lang, 1),
            upper=signed_percent(change.upper, lang, 1),
        ),
        none,
    ]


def _place(code: str, group: str, measure: str, figures: Figures, t: Text) -> str:
    found = figures.place(code, group, measure)
    if found is None:
        return t("word.missing")
    place, spread = found
    value = figures.values(group, measure)[code]
    return t(
        "compare.place.shared" if place.shared else "compare.place",
        place=place.place,
        of=place.of,
        quarter=t(f"compare.quarter.{quarter(value, spread)}"),
    )
