"""What the importers of commitments and activities share: dated statuses and their checks."""

from typing import Any

from data_access.imports.cells import RowCells
from data_access.tables import STATUS_WORDS

STATUS_COLUMNS = ("status", "status_date", "status_comment", "status_source")


def status_of(cells: RowCells, key: str, value: str) -> dict[str, Any] | None:
    """The row's dated status, or None where it states none. A status needs its day."""
    word = cells.word("status", STATUS_WORDS, "unknown")
    day = cells.day("status_date")
    if word is None or (word == "unknown" and day is None):
        return None
    if day is None:
        cells.problem("status_date", "the day of the status", "write it as 2024-05-31")
        return None
    return {
        key: value,
        "status": word,
        "status_date": day,
        "comment": cells.text("status_comment"),
        "source": cells.text("status_source"),
    }
