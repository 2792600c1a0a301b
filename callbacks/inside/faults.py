"""What is wrong with what was sent, as pages tell it."""

from data_access.imports import ImportProblems
from data_access.imports.problems import ProblemGroup, ranges_of
from layouts import inside as layout


def faults_of(error: Exception) -> tuple[layout.Fault, ...]:
    """What is wrong, by cause, in the language that is spoken; of a refusal, why."""
    if not isinstance(error, ImportProblems):
        return (layout.Fault(message=str(error)),)
    return tuple(_fault(group) for group in error.groups)


def _fault(group: ProblemGroup) -> layout.Fault:
    _, column, expected, todo = group.cause
    return layout.Fault(
        rows=ranges_of(group.rows) if group.rows else "",
        column=column,
        values=tuple(str(value) for value in group.values),
        message=str(expected),
        todo=str(todo),
    )
