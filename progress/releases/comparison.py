"""Two releases held against each other for all municipalities: sums, ranks and the usual change."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from statistics import median

from progress.emissions.series import Point
from progress.goals.verdict_change import VerdictChange
from progress.releases.restatement import Restatement, TwoReleases, two_releases

Totals = Mapping[str, Iterable[Point]]
"""Municipality code → yearly totals in one release."""


@dataclass(frozen=True, slots=True)
class MunicipalityRestated:
    """One municipality's restated years; `largest` is the one with most tonnes, up or down.

    `median_share` is the median of the absolute changes of all years that both releases have, as
    a share of the old value; None where no year can give one.
    """

    code: str
    restated_years: int
    shared_years: int
    largest: Restatement | None
    median_share: float | None


@dataclass(frozen=True, slots=True)
class ReleaseComparison:
    """The whole country in two releases.

    `national` sums, year by year, the municipalities that have the year in both releases; a year
    that only one release has is summed there. `lacking` are the municipalities that only one of
    the releases has at all. `median_share` is as a municipality's, over every value
    that both releases have.
    """

    national: TwoReleases
    municipalities: tuple[MunicipalityRestated, ...]
    lacking: tuple[str, ...]
    values: int
    restated: int
    median_share: float | None
    verdicts: tuple[VerdictChange, ...] = ()


def compare_totals(
    old: Totals, new: Totals, verdicts: tuple[VerdictChange, ...] = ()
) -> ReleaseComparison:
    """The comparison of two releases of the same gas and scope; municipalities in order of code."""
    compared = {
        code: two_releases(old.get(code, ()), new.get(code, ()))
        for code in sorted(old.keys() | new.keys())
    }
    shared = [row for each in compared.values() for row in each.shared]
    return ReleaseComparison(
        national=_national(compared),
        municipalities=tuple(
            MunicipalityRestated(
                code,
                len(each.restated),
                len(each.shared),
                each.largest,
                median_share(each.shared),
            )
            for code, each in compared.items()
            if each.shared
        ),
        lacking=tuple(sorted(old.keys() ^ new.keys())),
        values=len(shared),
        restated=sum(len(each.restated) for each in compared.values()),
        median_share=median_share(shared),
        verdicts=verdicts,
    )


def median_share(shared: Iterable[Restatement]) -> float | None:
    """The median absolute change as a share of the old value, unchanged values included."""
    shares = [abs(row.share) for row in shared if row.share is not None]
    return median(shares) if shares else None


def largest_first(
    places: Iterable[MunicipalityRestated], *, by_share: bool = False
) -> tuple[MunicipalityRestated, ...]:
    """The municipalities with a restated year, by their largest difference in tonnes.

    `by_share`: by their median change instead. Ties are in order of code.
    """

    def size(municipality_restated: MunicipalityRestated) -> float:
        if by_share:
            return municipality_restated.median_share or 0.0
        return (
            0.0
            if municipality_restated.largest is None
            else abs(municipality_restated.largest.difference or 0.0)
        )

    restated = (place for place in places if place.largest is not None)
    return tuple(sorted(restated, key=lambda place: (-size(place), place.code)))


def _national(compared: Mapping[str, TwoReleases]) -> TwoReleases:
    shared = {row.year for each in compared.values() for row in each.shared}
    lost = {row.year for each in compared.values() for row in each.only_old} - shared
    fresh = {row.year for each in compared.values() for row in each.only_new} - shared
    old: dict[int, float] = {}
    new: dict[int, float] = {}
    for each in compared.values():
        for row in each.shared:
            _add(old, row.year, row.old)
            _add(new, row.year, row.new)
        for row in each.only_old:
            if row.year in lost - fresh:
                _add(old, row.year, row.old)
        for row in each.only_new:
            if row.year in fresh - lost:
                _add(new, row.year, row.new)
    return two_releases(_points(old), _points(new))


def _add(sums: dict[int, float], year: int, value: float | None) -> None:
    if value is not None:
        sums[year] = sums.get(year, 0.0) + value


def _points(values: Mapping[int, float]) -> list[Point]:
    return [Point(year, value) for year, value in sorted(values.items())]
