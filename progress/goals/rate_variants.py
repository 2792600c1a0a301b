"""The done rate drawn in other reasonable ways, to see whether a verdict holds (RULES §5)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from progress.constants import LAST_YEARS
from progress.emissions.series import Point
from progress.goals.done import done_over, mean_rate, smoothed_rate
from progress.goals.verdict_model import Direction

FIRST_RESTATED = "first_restated"
SMOOTHED = "smoothed"


@dataclass(frozen=True, slots=True)
class RateVariant:
    """A yearly rate (share, a fall positive) and how it was drawn.

    Codes: `from_2020`, `to_2023`, `smoothed`, `first_restated`.
    """

    code: str
    rate: float


def rate_variants(points: Sequence[Point], first_before: float | None) -> tuple[RateVariant, ...]:
    """The rates over `points` drawn otherwise; those that cannot be drawn are left out.

    `first_before` is the first year's value as the release before had it. Variants over the same
    years are one.
    """
    return tuple(_variants(points, first_before))


def _variants(points: Sequence[Point], first_before: float | None) -> Iterator[RateVariant]:
    seen = {tuple(point.year for point in points)}
    for chosen in (points[1:], points[:-1], points[-LAST_YEARS:]):
        years = tuple(point.year for point in chosen)
        done = done_over(chosen)
        if done is None or years in seen:
            continue
        seen.add(years)
        whole_end = years[-1] == points[-1].year
        yield RateVariant(f"from_{years[0]}" if whole_end else f"to_{years[-1]}", done.rate)
    smoothed = smoothed_rate(points)
    if smoothed is not None:
        yield RateVariant(SMOOTHED, smoothed)
    if first_before is not None and first_before > 0 and done_over(points) is not None:
        first = Point(points[0].year, first_before)
        yield RateVariant(FIRST_RESTATED, mean_rate(first, points[-1]))


def both_ways(directions: Sequence[Direction]) -> bool:
    """Whether some of the directions are towards and some away: then none of them is sure."""
    return Direction.TOWARDS in directions and Direction.AWAY in directions
