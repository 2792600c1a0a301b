"""What a target asks of each year to come, beside what the done rate gives (RULES §4)."""

import math

from progress.emissions.series import Point
from progress.goals.done import continued


def needed_rate(value: float, target: float, years: int) -> float | None:
    """`1 − (X/E(t))^(1/n)`, a share; None where the target is 0 or less, which no rate reaches,
    where no years are left, and where nothing more is needed."""
    if target <= 0 or years < 1 or value <= target:
        return None
    return 1 - math.pow(target / value, 1 / years)


def needed_per_year(value: float, target: float, years: int) -> float | None:
    """`(E(t) − X)/n` in the series' unit; None where no years are left or nothing is needed."""
    return (value - target) / years if years >= 1 and value > target else None


def cut_per_year(value: float, rate: float, years: int) -> float | None:
    """`E(t)·(1 − (1 − r)^n)/n`: what a yearly rate takes off a year on average; a fall positive."""
    return None if years < 1 else (value - continued(Point(0, value), rate, years)) / years
