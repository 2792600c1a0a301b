"""What a city's board shows: asked and grouped already."""

from collections.abc import Mapping
from dataclasses import dataclass

from layouts.city.answers import CityAnswers
from layouts.links.addresses import QueryProblem
from progress.emissions.series import Point, Status
from progress.goals.goal import Goal
from progress.money.pricing import PricedGrant
from progress.records import Commitment, Municipality, Release


@dataclass(frozen=True, slots=True)
class CityBoardAnswers:
    """`city` are the answers of the city's page, on the board's release.

    `points` are drawn as emissions: tonnes, or tonnes per person with `per_person`, without the
    industry with `without_industry`. `sectors` are the same by year and sector code, `statuses` by
    year. `other_points` are those of the `other` municipality, counted alike. `releases` are those
    of the board's gas, newest first; `municipalities` those that can stand beside.
    With `as_of` everything is as it was known at the end of that year; `first_known` are the first
    years of which statistics and, then, goals and promises are held, `this_year` is the last.
    """

    city: CityAnswers
    gas: str
    points: tuple[Point, ...]
    sectors: Mapping[tuple[int, str], float]
    statuses: Mapping[int, Status]
    releases: tuple[Release, ...]
    municipalities: tuple[Municipality, ...]
    grants: tuple[PricedGrant, ...]
    goals: tuple[Goal, ...]
    commitments: tuple[Commitment, ...]
    per_person: bool = False
    without_industry: bool = False
    other: Municipality | None = None
    other_points: tuple[Point, ...] = ()
    problems: tuple[QueryProblem, ...] = ()
    as_of: int | None = None
    first_known: tuple[int, ...] = (0, 0)
    this_year: int = 0

    @property
    def municipality(self) -> Municipality:
        return self.city.municipality

    @property
    def release(self) -> Release:
        return self.city.release
