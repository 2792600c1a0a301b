"""What is wrong with files: one thing each, and told together where the cause is the same."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from progress.i18n import Words, say

SHOWN_VALUES = 3
"""Different values that are told of a cause."""

SHOWN_RANGES = 8
"""Ranges of rows that are told of a cause."""

Cause = tuple[str, str, Words, Words]
"""File, column, what was expected and what to do: what problems of one cause share."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong with a file: where, what stands there, what was expected, what to do."""

    file: str
    row: int | None
    column: str
    value: Words
    expected: Words
    todo: Words = ""

    @property
    def cause(self) -> Cause:
        return self.file, self.column, self.expected, self.todo

    def __str__(self) -> str:
        return str(ProblemGroup(self.cause, () if self.row is None else (self.row,), (self.value,)))


@dataclass(frozen=True, slots=True)
class ProblemGroup:
    """All rows in which one cause stands, in order, and the first of their values."""

    cause: Cause
    rows: tuple[int, ...]
    values: tuple[Words, ...]

    def __str__(self) -> str:
        file, column, expected, todo = self.cause
        where: list[Words] = [file]
        if self.rows:
            key = "import.place.row" if len(self.rows) == 1 else "import.place.rows"
            where.append(say(key, rows=ranges_of(self.rows)))
        if column:
            where.append(say("import.place.column", column=column))
        values = ", ".join(repr(str(value)) for value in self.values[:SHOWN_VALUES])
        if len(self.values) > SHOWN_VALUES:
            values += " …"
        place = ", ".join(map(str, where))
        found = say("import.problem", place=place, values=values, expected=expected)
        return f"{found} — {todo}" if todo else str(found)


def together(texts: Sequence[Words]) -> Words:
    """Several texts as one, with semicolons between them; none of none."""
    if not texts:
        return ""
    first, *others = texts
    for other in others:
        first = say("import.both", first=first, other=other)
    return first


def ranges_of(rows: Sequence[int]) -> str:
    """Rows in order as a reader finds them: `2–199, 204`."""
    starts = [rows[0], *(row for before, row in pairwise(rows) if row != before + 1)]
    ends = [*(before for before, row in pairwise(rows) if row != before + 1), rows[-1]]
    ranges = [
        f"{first}" if first == last else f"{first}–{last}"
        for first, last in zip(starts, ends, strict=True)
    ]
    first = ", ".join(ranges[:SHOWN_RANGES])
    if len(ranges) <= SHOWN_RANGES:
        return first
    more = sum(row > ends[SHOWN_RANGES - 1] for row in rows)
    return str(say("import.and_more", ranges=first, more=more))


def grouped(
    problems: Iterable[Problem], rows: Mapping[Cause, Iterable[int]]
) -> tuple[ProblemGroup, ...]:
    """The problems by cause, in the order in which causes came; `rows` are all of a cause's."""
    values: dict[Cause, dict[Words, None]] = {}
    for problem in problems:
        values.setdefault(problem.cause, {})[problem.value] = None
    own: dict[Cause, set[int]] = {cause: set(rows.get(cause, ())) for cause in values}
    for problem in problems:
        if problem.row is not None:
            own[problem.cause].add(problem.row)
    return tuple(
        ProblemGroup(cause, tuple(sorted(own[cause])), tuple(several))
        for cause, several in values.items()
    )
