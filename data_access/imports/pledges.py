"""What the importers of promises share: dated statuses and their checks."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from sqlalchemy import Connection, select

from data_access.imports.cells import RowCells
from data_access.imports.draft import HeldStatus, Options
from data_access.imports.fields import read_field
from data_access.records import STATUS_REPORT
from data_access.records.field import named
from data_access.records.statuses import OF_PROMISE
from data_access.status_tables import STATUS_TABLES
from data_access.tables import STATUS_WORDS
from progress.i18n import say

NOT_YET = (say("import.day_that_has_been"), say("import.status_tells_what_is_not_what"))


def status_of(cells: RowCells, key: str, value: str) -> dict[str, Any] | None:
    """The row's dated status, or None where it states none. A status needs its day."""
    word = cells.word("status", STATUS_WORDS, "unknown")
    day = cells.day("status_date")
    if word is None or (word == "unknown" and day is None):
        return None
    if day is None:
        cells.problem(
            "status_date", say("import.day_of_status"), say("import.write_it_as_2024_05_31")
        )
        return None
    if day > cells.facts.today:
        cells.problem("status_date", *NOT_YET)
    made = cells.facts.contract_years.get(cells.cell("contract_id"))
    if made is not None and day.year < made:
        cells.problem("status_date", say("import.day_from_on_when_promise_was", made=made))
    row = {
        name: read_field(named(field, words=STATUS_REPORT.field(name).words), cells, Options())
        for name, field in OF_PROMISE.items()
        if name != "status"
    } | {"status": word}
    check_history(cells, "status_date", value, day, status_in(row))
    return {key: value, **row}


def status_in(row: Mapping[Any, Any]) -> HeldStatus:
    """What a row tells of its promise and day."""
    return tuple(row[name] for name in STATUS_REPORT.compared)


def check_history(
    cells: RowCells, column: str, pledge_id: str, day: date, status: HeldStatus
) -> None:
    """A problem where another status is held for the day: what was told stands as it was told."""
    held = cells.facts.statuses.get((pledge_id, day))
    if held is not None and held != status:
        cells.problem(
            column,
            say("import.no_other_status", pledge_id=pledge_id, status=held[0]),
            say("import.history_is_kept_as_it_was"),
        )


def statuses_held(
    conn: Connection, owner: str | None = None
) -> Mapping[tuple[str, date], HeldStatus]:
    """Every status that the store has, by promise and day; of an owner's, those that it sees."""
    return {
        (row[key], row["status_date"]): status_in(row)
        for table, key in STATUS_TABLES.values()
        for row in conn.execute(select(table)).mappings()
        if owner is None or row["published"] or row["owner"] == owner
    }
