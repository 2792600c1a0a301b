"""What each release's estimates said, and what came (RULES §3): kept and shown for each city."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from progress.emissions.series import Series
from progress.goals.done import done_of
from progress.goals.hindcast import Band


@dataclass(frozen=True, slots=True)
class EstimateRow:
    """A release's estimate for a year after its latest, tonnes; `outcome` as the newest release has
    it, None where it has none yet. `share` is outcome over estimate less 1; `held` whether it came
    within the band, None where there was none."""

    release: str
    year: int
    estimate: float
    outcome: float | None
    low: float | None = None
    high: float | None = None

    @property
    def share(self) -> float | None:
        return None if self.outcome is None else self.outcome / self.estimate - 1

    @property
    def held(self) -> bool | None:
        if self.outcome is None or self.low is None or self.high is None:
            return None
        return self.low <= self.outcome <= self.high


def estimate_rows(
    newest_first: Sequence[Series], band: Band, last_year: int
) -> Iterator[EstimateRow]:
    """The estimates of each release of one gas, the oldest first, to `last_year`."""
    if not newest_first:
        return
    outcomes = {point.year: point.value for point in newest_first[0].observed}
    for series in reversed(newest_first):
        yield from _rows(series, outcomes, band, last_year)


def _rows(
    series: Series, outcomes: Mapping[int, float], band: Band, last_year: int
) -> Iterator[EstimateRow]:
    done, latest = done_of(series), series.latest
    if done is None or latest is None or done.value(last_year) <= 0:
        return
    for year in range(latest.year + 1, last_year + 1):
        estimate, half = done.value(year), band.at(year - latest.year)
        low, high = (None, None) if half is None else (estimate * (1 - half), estimate * (1 + half))
        yield EstimateRow(series.release, year, estimate, outcomes.get(year), low, high)
