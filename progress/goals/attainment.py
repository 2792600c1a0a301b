"""Will the goal be met: by observed values, by the done rate, by the rate drawn otherwise (§5)."""

from collections.abc import Callable

from progress.constants import BUDGET_CLOSE_SHARE, CLOSE_SHARE, ROUNDING_SHARE
from progress.goals.verdict_model import Attainment

Judge = Callable[[float], Attainment]
"""A yearly rate → the attainment that it gives."""


def meets(value: float, target: float, *, strict: bool = False, scale: float = 0.0) -> bool:
    """Whether a value is at most the target, or under it where the goal says so.

    `scale` is the size of the figures that the value was worked out from: a sum of a million tonnes
    is off by some millionth of a gram.
    """
    noise = ROUNDING_SHARE * max(abs(value), abs(target), scale)
    return value < target - noise if strict else value <= target + noise


def attainment_of_value(
    latest: float, at_rate: float, target: float, *, strict: bool = False
) -> Attainment:
    """One test for every target (§5): `latest` is E(t), `at_rate` the value in the target year."""
    if meets(latest, target, strict=strict):
        return Attainment.REACHED
    if target > 0 and meets(at_rate, target, strict=strict, scale=latest):
        return Attainment.YES
    fall, needed = latest - at_rate, latest - target
    enough = meets(CLOSE_SHARE * needed, fall, scale=latest)
    return Attainment.CLOSE if enough and fall > 0 else Attainment.NO


def attainment_of_rate(done: float, promised: float) -> Attainment:
    """The yearly rate since the base year against the one promised (§5)."""
    if meets(promised, done):
        return Attainment.YES
    return Attainment.CLOSE if meets(CLOSE_SHARE * promised, done) else Attainment.NO


def attainment_of_sum(total: float, budget: float) -> Attainment:
    """Yes, close (at most 10 % over) or no, for the sum of a whole budget period."""
    if meets(total, budget):
        return Attainment.YES
    if meets(total - budget, BUDGET_CLOSE_SHARE * budget):
        return Attainment.CLOSE
    return Attainment.NO


def at_best_close(attainment: Attainment) -> Attainment:
    """What gross emissions can say of a goal that asks for more uptake than emissions (§2)."""
    met = attainment in (Attainment.REACHED, Attainment.YES)
    return Attainment.CLOSE if met else attainment
