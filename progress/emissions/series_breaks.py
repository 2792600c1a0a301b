"""Breaks in a release's series: sectors that it fills in only from some year on (§1)."""

from collections.abc import Iterable
from dataclasses import dataclass

from progress.emissions.series import TOTAL


@dataclass(frozen=True, slots=True)
class SectorStart:
    """A sector that is zero in all municipalities before `first_year`, though the years are there.

    A sum over sectors then rises in that year without anyone having emitted more.
    """

    sector: str
    first_year: int


def sector_starts(filled: Iterable[tuple[str, int, bool]]) -> tuple[SectorStart, ...]:
    """The sectors of one release that begin late, in the order in which they come.

    `filled` says of each sector and year of the release whether any municipality has a value
    other than zero. A sector that is never filled in has no start. Years in which the publisher
    only gives a total (sector `total`) say nothing of its parts.
    """
    years: dict[str, dict[int, bool]] = {}
    for sector, year, somewhere in filled:
        if sector == TOTAL:
            continue
        of_sector = years.setdefault(sector, {})
        of_sector[year] = of_sector.get(year, False) or somewhere
    everything = {year for of_sector in years.values() for year in of_sector}
    result = []
    for sector, of_sector in years.items():
        first = min((year for year, somewhere in of_sector.items() if somewhere), default=None)
        if first is not None and min(everything) < first:
            result.append(SectorStart(sector, first))
    return tuple(result)


def not_comparable(starts: Iterable[SectorStart], first: int, last: int) -> frozenset[str]:
    """The sectors that begin after `first` and by `last`: a comparison of the two years leaves them
    out of both (§1.6), while the level of a single year keeps them."""
    return frozenset(start.sector for start in starts if first < start.first_year <= last)
