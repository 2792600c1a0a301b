"""What the pages of a contract's systems need to know."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from layouts.city.answers import CityAnswers
from layouts.links.addresses import QueryProblem
from progress.emissions.change_causes import ChangeCauses
from progress.goals.goal_years import AreaYear, GoalYear
from progress.promises.contract_systems import (
    AccountComment,
    ContractDocument,
    ContractRole,
    NationalFigure,
    Obstacle,
)
from progress.promises.contract_versions import ContractText, Version, VersionStep
from progress.promises.decisions import Decision
from progress.promises.yearly_promises import PromiseYear
from progress.records import InvestmentAction, Municipality, Release, StatusReport
from progress.snapshots import Snapshot, SnapshotName


@dataclass(frozen=True, slots=True)
class Account:
    """The city's facts of a followed year: its goals and tonnes cut at the year, what changed, its
    promises counted at the year's end, the statuses of the year by promise. `snapshot` has the
    figures that were frozen for the account, under the name `frozen`."""

    year: int
    years: tuple[int, ...]
    goals: tuple[GoalYear, ...]
    area: AreaYear | None
    causes: ChangeCauses | None
    promises: tuple[PromiseYear, ...]
    statuses: Mapping[str, StatusReport]
    frozen: SnapshotName | None = None
    snapshot: Snapshot | None = None


@dataclass(frozen=True, slots=True)
class SystemsAnswers:
    """`city` is what its own page shows. `obstacles` are those of all cities, the other rows the
    city's own; `cities` are all municipalities by code, `people` the country's by year."""

    city: CityAnswers
    today: date
    actions: tuple[InvestmentAction, ...]
    roles: tuple[ContractRole, ...]
    obstacles: tuple[Obstacle, ...]
    documents: tuple[ContractDocument, ...]
    comments: tuple[AccountComment, ...]
    national: tuple[NationalFigure, ...]
    people: Mapping[int, int]
    cities: Mapping[str, Municipality]
    texts: tuple[ContractText, ...]
    versions: tuple[Version, ...]
    steps: tuple[VersionStep, ...]
    decisions: tuple[Decision, ...]
    account: Account | None
    problems: tuple[QueryProblem, ...] = ()

    @property
    def code(self) -> str:
        return self.city.municipality.code

    @property
    def name(self) -> str:
        return self.city.municipality.name

    @property
    def own_obstacles(self) -> tuple[Obstacle, ...]:
        return tuple(each for each in self.obstacles if each.municipality_code == self.code)

    @property
    def national_release(self) -> tuple[Release, ...]:
        """The newest release of the national series; empty where none is loaded."""
        releases = self.city.all_releases
        return tuple(each for each in releases if each.kind == "national-figures")[:1]

    def national_series(self, series: str) -> dict[int, float]:
        """Tonnes of a national series by year."""
        return {each.year: each.tonnes for each in self.national if each.series == series}
