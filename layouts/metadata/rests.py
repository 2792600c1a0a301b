"""What the rows of a dataset come from: its releases, their publishers, years, days and licence."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from layouts.frame.site import Site
from layouts.metadata.licences import common_licence, operators_licence
from progress.dataset import Dataset
from progress.emissions.series import Scope
from progress.records import Release


@dataclass(frozen=True, slots=True)
class Rests:
    """What a dataset's rows come from: its releases, when they last changed, their licence.

    `licence` is the address of the one licence of all of them, where there is one; of what the site
    works out itself the operator's.
    """

    releases: tuple[Release, ...]
    changed: datetime | None
    licence: str | None

    @property
    def publishers(self) -> list[str]:
        """Who published the figures, each once, in alphabetical order."""
        return sorted({release.source.publisher for release in self.releases})

    @property
    def years(self) -> tuple[int, int] | None:
        """The first and last year that the releases cover; None where none says."""
        first = [release.year_first for release in self.releases if release.year_first is not None]
        last = [release.year_last for release in self.releases if release.year_last is not None]
        return (min(first), max(last)) if first and last else None

    @property
    def issued(self) -> date | None:
        """The day that the first of them was published; where that is unknown, loaded."""
        return min(
            (release.released or release.imported.date() for release in self.releases),
            default=None,
        )


def rests_on(
    dataset: Dataset, releases: Sequence[Release], changed: datetime | None, site: Site
) -> Rests:
    """The releases of the kinds that the dataset is made from, given newest first.

    Of emissions those of the dataset's gas that the site shows: the newest of the whole country,
    and what municipalities have newer.
    """
    subject = dataset.subject
    own = [release for release in releases if release.kind in subject.kinds]
    if subject.gas:
        own = list(_shown(own, subject.gas))
    newest = max((each.imported for each in own), default=changed)
    if subject.own_work:
        licence = operators_licence(site.licence)
    else:
        licence = common_licence(release.source.licence for release in own)
    return Rests(tuple(own), newest, licence)


def _shown(releases: Sequence[Release], gas: str) -> Iterator[Release]:
    for release in releases:
        if release.gas == gas and release.scope == Scope.TERRITORIAL:
            yield release
            if not release.partial:
                return
