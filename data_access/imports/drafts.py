"""From a record's rows to the draft of their release; whole importers where nothing is special."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from sqlalchemy import Table

from data_access.imports.cells import RowCells
from data_access.imports.comparing import held_of, newest_of, values_of
from data_access.imports.draft import Draft, Options, Problems, Rows, StoreFacts
from data_access.imports.fields import read_fields, read_rows
from data_access.records import Record

Check = Callable[[Sequence[Path], StoreFacts, Options, Problems], Draft | None]
"""The check of a kind's files: the rows of one release, or None with the problems named."""


def draft_of(record: Record, table: Table, rows: Rows) -> Draft:
    """The draft of checked rows, in order of their key and with their years where these tell them
    apart."""
    years = None
    if "year" in record.key:
        rows.sort(key=lambda row: tuple(row[name] for name in record.key))
        every = [row["year"] for row in rows]
        years = min(every), max(every)
    return Draft(
        rows=len(rows),
        inserts=((table, rows),),
        values=values_of(record, rows),
        compared=record.compared,
        held=held_of(record, rows, newest_of(table, record, rows)),
        years=years,
    )


def importer(
    record: Record,
    table: Table,
    read: Callable[[RowCells, Options], dict[str, Any]] | None = None,
) -> Check:
    """The check of files whose rows become those of one table. `read` makes a row of its cells
    where a record asks for more than its fields say."""

    def check(
        files: Sequence[Path], facts: StoreFacts, options: Options, problems: Problems
    ) -> Draft | None:
        rows = read_rows(
            record,
            files,
            facts,
            problems,
            lambda cells: (
                read_fields(record, cells, options) if read is None else read(cells, options)
            ),
        )
        return None if problems else draft_of(record, table, rows)

    return check
