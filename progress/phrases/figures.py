"""A figure as words that carry their value, so that a file can hold what a page rounds."""

from decimal import Decimal
from typing import Self


class Figure(str):
    """Words for a reader, with the value behind them and its unit ("" where it stands elsewhere).

    It is text wherever text is wanted; put together with other words it is text alone.
    """

    __slots__ = ("unit", "value")

    value: float | int | Decimal
    unit: str

    def __new__(cls, words: str, value: float | int | Decimal, unit: str = "") -> Self:
        figure = super().__new__(cls, words)
        figure.value, figure.unit = value, unit
        return figure
