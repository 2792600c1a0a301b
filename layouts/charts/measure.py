"""What a value axis counts."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Measure:
    """What a value axis counts.

    `unit` follows a number in labels and tables ("ton"); `axis` heads the axis ("tusen ton
    koldioxidekvivalenter per år") and counts in steps of `divisor` units; `decimals` is for labels
    and tables. With `short` ("mn kr") labels in the drawing count in steps of `divisor` too.
    """

    unit: str
    axis: str
    divisor: float = 1.0
    decimals: int = 0
    short: str = ""
