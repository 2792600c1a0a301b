"""Whether the fields of a goal agree with its kind and with each other."""

from collections.abc import Mapping
from typing import Any

from data_access.imports.cells import RowCells
from progress.goals import GoalKind

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

NOT_STATED_YEAR = "correct the year that its source does not state"


def check_form(cells: RowCells, goal: Goal) -> None:
    """Notes a field that the kind needs and lacks, and fields that contradict each other."""
    for field, column in NEEDED.get(goal["kind"], ()):
        if goal[field] is None and not cells.text(column):
            cells.problem(column, f"a value, as a goal of kind {goal['kind']} needs it")
    check_percent(cells, goal)
    check_budget(cells, goal)
    check_units(cells, goal)


def check_years(cells: RowCells, goal: Goal) -> None:
    """Notes years that run backwards."""
    for first, last in (("base_year", "target_year"), ("budget_first_year", "budget_last_year")):
        if goal[first] is not None and goal[last] is not None and goal[first] > goal[last]:
            cells.problem(last, f"{goal[first]} or later, as {first} says", NOT_STATED_YEAR)
    if (goal["budget_first_year"] is None) != (goal["budget_last_year"] is None):
        empty = "budget_first_year" if goal["budget_first_year"] is None else "budget_last_year"
        cells.problem(empty, "both years of the budget or none")


def check_percent(cells: RowCells, goal: Goal) -> None:
    """A reduction in per cent agrees with base and target level, where all are given."""
    base, value, reduction = goal["base_value"], goal["value"], goal["reduction"]
    if goal["kind"] != GoalKind.REDUCTION or None in (base, value, reduction) or base <= 0:
        return
    stated = 1 - value / base
    if abs(stated - reduction) > PERCENT_TOLERANCE:
        expected = f"{stated:.1%} as base_value and value give, within two points"
        todo = "correct the one that its source does not state"
        cells.problem("reduction_percent", expected, todo)


def check_budget(cells: RowCells, goal: Goal) -> None:
    """A budget is above zero, agrees with the value beside it, and stands on a fitting goal."""
    budget = goal["budget_tonnes"]
    if budget is None:
        return
    if budget <= 0:
        todo = "give the whole budget in tonnes, or leave the cell empty"
        cells.problem("budget_tonnes", "tonnes above zero", todo)
    if goal["kind"] not in (GoalKind.BUDGET, GoalKind.ANNUAL_RATE, GoalKind.NARRATIVE):
        todo = "give the budget a row of its own with the kind budget"
        cells.problem("budget_tonnes", f"no budget for a goal of kind {goal['kind']}", todo)
    value = goal["value"]
    if goal["kind"] != GoalKind.BUDGET or value is None:
        return
    if abs(value - budget) > BUDGET_TOLERANCE * abs(budget):
        expected = f"{value:.0f}, as value and unit give"
        cells.problem("budget_tonnes", expected, "the column is in tonnes")


def check_units(cells: RowCells, goal: Goal) -> None:
    """A level needs its unit; an uptake that remains is not negative."""
    if goal["kind"] == GoalKind.LEVEL and not goal["unit_text"]:
        cells.problem("unit", "the unit of value, as ton CO2e/person or t CO2e/yr")
    residual = goal["residual_tonnes"]
    if residual is not None and residual < 0:
        cells.problem("residual_tonnes", "tonnes that are not negative")


def check_definition(cells: RowCells, goal: Goal, known: Mapping[str, Goal]) -> None:
    """What defines a goal is another goal of the same city; `known`: those of file and store."""
    definition = goal["defined_by"]
    if not definition:
        return
    other = known.get(definition)
    same_city = other is not None and other["municipality_code"] == goal["municipality_code"]
    if definition == goal["goal_id"] or not same_city:
        cells.problem("defined_by", "the goal_id of another goal of the same city")
