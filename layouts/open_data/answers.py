"""What the page on open data needs to know."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from progress.dataset import Dataset
from progress.records import Release


@dataclass(frozen=True, slots=True)
class OpenDataAnswers:
    """The datasets, the releases that their rows come from, when the store was last written to.

    `suffixes`: dataset → the endings of its files' addresses (`.csv`).
    """

    datasets: tuple[Dataset, ...]
    releases: Sequence[Release]
    changed: datetime | None
    suffixes: Mapping[str, Sequence[str]]
