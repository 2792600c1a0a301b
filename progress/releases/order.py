"""Which statistics a municipality is read from: the newest edition that holds it (RULES §1.4).

An edition is the year by which the publisher names a whole set of figures; within one, a later day
of publication is newer, and of two without a day the one loaded last. No digit of a label counts.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from progress.i18n import LazyText, say


class Reason(StrEnum):
    """Why one release is newer than another."""

    EDITION = "edition"
    RELEASED = "released"
    LOADED = "loaded"


@dataclass(frozen=True, slots=True)
class Standing:
    """A release's place among those of its gas and scope. `partial`: of some municipalities."""

    release_id: int
    label: str
    edition: int | None
    released: date | None
    partial: bool = False

    @property
    def order(self) -> tuple[int, date, int]:
        """What is greater is newer; what is not known is older than anything that is."""
        return (self.edition or 0, self.released or date.min, self.release_id)

    def newer_than(self, other: "Standing") -> Reason:
        """The first thing in which this release is newer than an older one."""
        mine, its = self.order, other.order
        if mine[0] != its[0]:
            return Reason.EDITION
        return Reason.RELEASED if mine[1] != its[1] else Reason.LOADED


def read_from(
    releases: Iterable[Standing], holds: Mapping[int, Collection[str]]
) -> dict[str, Standing]:
    """Municipality → the release it is read from; `holds` has the municipalities of each by id."""
    result: dict[str, Standing] = {}
    for release in sorted(releases, key=lambda release: release.order, reverse=True):
        for code in holds.get(release.release_id, ()):
            result.setdefault(code, release)
    return result


def predecessor(release: Standing, others: Iterable[Standing]) -> Standing | None:
    """The newest release of the whole country that is older than this one."""
    older = [other for other in others if not other.partial and other.order < release.order]
    return max(older, key=lambda other: other.order, default=None)


def future(edition: int | None, released: date | None, today: date) -> LazyText | None:
    """What of an edition's year and day lies in time to come; None where nothing does."""
    if released is not None and released > today:
        return say("import.day_to_come", released=released, today=today)
    if edition is not None and edition > today.year:
        return say("import.year_to_come", edition=edition, today=today)
    return None
