"""Whether the rows of the store would come in by its own door: what was written past it shows."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import Connection

from data_access.exports import EXPORTS, export, write_csv
from data_access.imports.draft import Options, Problems
from data_access.imports.kinds import KINDS
from data_access.imports.known import store_facts
from data_access.imports.own_exports import NAMES
from data_access.imports.problems import ProblemGroup, grouped
from data_access.records import RECORDS

BY_RELEASE = frozenset({"emissions", "own-series"})
"""Of so many rows that the store itself is asked."""


def _comes_in_again(kind: str) -> bool:
    """Whether an export has the columns that an import of its kind needs."""
    columns = EXPORTS[kind].columns
    return {*RECORDS[kind].required} <= {*columns, *(NAMES.get(column) for column in columns)}


EXPORTED = sorted(filter(_comes_in_again, EXPORTS.keys() & KINDS.keys() - BY_RELEASE))


def refused_rows(conn: Connection, today: date) -> Iterator[ProblemGroup]:
    """What imports of the store's own exports would refuse, by cause; rows are those of the export.

    Figures that are hardly possible may have been confirmed when they came in, and are none. A
    promise's newest status stands in its own export.
    """
    facts = store_facts(conn, today)
    with TemporaryDirectory() as folder:
        for kind in EXPORTED:
            rows = list(export(conn, kind))
            if not rows:
                continue
            path = Path(folder) / f"{kind}.csv"
            with path.open("w", encoding="utf-8", newline="") as stream:
                write_csv(EXPORTS[kind].columns, rows, stream)
            problems = Problems()
            KINDS[kind]([path], facts, Options(today=today), problems)
            yield from grouped(problems.reported, {})
