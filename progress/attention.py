"""What a meeting must see first: goals off course, and the questions that the facts raise.

Nothing is judged anew here: verdicts, standings and coverage are only sorted and asked about.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from progress.pledge_status import Freshness, Standing, StatusCounts
from progress.turning_points import Turn
from progress.verdict_model import Attainment, Reason, Verdict

OFF = frozenset({Attainment.NO, Attainment.MISSED})
FAR_YEAR = 9999


@dataclass(frozen=True, slots=True)
class Told:
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
    told: Told | None = None
    turn: Turn | None = None
    n: int = 0
    of: int = 0


@dataclass(frozen=True, slots=True)
class PlanFacts:
    """An investment plan as counts: single actions, and those with a known cost."""

    actions: int
    costed: int
    funded: int


def told(verdict: Verdict) -> Told | None:
    """The verdict that can be told of a goal; None where there is none of any kind."""
    near = verdict.indicative
    for one in (verdict, near):
        if one is not None and one.attainment is not Attainment.NOT_ASSESSABLE:
            return Told(verdict, one)
    return None


def all_told(verdicts: Iterable[Verdict]) -> tuple[Told, ...]:
    """What can be told, off course first; then own verdicts before indicative ones, by year."""
    result = [one for one in map(told, verdicts) if one is not None]
    return tuple(sorted(result, key=_place))


def reasons(verdicts: Iterable[Verdict]) -> Mapping[Reason, int]:
    """Why the goals without any verdict have none, the commonest reason first."""
    counted = Counter(
        verdict.reason for verdict in verdicts if told(verdict) is None and verdict.reason
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
    result = all_told(every)
    of_goals = [_of_goal(one) for one in result if one.off]
    asked = _most_demanding([of_goal for of_goal in of_goals if of_goal is not None])
    if turn is not None and turn.rises:
        asked.append(Question(Subject.TURN, turn=turn))
    for subject, n in (
        (Subject.LATE, promises.by_standing[Standing.LATE]),
        (Subject.OVERDUE, promises.by_standing[Standing.OVERDUE]),
        (Subject.SILENT, promises.by_freshness[Freshness.NONE]),
    ):
        if n:
            asked.append(Question(subject, n=n, of=promises.of))
    asked += _of_plan(plan)
    why = reasons(every)
    for subject, n in (
        (Subject.NO_SERIES, why.get(Reason.NO_SERIES, 0)),
        (Subject.NO_LEVEL, why.get(Reason.NO_TARGET_VALUE, 0) + why.get(Reason.NARRATIVE, 0)),
    ):
        if n:
            asked.append(Question(subject, n=n, of=len(every)))
    order = tuple(Subject)
    return tuple(sorted(asked, key=lambda one: order.index(one.subject)))


def _place(told: Told) -> tuple[bool, bool, int, str]:
    return (
        not told.off,
        told.indicative,
        told.verdict.target_year or FAR_YEAR,
        told.goal.goal.goal_id,
    )


def _of_goal(told: Told) -> Question | None:
    verdict = told.verdict
    if verdict.budget is not None:
        spent = verdict.budget.remaining_tonnes < 0
        return Question(Subject.UNREACHABLE if spent else Subject.BUDGET, told)
    known = verdict.needed_rate is not None or verdict.needed_tonnes_per_year is not None
    return Question(Subject.PACE, told) if known else None


def _most_demanding(asked: list[Question]) -> list[Question]:
    kept: dict[tuple[Subject, int | None], Question] = {}
    for one in asked:
        year = one.told.verdict.target_year if one.told is not None else None
        key = (one.subject, year)
        if key not in kept or _rate(one) > _rate(kept[key]):
            kept[key] = one
    return list(kept.values())


def _rate(question: Question) -> float:
    """How demanding a goal is: its rate, a goal of nothing left before them all."""
    verdict = question.told.verdict if question.told is not None else None
    if verdict is None:
        return 0.0
    if verdict.needed_rate is None and verdict.needed_tonnes_per_year is not None:
        return 1.0
    return verdict.needed_rate or 0.0


def _of_plan(plan: PlanFacts | None) -> list[Question]:
    if plan is None:
        return [Question(Subject.NO_PLAN)]
    asked = []
    if plan.costed < plan.actions:
        asked.append(Question(Subject.NO_COST, n=plan.actions - plan.costed, of=plan.actions))
    if plan.funded < plan.actions:
        asked.append(Question(Subject.NO_FUNDING, n=plan.actions - plan.funded, of=plan.actions))
    return asked
