"""Corrections of what everyone has seen: what was wrong, since when it is right, and why."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

STATUSES = "statuses"
"""The kind of corrections of statuses: they are told apart by their promise and day."""

LONGEST_REASON = 500
"""Characters."""


class Action(StrEnum):
    """What was done with a row, a release or a whole import."""

    CORRECT = "correct"
    WITHDRAW = "withdraw"
    RESTORE = "restore"
    UNDO = "undo"
    MERGE = "merge"


MERGED_INTO = "merged_into"
"""The field that a merging is told to change: the key of the row that is kept."""


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A field's words before and after; empty where nothing was or is known.

    `name_sv` and `name_en` are what the field is called where it is told; else its name is.
    """

    field: str
    old: str
    new: str
    name_sv: str = ""
    name_en: str = ""


@dataclass(frozen=True, slots=True)
class Correction:
    """One correction. `kind` and `key` tell whose: a record's KIND, `statuses` or `releases`.

    `municipality_code` is None for what is no single municipality's. `release` is the label of the
    release that holds what is right, where there is one; `day` is the Swedish day of `at`. `title`
    is what the row was called.
    """

    correction_id: int
    at: datetime
    action: Action
    kind: str
    key: str
    municipality_code: str | None
    title: str
    reason: str
    release: str
    day: date
    changes: tuple[FieldChange, ...]


def same_titles(
    rows: Iterable[tuple[str, str, str]],
) -> Iterator[tuple[str, str, str, str]]:
    """Of rows (kind, key, title) those that have the title of an earlier one of their kind: kind,
    the earlier one's key, its own, and the title. Case, spaces and punctuation tell nothing."""
    first: dict[tuple[str, str], str] = {}
    for kind, key, title in rows:
        words = "".join(filter(str.isalnum, title.casefold()))
        if not words or kind == STATUSES:
            continue
        earlier = first.setdefault((kind, words), key)
        if earlier != key:
            yield kind, earlier, key, title
