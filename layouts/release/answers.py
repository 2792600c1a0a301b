"""What the page asks for."""

from dataclasses import dataclass

from progress.corrections import Correction
from progress.dataset import Dataset
from progress.records import Release


@dataclass(frozen=True, slots=True)
class ReleaseAnswers:
    """The release, the datasets that rows of it stand in, and what was corrected of it."""

    release: Release
    datasets: tuple[Dataset, ...]
    corrections: tuple[Correction, ...] = ()
