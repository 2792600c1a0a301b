"""What the yearly follow-up needs to know."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from progress.data_coverage import CityData
from progress.emissions.change_causes import ChangeCauses
from progress.emissions.series_breaks import SectorStart
from progress.goals.goal import YARDSTICK_ID, Goal
from progress.goals.goal_years import AreaYear, GoalYear, YearStands
from progress.goals.verdict_model import Attainment
from progress.money.loaded import LoadedSource
from progress.money.year_money import YearMoney
from progress.promises.contract_versions import GoalChange, Version, VersionStep
from progress.promises.local_contracts import LocalContract, WorkPackage
from progress.promises.parties import PartyKinds
from progress.promises.yearly_promises import PromiseYear
from progress.records import Municipality, Release, StatusReport


@dataclass(frozen=True, slots=True)
class CityVersions:
    """What is known of a city's contract: its versions, what changed between them, and goals that
    their sources call replaced."""

    code: str
    versions: tuple[Version, ...]
    steps: tuple[VersionStep, ...]
    replaced: tuple[GoalChange, ...]


@dataclass(frozen=True, slots=True)
class FollowUpAnswers:
    """All contract cities and the nation in a year. `day` is the day that promises are counted to.

    `goals` are those in force now, by municipality and id; `years` all that can be chosen.
    `listed` counts the signatories that a city lists by name; `loaded` are the sources of grants;
    `late_sectors` break the series of the areas. `packages` are those of all cities, with every
    check-in in `reports`. `causes` say of a city which sectors changed in the year.
    """

    stands: YearStands
    years: tuple[int, ...]
    day: date
    cities: tuple[Municipality, ...]
    goals: Mapping[tuple[str, str], Goal]
    releases: Mapping[str, Release]
    parties: tuple[PromiseYear, ...]
    party_kinds: PartyKinds
    activities: tuple[PromiseYear, ...]
    packages: tuple[WorkPackage, ...]
    reports: Mapping[str, tuple[StatusReport, ...]]
    money: tuple[YearMoney, ...]
    data: tuple[CityData, ...]
    versions: tuple[CityVersions, ...]
    local: tuple[LocalContract, ...]
    listed: Mapping[str, int]
    loaded: tuple[LoadedSource, ...]
    late_sectors: tuple[SectorStart, ...] = ()
    causes: Mapping[str, ChangeCauses] = field(default_factory=dict)

    @property
    def year(self) -> int:
        return self.stands.year

    @property
    def own_goals(self) -> tuple[GoalYear, ...]:
        """The cities' own goals, not the yardsticks."""
        return tuple(goal for goal in self.stands.goals if goal.goal_id != YARDSTICK_ID)

    def goals_of(self, code: str) -> tuple[GoalYear, ...]:
        return tuple(goal for goal in self.own_goals if goal.municipality_code == code)

    def yardstick(self, code: str) -> GoalYear | None:
        return next(
            (
                goal
                for goal in self.stands.goals
                if goal.goal_id == YARDSTICK_ID and goal.municipality_code == code
            ),
            None,
        )

    def area(self, code: str) -> AreaYear | None:
        return next((area for area in self.stands.areas if area.code == code), None)

    @property
    def without_new_statistics(self) -> tuple[GoalYear, ...]:
        """Own goals with a verdict that rests on an earlier year than the one followed up."""
        return tuple(
            goal
            for goal in self.own_goals
            if goal.now.effective is not Attainment.NOT_ASSESSABLE
            and goal.now.year is not None
            and goal.now.year < self.year
        )
