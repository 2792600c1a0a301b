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
    releases: Iterable[Release], publisher: str, latest_year: int, today: date
) -> NextStatistics | None:
    """The same time after the year's end as the publisher's newest dated release of emissions.

    None where no release of the publisher has both a day and a last year. Where the time has
    already passed the next month is told: the figures are expected, and are not here yet.
    """
    dated = [
        (release.released, release.year_last)
        for release in releases
        if release.kind == "emissions"
        and release.source.publisher == publisher
        and release.released is not None
        and release.year_last is not None
    ]
    if not dated:
        return None
    released, covered = max(dated)
    year = latest_year + 1
    expected = date(year + released.year - covered, released.month, 1)
    return NextStatistics(year, max(expected, today.replace(day=1)), publisher)
