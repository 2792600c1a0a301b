"""When the next year's statistics can be expected, from what the publisher has done before."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from progress.records import Release


@dataclass(frozen=True, slots=True)
class NextStatistics:
    """The year that comes next, the month in which its figures came before, and who publishes."""

    year: int
    expected: date
    publisher: str


def next_statistics(
    releases: Iterable[Release], shown: Release, latest_year: int, today: date
) -> NextStatistics | None:
    """The same time after the year's end as the publisher's newest dated release of emissions.

    None where no release of the publisher of `shown` has both a day and a last year, and where the
    year has come already, in another release of the same gas. Where the time has already passed the
    next month is told: the figures are expected, and are not here yet.
    """
    year = latest_year + 1
    emissions = [release for release in releases if release.kind == "emissions"]
    dated = [
        (release.released, release.year_last)
        for release in emissions
        if release.source.publisher == shown.source.publisher
        and release.released is not None
        and release.year_last is not None
    ]
    has_come = any(each.gas == shown.gas and (each.year_last or 0) >= year for each in emissions)
    if not dated or has_come:
        return None
    released, covered = max(dated)
    expected = date(year + released.year - covered, released.month, 1)
    return NextStatistics(year, max(expected, today.replace(day=1)), shown.source.publisher)
