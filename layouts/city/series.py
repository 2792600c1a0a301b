"""The series that a city's chart can show, each under an address of its own."""

from dataclasses import dataclass, replace
from enum import StrEnum

from layouts.city.answers import CityAnswers
from layouts.links.addresses import Address
from progress.emissions.series import TOTAL, Point, Scope, Status, Unit
from progress.emissions.series_breaks import not_comparable

INDUSTRY = "industry"
PLACE = (Scope.TERRITORIAL, Scope.CONSUMPTION)
"""Emissions that mean something for each inhabitant."""


class View(StrEnum):
    """What the chart counts, as the address says it."""

    TOTAL = "total"
    WITHOUT_INDUSTRY = "without_industry"
    PER_PERSON = "per_person"
    SECTORS = "sectors"
    TABLE = "table"


@dataclass(frozen=True, slots=True)
class Shown:
    """The points of a view in its unit, in order of year."""

    view: View
    unit: Unit
    points: tuple[Point, ...]

    @property
    def observed(self) -> tuple[Point, ...]:
        return tuple(point for point in self.points if point.status.observed)


def view_of(address: Address, answers: CityAnswers) -> View:
    """The view that the address names; else the one that the verdict that leads speaks of."""
    named = address.get("series") if address.page == "city" else None
    if named is not None and View(named) in views(answers):
        return View(named)
    return default_view(answers)


def default_view(answers: CityAnswers) -> View:
    """The series that lead, pair and badge speak of, where the chart can show it (RULES §4)."""
    verdict = answers.leading
    effective = None if verdict is None else verdict.effective
    per_person = effective is not None and effective.unit is Unit.TONNES_PER_PERSON
    whole = effective is not None and effective.sector in (None, TOTAL)
    if per_person and whole and View.PER_PERSON in views(answers):
        return View.PER_PERSON
    return View.TOTAL


def views(answers: CityAnswers) -> tuple[View, ...]:
    """Those that the release has figures for."""
    result = [View.TOTAL]
    if answers.unit is Unit.TONNES and any(sector.sector == INDUSTRY for sector in answers.sectors):
        result.append(View.WITHOUT_INDUSTRY)
    if answers.unit is Unit.TONNES and answers.scope in PLACE and _per_person(answers):
        result.append(View.PER_PERSON)
    if answers.unit is Unit.TONNES and len({sector.sector for sector in answers.sectors}) > 1:
        result.append(View.SECTORS)
    return (*result, View.TABLE)


def shown(view: View, answers: CityAnswers) -> Shown:
    """The points of a view; those of sectors and table are the total's."""
    if view is View.PER_PERSON:
        return Shown(view, Unit.TONNES_PER_PERSON, _per_person(answers))
    if view is View.WITHOUT_INDUSTRY:
        return Shown(view, answers.unit, _without(INDUSTRY, answers))
    return Shown(view, answers.unit, answers.series.observed)


def comparable(shown: Shown, answers: CityAnswers, first: int) -> tuple[Point, ...]:
    """What is observed, without the sectors that begin after the year compared with (§1.6)."""
    observed = shown.observed
    begun = not_comparable(answers.late_sectors, first, observed[-1].year if observed else first)
    tonnes: dict[int, float] = {}
    for row in answers.sectors:
        if row.sector in begun:
            tonnes[row.year] = tonnes.get(row.year, 0.0) + row.tonnes
    if not any(tonnes.values()):
        return observed
    whole = {point.year: point.value for point in answers.points}

    def without(point: Point) -> Point:
        part = tonnes.get(point.year, 0.0)
        if shown.unit is Unit.TONNES_PER_PERSON:
            part *= point.value / whole[point.year]
        return replace(point, value=point.value - part) if part else point

    return tuple(without(point) for point in observed)


def _per_person(answers: CityAnswers) -> tuple[Point, ...]:
    """With the population of 31 December of the same year; years without it are left out."""
    return tuple(
        Point(point.year, value, point.status)
        for point in answers.points
        if point.status.observed and (value := answers.per_person(point.year)) is not None
    )


def _without(sector: str, answers: CityAnswers) -> tuple[Point, ...]:
    years: dict[int, float] = {}
    statuses: dict[int, Status] = {point.year: point.status for point in answers.points}
    for row in answers.sectors:
        if row.sector != sector:
            years[row.year] = years.get(row.year, 0.0) + row.tonnes
    return tuple(Point(year, years[year], statuses[year]) for year in sorted(years))
