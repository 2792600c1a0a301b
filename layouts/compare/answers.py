"""What a comparison needs to know, and what the address has chosen of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from layouts.addresses import Address, QueryProblem
from layouts.changes import observed_years
from layouts.query import PARAMETERS
from progress.constants import TREND_FIRST_YEAR
from progress.facts import Municipality, Release
from progress.series import Point
from progress.verdict_model import Verdict

FEWEST, MOST = 2, PARAMETERS["municipality"].most
MEASURES = ("per_person", "tonnes", "index")
"""What the charts and the table of all years count; the first is shown unless another is chosen."""

GROUPS = ("county", "contract", "all")
"""What the municipalities can be held against."""


@dataclass(frozen=True, slots=True)
class LateSector:
    """A sector that the release fills in only from `first_year` on; tonnes by code and year."""

    sector: str
    first_year: int
    tonnes: Mapping[str, Mapping[int, float]]


@dataclass(frozen=True, slots=True)
class CompareAnswers:
    """`totals` are all municipalities' yearly tonnes from `release` and from no other; populations
    are by code and year; `verdicts` are those of the chosen municipalities, by code. In `kept` lies
    what was reckoned of all municipalities; whoever asks again may hand the same in again."""

    municipalities: tuple[Municipality, ...]
    chosen: tuple[Municipality, ...]
    release: Release
    releases: tuple[Release, ...]
    totals: Mapping[str, tuple[Point, ...]]
    populations: Mapping[str, Mapping[int, int]]
    verdicts: Mapping[str, tuple[Verdict, ...]]
    late: tuple[LateSector, ...] = ()
    problems: tuple[QueryProblem, ...] = ()
    kept: dict[object, Any] = field(default_factory=dict, repr=False, compare=False)

    @property
    def gas(self) -> str:
        return self.release.gas or "co2e"

    @property
    def enough(self) -> bool:
        """Whether there is anything to compare."""
        return len(self.chosen) >= FEWEST

    @property
    def years(self) -> tuple[int, ...]:
        """The years in which some municipality has an observed value."""
        found: tuple[int, ...] | None = self.kept.get("years")
        if found is None:
            every = {year for points in self.totals.values() for year in observed_years(points)}
            found = self.kept["years"] = tuple(sorted(every))
        return found


@dataclass(frozen=True, slots=True)
class View:
    """What to show: a measure, the year that changes and the index count from, a group or none."""

    measure: str
    base_year: int
    against: str | None
    problems: tuple[QueryProblem, ...] = ()


def view(address: Address, answers: CompareAnswers) -> View:
    """The choices of the address; a base year that the release lacks becomes a problem."""
    years = answers.years
    base = next((year for year in years if year >= TREND_FIRST_YEAR), years[0] if years else 0)
    problems: tuple[QueryProblem, ...] = ()
    asked = address.get("base_year")
    if asked is not None and int(asked) in years:
        base = int(asked)
    elif asked is not None:
        name = PARAMETERS["base_year"].name(address.lang)
        problems = (QueryProblem(name, asked, "no_such_year"),)
    return View(
        address.get("measure") or MEASURES[0],
        base,
        address.get("against"),
        problems,
    )
