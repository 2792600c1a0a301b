"""Whether the fields of a goal agree with its kind and with each other."""

from collections.abc import Mapping
from typing import Any

from data_access.imports.cells import RowCells
from progress.goals.goal import GoalKind
from progress.i18n import say

Goal = Mapping[str, Any]

NEEDED = {
    GoalKind.LEVEL: (("value", "value"), ("target_year", "target_year")),
    GoalKind.REDUCTION: (("reduction", "reduction_percent"), ("target_year", "target_year")),
    GoalKind.ANNUAL_RATE: (("rate", "rate_percent_per_year"),),
    GoalKind.STATE: (("target_year", "target_year"),),
}
"""Kind → what a goal of the kind must state: field, and the file's column for it."""

PERCENT_TOLERANCE = 0.02
"""Base, level and per cent are each rounded by the sources: two points apart is still the same."""

BUDGET_TOLERANCE = 0.01

NOT_STATED_YEAR = say("import.correct_year_that_its_source_does")


def check_form(cells: RowCells, goal: Goal) -> None:
    """Notes a field that the kind needs and lacks, and fields that contradict each other."""
    for field, column in NEEDED.get(goal["kind"], ()):
        if goal[field] is None and not cells.text(column):
            cells.problem(column, say("import.value_as_goal_of_kind_needs", kind=goal["kind"]))
    check_percent(cells, goal)
    check_budget(cells, goal)
    check_units(cells, goal)


def check_years(cells: RowCells, goal: Goal) -> None:
    """Notes years that run backwards."""
    for first, last in (("base_year", "target_year"), ("budget_first_year", "budget_last_year")):
        if goal[first] is not None and goal[last] is not None and goal[first] > goal[last]:
            cells.problem(
                last,
                say("import.or_later_as_says", year=goal[first], column=first),
                NOT_STATED_YEAR,
            )
    if (goal["budget_first_year"] is None) != (goal["budget_last_year"] is None):
        empty = "budget_first_year" if goal["budget_first_year"] is None else "budget_last_year"
        cells.problem(empty, say("import.both_years_of_budget_or_none"))


def check_percent(cells: RowCells, goal: Goal) -> None:
    """A reduction in per cent agrees with base and target level, where all are given."""
    base, value, reduction = goal["base_value"], goal["value"], goal["reduction"]
    if goal["kind"] != GoalKind.REDUCTION or None in (base, value, reduction) or base <= 0:
        return
    stated = 1 - value / base
    if abs(stated - reduction) > PERCENT_TOLERANCE:
        expected = say("import.as_base_value_and_value_give", stated=stated)
        todo = say("import.correct_one_that_its_source_does")
        cells.problem("reduction_percent", expected, todo)


def check_budget(cells: RowCells, goal: Goal) -> None:
    """A budget is above zero, agrees with the value beside it, and stands on a fitting goal."""
    budget = goal["budget_tonnes"]
    if budget is None:
        return
    if budget <= 0:
        todo = say("import.give_whole_budget_in_tonnes_or")
        cells.problem("budget_tonnes", say("import.tonnes_above_zero"), todo)
    if goal["kind"] not in (GoalKind.BUDGET, GoalKind.ANNUAL_RATE, GoalKind.NARRATIVE):
        todo = say("import.give_budget_row_of_its_own")
        cells.problem(
            "budget_tonnes", say("import.no_budget_for_goal_of_kind", kind=goal["kind"]), todo
        )
    value = goal["value"]
    if goal["kind"] != GoalKind.BUDGET or value is None:
        return
    if abs(value - budget) > BUDGET_TOLERANCE * abs(budget):
        expected = say("import.as_value_and_unit_give", value=value)
        cells.problem("budget_tonnes", expected, say("import.column_is_in_tonnes"))


def check_units(cells: RowCells, goal: Goal) -> None:
    """A level needs its unit; an uptake that remains is not negative."""
    if goal["kind"] == GoalKind.LEVEL and not goal["unit_text"]:
        cells.problem("unit", say("import.unit_of_value_as_ton_co2e"))
    residual = goal["residual_tonnes"]
    if residual is not None and residual < 0:
        cells.problem("residual_tonnes", say("import.tonnes_that_are_not_negative"))


def check_definition(cells: RowCells, goal: Goal, known: Mapping[str, Goal]) -> None:
    """What defines a goal is another goal of the same city; `known`: those of file and store."""
    definition = goal["defined_by"]
    if not definition:
        return
    other = known.get(definition)
    same_city = other is not None and other["municipality_code"] == goal["municipality_code"]
    if definition == goal["goal_id"] or not same_city:
        cells.problem("defined_by", say("import.goal_id_of_another_goal_of"))
