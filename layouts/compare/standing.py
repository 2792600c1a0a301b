"""Where each municipality stands in the newest year, beside its county and the two groups."""

from collections.abc import Callable
from typing import Any

from layouts import html
from layouts.compare.answers import View
from layouts.compare.figures import Figures, value_at
from layouts.compare.lead import changes
from layouts.compare.words import exact
from layouts.html.cards import section
from layouts.html.folded import folded
from layouts.html.tables import Column
from layouts.links.addresses import Address, href
from layouts.phrases.text import Text, text
from progress.emissions.comparison import change_since, quarter
from progress.indicators import Quartiles
from progress.phrases.formats import number, signed_percent
from progress.records import Municipality

GROUPS = ("contract", "all")


def standing_section(address: Address, view: View, figures: Figures) -> html.Section:
    """One row a municipality with its places; then counties and groups."""
    t = text(address.lang)
    year = figures.year
    if year is None:
        return section("standing", t("compare.standing.none"), html.P(t("compare.no_shared_year")))
    columns = [
        Column(t("compare.column.city")),
        Column(t("compare.column.inhabitants"), numeric=True),
        Column(t("compare.column.tonnes"), numeric=True),
        Column(t("compare.column.per_person"), numeric=True),
        Column(t("compare.column.among_all")),
        Column(t("compare.column.among_contract")),
        Column(t("compare.column.change", year=view.base_year), numeric=True),
        Column(t("compare.column.change_among_all")),
    ]
    rows = [_city(city, year, view, figures, t) for city in figures.answers.chosen]
    return section(
        "standing",
        t("compare.standing.heading", year=year),
        html.P(changes(year, view, figures, t)),
        html.P(t("compare.standing.note.territorial"), className="note"),
        folded(
            t("compare.standing.caption", year=year),
            columns,
            rows,
            html.P(t("compare.standing.note.place"), className="note"),
        ),
        _beside(year, view, figures, t),
    )


def _beside(year: int, view: View, figures: Figures, t: Text) -> html.Details:
    """The counties and the groups, in a table of their own: they have no place among anyone."""
    columns = [
        Column(t("compare.column.group")),
        Column(t("compare.column.per_person"), numeric=True),
        Column(t("compare.column.change", year=view.base_year), numeric=True),
    ]
    counties = {city.county_code: city for city in figures.answers.chosen}
    rows = [_county(county, year, view, figures, t) for county in counties.values()]
    rows += [_group(group, figures, t) for group in GROUPS]
    names = ("county", "groups")
    notes = [html.P(t(f"compare.standing.note.{name}"), className="note") for name in names]
    return folded(t("compare.standing.beside", year=year), columns, rows, *notes)


def _city(
    municipality: Municipality, year: int, view: View, figures: Figures, t: Text
) -> list[Any]:
    series = figures.cities[municipality.code]
    contract = _place(municipality.code, "contract", "per_person", figures, t)
    return [
        html.A(municipality.name, href=href(Address("city", t.lang, municipality.slug))),
        number(figures.answers.populations.get(municipality.code, {}).get(year), t.lang),
        exact(value_at(series, "tonnes", year), "tonnes", t),
        exact(value_at(series, "per_person", year), "per_person", t),
        _place(municipality.code, "all", "per_person", figures, t),
        contract if municipality.is_contract_city else t("compare.not_contract"),
        signed_percent(change_since(series.since["tonnes"], view.base_year, year), t.lang, 1),
        _place(municipality.code, "all", "change", figures, t),
    ]


def _county(
    municipality: Municipality, year: int, view: View, figures: Figures, t: Text
) -> list[Any]:
    series = figures.counties[municipality.county_code]
    return [
        t("compare.row.county", county=municipality.county_name),
        exact(value_at(series, "per_person", year), "per_person", t),
        signed_percent(change_since(series.since["tonnes"], view.base_year, year), t.lang, 1),
    ]


def _group(group: str, figures: Figures, t: Text) -> list[Any]:
    level, change = figures.spread(group, "per_person"), figures.spread(group, "change")
    missing = t("word.missing")
    return [
        t(f"compare.row.{group}", n=len(figures.groups[group])),
        missing if level is None else _spread(level, t, lambda value: number(value, t.lang, 2)),
        missing
        if change is None
        else _spread(change, t, lambda value: signed_percent(value, t.lang, 1)),
    ]


def _spread(quartiles: Quartiles, t: Text, words: Callable[[float], str]) -> str:
    return t(
        "compare.spread",
        median=words(quartiles.median),
        lower=words(quartiles.lower),
        upper=words(quartiles.upper),
    )


def _place(code: str, group: str, measure: str, figures: Figures, t: Text) -> Any:
    result = figures.place(code, group, measure)
    if result is None:
        return t("word.missing")
    place, spread = result
    value = figures.values(group, measure)[code]
    key = "compare.rank.shared" if place.shared else "compare.rank"
    return html.Span(
        [
            t(key, place=place.place, of=place.of),
            html.Br(),
            html.Small(t(f"compare.quarter.{quarter(value, spread)}")),
        ]
    )
