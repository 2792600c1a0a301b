"""The comparison as open records: one for each place, year and measure, in full precision."""

from collections.abc import Iterator
from typing import Any

from layouts.compare.answers import CompareAnswers, View
from layouts.compare.figures import Figures, Series
from progress.emissions.series import Point

FIELDS = (
    "place_kind",
    "place_code",
    "place",
    "year",
    "measure",
    "value",
    "unit",
    "status",
    "gas",
    "scope",
    "release",
    "base_year",
)
UNITS = {
    "tonnes": "tonnes",
    "per_person": "tonnes per person",
    "index": "per cent of the base year",
}
DECIMALS = 6
"""More than any publisher gives: what is cut away is only the noise of adding sectors."""

QUARTILES = ("lower", "median", "upper")


def records(answers: CompareAnswers, view: View) -> Iterator[dict[str, Any]]:
    """The chosen municipalities in all measures, then what they are held against, if anything."""
    figures = Figures(answers, view.base_year)
    for city in answers.chosen:
        yield from _place("municipality", city.code, city.name, figures.cities[city.code], figures)
    if view.against == "county":
        names = {city.county_code: city.county_name for city in answers.chosen}
        for code, series in figures.counties.items():
            yield from _place("county", code, names[code], series, figures)
    elif view.against is not None:
        yield from _group(view.against, figures)


def _place(
    kind: str, code: str, name: str, series: Series, figures: Figures
) -> Iterator[dict[str, Any]]:
    for measure in UNITS:
        for point in series.of(measure):
            yield _record(kind, code, name, measure, measure, point, figures)


def _group(group: str, figures: Figures) -> Iterator[dict[str, Any]]:
    name = f"{len(figures.groups[group])} municipalities"
    for measure in ("per_person", "index"):
        for group_year in figures.group_years(group, measure):
            for each in QUARTILES:
                point = Point(
                    group_year.year, getattr(group_year.quartiles, each), group_year.status
                )
                column = f"{measure}_{each}"
                yield _record("group", group, name, column, measure, point, figures)


def _record(
    kind: str, code: str, name: str, column: str, measure: str, point: Point, figures: Figures
) -> dict[str, Any]:
    release = figures.answers.release
    return {
        "place_kind": kind,
        "place_code": code,
        "place": name,
        "year": point.year,
        "measure": column,
        "value": round(point.value, DECIMALS),
        "unit": UNITS[measure],
        "status": point.status.value,
        "gas": release.gas,
        "scope": release.scope,
        "release": release.label,
        "base_year": figures.base_year if measure == "index" else None,
    }
