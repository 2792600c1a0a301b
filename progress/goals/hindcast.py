"""How far estimates of this kind have missed: their band, and the record of each (RULES §3).

An estimate is made as it would have been made in the origin year, from the values up to it, and
held against what the same release gives for the year that was estimated.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from statistics import median

from progress.constants import BAND_MIN_ERRORS, BAND_SHARE
from progress.emissions.series import Point
from progress.goals.done import done_over, from_first_year
from progress.statistics import quantile

Totals = Mapping[str, Iterable[Point]]
"""Municipality code → yearly totals in one release."""


@dataclass(frozen=True, slots=True)
class Miss:
    """An estimate made in `origin` for `year`, and the outcome; all of one municipality."""

    municipality_code: str
    origin: int
    year: int
    estimate: float
    outcome: float

    @property
    def horizon(self) -> int:
        return self.year - self.origin

    @property
    def share(self) -> float:
        """Outcome over estimate less 1."""
        return self.outcome / self.estimate - 1


@dataclass(frozen=True, slots=True)
class HorizonErrors:
    """The errors at one horizon (years ahead), as shares: number, median, 80 % quantile."""

    horizon: int
    number: int
    median: float
    quantile: float


@dataclass(frozen=True, slots=True)
class Band:
    """Half the width of the band as a share of the estimate, from one year ahead on."""

    shares: tuple[float, ...] = ()

    @property
    def horizon(self) -> int:
        """How many years ahead there is a band for."""
        return len(self.shares)

    def at(self, horizon: int) -> float | None:
        """The share so many years ahead (1 is the next year), None beyond the last."""
        return self.shares[horizon - 1] if 1 <= horizon <= len(self.shares) else None


NO_BAND = Band()


def misses(code: str, points: Iterable[Point]) -> Iterator[Miss]:
    """Every estimate that one municipality's observed values allow, with its outcome."""
    observed = [point for point in points if point.status.observed]
    for index, origin in enumerate(observed):
        done = done_over(from_first_year(observed[: index + 1]))
        if done is None:
            continue
        for later in observed[index + 1 :]:
            yield Miss(code, origin.year, later.year, done.value(later.year), later.value)


def all_misses(releases_newest_first: Iterable[Totals]) -> tuple[Miss, ...]:
    """The misses of every municipality and origin; one that two releases hold counts once, from the
    newer."""
    result: dict[tuple[str, int, int], Miss] = {}
    for totals in releases_newest_first:
        for code, points in totals.items():
            for miss in misses(code, points):
                result.setdefault((code, miss.origin, miss.horizon), miss)
    return tuple(result.values())


def errors_by_horizon(misses: Iterable[Miss]) -> tuple[HorizonErrors, ...]:
    """The sizes of the errors at each horizon, the shortest first."""
    sizes: dict[int, list[float]] = {}
    for miss in misses:
        sizes.setdefault(miss.horizon, []).append(abs(miss.share))
    return tuple(
        HorizonErrors(horizon, len(shares), median(shares), quantile(sorted(shares), BAND_SHARE))
        for horizon, shares in sorted(sizes.items())
    )


def band_of(errors: Iterable[HorizonErrors]) -> Band:
    """The band: never narrower than at a shorter horizon, to the last with enough errors."""
    shares: list[float] = []
    for error in errors:
        if error.horizon != len(shares) + 1 or error.number < BAND_MIN_ERRORS:
            break
        shares.append(max(error.quantile, shares[-1] if shares else 0.0))
    return Band(tuple(shares))
