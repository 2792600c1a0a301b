"""Each municipality's total by year, stored with the release that it sums up.

Most questions ask for totals, and a release can hold sixty sectors: nobody should add them up to
answer a page. Values of a release never change, so its totals are written once, in the same
transaction, and added in the same order everywhere: both engines hold the same to the last bit.
"""

from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import itemgetter
from typing import Any

from sqlalchemy import Connection, delete, insert, select

from data_access.tables import emission, emission_total, release
from progress.emissions.series import STATUSES, least_sure

Total = tuple[str, int, float, str]
"""Municipality code, year, the sum in the release's unit, and its status."""

_BATCH = 20_000
_YEAR_OF_ONE = itemgetter(0, 1)
_COLUMNS = ("municipality_code", "year", "tonnes", "status")


def put_totals(conn: Connection, release_id: int) -> int:
    """Writes a release's totals from its values, in place of those it had; their number."""
    rows = [
        {"release_id": release_id, **dict(zip(_COLUMNS, total, strict=True))}
        for total in _added_up(_values(conn, release_id))
    ]
    conn.execute(delete(emission_total).where(emission_total.c.release_id == release_id))
    if rows:
        conn.execute(insert(emission_total), rows)
    return len(rows)


def refresh_totals(conn: Connection) -> None:
    """Writes the totals of every release anew."""
    for release_id in _all_releases(conn):
        put_totals(conn, release_id)


def wrong_totals(conn: Connection) -> Iterator[str]:
    """The labels of the releases whose stored totals are not the sums of their values."""
    stored = select(*(emission_total.c[name] for name in _COLUMNS)).order_by(
        emission_total.c.municipality_code, emission_total.c.year
    )
    for release_id, label in _all_releases(conn).items():
        held = conn.execute(stored.where(emission_total.c.release_id == release_id))
        if [tuple(row) for row in held] != list(_added_up(_values(conn, release_id))):
            yield label


def _all_releases(conn: Connection) -> dict[int, str]:
    rows = conn.execute(select(release.c.release_id, release.c.label).order_by(release.c.label))
    return {row.release_id: row.label for row in rows}


def _values(conn: Connection, release_id: int) -> Iterator[Any]:
    """A release's values in order of its key; never all of them in memory at once."""
    question = (
        select(*(emission.c[name] for name in _COLUMNS))
        .where(emission.c.release_id == release_id)
        .order_by(emission.c.municipality_code, emission.c.year, emission.c.sector_id)
        .execution_options(yield_per=_BATCH)
    )
    for batch in conn.execute(question).partitions():
        yield from batch


def _added_up(values: Iterable[Any]) -> Iterator[Total]:
    for (code, year), cells in groupby(values, key=_YEAR_OF_ONE):
        parts = list(cells)
        tonnes = sum([cell[2] for cell in parts])
        yield code, year, tonnes, least_sure({STATUSES[cell[3]] for cell in parts}).value
