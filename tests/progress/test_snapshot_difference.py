"""The difference between two snapshots: what is new or another, and why."""

from dataclasses import replace

import pytest

from progress.snapshot_difference import difference
from progress.snapshots import (
    Cause,
    FrozenFigure,
    FrozenGoal,
    FrozenPlan,
    FrozenRelease,
    FrozenStatus,
    FrozenSum,
    Snapshot,
)

FIGURES = tuple(FrozenFigure(year, 100.0 - year % 10) for year in range(2015, 2021))
GOAL = FrozenGoal(
    "G1", "Provmål", terms=("rate=0.1",), attainment="no", direction="towards", points=FIGURES
)
OLD = Snapshot(
    "0001",
    release="prov-1",
    figures=FIGURES,
    goals=(GOAL,),
    statuses=(FrozenStatus("P1", "Prov"), FrozenStatus("P2", "Prov", status="running")),
    money=(FrozenSum("granted", "100", 1, 2),),
    releases=(FrozenRelease("prov-1", "emissions", "Prov 1"),),
)
MORE = (*FIGURES, FrozenFigure(2021, 90.0))
OTHER = tuple(replace(figure, value=figure.value + 5) for figure in FIGURES)


def causes(new: FrozenGoal, **fields: object) -> tuple[Cause, ...]:
    result = difference(OLD, replace(OLD, goals=(new,), **fields))  # type: ignore[arg-type]
    return result.goals[0].causes if result.goals else ()


def test_a_snapshot_does_not_differ_from_itself() -> None:
    assert difference(OLD, OLD).nothing


def test_new_years_are_new_data_and_other_values_of_old_years_are_restated_history() -> None:
    new = difference(OLD, replace(OLD, figures=MORE))
    assert [(figure.year, figure.old, figure.cause) for figure in new.figures] == [
        (2021, None, Cause.NEW_DATA)
    ]
    restated = difference(OLD, replace(OLD, figures=OTHER))
    assert {figure.cause for figure in restated.figures} == {Cause.RESTATED}
    assert len(restated.figures) == len(FIGURES)


def test_a_difference_that_rounds_to_nothing_is_none() -> None:
    near = tuple(replace(figure, value=figure.value + 0.4) for figure in FIGURES)
    assert difference(OLD, replace(OLD, figures=near)).nothing


def test_a_verdict_that_moved_names_each_cause() -> None:
    better = replace(GOAL, attainment="yes")
    assert causes(replace(better, points=MORE)) == (Cause.NEW_DATA,)
    assert causes(replace(better, points=OTHER)) == (Cause.RESTATED,)
    assert causes(replace(better, terms=("rate=0.2",))) == (Cause.CHANGED_GOAL,)
    assert causes(better, rules=OLD.rules + 1) == (Cause.CHANGED_RULE,)
    assert causes(better) == (Cause.OTHER,)


def test_figures_that_do_not_move_a_verdict_are_no_change_of_the_goal() -> None:
    assert causes(replace(GOAL, points=OTHER)) == ()


def test_the_same_verdict_with_other_figures_is_told_where_both_have_frozen_them() -> None:
    judged = replace(GOAL, gap=5_000.0, needed=0.10, left=90_000.0)
    old = replace(OLD, goals=(judged,))

    def moved(**fields: float) -> tuple[Cause, ...]:
        new = replace(judged, points=OTHER, **fields)  # type: ignore[arg-type]
        result = difference(old, replace(old, goals=(new,))).goals
        return result[0].causes if result else ()

    assert moved(gap=5_000.4, needed=0.1002, left=90_000.3) == ()
    for one in ({"gap": 5_002.0}, {"needed": 0.11}, {"left": 80_000.0}, {"gap": -5_000.0}):
        assert moved(**one) == (Cause.RESTATED,)
    assert causes(replace(judged, points=OTHER)) == ()


def test_a_plan_and_further_promises_are_compared_where_both_have_frozen_them() -> None:
    plan, package = FrozenPlan(5, 3, 0), FrozenStatus("W1", "Provpaket", status="running")
    then = replace(OLD, plan=plan, further=(package,))
    assert difference(OLD, then).nothing
    assert difference(then, then).nothing
    costed = replace(plan, costed=4)
    late = replace(package, status="late")
    result = difference(then, replace(then, plan=costed, further=(late,)))
    assert result.plan is not None
    assert (result.plan.old.costed, result.plan.new.costed) == (3, 4)
    assert [(status.old, status.new) for status in result.statuses] == [(package, late)]


def test_goals_that_come_go_or_are_sharpened_are_told() -> None:
    assert causes(replace(GOAL, terms=("rate=0.2",))) == (Cause.CHANGED_GOAL,)
    gone = difference(OLD, replace(OLD, goals=()))
    assert (gone.goals[0].old, gone.goals[0].new) == (GOAL, None)


def test_statuses_money_and_releases_are_compared_one_by_one() -> None:
    new = replace(
        OLD,
        statuses=(FrozenStatus("P1", "Prov", status="done", day="2026-01-01"), OLD.statuses[1]),
        money=(FrozenSum("granted", "200", 2, 2), FrozenSum("applied", "5", 1, 1)),
        releases=(*OLD.releases, FrozenRelease("prov-2", "emissions", "Prov 2")),
    )
    result = difference(OLD, new)
    assert [status.new.status for status in result.statuses if status.new] == ["done"]
    assert [one.old is None for one in result.money] == [True, False]
    assert [release.label for release in result.new_releases] == ["prov-2"]


def test_two_municipalities_are_never_compared() -> None:
    with pytest.raises(ValueError, match="two municipalities"):
        difference(OLD, replace(OLD, municipality_code="0002"))
