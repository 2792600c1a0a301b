"""What a meeting must see first: goals off course, and the questions that the facts raise.

Nothing is judged anew here: verdicts, standings and coverage are only sorted and asked about.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from progress.emissions.turning_points import Turn
from progress.goals.verdict_model import Attainment, Reason, Verdict
from progress.promises.pledge_status import Freshness, Standing, StatusCounts

OFF = frozenset({Attainment.NO, Attainment.MISSED})
FAR_YEAR = 9999


@dataclass(frozen=True, slots=True)
class AssessedGoal:
    """A goal and the verdict that can be told of it: its own, or an indicative one."""

    goal: Verdict
    verdict: Verdict

    @property
    def indicative(self) -> bool:
        return self.verdict is not self.goal

    @property
    def off(self) -> bool:
        return self.verdict.attainment in OFF


class Subject(StrEnum):
    """What a question to a meeting is about, the most pressing first."""

    UNREACHABLE = "unreachable"
    BUDGET = "budget"
    PACE = "pace"
    TURN = "turn"
    LATE = "late"
    OVERDUE = "overdue"
    SILENT = "silent"
    NO_PLAN = "no_plan"
    NO_COST = "no_cost"
    NO_FUNDING = "no_funding"
    NO_SERIES = "no_series"
    NO_LEVEL = "no_level"


@dataclass(frozen=True, slots=True)
class Question:
    """A question that the facts raise; `n` of `of` where it counts something."""

    subject: Subject
    assessed: AssessedGoal | None = None
    turn: Turn | None = None
    n: int = 0
    of: int = 0


@dataclass(frozen=True, slots=True)
class PlanFacts:
    """An investment plan as counts: single actions, and those with a known cost."""

    actions: int
    costed: int
    funded: int


def assessed(verdict: Verdict) -> AssessedGoal | None:
    """The verdict that can be told of a goal; None where there is none of any kind."""
    near = verdict.indicative
    for candidate in (verdict, near):
        if candidate is not None and candidate.attainment is not Attainment.NOT_ASSESSABLE:
            return AssessedGoal(verdict, candidate)
    return None


def all_assessed(verdicts: Iterable[Verdict]) -> tuple[AssessedGoal, ...]:
    """What can be told, off course first; then own verdicts before indicative ones, by year."""
    result = [goal for goal in map(assessed, verdicts) if goal is not None]
    return tuple(sorted(result, key=_place))


def reasons(verdicts: Iterable[Verdict]) -> Mapping[Reason, int]:
    """Why the goals without any verdict have none, the commonest reason first."""
    counted = Counter(
        verdict.reason for verdict in verdicts if assessed(verdict) is None and verdict.reason
    )
    return dict(counted.most_common())


def questions(
    verdicts: Iterable[Verdict],
    turn: Turn | None,
    promises: StatusCounts,
    plan: PlanFacts | None,
) -> tuple[Question, ...]:
    """The questions to decide, in order. `plan` is None where no plan is loaded.

    Of goals that ask for a pace, the most demanding of each target year is asked about: a city
    often states the same aim in several goals (RULES §2).
    """
    every = tuple(verdicts)
    result = all_assessed(every)
    of_goals = [_of_goal(goal) for goal in result if goal.off]
    raised = _most_demanding([of_goal for of_goal in of_goals if of_goal is not None])
    if turn is not None and turn.rises:
        raised.append(Question(Subject.TURN, turn=turn))
    for subject, n in (
        (Subject.LATE, promises.by_standing[Standing.LATE]),
        (Subject.OVERDUE, promises.by_standing[Standing.OVERDUE]),
        (Subject.SILENT, promises.by_freshness[Freshness.NONE]),
    ):
        if n:
            raised.append(Question(subject, n=n, of=promises.of))
    raised += _of_plan(plan)
    why = reasons(every)
    for subject, n in (
        (Subject.NO_SERIES, why.get(Reason.NO_SERIES, 0)),
        (Subject.NO_LEVEL, why.get(Reason.NO_TARGET_VALUE, 0) + why.get(Reason.NARRATIVE, 0)),
    ):
        if n:
            raised.append(Question(subject, n=n, of=len(every)))
    order = tuple(Subject)
    return tuple(sorted(raised, key=lambda question: order.index(question.subject)))


def _place(goal: AssessedGoal) -> tuple[bool, bool, int, str]:
    return (
        not goal.off,
        goal.indicative,
        goal.verdict.target_year or FAR_YEAR,
        goal.goal.goal.goal_id,
    )


def _of_goal(goal: AssessedGoal) -> Question | None:
    verdict = goal.verdict
    if verdict.budget is not None:
        spent = verdict.budget.remaining_tonnes < 0
        return Question(Subject.UNREACHABLE if spent else Subject.BUDGET, goal)
    known = verdict.needed_rate is not None or verdict.needed_tonnes_per_year is not None
    return Question(Subject.PACE, goal) if known else None


def _most_demanding(raised: list[Question]) -> list[Question]:
    most: dict[tuple[Subject, int | None], Question] = {}
    for question in raised:
        year = question.assessed.verdict.target_year if question.assessed is not None else None
        key = (question.subject, year)
        if key not in most or _rate(question) > _rate(most[key]):
            most[key] = question
    return list(most.values())


def _rate(question: Question) -> float:
    """How demanding a goal is: its rate, a goal of nothing left before them all."""
    verdict = question.assessed.verdict if question.assessed is not None else None
    if verdict is None:
        return 0.0
    if verdict.needed_rate is None and verdict.needed_tonnes_per_year is not None:
        return 1.0
    return verdict.needed_rate or 0.0


def _of_plan(plan: PlanFacts | None) -> list[Question]:
    if plan is None:
        return [Question(Subject.NO_PLAN)]
    raised = []
    if plan.costed < plan.actions:
        raised.append(Question(Subject.NO_COST, n=plan.actions - plan.costed, of=plan.actions))
    if plan.funded < plan.actions:
        raised.append(Question(Subject.NO_FUNDING, n=plan.actions - plan.funded, of=plan.actions))
    return raised
