"""Breaks in the series: years that do not compare, for a reason in the counting."""

from dataclasses import dataclass

from layouts.changes import value_in
from layouts.city.answers import CityAnswers

ABROAD = "international_transport"


@dataclass(frozen=True, slots=True)
class Break:
    """Transport abroad is in the total from `first_year` on; in `latest_year` it is `tonnes`, a
    `share` of the total. Earlier years of the release have none (the publisher left it out)."""

    first_year: int
    latest_year: int
    tonnes: float
    share: float


def abroad_break(answers: CityAnswers) -> Break | None:
    """The break by transport abroad, or None where the release has none for the municipality."""
    found = [one for one in answers.sectors if one.sector == ABROAD and one.tonnes > 0]
    if not found or found[0].year == answers.years[0]:
        return None
    newest = found[-1]
    total = value_in(answers.points, newest.year)
    share = newest.tonnes / total if total else 0.0
    return Break(found[0].year, newest.year, newest.tonnes, share)
