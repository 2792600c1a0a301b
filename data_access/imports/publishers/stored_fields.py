"""What the store knows of a publisher's grants besides, and a file has no word of.

A publisher's form tells a part of a grant's fields. What an operator, a correction or another form
of the same publisher has told of the others stays when a newer file comes.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from data_access.imports.draft import Rows
from data_access.imports.publishers.rows import NOTES_APART, WRITTEN, allocation

Row = Mapping[Any, Any]

ALWAYS = ("same_as", "part_of")
"""What no publisher tells of its own rows."""

DATES = ("start", "end")

UNTOLD = (
    "programme",
    "call",
    "title",
    "theme",
    "priority",
    "is_climate",
    "decision_year",
    *DATES,
    "total_cost",
)
"""Fields that stay as stored where the file fills them in no row."""


def completed(rows: Rows, stored: Iterable[Row]) -> Rows:
    """The rows of a file, with what the store has under the same ids in fields of which the file
    tells nothing. `stored` are the grants that hold now."""
    ids = {row["grant_id"] for row in rows}
    before = {row["grant_id"]: row for row in stored if row["grant_id"] in ids}
    untold = [name for name in UNTOLD if all(is_empty(row[name]) for row in rows)]
    numbered = not all(is_empty(row["beneficiary_orgnr"]) for row in rows)
    return [
        completed_row(row, before[row["grant_id"]], untold, numbered)
        if row["grant_id"] in before
        else row
        for row in rows
    ]


def completed_row(
    row: dict[str, Any], before: Row, untold: Iterable[str], numbered: bool
) -> dict[str, Any]:
    """A row with what the store knows of it. `numbered`: the file gives organisation numbers."""
    result = row | {name: before[name] for name in ALWAYS if is_empty(row[name])}
    # The year of a yearly part is not that of a decision, whatever an earlier reading made of it.
    result |= {
        name: before[name]
        for name in untold
        if name != "decision_year" or row.get("part_year") is None
    }
    result |= {name: before[name] for name in DATES if less_exact(result[name], before[name])}
    result["note"] = note_of(row["note"], before["note"])
    same_recipient = row["beneficiary"].casefold() == before["beneficiary"].casefold()
    if same_recipient and not numbered and before["beneficiary_orgnr"]:
        # What follows from who receives stays only where the recipient does.
        code = row["beneficiary_municipality_code"] or before["beneficiary_municipality_code"]
        result["beneficiary_orgnr"] = before["beneficiary_orgnr"]
        if code is not None:
            result["beneficiary_municipality_code"] = code
            result["allocation"] = allocation(code, len(row["places"]))
            result["places"] = sorted({*row["places"], code})
    return result


def note_of(note: str, before: str) -> str:
    """A note with the parts of an earlier one that no importer has written."""
    parts = [part for part in before.split(NOTES_APART) if part and not part.startswith(WRITTEN)]
    return NOTES_APART.join([note] * bool(note) + [part for part in parts if part not in note])


def less_exact(date: str, other: str) -> bool:
    """Whether a date is the other without its month or day."""
    return date != other and bool(date) and other.startswith(f"{date}-")


def is_empty(value: object) -> bool:
    """Whether a field tells nothing; zero and `no` tell something."""
    return value is None or value == ""
