"""What a release of territorial emissions for the whole country must hold: every municipality in
every year, and sums that are the nation's but for the little that no municipality is given."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from progress.i18n import LazyText, say

UNALLOCATED_SHARE = 0.02
"""The nation emits a little that no municipality is given (0.2–0.3 million tonnes, about half a per
cent, in SMHI's releases); more than this share is a fault."""

ROUNDING_SHARE = 0.0005
"""How far rounding may lift the municipalities' sum above the nation's figure."""


@dataclass(frozen=True, slots=True)
class Uncovered:
    """A year and the municipalities that have no figure in it."""

    year: int
    codes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NationalDifference:
    """A year whose sum (tonnes, None where there is none) is not the publisher's figure."""

    year: int
    allocated: float | None
    published: float

    def message(self) -> LazyText:
        """What differs."""
        if self.allocated is None:
            return say("import.national_figure_only", year=self.year)
        return say(
            "import.national_difference",
            year=self.year,
            allocated=self.allocated,
            published=self.published,
        )


def uncovered(covered: Mapping[int, Collection[str]], everyone: Collection[str]) -> list[Uncovered]:
    """The years in which municipalities lack a figure, in order."""
    gaps = [
        Uncovered(year, tuple(sorted(set(everyone) - set(codes))))
        for year, codes in sorted(covered.items())
    ]
    return [gap for gap in gaps if gap.codes]


def national_differences(
    sums: Mapping[int, float], published: Mapping[int, float]
) -> Iterator[NationalDifference]:
    """Years of the publisher's figures (tonnes) that the municipalities' sums do not come to."""
    for year, nation in sorted(published.items()):
        allocated = sums.get(year)
        if allocated is None or not _agree(allocated, nation):
            yield NationalDifference(year, allocated, nation)


def _agree(allocated: float, nation: float) -> bool:
    if nation <= 0:
        return allocated == nation
    return -UNALLOCATED_SHARE <= allocated / nation - 1 <= ROUNDING_SHARE
