"""The cube of figures: municipality × year, for emissions × sector too.

A value that the store does not hold is NaN, never zero.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from progress.emissions.series_breaks import SectorStart, not_comparable
from progress.goals.verdict_model import Standing

Values = npt.NDArray[np.float64]
"""One value for each municipality, or a row of years for each."""


@dataclass(frozen=True, slots=True)
class Cube:
    """Rows are municipalities in order of `codes`, columns the calendar years `years`, all of them
    from the first to the last of which anything is held.

    `tonnes` are the observed emissions of one release, [municipality, year, sector]; `starts` the
    sectors that it fills in late. `people` are those of 31 December. `pace_gaps` are how much
    faster (a share a year) each must cut than it does to meet the yardstick, and `standings` the
    verdicts on it by code; `grants` kronor to the municipality itself by kind, of all years;
    `plans` shares of a plan's actions whose cost is known. `indicators` are the
    publishers' own, by id.
    """

    codes: tuple[str, ...]
    years: tuple[int, ...]
    sectors: tuple[str, ...]
    tonnes: Values
    starts: tuple[SectorStart, ...]
    people: Values
    pace_gaps: Values
    standings: Mapping[str, Standing]
    grants: Mapping[str, Values]
    plans: Values
    indicators: Mapping[str, Values]
    _sums: dict[frozenset[str], Values] = field(default_factory=dict, init=False, repr=False)
    """Tonnes without some sectors, worked out once: each question asks for the same few."""

    @property
    def observed(self) -> tuple[int, ...]:
        """The years with emissions of any municipality."""
        known = np.flatnonzero((~np.isnan(self.emissions())).any(axis=0))
        return tuple(self.years[place] for place in known.tolist())

    def column(self, year: int) -> int:
        """Where a year stands. Raises ValueError for one that the cube has not."""
        return self.years.index(year)

    def emissions(self, sector: str = "", without: Collection[str] = ()) -> Values:
        """Tonnes by municipality and year, to be read only: of a sector, or of all but some."""
        if sector:
            if sector not in self.sectors:
                return np.full(self.tonnes.shape[:2], np.nan)
            return self.tonnes[:, :, self.sectors.index(sector)]
        left_out = frozenset(without)
        if left_out not in self._sums:
            chosen = [place for place, code in enumerate(self.sectors) if code not in left_out]
            parts = self.tonnes[:, :, chosen] if left_out else self.tonnes
            sums = np.where(np.isnan(parts).all(axis=2), np.nan, np.nansum(parts, axis=2))
            sums.flags.writeable = False
            self._sums[left_out] = sums
        return self._sums[left_out]

    def left_out(self, first: int, last: int) -> frozenset[str]:
        """Sectors that no comparison of the two years counts, in whichever order (RULES §1.6)."""
        return not_comparable(self.starts, min(first, last), max(first, last))
