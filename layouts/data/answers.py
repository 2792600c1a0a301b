"""What the page asks for."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from progress.corrections import Correction
from progress.emissions.series_breaks import SectorStart
from progress.records import Release, Source


@dataclass(frozen=True, slots=True)
class DataAnswers:
    """The releases, newest first, and every source by its id; `late_sectors` are the breaks of each
    release of emissions, by its label; `corrections` is all that was corrected, newest first."""

    releases: tuple[Release, ...]
    sources: Mapping[str, Source]
    late_sectors: Mapping[str, tuple[SectorStart, ...]] = field(default_factory=dict)
    corrections: tuple[Correction, ...] = ()
