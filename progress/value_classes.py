"""Classes of equally many: how many values are sorted into steps that a map can colour."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from progress.statistics import quantile

CLASSES = 5


@dataclass(frozen=True, slots=True)
class ValueClass:
    """One class: its place from 1 (the lowest values), its least and most value, and how many."""

    number: int
    low: float
    high: float
    size: int


def limits(values: Iterable[float], classes: int = CLASSES) -> tuple[float, ...]:
    """The values that part the classes, lowest first; empty for no values."""
    ordered = sorted(values)
    if not ordered:
        return ()
    return tuple(quantile(ordered, place / classes) for place in range(1, classes))


def class_of(value: float, parted: Sequence[float]) -> int:
    """The class of a value, from 1. Equal values are always in one class."""
    return 1 + bisect_left(parted, value)


def value_classes(values: Iterable[float], classes: int = CLASSES) -> tuple[ValueClass, ...]:
    """The classes that hold a value, lowest first. Fewer than asked where values are alike."""
    ordered = sorted(values)
    parted = limits(ordered, classes)
    grouped = groupby(ordered, key=lambda value: class_of(value, parted))
    members = [(number, list(inside)) for number, inside in grouped]
    return tuple(
        ValueClass(number, inside[0], inside[-1], len(inside)) for number, inside in members
    )
