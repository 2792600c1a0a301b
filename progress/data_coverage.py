"""What is known of a city and what is missing: one record with a count for each kind of data."""

from dataclasses import dataclass
from enum import StrEnum

from progress.promises.local_contracts import LocalContract


class Known(StrEnum):
    """Whether a kind of data is there for a city."""

    ALL = "all"
    PART = "part"
    NONE = "none"


class Subject(StrEnum):
    """The kinds of data, in the order in which a follow-up needs them."""

    STATISTICS = "statistics"
    OWN_SERIES = "own_series"
    GOALS = "goals"
    CONTRACT = "contract"
    COMMITMENTS = "commitments"
    ACTIVITIES = "activities"
    PACKAGES = "packages"
    PLAN = "plan"
    GRANTS = "grants"
    LOCAL = "local"


@dataclass(frozen=True, slots=True)
class Count:
    """`n` things known, of `of` where that is a share of something."""

    n: int
    of: int | None = None

    @property
    def known(self) -> Known:
        if self.n == 0:
            return Known.NONE
        return Known.ALL if self.of is None or self.n == self.of else Known.PART


@dataclass(frozen=True, slots=True)
class CityData:
    """What is loaded of one city for a year.

    `statistics`: 1 where the year has a value. `goals`: goals with a verdict, of those in force;
    `indicative` of the others have an indicative one. `contract`: texts read whole; `quoted` are
    versions known only by quoted goals. `commitments`, `activities` and `packages`: those with a
    status told by the end of the year, of all. `plan`: actions with a cost, of all. `grants`: rows
    in the city, of any year.
    """

    code: str
    statistics: Count
    own_series: tuple[str, ...]
    goals: Count
    indicative: int
    contract: tuple[int, ...]
    quoted: tuple[int, ...]
    commitments: Count
    activities: Count
    packages: Count
    plan: Count
    grants: Count
    local: LocalContract | None

    def known(self, subject: Subject) -> Known:
        """Whether the kind of data is there, in part or not at all. Goals of which none can be
        assessed and promises of which nothing is told are there in part."""
        match subject:
            case Subject.OWN_SERIES:
                return Known.ALL if self.own_series else Known.NONE
            case Subject.CONTRACT:
                if self.contract:
                    return Known.ALL
                return Known.PART if self.quoted else Known.NONE
            case Subject.LOCAL:
                return Known.NONE if self.local is None else Known.ALL
        count = self.of(subject)
        there = count.n == 0 and bool(count.of) and subject is not Subject.STATISTICS
        return Known.PART if there else count.known

    def of(self, subject: Subject) -> Count:
        """The count of a kind of data that is counted."""
        counts = {
            Subject.STATISTICS: self.statistics,
            Subject.GOALS: self.goals,
            Subject.COMMITMENTS: self.commitments,
            Subject.ACTIVITIES: self.activities,
            Subject.PACKAGES: self.packages,
            Subject.PLAN: self.plan,
            Subject.GRANTS: self.grants,
        }
        return counts[subject]

    @property
    def missing(self) -> int:
        """How many kinds of data are not there at all."""
        return sum(self.known(subject) is Known.NONE for subject in Subject)
