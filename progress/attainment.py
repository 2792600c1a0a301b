"""Will the goal be met: by observed values, by the trend, by the trend drawn otherwise (§5)."""

from collections.abc import Callable, Iterator

from progress.budget import Projection
from progress.constants import (
    CLOSE_SHARE,
    LAST_YEARS,
    ROUNDING_SHARE,
    TREND_MIN_POINTS,
    UNUSUAL_YEARS,
)
from progress.resolve import Aim
from progress.series import Point, Series
from progress.trend import Trend, trend_through, without
from progress.verdict_model import Attainment, Variant

Judge = Callable[[Projection], Attainment]
"""A projection → the attainment that it gives."""


def meets(value: float, target: float, *, strict: bool, scale: float = 0.0) -> bool:
    """Whether a value is at most the target, or under it where the goal says so.

    `scale` is the size of the figures that the value was worked out from: a line that leads to 0 t
    from a million tonnes ends some millionth of a gram away from it.
    """
    noise = ROUNDING_SHARE * max(abs(value), abs(target), scale)
    return value < target - noise if strict else value <= target + noise


def attainment_of_value(value: float, aim: Aim) -> Attainment:
    """Yes, close (a miss of at most 10 % of the change asked for) or no, for a target year."""
    if aim.target is None:
        return Attainment.NOT_ASSESSABLE
    scale = 0.0 if aim.base is None else abs(aim.base)
    if meets(value, aim.target, strict=aim.strict, scale=scale):
        return Attainment.CLOSE if aim.at_best_close else Attainment.YES
    if aim.change > 0 and meets(value - aim.target, CLOSE_SHARE * aim.change, strict=False):
        return Attainment.CLOSE
    return Attainment.NO


def attainment_of_sum(total: float, budget: float) -> Attainment:
    """Yes, close (at most 10 % over) or no, for the sum of a whole budget period."""
    if meets(total, budget, strict=False):
        return Attainment.YES
    if meets(total - budget, CLOSE_SHARE * budget, strict=False):
        return Attainment.CLOSE
    return Attainment.NO


def target_point(series: Series, target_year: int) -> Point | None:
    """The observed point that settles the goal: the target year's, else the first one after it."""
    return next((point for point in series.observed if point.year >= target_year), None)


def observed_attainment(series: Series, aim: Aim) -> Attainment | None:
    """Reached or missed by observed values alone, or None while the goal is still open."""
    latest = series.latest
    if aim.target is None or aim.target_year is None or latest is None:
        return None
    settled = target_point(series, aim.target_year)
    point = settled if settled is not None else latest
    if meets(point.value, aim.target, strict=aim.strict):
        return Attainment.CLOSE if aim.at_best_close else Attainment.REACHED
    return Attainment.MISSED if settled is not None else None


def variants(trend: Trend, judge: Judge) -> Iterator[Variant]:
    """The attainment with the trend drawn in the other ways of §5, where the points suffice."""
    unusual = "_".join(str(year) for year in UNUSUAL_YEARS)
    for code, points in (
        ("last_five", trend.points[-LAST_YEARS:]),
        (f"without_{unusual}", without(trend.points, *UNUSUAL_YEARS)),
    ):
        redrawn = trend_through(points)
        if redrawn is not None:
            yield Variant(code, judge(redrawn.value))
    yield Variant("through_latest", judge(trend.line.through(trend.points[-1]).value))
    if len(trend.points) > TREND_MIN_POINTS:
        for year, line in trend.left_out.items():
            yield Variant(f"without_{year}", judge(line.value))
