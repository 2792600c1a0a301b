"""What a meeting looks at: the city page's and the money page's answers, and what follows."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from layouts.boards.what_if.answers import WhatIfAnswers
from layouts.city.answers import CityAnswers, IndicatorFigures
from layouts.links.addresses import QueryProblem
from layouts.money.answers import MoneyAnswers
from layouts.phrases.changes import observed_years
from progress.emissions.sectors import SECTORS
from progress.emissions.series import Point, Status
from progress.emissions.turning_points import Turn, turned
from progress.goals.verdict_model import Verdict
from progress.money.funding import funding_gaps
from progress.money.plan import actions_of, plan_sums
from progress.promises.attention import AssessedGoal, PlanFacts, Question, all_assessed, questions
from progress.promises.decisions import Decision
from progress.promises.matters import Matter, Promise, due_of, is_own, matters
from progress.promises.pledge_status import StatusCounts, counts, freshness, standing
from progress.snapshots import Difference, Snapshot, SnapshotName


@dataclass(frozen=True, slots=True)
class MeetingAnswers:
    """Facts for one meeting. `version` names the state of the store that they were read from;
    promises are told as they stand on `today`. `since` is the earlier meeting that the address
    names, `frozen` its snapshot, `difference` what is another since then, `snapshots` those there
    are to choose among.
    `drafts_of`: whose drafts a file of the meeting can hold; pages say it themselves. `behind`:
    labels of the releases that the municipality's own goals, promises and money come from.
    `decisions` are those that are known of the municipality;
    `what_if` what scenarios rest on, where the address has any."""

    city: CityAnswers
    money: MoneyAnswers
    today: date
    version: str
    snapshots: tuple[SnapshotName, ...] = ()
    since: SnapshotName | None = None
    difference: Difference | None = None
    frozen: Snapshot | None = None
    problems: tuple[QueryProblem, ...] = ()
    drafts_of: tuple[str, ...] = ()
    behind: frozenset[str] = frozenset()
    decisions: tuple[Decision, ...] = ()
    what_if: WhatIfAnswers | None = None

    @property
    def verdicts(self) -> tuple[Verdict, ...]:
        """The verdicts that the meeting is about: on the city's own goals, else the yardstick's."""
        own = self.city.own_verdicts
        if own:
            return own
        return (self.city.yardstick,) if self.city.yardstick is not None else ()

    @property
    def assessed(self) -> tuple[AssessedGoal, ...]:
        """What can be told of the goals, off course first."""
        return all_assessed(self.verdicts)

    @property
    def turn(self) -> Turn | None:
        """Whether the emissions have turned; a year in which the counting changed is no turn."""
        result = turned(self.city.points)
        begun = {late_sector.first_year for late_sector in self.city.late_sectors}
        return None if result is None or result.year in begun else result

    @property
    def sector_turns(self) -> tuple[tuple[str, Turn], ...]:
        """Sectors that have turned, the largest in tonnes first."""
        late = {late_sector.sector for late_sector in self.city.late_sectors}
        result = [
            (code, turn)
            for code in SECTORS
            if code not in late and (turn := turned(self._sector(code))) is not None
        ]
        return tuple(sorted(result, key=lambda turn: -abs(turn[1].difference)))

    @property
    def indicator_turns(self) -> tuple[tuple[IndicatorFigures, Turn], ...]:
        """Indicators that have turned."""
        return tuple(
            (indicator, turn)
            for indicator in self.city.indicators
            if (turn := turned(_points(indicator))) is not None
        )

    @property
    def promises(self) -> tuple[Promise, ...]:
        """Commitments of all parties and the city's activities."""
        return (*self.city.commitments, *self.city.activities)

    @property
    def own_promises(self) -> tuple[Promise, ...]:
        """Those of them that are the municipality's."""
        return tuple(promise for promise in self.promises if is_own(promise))

    @property
    def matters(self) -> tuple[Matter, ...]:
        """The promises, each thing once: own first, the most pressing first."""
        return matters(self.promises, self.today)

    def counted(self, promises: Iterable[Promise]) -> StatusCounts:
        """How many of the promises stand where, and how fresh the news of them is."""
        return counts(
            (
                standing(promise.status, due_of(promise), self.today),
                freshness(promise.status, promise.status_date, self.today),
            )
            for promise in promises
        )

    @property
    def plan(self) -> PlanFacts | None:
        """The investment plan as counts; None where none is loaded."""
        if not self.money.actions:
            return None
        coverage = plan_sums(self.money.actions).coverage
        secured = funding_gaps(self.money.actions)[0].coverage
        return PlanFacts(len(actions_of(self.money.actions)), coverage.known, secured.known)

    @property
    def questions(self) -> tuple[Question, ...]:
        """The questions that the facts raise."""
        return questions(self.verdicts, self.turn, self.counted(self.promises), self.plan)

    @property
    def years(self) -> tuple[int, ...]:
        return observed_years(self.city.points)

    def _sector(self, code: str) -> tuple[Point, ...]:
        return tuple(
            Point(sector.year, sector.tonnes, Status(sector.status))
            for sector in self.city.sectors
            if sector.sector == code
        )


def _points(figures: IndicatorFigures) -> tuple[Point, ...]:
    return tuple(Point(value.year, value.value, Status(value.status)) for value in figures.values)
