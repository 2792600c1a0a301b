"""How much faster emissions must fall than they do: the required rate against the trend's."""

from progress.verdict_model import RequiredRate


def pace_gap(required: RequiredRate | None, relative_slope: float | None) -> float | None:
    """The required yearly reduction less that of the trend, as a share; above zero is too slow.

    `relative_slope` is the trend's. A goal that is reached already requires nothing more. None
    where either rate is not known.
    """
    if required is None or relative_slope is None:
        return None
    if required.outcome == "already_enough":
        return relative_slope
    return None if required.rate is None else required.rate + relative_slope
