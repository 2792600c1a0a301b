"""What the page asks for."""

from dataclasses import dataclass

from progress.dataset import Dataset
from progress.records import Release


@dataclass(frozen=True, slots=True)
class ReleaseAnswers:
    """The release, and the datasets that rows of it stand in."""

    release: Release
    datasets: tuple[Dataset, ...]
