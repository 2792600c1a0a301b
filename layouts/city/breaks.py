"""Breaks in the series: years that do not compare, for a reason in the counting."""

from dataclasses import dataclass

from layouts.city.answers import CityAnswers
from layouts.phrases.changes import value_in


@dataclass(frozen=True, slots=True)
class Break:
    """The release fills `sector` in only from `first_year` on, in all municipalities; here it is
    `tonnes` in `latest_year`, a `share` of the total."""

    sector: str
    first_year: int
    latest_year: int
    tonnes: float
    share: float


def series_break(answers: CityAnswers) -> Break | None:
    """The largest break that shows in this municipality, or None where none does."""
    result = []
    for start in answers.late_sectors:
        years = [
            sector
            for sector in answers.sectors
            if sector.sector == start.sector and sector.tonnes > 0
        ]
        if years:
            newest = years[-1]
            total = value_in(answers.points, newest.year)
            share = newest.tonnes / total if total else 0.0
            result.append(Break(start.sector, start.first_year, newest.year, newest.tonnes, share))
    return max(result, key=lambda change: change.tonnes, default=None)
