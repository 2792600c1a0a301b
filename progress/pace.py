"""How much faster emissions must fall than they do: the required rate against the trend's."""

from progress.verdict_model import Verdict


def pace_gap(verdict: Verdict) -> float | None:
    """The required yearly reduction less that of the trend, as a share; above zero is too slow.

    A goal that is reached already requires nothing more. None where either rate is not known.
    """
    required, line = verdict.required_rate, verdict.trend
    if required is None or line is None or line.relative_slope is None:
        return None
    if required.outcome == "already_enough":
        return line.relative_slope
    return None if required.rate is None else required.rate + line.relative_slope
