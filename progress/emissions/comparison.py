"""Municipalities' series side by side: per person, index, and the groups they are held against.

All series that are compared come from one release (RULES §1.3, §8); that is for the caller to see
to. Only observed values are compared.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from progress.emissions.series import Point, Status, least_sure
from progress.indicators import Quartiles, quartiles

INDEX_BASE = 100.0
"""What an index is in its base year."""


@dataclass(frozen=True, slots=True)
class GroupYear:
    """How a group's values lie in a year: quartiles, how many municipalities have a value, and
    the status of the least sure."""

    year: int
    quartiles: Quartiles
    count: int
    status: Status = Status.FINAL


def per_person(points: Iterable[Point], inhabitants: Mapping[int, int]) -> tuple[Point, ...]:
    """Tonnes per person, with the population of 31 December of the same year (RULES §6).

    A year whose population is not known is left out.
    """
    return tuple(
        Point(point.year, point.value / inhabitants[point.year], point.status)
        for point in points
        if point.status.observed and inhabitants.get(point.year, 0) > 0
    )


def index(points: Sequence[Point], base_year: int) -> tuple[Point, ...]:
    """Each year's value in per cent of the base year's, which is 100.

    Empty where the base year is a gap or holds nothing to divide by (zero or less).
    """
    base = _observed(points).get(base_year)
    if base is None or base <= 0:
        return ()
    return tuple(
        Point(point.year, point.value / base * INDEX_BASE, point.status)
        for point in points
        if point.status.observed
    )


def change_since(points: Sequence[Point], base_year: int, year: int) -> float | None:
    """The change from the base year as a share of it (−0.12); None where it cannot be told."""
    values = _observed(points)
    base, value = values.get(base_year), values.get(year)
    if base is None or value is None or base <= 0:
        return None
    return value / base - 1


def together(members: Sequence[Sequence[Point]]) -> tuple[Point, ...]:
    """The members' sum for each year in which all of them are observed, as sure as the least sure.

    A year that some member lacks is a gap: a sum over others would not be the same group.
    """
    if not members:
        return ()
    by_member = [{p.year: p for p in points if p.status.observed} for points in members]
    years = set(by_member[0]).intersection(*by_member[1:])
    return tuple(
        Point(
            year,
            sum(points[year].value for points in by_member),
            least_sure(points[year].status for points in by_member),
        )
        for year in sorted(years)
    )


def newest_shared_year(members: Sequence[Sequence[Point]]) -> int | None:
    """The newest year that all the members have; None where there is none."""
    shared = together(members)
    return shared[-1].year if shared else None


def inhabitants_together(members: Sequence[Mapping[int, int]]) -> dict[int, int]:
    """The members' population for each year in which that of all of them is known."""
    if not members:
        return {}
    years = set(members[0]).intersection(*members[1:])
    return {year: sum(member[year] for member in members) for year in sorted(years)}


def group_years(series: Iterable[Sequence[Point]]) -> tuple[GroupYear, ...]:
    """Quartiles and median of a group, year by year. Every municipality counts as one."""
    by_year: dict[int, list[Point]] = {}
    for points in series:
        for point in points:
            if point.status.observed:
                by_year.setdefault(point.year, []).append(point)
    result = []
    for year, values in sorted(by_year.items()):
        spread = quartiles([point.value for point in values])
        if spread is not None:
            status = least_sure(point.status for point in values)
            result.append(GroupYear(year, spread, len(values), status))
    return tuple(result)


def quarter(value: float, spread: Quartiles) -> int:
    """In which quarter of a group a value lies, from 1 (the lowest) to 4 (the highest).

    A value on a quartile belongs to the quarter under it.
    """
    return 1 + sum(value > limit for limit in (spread.lower, spread.median, spread.upper))


def _observed(points: Sequence[Point]) -> dict[int, float]:
    return {point.year: point.value for point in points if point.status.observed}
