"""What a file changes: new rows, restated values column by column, and what is missing from it."""

import operator
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from progress.i18n import Words, say

SAMPLE_LIMIT = 20
"""Changes shown one by one in a dry run; the rest are counted."""

FIELDS_APART = "; "
"""Stands between the fields of a summary."""

Values = tuple[Any, ...]
"""What is compared of a row, in the order of `Draft.compared`."""


@dataclass(frozen=True, slots=True)
class Change:
    """A value that the file restates."""

    key: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Difference:
    """What a file would change: counts, in how many rows each column changes, the first of each."""

    new: int = 0
    restated: int = 0
    missing: int = 0
    unchanged: int = 0
    new_sample: tuple[Words, ...] = ()
    restated_sample: tuple[Change, ...] = ()
    missing_sample: tuple[str, ...] = ()
    columns: Mapping[str, int] = field(default_factory=dict)

    @property
    def is_empty(self) -> bool:
        """Whether the file tells nothing but what is known."""
        return not (self.new or self.restated or self.missing)

    def counts(self) -> list[Words]:
        """How many rows there are of each sort, and how many change in each column, as lines."""
        lines: list[Words] = [
            say(
                "import.new_restated_missing_unchanged",
                new=self.new,
                restated=self.restated,
                missing=self.missing,
                unchanged=self.unchanged,
            )
        ]
        if any(self.columns):
            named = ((column, rows) for column, rows in self.columns.items() if column)
            counts = ", ".join(f"{column} {rows}" for column, rows in named)
            lines.append(say("import.columns_that_change", counts=counts))
        return lines

    def samples(self) -> list[Words]:
        """The first of each sort, as lines."""
        return [
            *(say("import.new", key=key) for key in self.new_sample),
            *(
                say("import.restated", key=each.key, old=each.old, new=each.new)
                for each in self.restated_sample
            ),
            *(say("import.missing", key=key) for key in self.missing_sample),
        ]


def shown(value: object) -> str:
    """A value as a reader of differences sees it: what is unknown is a dash."""
    if isinstance(value, list | tuple):
        return ", ".join(map(str, value)) or "–"
    return "–" if value is None or value == "" else str(value)


def change_of(key: str, columns: Sequence[str], old: Values, new: Values) -> Change:
    """Of two sets of values, those that differ, each under its column's name."""
    pairs = [
        (f"{column} ".lstrip(), before, after)
        for column, before, after in zip(columns, old, new, strict=True)
        if before != after
    ]
    return Change(
        key,
        FIELDS_APART.join(f"{name}{shown(before)}" for name, before, _ in pairs),
        FIELDS_APART.join(f"{name}{shown(after)}" for name, _, after in pairs),
    )


def difference(
    held: Mapping[str, Values],
    values: Mapping[str, Values],
    columns: Sequence[str] = ("",),
    same: Callable[[Values, Values], bool] = operator.eq,
) -> Difference:
    """Compares the values of a file with those held: new, restated (old → new), missing."""
    new = [key for key in values if key not in held]
    missing = [key for key in held if key not in values]
    restated = [key for key, value in values.items() if key in held and not same(held[key], value)]
    changed = Counter(
        column
        for key in restated
        for column, before, after in zip(columns, held[key], values[key], strict=True)
        if before != after
    )
    return Difference(
        new=len(new),
        restated=len(restated),
        missing=len(missing),
        unchanged=len(values) - len(new) - len(restated),
        new_sample=tuple(new[:SAMPLE_LIMIT]),
        restated_sample=tuple(
            change_of(key, columns, held[key], values[key]) for key in restated[:SAMPLE_LIMIT]
        ),
        missing_sample=tuple(missing[:SAMPLE_LIMIT]),
        columns=dict(changed.most_common()),
    )
