"""Imports events: what happened in a year, in one municipality or everywhere, with its source."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from sqlalchemy import Connection

from data_access.imports.cells import RowCells
from data_access.imports.comparing import held_of, newest_of, values_of
from data_access.imports.draft import Draft, Options, Problems, StoreFacts
from data_access.imports.fields import read_fields, read_rows
from data_access.imports.tables import check_no_example
from data_access.records import EVENT
from data_access.tables import event
from progress.emissions.series import TOTAL
from progress.i18n import say

KIND = EVENT.kind


def check(
    files: Sequence[Path], facts: StoreFacts, options: Options, problems: Problems
) -> Draft | None:
    """The rows of one release, or None with the problems named."""

    def read(cells: RowCells) -> dict[str, Any]:
        check_no_example(cells, "event_id")
        row = read_fields(EVENT, cells, options)
        if row["year"] is not None and row["year"] > options.current_year:
            cells.problem(
                "year", say("import.year_that_has_begun"), say("import.event_is_what_has_happened")
            )
        known = facts.sector_ids.keys() - {TOTAL}
        if unknown := [code for code in row["sectors"] if code not in known]:
            expected = say("import.sectors_of_statistics_separated_by_semicolons")
            todo = say(
                "import.unknown_known", unknown=", ".join(unknown), words=", ".join(sorted(known))
            )
            cells.problem("sectors", expected, todo)
        return row

    rows = read_rows(EVENT, files, facts, problems, read)
    if problems:
        return None
    places = {row["municipality_code"] for row in rows}
    stored = newest_of(event, EVENT, rows)

    def of_the_same_places(conn: Connection) -> Iterable[Any]:
        return (row for row in stored(conn) if row["municipality_code"] in places)

    return Draft(
        rows=len(rows),
        inserts=((event, rows),),
        values=values_of(EVENT, rows),
        compared=EVENT.compared,
        held=held_of(EVENT, rows, of_the_same_places),
    )
