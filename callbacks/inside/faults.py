"""What is wrong with what was sent, as pages tell it."""

from collections.abc import Mapping

from data_access.imports import ImportProblems
from data_access.imports.problems import ProblemGroup, ranges_of
from data_access.records import Record
from layouts import inside as layout
from progress.i18n import language


def faults_of(error: Exception, record: Record | None = None) -> tuple[layout.Fault, ...]:
    """What is wrong, by cause, in the language that is spoken; of a refusal, why. With the `record`
    of the rows their columns are called what files in Swedish call them, for who reads that."""
    if not isinstance(error, ImportProblems):
        return (layout.Fault(message=str(error)),)
    headings = {field.column: field.heading_in(language()) for field in record or ()}
    return tuple(_fault(group, headings) for group in error.groups)


def _fault(group: ProblemGroup, headings: Mapping[str, str]) -> layout.Fault:
    _, column, expected, todo = group.cause
    return layout.Fault(
        rows=ranges_of(group.rows) if group.rows else "",
        column=headings.get(column, column),
        values=tuple(str(value) for value in group.values),
        message=str(expected),
        todo=str(todo),
    )
