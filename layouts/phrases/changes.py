"""How much a value has changed, in figures and in words."""

from collections.abc import Sequence

from layouts.phrases.text import Text
from progress.emissions.series import Point
from progress.phrases.formats import percent

SAME_SHARE = 0.005
"""A change that rounds to 0 per cent is told as "about as much"."""


def change(points: Sequence[Point], first: int, last: int) -> float | None:
    """The change from one observed year to another as a share of the first; None where it cannot be
    told (a year is missing, or the first value is zero)."""
    values = {point.year: point.value for point in points if point.status.observed}
    start, end = values.get(first), values.get(last)
    if start is None or end is None or start == 0:
        return None
    return (end - start) / abs(start)


def more_or_less(share: float | None, t: Text) -> str:
    """ "7 % more", "12 % less", "about as much"."""
    if share is None:
        return t("word.change.unknown")
    if abs(share) < SAME_SHARE:
        return t("word.change.same")
    words = "word.change.more" if share > 0 else "word.change.less"
    return t(words, share=percent(abs(share), t.lang))


def observed_years(points: Sequence[Point]) -> tuple[int, ...]:
    """The years with an observed value, in order."""
    return tuple(point.year for point in points if point.status.observed)


def value_in(points: Sequence[Point], year: int) -> float | None:
    """The observed value of a year."""
    return next((p.value for p in points if p.year == year and p.status.observed), None)
