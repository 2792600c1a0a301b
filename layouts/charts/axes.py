"""Where the values of a scatter stand on its axes, and what the axes tell."""

import math
from collections.abc import Sequence

from layouts.charts import scale
from layouts.charts.points import Axis, Dot, ScatterChart

FEW_POWERS = 2.5
"""An axis of so few powers has values between them named."""
EDGE = 0.06
"""The part of an axis kept for values that nobody knows."""


def ends_of(chart: ScatterChart) -> list[tuple[float, float]]:
    """The ends of both axes (`span`)."""
    return [
        span(axis, [axis.within(value) for value in values if value is not None])
        for axis, values in (
            (chart.x, [dot.x for dot in chart.dots]),
            (chart.y, [dot.y for dot in chart.dots]),
        )
    ]


def span(axis: Axis, known: list[float]) -> tuple[float, float]:
    """The ends of an axis, in its own steps: exponents of ten where it counts in powers."""
    if axis.log:
        powers = [math.log10(value) for value in known] or [0.0]
        low, high = min(powers), max(powers)
        high = high if high > low else low + 1
    else:
        low, high = min([0.0, *known]), max([0.0, *known])
        high = high if high > low else low + 1.0
    room = (high - low) * EDGE
    return low - room * 1.5, high + room


def shares(
    dot: Dot, chart: ScatterChart, spans: Sequence[tuple[float, float]]
) -> tuple[float, float]:
    """Where a dot stands, as parts of its axes."""
    across, up = (
        (step_of(value, axis, ends) - ends[0]) / (ends[1] - ends[0])
        for value, axis, ends in ((dot.x, chart.x, spans[0]), (dot.y, chart.y, spans[1]))
    )
    return across, up


def step_of(value: float | None, axis: Axis, ends: tuple[float, float]) -> float:
    """A value in the axis's own steps (`span`)."""
    if value is None:
        return ends[0] + (ends[1] - ends[0]) * EDGE / 3
    return math.log10(axis.within(value)) if axis.log else axis.within(value)


def beyond(dot: Dot, chart: ScatterChart) -> str:
    """Which way a dot lies beyond an axis that is cut: `left`, `right`, `down`, `up` or nowhere."""
    for value, axis, ways in (
        (dot.x, chart.x, ("left", "right")),
        (dot.y, chart.y, ("down", "up")),
    ):
        if value is not None and axis.within(value) != value:
            return ways[value > axis.within(value)]
    return ""


def ticks(axis: Axis, ends: tuple[float, float]) -> tuple[float, ...]:
    """Where the axis has its round values, in its own steps; of few powers also 2 and 5 times."""
    if not axis.log:
        each = scale.step(ends[1] - ends[0], 5)
        first, last = math.ceil(ends[0] / each), math.floor(ends[1] / each)
        return tuple(each * number for number in range(first, last + 1))
    factors = (1, 2, 5) if ends[1] - ends[0] < FEW_POWERS else (1,)
    powers = range(math.floor(ends[0]), math.floor(ends[1]) + 1)
    every = (power + math.log10(factor) for power in powers for factor in factors)
    return tuple(each for each in every if ends[0] <= each <= ends[1])
