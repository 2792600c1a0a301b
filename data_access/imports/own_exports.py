"""Files that this product has given out, as imports read them: what is ours to take back.

A dataset or an export names its columns for readers and adds what a reader needs (release, licence,
names). Imported again, those columns are known: some are read under another name, some are left
aside.
"""

import json
from collections.abc import Collection, Sequence
from typing import Any

from data_access.columns import FORMULA_STARTS
from data_access.records import RECORDS, STATUS_REPORT

MARKS = (
    frozenset({"release", "licence"}),
    frozenset({"slug", "county_name"}),
    frozenset({"municipality_code", "year", "inhabitants"}),
    frozenset({"goal_id", "quote", "unit_text"}),
    frozenset({"commitment_id", "contract", "contract_id"}),
    frozenset({"grant_id", "places", "possible_duplicate_of"}),
    frozenset({"pledge_id", "status_date"}),
    frozenset({"currency", "sek_per_unit"}),
)
"""A header that holds one of these is that of a dataset or, from the third on, of an export."""

NAMES = {
    field.name: field.column
    for record in (*RECORDS.values(), STATUS_REPORT)
    for field in record.fields
    if field.read and field.name not in field.all_columns
}
"""Column of a dataset or export → column of the import."""

ADDED = frozenset(
    {
        "contract",
        "county_name",
        "licence",
        "name_en",
        "possible_duplicate_of",
        "publisher",
        "release",
        "slug",
        "unit",
    }
)
"""Columns that say what other rows of the store say: nothing is lost when they are left aside."""


def is_own_export(header: Sequence[str]) -> bool:
    """Whether a header is that of a dataset or an export of ours."""
    return any(marks <= set(header) for marks in MARKS)


def name_as_imported(name: str, known: Collection[str]) -> str | None:
    """A column of ours in the import's words, None for what is left aside."""
    if name in known:
        return name
    if NAMES.get(name) in known:
        return NAMES[name]
    return None if name in ADDED else name


def unharmed(text: str) -> str:
    """A text as it was before an apostrophe kept a spreadsheet from running it."""
    if text.startswith("'") and text.lstrip("'").startswith(FORMULA_STARTS):
        return text[1:]
    return text


def exported_rows(data: Any) -> list[dict[str, Any]] | None:
    """The rows of a JSON page or export; None for JSON of another form."""
    rows = data.get("items") if isinstance(data, dict) else data
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        return None
    return rows


def json_cell(value: Any) -> str:
    """A value of a JSON row as it would stand in a CSV file."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
