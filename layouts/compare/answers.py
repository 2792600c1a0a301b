"""What a comparison needs to know, and what the address has chosen of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from layouts.links.addresses import Address, QueryProblem
from layouts.links.query import PARAMETERS
from layouts.overview.answers import CityRow
from progress.constants import DONE_FIRST_YEAR
from progress.emissions.series import Point
from progress.goals.verdict_model import Verdict
from progress.records import Municipality, Release

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
    """All figures are from `release` and from no other. Whole series stand in `totals` (tonnes) and
    `populations`, by code and year: those of the chosen and of what they are held against. Of
    everybody there is less: `everyone` has the tonnes of the base year and of the newest year that
    the chosen share, by year and code, `inhabitants` the people of the latter. `years` are those in
    which somebody has an observed value; `verdicts` are those of the chosen. In `kept` lies what
    was reckoned of many municipalities; whoever asks again may hand the same in again. Until there
    is enough to compare, `cities` are the contract cities and `alike` the likest of each."""

    municipalities: tuple[Municipality, ...]
    chosen: tuple[Municipality, ...]
    release: Release
    releases: tuple[Release, ...]
    totals: Mapping[str, tuple[Point, ...]]
    populations: Mapping[str, Mapping[int, int]]
    verdicts: Mapping[str, tuple[Verdict, ...]]
    years: tuple[int, ...]
    everyone: Mapping[int, Mapping[str, Point]] = field(default_factory=dict)
    inhabitants: Mapping[str, int] = field(default_factory=dict)
    late: tuple[LateSector, ...] = ()
    problems: tuple[QueryProblem, ...] = ()
    cities: tuple[CityRow, ...] = ()
    alike: Mapping[str, tuple[Municipality, ...]] = field(default_factory=dict)
    cache: dict[object, Any] = field(default_factory=dict, repr=False, compare=False)

    @property
    def gas(self) -> str:
        return self.release.gas or "co2e"

    @property
    def enough(self) -> bool:
        """Whether there is anything to compare."""
        return len(self.chosen) >= FEWEST


@dataclass(frozen=True, slots=True)
class View:
    """What to show: a measure, the year that changes and the index count from, a group or none."""

    measure: str
    base_year: int
    against: str | None
    problems: tuple[QueryProblem, ...] = ()


def base_year(address: Address, years: Sequence[int]) -> int:
    """The year that the address counts from if the release has it, else where trends begin."""
    named = address.get("base_year")
    if named is not None and int(named) in years:
        return int(named)
    return next((year for year in years if year >= DONE_FIRST_YEAR), years[0] if years else 0)


def view(address: Address, answers: CompareAnswers) -> View:
    """The choices of the address; a base year that the release lacks becomes a problem."""
    problems: tuple[QueryProblem, ...] = ()
    year = address.get("base_year")
    if year is not None and int(year) not in answers.years:
        name = PARAMETERS["base_year"].name(address.lang)
        problems = (QueryProblem(name, year, "no_such_year"),)
    return View(
        address.get("measure") or MEASURES[0],
        base_year(address, answers.years),
        address.get("against"),
        problems,
    )
