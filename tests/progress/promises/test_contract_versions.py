"""Versions of a contract: what is new, gone, sharper or softer, and what cannot be said."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from progress.goals.goal import Goal, GoalKind, GoalScope, State
from progress.promises.contract_versions import (
    Change,
    ContractText,
    compared,
    replaced,
    steps,
    versions,
)

STATE = Goal(
    "p1",
    "9001",
    GoalKind.STATE,
    GoalScope.TERRITORIAL,
    "co2e",
    "Provmål",
    target_year=2040,
    state=State.NEUTRAL,
    contract_version_year=2022,
)
LEVEL = replace(STATE, goal_id="p2", kind=GoalKind.LEVEL, state=None, value=0.0)


def text(year: int) -> ContractText:
    return ContractText(f"prov-{year}", "9001", "Provkontrakt", year, year + 1)


def later(goal: Goal, **fields: object) -> Goal:
    return replace(goal, contract_version_year=2023, **fields)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("old", "fields", "change"),
    [
        (STATE, {"target_year": 2035}, Change.SHARPENED),
        (STATE, {"target_year": 2045}, Change.SOFTENED),
        (STATE, {}, Change.SAME),
        (STATE, {"title_sv": "Provmål med andra ord"}, Change.REWORDED),
        (STATE, {"gas": "co2"}, Change.ALTERED),
        (STATE, {"residual_tonnes": 100.0}, Change.ALTERED),
        (LEVEL, {"value": 10.0}, Change.SOFTENED),
        (LEVEL, {"value": 10.0, "target_year": 2035}, Change.ALTERED),
        (replace(LEVEL, value=10.0), {"value": 0.0}, Change.SHARPENED),
    ],
)
def test_a_goal_asks_for_more_less_or_something_else(
    old: Goal, fields: dict[str, object], change: Change
) -> None:
    assert compared(old, later(old, **fields)) is change


@given(st.integers(2025, 2050), st.integers(2025, 2050))
def test_what_sharpens_one_way_softens_the_other(first: int, second: int) -> None:
    there = compared(replace(STATE, target_year=first), replace(STATE, target_year=second))
    back = compared(replace(STATE, target_year=second), replace(STATE, target_year=first))
    opposite = {Change.SHARPENED: Change.SOFTENED, Change.SOFTENED: Change.SHARPENED}
    assert back is opposite.get(there, there)


def test_a_goal_is_dropped_or_added_only_where_the_text_was_read_whole() -> None:
    other = later(LEVEL, goal_id="p3")
    whole = versions([STATE, other], [text(2022), text(2023)])
    (step,) = steps(whole)
    assert [change.change for change in step.changes] == [Change.DROPPED, Change.ADDED]
    (step,) = steps(versions([STATE, other], []))
    assert [change.change for change in step.changes] == [Change.NOT_SEEN, Change.FIRST_SEEN]


def test_the_same_aim_under_another_id_is_the_same_aim_where_nothing_else_is_like_it() -> None:
    renamed = later(STATE, goal_id="p9", target_year=2035)
    (step,) = steps(versions([STATE, renamed], []))
    assert [(change.change, change.new) for change in step.changes] == [(Change.SHARPENED, renamed)]
    twin = later(STATE, goal_id="p8", target_year=2030)
    (step,) = steps(versions([STATE, renamed, twin], []))
    assert [change.change for change in step.changes] == [
        Change.NOT_SEEN,
        Change.FIRST_SEEN,
        Change.FIRST_SEEN,
    ]


def test_a_text_without_goals_is_a_version_and_one_version_changes_nothing() -> None:
    (only,) = versions([], [text(2023)])
    assert (only.year, only.whole, only.goals) == (2023, True, ())
    assert steps([only]) == ()


def test_a_goal_loaded_anew_for_a_newer_version_is_compared_with_itself() -> None:
    (step,) = steps(versions([STATE, later(STATE, target_year=2045)], []))
    assert [change.change for change in step.changes] == [Change.SOFTENED]


def test_a_replaced_goal_outside_contracts_is_told_with_what_replaced_it() -> None:
    old = replace(STATE, status="superseded", contract_version_year=None)
    new = replace(STATE, goal_id="p4", target_year=2030, contract_version_year=None)
    (one,) = replaced([old, new])
    assert (one.change, one.new) == (Change.SHARPENED, new)
    (alone,) = replaced([old])
    assert (alone.change, alone.new) == (Change.DROPPED, None)
