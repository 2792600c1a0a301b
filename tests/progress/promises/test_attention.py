"""What a meeting sees first, and the questions that the facts raise: sorted, never judged anew."""

from dataclasses import replace

from progress.emissions.turning_points import Turn
from progress.goals.goal import Goal, GoalKind, GoalScope
from progress.goals.verdict_model import Attainment, BudgetAccount, Reason, Verdict
from progress.promises.attention import (
    PlanFacts,
    Subject,
    all_assessed,
    assessed,
    questions,
    reasons,
)
from progress.promises.pledge_status import Freshness, Standing, counts

NOBODY = counts(())
PLAN = PlanFacts(actions=4, costed=4, funded=4)


def verdict(goal_id: str, attainment: Attainment, **fields: object) -> Verdict:
    goal = Goal(goal_id, "0001", GoalKind.REDUCTION, GoalScope.TERRITORIAL, "co2e", "Provmål")
    made = Verdict(goal, attainment, target_year=2030, needed_rate=0.1)
    return replace(made, **fields)  # type: ignore[arg-type]


OFF = verdict("G1", Attainment.NO)
FINE = verdict("G2", Attainment.YES)
SILENT = verdict("G3", Attainment.NOT_ASSESSABLE, reason=Reason.NO_SERIES, needed_rate=None)
NEAR = verdict(
    "G4", Attainment.NOT_ASSESSABLE, reason=Reason.SCOPE_MISMATCH, indicative=OFF, target_year=2025
)


def subjects(*verdicts: Verdict, **given: object) -> list[Subject]:
    values: dict[str, object] = {"turn": None, "promises": NOBODY, "plan": PLAN, **given}
    return [question.subject for question in questions(verdicts, **values)]  # type: ignore[arg-type]


def test_what_is_off_course_comes_first_and_own_verdicts_before_indicative_ones() -> None:
    assert [one.goal for one in all_assessed((FINE, NEAR, SILENT, OFF))] == [OFF, NEAR, FINE]


def test_what_cannot_be_assessed_is_neither_on_nor_off_course() -> None:
    assert assessed(SILENT) is None
    assert reasons((OFF, SILENT, NEAR)) == {Reason.NO_SERIES: 1}


def test_goals_on_course_raise_no_question() -> None:
    assert subjects(FINE) == []


def test_of_the_same_target_year_only_the_most_demanding_goal_is_asked_about() -> None:
    harder = verdict("G5", Attainment.NO, needed_rate=0.5)
    later = verdict("G6", Attainment.NO, target_year=2045)
    asked = questions((OFF, harder, later), None, NOBODY, PLAN)
    assert [one.assessed.goal.goal.goal_id for one in asked if one.assessed] == ["G5", "G6"]


def test_a_goal_beyond_reach_is_asked_about_before_everything_else() -> None:
    spent = BudgetAccount(10.0, 2020, 2030, 15.0, -5.0, 1.5, 0.4, None, None, 20.0, ())
    gone = verdict("G7", Attainment.NO, budget=spent)
    assert subjects(OFF, gone) == [Subject.UNREACHABLE, Subject.PACE]


def test_a_goal_whose_year_has_passed_unseen_is_asked_no_pace() -> None:
    assert subjects(verdict("G8", Attainment.AWAITING, needed_rate=None)) == []


def test_a_rise_is_asked_about_and_a_fall_is_not() -> None:
    assert subjects(turn=Turn(2024, 110.0, 100.0, 2015)) == [Subject.TURN]
    assert subjects(turn=Turn(2024, 90.0, 100.0, 2015)) == []


def test_promises_that_are_late_overdue_or_never_reported_are_asked_about() -> None:
    result = counts(
        [
            (Standing.LATE, Freshness.CURRENT),
            (Standing.OVERDUE, Freshness.NONE),
            (Standing.DONE, Freshness.OLD),
        ]
    )
    asked = questions((), None, result, PLAN)
    assert [(one.subject, one.n, one.of) for one in asked] == [
        (Subject.LATE, 1, 3),
        (Subject.OVERDUE, 1, 3),
        (Subject.SILENT, 1, 3),
    ]


def test_unknown_costs_and_funding_are_questions_and_no_plan_is_one() -> None:
    assert subjects(plan=None) == [Subject.NO_PLAN]
    assert subjects(plan=PlanFacts(4, 1, 0)) == [Subject.NO_COST, Subject.NO_FUNDING]


def test_goals_without_figures_or_level_are_questions() -> None:
    words = verdict("G8", Attainment.NOT_ASSESSABLE, reason=Reason.NARRATIVE)
    assert subjects(SILENT, words) == [Subject.NO_SERIES, Subject.NO_LEVEL]
